import { factsOf } from '@qihang/shared/jobs/fields';
import { threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { preparedQuery } from '../../db/prepared';
import type { SearchHitRow } from '../../db/search/search-index';
import type { Database } from '../../db/types';
import { quotedFrom } from '../posts/public';
import { bylines } from '../users/public';

type Ref = Pick<SearchHitRow, 'type' | 'refId'>;

/** What a hit shows of the thing it refers to. */
export interface Found {
  title: string;
  /** The texts in which it can be found beside the title; the first are those a result rather quotes. */
  texts: string[];
  about: string;
  /** From when on nobody can apply; null for what never closes. */
  closesAt: Date | null;
}

export const keyOf = ({ type, refId }: Ref): string => `${type} ${refId}`;

// A page has as many jobs as it has room for, or a few: a statement for each number of them.
const jobsOf = preparedQuery(({ tables: { jobs } }, read) => {
  const select = (count: number) =>
    read
      .select({
        id: jobs.id,
        title: jobs.title,
        company: jobs.company,
        cities: jobs.cities,
        majors: jobs.majors,
        degreeText: jobs.degreeText,
        salaryText: jobs.salaryText,
        origin: jobs.origin,
        sourceName: jobs.sourceName,
        sourceUrl: jobs.sourceUrl,
        body: jobs.body,
        closesAt: jobs.closesAt,
      })
      .from(jobs)
      .where(
        and(
          inArray(
            jobs.id,
            Array.from({ length: count }, (_, i) => sql.placeholder(`id${i}`)),
          ),
          eq(jobs.hidden, false),
        ),
      )
      .prepare(`search_jobs_${count}`);
  const kept = new Map<number, ReturnType<typeof select>>();
  return (count: number) => {
    const query = kept.get(count) ?? select(count);
    kept.set(count, query);
    return query;
  };
});

async function findJobs(db: Database, ids: string[]): Promise<[string, Found][]> {
  const values = Object.fromEntries(ids.map((id, i) => [`id${i}`, id]));
  const rows = await jobsOf(db, db.read)(ids.length).execute(values);
  return rows.map(({ id, title, body, closesAt, origin, sourceName, sourceUrl, ...row }) => {
    const facts = factsOf({ ...row, source: { origin, name: sourceName, url: sourceUrl } });
    return [id, { title, texts: [body, facts.join(' ')], about: row.company, closesAt }];
  });
}

async function findPosts(db: Database, ids: string[], now: Date): Promise<[string, Found][]> {
  const { posts } = db.tables;
  const rows = await db.read
    .select({
      id: posts.id,
      title: posts.title,
      summary: posts.summary,
      blocks: posts.blocks,
      sourceName: posts.sourceName,
      authorId: posts.authorId,
    })
    .from(posts)
    .where(and(inArray(posts.id, ids), eq(posts.hidden, false)));
  const authors = await bylines(
    db,
    rows.map(({ authorId }) => authorId),
    now,
  );
  return rows.map(({ id, title, authorId, ...row }) => [
    id,
    { title, texts: quotedFrom(row), about: authors.get(authorId)?.name ?? '', closesAt: null },
  ]);
}

async function findThreads(
  { tables: { threads, answers }, read }: Database,
  ids: string[],
): Promise<[string, Found][]> {
  const [rows, replies] = await Promise.all([
    read
      .select({ id: threads.id, title: threads.title, body: threads.body, category: threads.category })
      .from(threads)
      .where(and(inArray(threads.id, ids), eq(threads.hidden, false))),
    read
      .select({ threadId: answers.threadId, body: answers.body })
      .from(answers)
      .where(and(inArray(answers.threadId, ids), eq(answers.hidden, false)))
      .orderBy(asc(answers.answeredAt), asc(answers.id)),
  ]);
  return rows.map(({ id, title, body, category }) => {
    const answered = replies.filter(({ threadId }) => threadId === id).map((reply) => reply.body);
    return [id, { title, texts: [body, ...answered], about: threadCategoryNames[category], closesAt: null }];
  });
}

const finders: Record<Ref['type'], (db: Database, ids: string[], now: Date) => Promise<[string, Found][]>> = {
  job: findJobs,
  post: findPosts,
  thread: findThreads,
};

/** The things that hits refer to, by `keyOf`; hidden and missing ones are absent. */
export async function findThings(db: Database, hits: readonly Ref[], now: Date): Promise<Map<string, Found>> {
  const things = new Map<string, Found>();
  for (const type of new Set(hits.map((hit) => hit.type))) {
    const ids = hits.filter((hit) => hit.type === type).map(({ refId }) => refId);
    for (const [refId, thing] of await finders[type](db, ids, now)) things.set(keyOf({ type, refId }), thing);
  }
  return things;
}
