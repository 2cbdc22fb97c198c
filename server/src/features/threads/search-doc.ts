import { isPublished } from '../../content/rules';
import type { SearchDoc } from '../../db/search/search-index';
import type { AnswerRow, ThreadRow } from './row';

/** A question as search finds it: with the answers that readers see. */
export function searchDocOf(thread: ThreadRow, answers: readonly AnswerRow[]): SearchDoc {
  const seen = answers.filter(isPublished).map(({ body }) => body);
  return {
    type: 'thread',
    refId: thread.id,
    board: thread.board,
    publishedAt: thread.askedAt,
    closesAt: null,
    title: thread.title,
    body: [thread.body, ...seen].filter(Boolean).join('\n'),
  };
}
