import { highlight, type Mark, type Marked } from './highlight';

const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

/**
 * At most `length` units of `body` (more by the marks of omission) around the first place where the query is found, or
 * its opening words; blanks and line breaks become single spaces.
 */
export function excerpt(body: string, query: string, length: number): Marked {
  const text = body.replace(/\s+/g, ' ').trim();
  const marks = highlight(text, query);
  const [first, firstEnd] = marks[0] ?? [0, 0];
  // A third of the room is for what stands before it, and none is left over at the end.
  const lead = Math.max(0, Math.floor((length - (firstEnd - first)) / 3));
  const wanted = firstEnd <= length ? 0 : Math.max(0, Math.min(first - lead, text.length - length));
  const from = splitsPair(text, wanted) ? wanted + 1 : wanted;
  const to = Math.min(text.length, wanted + length);
  const end = splitsPair(text, to) ? to - 1 : to;
  const before = from > 0 ? '…' : '';
  const move = before.length - from;
  return {
    text: before + text.slice(from, end) + (end < text.length ? '…' : ''),
    marks: marks
      .filter(([a, b]) => b > from && a < end)
      .map(([a, b]): Mark => [Math.max(a, from) + move, Math.min(b, end) + move]),
  };
}
