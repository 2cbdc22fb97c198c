import type { FieldError } from '@qihang/shared/contract/errors';
import { blockingFindings } from '@qihang/shared/posts/check';
import { AppError } from '../../errors';
import type { PostRow } from './row';

type Words = Pick<PostRow, 'board' | 'title' | 'markdown' | 'sourceName' | 'sourceUrl'>;

/** What of 发布前检查 keeps an article from readers, beside its field: the same check as in the form. */
export const unfitFields = ({ board, title, markdown, sourceName, sourceUrl }: Words): FieldError[] =>
  blockingFindings(
    { board, title, markdown, sourceName: sourceName ?? '', sourceUrl: sourceUrl ?? '', pinnedUntil: null },
    // Boards ask for sources by themselves, and a pin that is over keeps nobody from reading.
    { today: '', sourceRequired: false },
  ).map(({ path, message, detail }) => ({ path, message: `${message}：${detail}` }));

/** @throws AppError `request.invalid` with each field that keeps the article from readers */
export function refuseUnfit(post: Words): void {
  const fields = unfitFields(post);
  if (fields.length > 0) throw new AppError('request.invalid', undefined, fields);
}
