/** Joins to the character in front of it: marks, variation selectors, skin tones, keycaps, tags of flags, and what a joiner binds. */
const isJoined = (code: number): boolean =>
  code === 0x200d ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0x0300 && code <= 0x036f) ||
  (code >= 0x20d0 && code <= 0x20ff) ||
  (code >= 0x1f3fb && code <= 0x1f3ff) ||
  (code >= 0xe0020 && code <= 0xe007f);

const isRegional = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;

/** Characters as a reader sees them: an emoji of several code points, or a flag, is one. */
export function charactersOf(text: string): string[] {
  const found: string[] = [];
  let bound = false;
  let flagOpen = false;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const joins: boolean = found.length > 0 && (bound || isJoined(code) || (flagOpen && isRegional(code)));
    if (joins) found[found.length - 1] += sign;
    else found.push(sign);
    flagOpen = isRegional(code) && !(joins && flagOpen);
    bound = code === 0x200d;
  }
  return found;
}

/** 1 for a full-width character, half for Latin letters, digits and their signs. */
const widthOfCharacter = (character: string): number => ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1);

/** The width of one line in full-width characters. */
export const widthOf = (line: string): number =>
  charactersOf(line).reduce((sum, character) => sum + widthOfCharacter(character), 0);

/** How many lines a text takes where a line holds so many full-width characters. */
export const linesOf = (text: string, columns: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);

/** The text, or as much of it as fits with … at the end; never half of a character. */
export function clipped(text: string, width: number, measure = widthOfCharacter): string {
  const characters = charactersOf(text);
  const measured = characters.map((character) => measure(character));
  if (measured.reduce((sum, one) => sum + one, 0) <= width) return text;
  let room = width - measure('…');
  const kept = characters.filter((_, i) => {
    room -= measured[i] ?? 0;
    return room >= 0;
  });
  return `${kept.join('').trimEnd()}…`;
}

// Marks that turn the direction of a line around, or that nobody sees; a joiner within an emoji stays.
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** One line without invisible marks. */
export const plain = (text: string): string => text.replace(unseen, '').replace(/\s+/g, ' ').trim();
