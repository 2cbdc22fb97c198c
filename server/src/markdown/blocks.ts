import { type Block, deepestIndent, type Inline, type Place } from '@qihang/shared/posts/blocks';
import { fileOf, type Piece, piecesOf } from './line';
import { type Node, treeOf } from './parser';
import { questionOf } from './question';

/** Counts the ways in which Markdown has been read: blocks of an older one are made again. */
export const blocksVersion = 3;

const noteMark = /^\[!(WARNING|NOTE|TIP|IMPORTANT|CAUTION)\]\s*/;
const doneMark = /\s*[✓✔]\s*$/;
const taskMark = /^\[([ xX])\] /;

const deeper = (place: Place): Place => ({
  ...place,
  indent: Math.min((place.indent ?? 0) + 1, deepestIndent),
});
const quoted = (place: Place): Place => ({ ...place, quoted: true });

/** The pieces of every line of text right below these nodes. */
const linesOf = (nodes: readonly Node[]): Piece[] =>
  nodes.flatMap(({ token }) => (token.type === 'inline' ? piecesOf(token.children ?? []) : []));

/** The text of a heading or a cell, where pictures have no room. */
const textIn = (nodes: readonly Node[]): Inline[] =>
  linesOf(nodes).flatMap((piece) => ('inlines' in piece ? piece.inlines : [{ text: piece.image.alt }]));

const imagesIn = (nodes: readonly Node[], place: Place): Block[] =>
  linesOf(nodes).flatMap((piece) => ('image' in piece ? [{ ...piece.image, ...place }] : []));

function blockOfPiece(piece: Piece, place: Place): Block {
  if ('image' in piece) return { ...piece.image, ...place };
  return { ...(fileOf(piece.inlines) ?? { type: 'paragraph', inlines: piece.inlines }), ...place };
}

/** Starts a line below what is there. */
const joinLines = (above: readonly Inline[], below: readonly Inline[]): Inline[] =>
  above.length === 0 ? [...below] : [...above, { text: '\n' }, ...below];

const onlyText = (pieces: readonly Piece[]): Inline[] | undefined => {
  const [only, ...more] = pieces;
  return only && 'inlines' in only && more.length === 0 && !fileOf(only.inlines) ? only.inlines : undefined;
};

/** `[ ] ` and `[x] ` at the start of an item, as boxes. */
function withTaskBox([first, ...rest]: readonly Inline[]): Inline[] {
  const found = first && taskMark.exec(first.text);
  if (!found) return first ? [first, ...rest] : [];
  const box = found[1] === ' ' ? '☐' : '☑';
  return [{ ...first, text: `${box} ${first.text.slice(found[0].length)}` }, ...rest];
}

/**
 * A list. Its items are lines; whatever else an item holds follows as a block of its own, one level deeper, and the list goes on
 * behind it with its own count: a phone draws them one below the other.
 */
function listOf({ token, children }: Node, place: Place): Block[] {
  const ordered = token.type === 'ordered_list_open';
  const first = Number(token.attrGet('start') ?? 1);
  const blocks: Block[] = [];
  let items: Inline[][] = [];
  let count = 0;
  const flush = () => {
    if (items.length > 0)
      blocks.push({ type: 'list', ordered, start: first + count - items.length, items, ...place });
    items = [];
  };
  for (const item of children) {
    let line: Inline[] | undefined = [];
    count += 1;
    for (const node of item.children) {
      const text = node.token.type === 'paragraph_open' ? onlyText(linesOf(node.children)) : undefined;
      if (text && line) {
        line = joinLines(line, text);
        continue;
      }
      if (line) items.push(withTaskBox(line));
      line = undefined;
      flush();
      blocks.push(...blocksIn([node], deeper(place)));
    }
    if (line) items.push(withTaskBox(line));
  }
  flush();
  return blocks;
}

/** A quotation, or a note. Lines are its own; whatever else it holds follows as a quoted block. */
function quoteOf({ children }: Node, place: Place): Block[] {
  const blocks: Block[] = [];
  let lines: Inline[] = [];
  let tone: 'info' | 'warning' | undefined;
  const flush = () => {
    if (lines.length > 0)
      blocks.push(
        tone ? { type: 'note', tone, inlines: lines, ...place } : { type: 'quote', inlines: lines, ...place },
      );
    lines = [];
  };
  for (const [index, node] of children.entries()) {
    let text = node.token.type === 'paragraph_open' ? onlyText(linesOf(node.children)) : undefined;
    if (index === 0 && text) {
      const found = noteMark.exec(text[0]?.text ?? '');
      if (found) {
        tone = found[1] === 'WARNING' || found[1] === 'CAUTION' ? 'warning' : 'info';
        text = withoutMark(text, found[0].length);
      }
    }
    if (text) {
      if (text.length > 0) lines = joinLines(lines, text);
      continue;
    }
    flush();
    blocks.push(...blocksIn([node], quoted(node.token.type === 'blockquote_open' ? deeper(place) : place)));
  }
  flush();
  return blocks;
}

function withoutMark([first, ...rest]: readonly Inline[], length: number): Inline[] {
  const text = first?.text.slice(length) ?? '';
  if (first && text !== '') return [{ ...first, text }, ...rest];
  return rest[0]?.text === '\n' ? rest.slice(1) : rest;
}

/** A table, and below it the pictures of its cells. */
function tableOf({ children }: Node, place: Place): Block[] {
  const rows = children.flatMap((part) => part.children);
  const [head = [], ...body] = rows.map((row) => row.children.map((cell) => textIn(cell.children)));
  const images = rows.flatMap((row) => row.children.flatMap((cell) => imagesIn(cell.children, place)));
  return [{ type: 'table', head, rows: body, ...place }, ...images];
}

/** A heading, and below it its pictures; the title of the page is the only level 1. */
function headingOf({ token, children }: Node, place: Place): Block[] {
  const inlines = textIn(children).filter(({ text }) => text !== '');
  const depth = Math.min(3, Math.max(2, Number(token.tag.slice(1))));
  const images = imagesIn(children, place);
  return inlines.length > 0 ? [{ ...place, type: 'heading', level: depth, inlines }, ...images] : images;
}

function fenceOf({ token: { info, content } }: Node, place: Place): Block {
  const text = content.replace(/\n$/, '');
  if (info.trim() === 'question') return { ...questionOf(text), ...place };
  if (info.trim() !== 'steps') return { type: 'code', text, ...place };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    type: 'steps',
    items: lines.map((line) => ({ text: line.replace(doneMark, '').trim(), done: doneMark.test(line) })),
    ...place,
  };
}

function blocksIn(nodes: readonly Node[], place: Place): Block[] {
  return nodes.flatMap((node): Block[] => {
    const { token, children } = node;
    switch (token.type) {
      case 'heading_open':
        return headingOf(node, place);
      case 'paragraph_open':
        return linesOf(children).map((piece) => blockOfPiece(piece, place));
      case 'bullet_list_open':
      case 'ordered_list_open':
        return listOf(node, place);
      case 'blockquote_open':
        return quoteOf(node, place);
      case 'table_open':
        return tableOf(node, place);
      case 'fence':
      case 'code_block':
        return [fenceOf(node, place)];
      case 'hr':
        return [{ type: 'divider', ...place }];
      default:
        return blocksIn(children, place);
    }
  });
}

/**
 * The typed blocks of a Markdown text, one below the other: nothing that was written is left out. Links other than http(s), mailto,
 * tel and paths of this service keep their words only, and so do pictures from elsewhere than http(s) and this service.
 * @throws UnreadableMarkdownError
 */
export const blocksOf = (markdown: string): Block[] => blocksIn(treeOf(markdown), {});
