import type { Block, Inline } from '@qihang/shared/posts/blocks';
import MarkdownIt, { type Token } from 'markdown-it';

// HTML is off: what looks like a tag is text. Clients draw blocks, never markup.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

const safeHref = /^(https?:\/\/|\/(?!\/))/i;
const fileHref = /\.(pdf|docx?|xlsx?|pptx?|zip)$/i;

const charactersAMinute = 400;

/** Tokens from an opening one to its closing one, the opening one left out. */
function* inside(tokens: Iterator<Token>, close: string): Generator<Token> {
  let depth = 1;
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    const open = close.replace('_close', '_open');
    if (token.type === open) depth += 1;
    if (token.type === close && --depth === 0) return;
    yield token;
  }
}

type Marks = Pick<Inline, 'bold' | 'italic' | 'code' | 'href'>;

function inlinesOf(children: readonly Token[]): Inline[] {
  const runs: Inline[] = [];
  let marks: Marks = {};
  const push = (text: string, extra: Marks = {}) => {
    if (text) runs.push({ text, ...marks, ...extra });
  };
  for (const token of children) {
    switch (token.type) {
      case 'text':
        push(token.content);
        break;
      case 'softbreak':
      case 'hardbreak':
        push('\n');
        break;
      case 'code_inline':
        push(token.content, { code: true });
        break;
      case 'strong_open':
        marks = { ...marks, bold: true };
        break;
      case 'em_open':
        marks = { ...marks, italic: true };
        break;
      case 'link_open': {
        const href = token.attrGet('href') ?? '';
        if (safeHref.test(href)) marks = { ...marks, href };
        break;
      }
      case 'strong_close':
        marks = without(marks, 'bold');
        break;
      case 'em_close':
        marks = without(marks, 'italic');
        break;
      case 'link_close':
        marks = without(marks, 'href');
        break;
      case 'image':
        push(token.content);
        break;
    }
  }
  return runs;
}

function without(marks: Marks, key: keyof Marks): Marks {
  const { [key]: _, ...rest } = marks;
  return rest;
}

// A paragraph of nothing but a picture is a picture; of nothing but a link to a document, a file.
function paragraphOf(token: Token): Block[] {
  const children = token.children ?? [];
  const [first] = children;
  if (children.length === 1 && first?.type === 'image') {
    const src = first.attrGet('src') ?? '';
    if (!safeHref.test(src)) return [];
    return [{ type: 'image', src, alt: first.content, caption: first.attrGet('title') || null }];
  }
  const inlines = inlinesOf(children);
  const [only] = inlines;
  if (inlines.length === 1 && only?.href && fileHref.test(only.href)) {
    return [{ type: 'file', name: only.text, url: only.href }];
  }
  return inlines.length > 0 ? [{ type: 'paragraph', inlines }] : [];
}

const allInlines = (tokens: Iterable<Token>): Inline[] => {
  const lines = [...tokens]
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => inlinesOf(children ?? []));
  return lines.flatMap((line, i) => (i === 0 ? line : [{ text: '\n' }, ...line]));
};

const noteMark = /^\[!(WARNING|NOTE|TIP|IMPORTANT|CAUTION)\]\s*/;

function quoteOf(tokens: Iterable<Token>): Block {
  const inlines = allInlines(tokens);
  const [first] = inlines;
  const found = first && noteMark.exec(first.text);
  if (!first || !found) return { type: 'quote', inlines };
  const opening = { ...first, text: first.text.slice(found[0].length) };
  const rest = opening.text ? [opening, ...inlines.slice(1)] : inlines.slice(1);
  const body = rest[0]?.text === '\n' ? rest.slice(1) : rest;
  const tone = found[1] === 'WARNING' || found[1] === 'CAUTION' ? 'warning' : 'info';
  return { type: 'note', tone, inlines: body };
}

function listOf(open: Token, tokens: Iterator<Token>): Block {
  const ordered = open.type === 'ordered_list_open';
  const items: Inline[][] = [];
  for (const token of inside(tokens, open.type.replace('_open', '_close'))) {
    if (token.type === 'list_item_open') items.push([]);
    // Nested lists become lines of their parent: a phone has no room for more than one level.
    if (token.type === 'inline') {
      const item = items[items.length - 1];
      const runs = inlinesOf(token.children ?? []);
      item?.push(...runs);
    }
  }
  return {
    type: 'list',
    ordered,
    start: Number(open.attrGet('start') ?? 1),
    items: items.filter((i) => i.length > 0),
  };
}

function tableOf(tokens: Iterator<Token>): Block {
  const rows: Inline[][][] = [];
  for (const token of inside(tokens, 'table_close')) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline') rows[rows.length - 1]?.push(inlinesOf(token.children ?? []));
  }
  const [head = [], ...body] = rows;
  return { type: 'table', head, rows: body };
}

const doneMark = /\s*[✓✔]\s*$/;

function fenceOf({ info, content }: Token): Block {
  const text = content.replace(/\n$/, '');
  if (info.trim() !== 'steps') return { type: 'code', text };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return {
    type: 'steps',
    items: lines.map((line) => ({ text: line.replace(doneMark, '').trim(), done: doneMark.test(line) })),
  };
}

/** The typed blocks of a Markdown text. Links and pictures other than http(s) or paths of this service are dropped. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const tokens = parser.parse(markdown, {})[Symbol.iterator]();
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const token = next.value;
    switch (token.type) {
      case 'heading_open':
        // The title of the page is the only level 1.
        blocks.push({
          type: 'heading',
          level: Math.min(3, Math.max(2, Number(token.tag.slice(1)))),
          inlines: allInlines(inside(tokens, 'heading_close')),
        });
        break;
      case 'inline':
        blocks.push(...paragraphOf(token));
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        blocks.push(listOf(token, tokens));
        break;
      case 'blockquote_open':
        blocks.push(quoteOf(inside(tokens, 'blockquote_close')));
        break;
      case 'table_open':
        blocks.push(tableOf(tokens));
        break;
      case 'fence':
      case 'code_block':
        blocks.push(fenceOf(token));
        break;
      case 'hr':
        blocks.push({ type: 'divider' });
        break;
    }
  }
  return blocks;
}

const textOfInlines = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'note':
      return textOfInlines(block.inlines);
    case 'list':
      return block.items.map(textOfInlines).join('\n');
    case 'steps':
      return block.items.map(({ text }) => text).join('\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(textOfInlines).join(' ')).join('\n');
    case 'image':
      return [block.alt, block.caption].filter(Boolean).join(' ');
    case 'file':
      return block.name;
    case 'code':
      return block.text;
    case 'divider':
      return '';
  }
}

/** The words of an article, for search. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks.map(textOfBlock).filter(Boolean).join('\n');

/** Opening words of the prose, where its author wrote no summary. */
export function openingOf(blocks: readonly Block[], length: number): string {
  const prose = blocks.filter(({ type }) => type === 'paragraph' || type === 'list' || type === 'quote');
  const text = textOf(prose).replace(/\s+/g, ' ').trim();
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Whole minutes, at least one. */
export const readingMinutes = (blocks: readonly Block[]): number =>
  Math.max(1, Math.round(textOf(blocks).length / charactersAMinute));
