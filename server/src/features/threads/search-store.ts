import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { and, asc, gt, inArray, isNull } from 'drizzle-orm';
import type { Hit, Searchable } from '../../content/kind';
import { readable } from '../../content/visibility';
import type { Database } from '../../db/types';
import { searchDocOf } from './search-doc';
import { listAnswers } from './store';

async function findHits(
  { tables: { threads, answers }, read }: Database,
  ids: string[],
): Promise<[string, Hit][]> {
  const [rows, replies] = await Promise.all([
    read
      .select({ id: threads.id, title: threads.title, body: threads.body, category: threads.category })
      .from(threads)
      .where(and(inArray(threads.id, ids), readable(threads))),
    read
      .select({ threadId: answers.threadId, body: answers.body })
      .from(answers)
      .where(and(inArray(answers.threadId, ids), readable(answers)))
      .orderBy(asc(answers.answeredAt), asc(answers.id)),
  ]);
  return rows.map(({ id, title, body, category }) => {
    const answered = replies.filter(({ threadId }) => threadId === id).map((reply) => reply.body);
    return [id, { title, texts: [body, ...answered], about: threadCategoryNames[category], closesAt: null }];
  });
}

export const threadSearch: Searchable = {
  async docs(db, read, after, limit) {
    const { threads } = db.tables;
    const rows = await read
      .select()
      .from(threads)
      .where(and(gt(threads.id, after), readable(threads), isNull(threads.mergedIntoId)))
      .orderBy(asc(threads.id))
      .limit(limit);
    const docs = [];
    for (const thread of rows) docs.push(searchDocOf(thread, await listAnswers(db, read, thread.id)));
    return docs;
  },
  hits: findHits,
};
