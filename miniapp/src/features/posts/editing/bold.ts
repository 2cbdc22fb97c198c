import { type Change, change, type Edit, settle } from './edit';
import { readLine } from './lines';

const mark = '**';

interface Span {
  start: number;
  end: number;
}

/** The pieces of a selection that can be bold: one on each line, without blanks around it and without the line's own mark. */
function piecesOf({ text, start, end }: Edit): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (from <= end) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 || stop > end ? end : stop;
    const lineStart = text.lastIndexOf('\n', from - 1) + 1;
    const lineEnd = stop < 0 ? text.length : stop;
    const { indent, mark: own } = readLine(text.slice(lineStart, lineEnd));
    let first = Math.max(from, lineStart + indent.length + own.length);
    let last = to;
    while (first < last && /\s/.test(text.charAt(first))) first += 1;
    while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
    if (last > first) pieces.push({ start: first, end: last });
    from = to + 1;
  }
  return pieces;
}

const inside = (text: string, start: number, end: number) =>
  end - start > 2 * mark.length && text.startsWith(mark, start) && text.slice(0, end).endsWith(mark);
const around = (text: string, start: number, end: number) =>
  text.slice(0, start).endsWith(mark) && text.startsWith(mark, end);

/** Bold on and off. Without a selection the caret comes to stand between the marks, and a second time takes empty ones away. */
export function toggleBold(edit: Edit): Edit {
  const { text, start, end } = settle(edit);
  if (start === end) {
    const [left, right] = [start - mark.length, start + mark.length];
    if (around(text, start, start) && text[left - 1] !== '*')
      return { text: text.slice(0, left) + text.slice(right), start: left, end: left };
    return { text: `${text.slice(0, start)}${mark}${mark}${text.slice(start)}`, start: right, end: right };
  }
  const pieces = piecesOf({ text, start, end });
  const isBold = (piece: Span) =>
    inside(text, piece.start, piece.end) || around(text, piece.start, piece.end);
  const on = !pieces.every(isBold);
  const put = (at: number): Change => ({ at, remove: 0, insert: mark });
  const take = (at: number): Change => ({ at, remove: mark.length, insert: '' });
  const changes = pieces.flatMap((piece) => {
    if (on) return isBold(piece) ? [] : [put(piece.start), put(piece.end)];
    if (inside(text, piece.start, piece.end)) return [take(piece.start), take(piece.end - mark.length)];
    return [take(piece.start - mark.length), take(piece.end)];
  });
  return change({ text, start, end }, changes);
}
