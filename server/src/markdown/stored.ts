import { type Block, block } from '@qihang/shared/posts/blocks';
import * as z from 'zod/mini';
import { blocksOf } from './blocks';
import { isHref, isSource } from './line';
import { UnreadableMarkdownError } from './parser';

const shape = z.array(block);

/** Whether every address in it is one that may be followed or shown. */
function isSafe(value: unknown, key = ''): boolean {
  if (typeof value === 'string') {
    if (key === 'href') return isHref(value);
    return (key !== 'src' && key !== 'url') || isSource(value);
  }
  if (Array.isArray(value)) return value.every((one) => isSafe(one));
  return value instanceof Object ? Object.entries(value).every(([name, one]) => isSafe(one, name)) : true;
}

/**
 * Blocks as they were stored, judged again before they are answered: those that this version does not know, or whose addresses
 * it would not make, are made again from their Markdown. None where that cannot be read any more.
 */
export function soundBlocks(blocks: Block[], markdown: string): Block[] {
  if (z.safeParse(shape, blocks).success && isSafe(blocks)) return blocks;
  try {
    return blocksOf(markdown);
  } catch (error) {
    if (error instanceof UnreadableMarkdownError) return [];
    throw error;
  }
}
