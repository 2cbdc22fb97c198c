import type { Change } from '@qihang/shared/revisions/contract';
import { type ChangeObject, diffArrays } from 'diff';

type Part = Change['parts'][number];

/**
 * Changes that are looked for before a text counts as another one altogether: the time grows with them, and a passage with more of
 * them reads better whole. Measured for 50,000 characters in tests/revisions/diff.test.ts.
 */
const most = { lines: 2200, words: 400 } as const;

/** Less in common than this, and one passage replaced the other. */
const leastAlike = 0.3;

// Characters of Chinese, and words and numbers of other scripts: Intl.Segmenter copies the whole text for each of its words.
const wordsOf = (text: string): string[] => text.match(/[a-zA-Z]+|\d+|./gsu) ?? [];
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

const whole = (before: string, after: string): Part[] => {
  const parts: Part[] = [
    { text: before, op: 'removed' },
    { text: after, op: 'added' },
  ];
  return parts.filter(({ text }) => text !== '');
};

const partOf = ({ value, added, removed }: ChangeObject<string[]>): Part => ({
  text: value.join(''),
  op: added ? 'added' : removed ? 'removed' : 'same',
});

/** Passages apart by a single character read better as one. */
function gathered(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    all.push(...whole(removed, added));
    [removed, added] = ['', ''];
  };
  parts.forEach(({ text, op }, i) => {
    if (op === 'removed') removed += text;
    else if (op === 'added') added += text;
    else if (text.length > 1 || text === '\n' || removed + added === '' || i === parts.length - 1) {
      flush();
      all.push({ text, op });
    } else {
      removed += text;
      added += text;
    }
  });
  flush();
  return all;
}

/** Passages within two lines; whole lines where they have too little in common. */
function withinLines(before: string, after: string): Part[] {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: most.words });
  if (!found) return whole(before, after);
  const parts = gathered(found.map(partOf));
  const same = parts.reduce((n, { text, op }) => n + (op === 'same' ? text.trim().length : 0), 0);
  const alike = same / Math.max(before.trim().length, after.trim().length, 1);
  return alike < leastAlike ? whole(before, after) : parts;
}

/** Lines that were replaced by others: each by the one in its place where there are as many. */
function replaced(before: string[], after: string[]): Part[] {
  if (before.length !== after.length) return withinLines(before.join(''), after.join(''));
  return before.flatMap((line, i) => withinLines(line, after[i] ?? ''));
}

const joined = (parts: readonly Part[]): Part[] =>
  parts.reduce<Part[]>((all, part) => {
    const last = all.at(-1);
    if (last?.op === part.op) last.text += part.text;
    else all.push({ ...part });
    return all;
  }, []);

/** What differs between two texts: by lines, and within the lines that were changed by words. In bounded time. */
export function partsOf(before: string, after: string): Part[] {
  if (before === after) return after === '' ? [] : [{ text: after, op: 'same' }];
  if (!before.includes('\n') && !after.includes('\n')) return joined(withinLines(before, after));
  const found = diffArrays(linesOf(before), linesOf(after), { maxEditLength: most.lines });
  if (!found) return whole(before, after);
  const parts: Part[] = [];
  for (let i = 0; i < found.length; i++) {
    const [one, next] = [found[i], found[i + 1]];
    if (!one) continue;
    if (one.removed && next?.added) {
      parts.push(...replaced(one.value, next.value));
      i++;
    } else parts.push(partOf(one));
  }
  return joined(parts);
}
