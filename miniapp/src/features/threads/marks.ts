/** A passage of a title; `found` where it shares its words with what is being asked. */
export interface MarkedPart {
  text: string;
  found: boolean;
}

/** Words of every question, which tell nothing of what it is about. */
const common = new Set([
  '怎么',
  '什么',
  '可以',
  '还能',
  '能不',
  '不能',
  '是不',
  '不是',
  '有没',
  '没有',
  '如何',
  '请问',
]);

const isWord = (sign: string) => /[\p{L}\p{N}]/u.test(sign);

/** Pairs of neighbouring signs, which stand for words in a language without spaces. */
function pairsOf(text: string): Set<string> {
  const signs = [...text.toLowerCase()];
  const pairs = signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
  return new Set(pairs.filter((pair) => [...pair].every(isWord) && !common.has(pair)));
}

/** Cuts `title` into passages that `typed` has too, two signs at least, and the rest. */
export function markedParts(title: string, typed: string): MarkedPart[] {
  const wanted = pairsOf(typed);
  const signs = [...title];
  const marks = signs.map(() => false);
  for (let at = 0; at + 1 < signs.length; at++) {
    if (!wanted.has(`${signs[at]}${signs[at + 1]}`.toLowerCase())) continue;
    marks[at] = true;
    marks[at + 1] = true;
  }
  const parts: MarkedPart[] = [];
  for (const [at, text] of signs.entries()) {
    const found = marks[at] ?? false;
    const last = parts[parts.length - 1];
    if (last?.found === found) last.text += text;
    else parts.push({ text, found });
  }
  return parts;
}
