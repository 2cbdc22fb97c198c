import type { FieldError } from '@qihang/shared/contract/errors';
import { blockingFindings } from '@qihang/shared/posts/check';
import { AppError } from '../../errors';
import { unsafeLinksIn } from '../../markdown/parser';
import type { PostRow } from './row';

type Words = Pick<PostRow, 'board' | 'title' | 'markdown' | 'sourceName' | 'sourceUrl'>;

/** What of 发布前检查 keeps an article from readers, at its field: the same check as in the form. */
export function unfitFields({ board, title, markdown, sourceName, sourceUrl }: Words): FieldError[] {
  const found = blockingFindings(
    { board, title, markdown, sourceName: sourceName ?? '', sourceUrl: sourceUrl ?? '', pinnedUntil: null },
    // Boards ask for sources by themselves, and a pin that is over keeps nobody from reading.
    { today: '', sourceRequired: false },
  ).map(({ path, message, detail }): FieldError => ({ path, message: `${message}：${detail}` }));
  // What only the parser knows for an address, as `&#106;avascript:`.
  const [unsafe] = found.some(({ path }) => path === 'markdown') ? [] : unsafeLinksIn(markdown);
  if (unsafe === undefined) return found;
  const message = `不能用“${unsafe.slice(0, 40)}”这样的链接，请写 https:// 开头的网址`;
  return [...found, { path: 'markdown', message }];
}

/**
 * What was there before does not stop the person who changes something else.
 * @param changed the fields that are written
 * @throws AppError `request.invalid` with each of them that keeps the article from readers
 */
export function refuseUnfit(post: Words, changed: readonly string[]): void {
  const fields = unfitFields(post).filter(({ path }) => changed.includes(path.split('.')[0] ?? ''));
  if (fields.length > 0) throw new AppError('request.invalid', undefined, fields);
}
