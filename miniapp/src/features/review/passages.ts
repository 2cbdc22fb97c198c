import type { Mark } from '@qihang/shared/content/decisions';
import type { Block, Inline } from '@qihang/shared/posts/blocks';

/** The lines of a text that hold anything. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Characters that are shown of a long text before it is unfolded, besides what is marked in it. */
const shortLength = 240;

/** What is read of a long text at a glance: runs of places that are shown, and how many are folded in between. */
export type Stretch = { shown: number[] } | { folded: number };

/**
 * Folds a long text: its beginning and everything marked stay in sight.
 * @param texts the words of its paragraphs or blocks
 */
export function foldTexts(texts: readonly string[], marks: readonly Pick<Mark, 'quote'>[]): Stretch[] {
  const stretches: Stretch[] = [];
  let length = 0;
  texts.forEach((text, place) => {
    const last = stretches[stretches.length - 1];
    const isShown = length < shortLength || marks.some(({ quote }) => text.includes(quote));
    if (isShown && last && 'shown' in last) last.shown.push(place);
    else if (isShown) stretches.push({ shown: [place] });
    else if (last && 'folded' in last) last.folded++;
    else stretches.push({ folded: 1 });
    length += text.length;
  });
  return stretches;
}

const wordsOf = (inlines: readonly Inline[]) => inlines.map(({ text }) => text).join('');

/** The words of a block that can be read in it. */
export function blockWords(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'note':
      return wordsOf(block.inlines);
    case 'list':
      return block.items.map(wordsOf).join('\n');
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.map(wordsOf)).join('\n');
    case 'steps':
      return block.items.map(({ text }) => text).join('\n');
    case 'question':
    case 'code':
      return block.text;
    case 'image':
      return [block.alt, block.caption, block.href].filter(Boolean).join('\n');
    case 'file':
      return block.name;
    default:
      return '';
  }
}

/** A paragraph in clauses that can each be pointed at; joined they are the paragraph. */
export const clausesOf = (text: string): string[] =>
  text.match(/[^，。；！？,;!?]+[，。；！？,;!?]*|[，。；！？,;!?]+/g) ?? [];

/** The words of a clause without the punctuation that ends it. */
export const quoteOf = (clause: string): string => clause.replace(/[，。；！？,;!?\s]+$/, '').trim();
