import type { Block } from '@qihang/shared/posts/blocks';
import { postLimits } from '@qihang/shared/posts/vocabulary';
import { AppError } from '../../errors';
import { blocksOf, blocksVersion } from '../../markdown/blocks';
import { UnreadableMarkdownError } from '../../markdown/parser';
import { openingOf, readingMinutes } from '../../markdown/text';

/** @throws AppError `request.invalid` at `markdown` */
function readableBlocks(markdown: string): Block[] {
  try {
    return blocksOf(markdown);
  } catch (error) {
    if (!(error instanceof UnreadableMarkdownError)) throw error;
    throw new AppError('request.invalid', undefined, [{ path: 'markdown', message: error.message }]);
  }
}

/** What follows from the Markdown, made once when it is saved. */
export function madeFrom(markdown: string, summary: string) {
  const blocks = readableBlocks(markdown);
  return {
    markdown,
    blocks,
    blocksVersion,
    readingMinutes: readingMinutes(blocks),
    summary: summary || openingOf(blocks, postLimits.summary),
  };
}
