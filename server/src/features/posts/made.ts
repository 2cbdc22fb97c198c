import type { FieldError } from '@qihang/shared/contract/errors';
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

/** The answer of a self-test question says where it is from, wherever a board asks for sources. */
export function unsourcedQuestions(
  { name, sourceRequired }: { name: string; sourceRequired: boolean },
  blocks: readonly Block[],
): FieldError[] {
  if (!sourceRequired || !blocks.some((one) => one.type === 'question' && one.source === null)) return [];
  return [{ path: 'markdown', message: `${name}的自测题要写答案的来源：“来源：[名称](https://…)”` }];
}

/** @throws AppError `request.invalid` at `markdown` for what `unsourcedQuestions` finds */
export function refuseUnsourcedQuestions(...args: Parameters<typeof unsourcedQuestions>): void {
  const errors = unsourcedQuestions(...args);
  if (errors.length > 0) throw new AppError('request.invalid', undefined, errors);
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
