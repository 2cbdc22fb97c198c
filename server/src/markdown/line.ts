import type { Block, Inline } from '@qihang/shared/posts/blocks';
import { linkRuns } from '@qihang/shared/text/link-runs';
import { isWebAddress } from '@qihang/shared/text/web-address';
import { mediaIdOf } from '@qihang/shared/uploads/links';
import type { Token } from 'markdown-it';

/** Something on the web, or a page or picture of this service; `//` and `/\` begin the address of another host. */
export const isSource = (address: string) => isWebAddress(address) || /^\/(?![/\\]|%5c)/i.test(address);
export const isHref = (address: string) =>
  isSource(address) || /^(?:mailto:[^\s@]+@|tel:[+\d])/i.test(address);
const fileHref = /\.(pdf|docx?|xlsx?|pptx?|zip)$/i;

type Marks = Omit<Inline, 'text'>;
type Image = Extract<Block, { type: 'image' }>;

/** What one line of Markdown is made of, in order: runs of text, and pictures, which stand by themselves. */
export type Piece = { inlines: Inline[] } | { image: Image };

const marksOf: Record<string, Marks> = {
  strong_open: { bold: true },
  em_open: { italic: true },
  s_open: { strike: true },
};

function imageOf(token: Token, href: string | undefined): Image | undefined {
  const src = token.attrGet('src') ?? '';
  if (!isSource(src)) return undefined;
  const image: Image = { type: 'image', src, alt: token.content, caption: token.attrGet('title') || null };
  return href === undefined ? image : { ...image, href };
}

/** Collects runs, and cuts them where a picture stands. */
class Line {
  readonly pieces: Piece[] = [];
  private runs: Inline[] = [];
  /** The marks around what comes next, the innermost last. */
  private readonly around: Marks[] = [];

  open(marks: Marks): void {
    this.around.push(marks);
  }
  close(): Marks | undefined {
    return this.around.pop();
  }
  marks(): Marks {
    return Object.assign({}, ...this.around);
  }
  add(text: string, extra: Marks = {}): void {
    if (text !== '') this.runs.push({ text, ...this.marks(), ...extra });
  }
  /** Text in which addresses become links, unless it is part of a link. */
  addPlain(text: string): void {
    if (this.marks().href !== undefined) this.add(text);
    else for (const { text: run, href } of linkRuns(text)) this.add(run, href === undefined ? {} : { href });
  }
  addImage(token: Token): void {
    const image = imageOf(token, this.marks().href);
    if (image) {
      this.cut();
      this.pieces.push({ image });
      return;
    }
    // A picture that may not be shown leaves its words.
    this.add([token.content, token.attrGet('title')].filter(Boolean).join(' '));
  }
  /** Breaks beside a picture break nothing. */
  cut(): void {
    const inlines = trimBreaks(this.runs);
    if (inlines.length > 0) this.pieces.push({ inlines });
    this.runs = [];
  }
}

function trimBreaks(runs: readonly Inline[]): Inline[] {
  const isBlank = ({ text, code }: Inline) => !code && text.trim() === '';
  let start = 0;
  let end = runs.length;
  while (start < end && isBlank(runs[start] as Inline)) start += 1;
  while (end > start && isBlank(runs[end - 1] as Inline)) end -= 1;
  return runs.slice(start, end);
}

/** The marks of a link; the words of its title are shown behind it, a phone has nothing to hover with. */
function linkMarks(token: Token): Marks {
  const href = token.attrGet('href') ?? '';
  return isHref(href) ? { href } : {};
}

export function piecesOf(children: readonly Token[]): Piece[] {
  const line = new Line();
  const titles: (string | null)[] = [];
  for (const token of children) {
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        line.add('\n');
        break;
      case 'code_inline':
        line.add(token.content, { code: true });
        break;
      case 'image':
        line.addImage(token);
        break;
      case 'link_open':
        titles.push(token.attrGet('title'));
        line.open(linkMarks(token));
        break;
      case 'link_close': {
        line.close();
        const title = titles.pop();
        if (title) line.add(`（${title}）`);
        break;
      }
      default:
        if (token.nesting > 0) line.open(marksOf[token.type] ?? {});
        else if (token.nesting < 0) line.close();
        else line.addPlain(token.content);
    }
  }
  line.cut();
  return line.pieces;
}

/** Nothing but a link to a document: a file to open. */
export function fileOf(inlines: readonly Inline[]): Block | undefined {
  const [only, ...more] = inlines;
  if (!only?.href || more.length > 0 || !isSource(only.href)) return undefined;
  // An upload says what it is by its bytes; its address has no ending.
  if (!fileHref.test(only.href) && mediaIdOf(only.href) === undefined) return undefined;
  return { type: 'file', name: only.text, url: only.href };
}
