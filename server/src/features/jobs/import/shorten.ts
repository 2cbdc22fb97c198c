const separators = /[，,、；;/|｜（(\s]/;

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Shortens to at most `max` characters, at a separator where the second half has one, and says so with an ellipsis. */
export function shorten(text: string, max: number): string {
  const start = text.slice(0, max - 1);
  for (let end = start.length; end > max / 2; end -= 1) {
    if (separators.test(text.charAt(end))) return `${start.slice(0, end).trimEnd()}…`;
  }
  // An ellipsis must not follow half a character.
  return `${start.replace(/[\ud800-\udbff]$/, '')}…`;
}
