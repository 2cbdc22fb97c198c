/** A text with what is selected in it, in UTF-16 units as text fields count; an empty selection is the caret. */
export interface Edit {
  text: string;
  start: number;
  end: number;
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

const splitsPair = (text: string, at: number) =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** The same with its ends in order, inside of the text, and never in the middle of a character. */
export function settle({ text, start, end }: Edit): Edit {
  const within = (at: number) => Math.max(0, Math.min(text.length, at));
  const [from, to] = [Math.min(within(start), within(end)), Math.max(within(start), within(end))];
  if (from === to)
    return splitsPair(text, from) ? { text, start: from + 1, end: from + 1 } : { text, start: from, end: to };
  return {
    text,
    start: splitsPair(text, from) ? from - 1 : from,
    end: splitsPair(text, to) ? to + 1 : to,
  };
}

/** Where the lines begin and end that a selection touches. A selection that ends at the start of a line leaves that line out. */
export function touchedLines({ text, start, end }: Edit): { from: number; to: number } {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const stop = text.indexOf('\n', last);
  return { from: text.lastIndexOf('\n', start - 1) + 1, to: stop < 0 ? text.length : stop };
}

/** Puts `by` in the place of what is selected, and the caret behind it. */
export function replaceSelection(edit: Edit, by: string): Edit {
  const { text, start, end } = settle(edit);
  const at = start + by.length;
  return { text: text.slice(0, start) + by + text.slice(end), start: at, end: at };
}

/**
 * Puts a block of its own at the selection, with an empty line before and behind it, and the caret into the line below.
 * What is selected stays above the block.
 */
export function insertBlock(edit: Edit, block: string): Edit {
  const { text, end } = settle(edit);
  const lineEnd = touchedLines({ text, start: end, end }).to;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, lineEnd);
  const at = line.trim() === '' ? end : lineEnd;
  const above = text.slice(0, at).replace(/\s+$/, '');
  const below = text.slice(at).replace(/^\s+/, '');
  const head = `${above === '' ? '' : `${above}\n\n`}${block}\n\n`;
  return { text: head + below, start: head.length, end: head.length };
}

/** A change at one place: so many units go, and this text comes. */
export interface Change {
  at: number;
  remove: number;
  insert: string;
}

/** Makes changes that do not overlap. The selection keeps its words, and what is put at its ends becomes part of it. */
export function change(edit: Edit, changes: readonly Change[]): Edit {
  let { text, start, end } = edit;
  for (const { at, remove, insert } of [...changes].sort((a, b) => b.at - a.at)) {
    text = text.slice(0, at) + insert + text.slice(at + remove);
    const moved = (place: number, isEnd: boolean) => {
      if (place < at || (place === at && !isEnd)) return place;
      return at + insert.length + Math.max(0, place - at - remove);
    };
    [start, end] = [moved(start, false), moved(end, true)];
  }
  return { text, start, end };
}
