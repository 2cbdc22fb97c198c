import type { TextSpan } from '../text/link';

/** A link or picture of a Markdown text with its address as it is written. */
export interface MarkdownLink extends TextSpan {
  words: string;
  address: string;
  picture: boolean;
}

export interface MarkdownHeading extends TextSpan {
  words: string;
  /** Nothing but blanks follows before the next heading of the same or a higher level. */
  empty: boolean;
}

const spaces = (text: string) => text.replace(/[^\n]/g, ' ');

/** The text with code blanked out, at the same length: what is code links nothing. */
export function withoutCode(markdown: string): string {
  let open: string | null = null;
  const lines = markdown.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (open !== null) {
      if (mark?.startsWith(open) && line.trim() === mark) open = null;
      return spaces(line);
    }
    if (mark !== undefined) {
      open = mark;
      return spaces(line);
    }
    return line;
  });
  return lines.join('\n').replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, spaces);
}

/** How far back the words of a link may begin. */
const longestWords = 500;

function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let at = close - 1; at >= Math.max(0, close - longestWords); at -= 1) {
    if (text[at - 1] === '\\') continue;
    if (text[at] === ']') depth += 1;
    if (text[at] !== '[') continue;
    if (depth === 0) return at;
    depth -= 1;
  }
  return -1;
}

/** Every link and picture of a Markdown text, in order: inline, as a definition below the text, and in angle brackets. */
export function linksIn(markdown: string): MarkdownLink[] {
  const text = withoutCode(markdown);
  const found: MarkdownLink[] = [];
  const inline = /\]\([ \t]*(?:<([^>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))/g;
  for (let match = inline.exec(text); match; match = inline.exec(text)) {
    const open = openingOf(text, match.index);
    if (open < 0) continue;
    const picture = text[open - 1] === '!';
    const close = text.indexOf(')', match.index + match[0].length);
    found.push({
      start: picture ? open - 1 : open,
      end: close < 0 ? match.index + match[0].length : close + 1,
      words: markdown.slice(open + 1, match.index),
      address: match[1] ?? match[2] ?? '',
      picture,
    });
  }
  const other = /^ {0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s>]+)|<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/gim;
  for (let match = other.exec(text); match; match = other.exec(text))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      words: match[1] ?? '',
      address: match[2] ?? match[3] ?? '',
      picture: false,
    });
  return found.sort((a, b) => a.start - b.start);
}

/** Every heading of a Markdown text that is marked with `#`. */
export function headingsIn(markdown: string): MarkdownHeading[] {
  const text = withoutCode(markdown);
  const marks = /^ {0,3}(#{1,6})(?:[ \t]+([^\n]*?))?[ \t#]*$/gm;
  const found: (MarkdownHeading & { level: number })[] = [];
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (match[0] === '') marks.lastIndex += 1;
    const start = match.index;
    const end = start + match[0].length;
    found.push({ start, end, words: (match[2] ?? '').trim(), empty: false, level: match[1]?.length ?? 0 });
  }
  return found.map(({ level, ...heading }, at) => {
    const next = found[at + 1];
    const below = markdown.slice(heading.end, next?.start ?? markdown.length);
    return { ...heading, empty: below.trim() === '' && (next === undefined || next.level <= level) };
  });
}

/** Which paragraph a place is in, counted from 1: blocks with an empty line between them. */
export function paragraphAt(markdown: string, at: number): number {
  const above = markdown.slice(0, at).split(/\n[ \t]*\n/);
  return above.filter((block, index) => index === above.length - 1 || block.trim() !== '').length;
}
