import type { Block, Inline } from '@qihang/shared/posts/blocks';

const charactersAMinute = 400;

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
    case 'question': {
      const { text, options, explanation, source } = block;
      return [text, ...options.map((option) => option.text), explanation, source?.name]
        .filter(Boolean)
        .join('\n');
    }
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
