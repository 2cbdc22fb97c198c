import { change, type Edit, settle, touchedLines } from './edit';

/** What stands before the words of a line: its indent, and the marks of a heading, quotation or list. */
interface Marked {
  indent: string;
  mark: string;
  words: string;
}

const markOf = /^([ \t]*)(#{1,6} |(?:> ?)+|(?:[-*+]|\d{1,9}[.)]) (?:\[[ xX]\] )?)?/;

export function readLine(line: string): Marked {
  const [all = '', indent = '', mark = ''] = markOf.exec(line) ?? [];
  return { indent, mark, words: line.slice(all.length) };
}

const isHeading = ({ mark }: Marked) => mark.startsWith('#');
const isQuote = ({ mark }: Marked) => mark.startsWith('>');
const isBullet = ({ mark }: Marked) => /^[-*+]/.test(mark);

/**
 * Takes a mark from all touched lines when each has it, else gives it to each in place of the mark that it has. Empty lines
 * between others stay empty.
 */
function toggleMark(edit: Edit, has: (line: Marked) => boolean, mark: string): Edit {
  const { text, start, end } = settle(edit);
  const { from, to } = touchedLines({ text, start, end });
  const lines = text.slice(from, to).split('\n');
  const alone = lines.length === 1;
  const counts = (line: string) => alone || line.trim() !== '';
  const on = !lines.filter(counts).every((line) => has(readLine(line)));
  let at = from;
  const changes = lines.map((line) => {
    const { indent, mark: own } = readLine(line);
    // A heading with an indent would become code.
    const one = counts(line)
      ? { at, remove: indent.length + own.length, insert: on ? mark : '' }
      : { at, remove: 0, insert: '' };
    at += line.length + 1;
    return one;
  });
  const changed = change({ text, start, end }, changes);
  // A caret stays behind the mark of its line.
  return start === end ? { ...changed, start: changed.end } : changed;
}

/** 小标题, and back to 正文. Of which level a heading is does not matter. */
export const toggleHeading = (edit: Edit): Edit => toggleMark(edit, isHeading, '## ');

export const toggleQuote = (edit: Edit): Edit => toggleMark(edit, isQuote, '> ');

export const toggleList = (edit: Edit): Edit => toggleMark(edit, isBullet, '- ');

/** What the caret stands in, so that the toolbar can show it. */
export function styleAt(edit: Edit): 'heading' | 'quote' | 'list' | null {
  const { text, start } = settle(edit);
  const { from, to } = touchedLines({ text, start, end: start });
  const line = readLine(text.slice(from, to));
  if (isHeading(line)) return 'heading';
  if (isQuote(line)) return 'quote';
  return line.mark === '' ? null : 'list';
}

const nextMark = (mark: string) => {
  const counted = /^(\d{1,9})([.)]) /.exec(mark);
  if (counted) return `${Number(counted[1]) + 1}${counted[2]} `;
  return mark.replace(/\[[xX]\]/, '[ ]');
};

/**
 * What follows when Enter was pressed in a list or a quotation: the next item begins with its mark, and an empty item ends the
 * list. `before` is the text before the key; null where a plain line break is right.
 */
export function continueLine(before: Edit): Edit | null {
  const { text, start, end } = settle(before);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const { indent, mark, words } = readLine(text.slice(from, touchedLines({ text, start, end: start }).to));
  if (mark === '' || mark.startsWith('#') || start < from + indent.length + mark.length) return null;
  if (words.trim() === '' && start === end)
    return { text: text.slice(0, from) + text.slice(start), start: from, end: from };
  const added = `\n${indent}${nextMark(mark)}`;
  const at = start + added.length;
  return { text: text.slice(0, start) + added + text.slice(end).replace(/^ +/, ''), start: at, end: at };
}

/** The same for a field that tells only afterwards what was typed; `after` itself where nothing is to be added. */
export function afterTyping(before: Edit, after: Edit): Edit {
  const { text, start, end } = settle(before);
  const typed = `${text.slice(0, start)}\n${text.slice(end)}`;
  if (after.text !== typed || after.start !== start + 1) return after;
  return continueLine(before) ?? after;
}
