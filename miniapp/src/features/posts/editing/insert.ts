import { type Edit, insertBlock, replaceSelection, settle } from './edit';

/** Words as they stand in Markdown where brackets would end them. */
const inBrackets = (words: string) =>
  words
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/([[\]\\])/g, '\\$1');

/** An address as Markdown takes it: without blanks and brackets that would end it. */
const inParens = (address: string) =>
  address.trim().replace(/[\s()<>]/g, (found) => `%${found.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** A link in place of what is selected; the address serves as its words where there are none. */
export function insertLink(edit: Edit, words: string, address: string): Edit {
  const shown = words.trim() === '' ? address.trim() : words;
  return replaceSelection(edit, `[${inBrackets(shown)}](${inParens(address)})`);
}

/** What a link sheet begins with: the words that are selected, of one line. */
export function selectedWords(edit: Edit): string {
  const { text, start, end } = settle(edit);
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}

export interface Picture {
  alt: string;
  url: string;
}

export const pictureMarkdown = ({ alt, url }: Picture) => `![${inBrackets(alt)}](${inParens(url)})`;

/** Pictures, each in a paragraph of its own. */
export const insertPictures = (edit: Edit, pictures: readonly Picture[]): Edit =>
  pictures.length === 0 ? edit : insertBlock(edit, pictures.map(pictureMarkdown).join('\n\n'));

/** A document to open: a paragraph that is nothing but its link. */
export const insertFile = (edit: Edit, name: string, url: string): Edit =>
  insertBlock(edit, `[${inBrackets(name)}](${inParens(url)})`);

/** Changes what a picture that stands in the text shows; the text itself where it has no such picture. */
export function withAlt(text: string, { alt, url }: Picture): string {
  const end = `](${inParens(url)})`;
  const at = text.indexOf(end);
  const start = at < 0 ? -1 : text.lastIndexOf('![', at);
  if (start < 0 || text.slice(start, at).includes('\n')) return text;
  return `${text.slice(0, start)}![${inBrackets(alt)}${text.slice(at)}`;
}

/** Takes every picture or document of this address out of the text, with the empty line that it leaves. */
export function withoutUrl(text: string, url: string): string {
  const address = inParens(url).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`!?\\[(?:[^\\]\\\\\\n]|\\\\.)*\\]\\(${address}\\)`, 'g');
  return text.replace(found, '').replace(/\n{3,}/g, '\n\n');
}

/** An empty table: a row of heads, and `rows` below it. The caret goes into the first head. */
export function insertTable(edit: Edit, rows: number, columns: number): Edit {
  const line = (cell: string) => `|${` ${cell} |`.repeat(columns)}`;
  const heads = `|${Array.from({ length: columns }, (_, at) => ` 列 ${at + 1} |`).join('')}`;
  const table = [heads, line('---'), ...Array.from({ length: rows }, () => line('  '))].join('\n');
  const inserted = insertBlock(edit, table);
  const at = inserted.start - 2 - table.length + 2;
  return { text: inserted.text, start: at, end: at + '列 1'.length };
}

/** The headings of a template below what is written; one that the text has already is not added again. */
export function insertHeadings(edit: Edit, headings: readonly string[]): Edit {
  const known = new Set(
    edit.text.split('\n').flatMap((line) => /^#{1,6} (.*)$/.exec(line)?.[1]?.trim() ?? []),
  );
  const added = headings.filter((heading) => !known.has(heading));
  const [first] = added;
  if (first === undefined) return edit;
  const above = edit.text.replace(/\s+$/, '');
  const head = `${above === '' ? '' : `${above}\n\n`}## ${first}\n\n`;
  const rest = added.slice(1).map((heading) => `\n\n## ${heading}\n`);
  return { text: head + rest.join(''), start: head.length, end: head.length };
}

/** Markdown in place of what is selected: words within the line, anything longer as paragraphs of its own. The caret comes behind it. */
export function insertMarkdown(edit: Edit, markdown: string): Edit {
  if (!markdown.includes('\n')) return replaceSelection(edit, markdown);
  const { text, start, end } = settle(edit);
  const above = text.slice(0, start).replace(/\s+$/, '');
  const below = text.slice(end).replace(/^\s+/, '');
  const head = `${above === '' ? '' : `${above}\n\n`}${markdown.trim()}`;
  return { text: `${head}${below === '' ? '' : '\n\n'}${below}`, start: head.length, end: head.length };
}

const pictures = /!\[(?:[^\]\\\n]|\\.)*\]\([^)\s]*\)/g;

/** The pictures of these addresses in this order, in the places that they have in the text; others stay. */
export function withOrder(text: string, urls: readonly string[]): string {
  const placeOf = (picture: string) => urls.findIndex((url) => picture.endsWith(`](${inParens(url)})`));
  const known = (text.match(pictures) ?? []).filter((picture) => placeOf(picture) >= 0);
  const ordered = [...known].sort((a, b) => placeOf(a) - placeOf(b));
  let next = 0;
  return text.replace(pictures, (picture) => {
    if (placeOf(picture) < 0) return picture;
    next += 1;
    return ordered[next - 1] ?? picture;
  });
}
