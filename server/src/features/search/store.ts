import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../db/database';
import type { SearchHitRow } from '../../db/search/search-index';
import { quotedFrom } from '../posts/public';

type Ref = Pick<SearchHitRow, 'type' | 'refId'>;

/** What a hit shows of the thing it refers to. */
export interface Found {
  title: string;
  /** The texts in which it can be found beside the title, those that are worth quoting first. */
  body: string;
  about: string;
  /** From when on nobody can apply; null for what never closes. */
  closesAt: Date | null;
}

export const keyOf = ({ type, refId }: Ref): string => `${type} ${refId}`;

const lines = (...parts: (string | null)[]): string => parts.filter(Boolean).join('\n');

async function findJobs({ tables: { jobs }, read }: Database, ids: string[]): Promise<[string, Found][]> {
  const rows = await read
    .select({
      id: jobs.id,
      title: jobs.title,
      company: jobs.company,
      cities: jobs.cities,
      majors: jobs.majors,
      degreeText: jobs.degreeText,
      salaryText: jobs.salaryText,
      sourceName: jobs.sourceName,
      body: jobs.body,
      closesAt: jobs.closesAt,
    })
    .from(jobs)
    .where(and(inArray(jobs.id, ids), eq(jobs.hidden, false)));
  return rows.map(({ id, title, company, cities, majors, closesAt, ...texts }) => {
    const facts = [company, ...cities, ...majors, texts.degreeText, texts.salaryText].filter(Boolean);
    const body = lines(texts.body, facts.join(' '), texts.sourceName);
    return [id, { title, body, about: company, closesAt }];
  });
}

async function findPosts(
  { tables: { posts, users }, read }: Database,
  ids: string[],
): Promise<[string, Found][]> {
  const rows = await read
    .select({
      id: posts.id,
      title: posts.title,
      summary: posts.summary,
      blocks: posts.blocks,
      sourceName: posts.sourceName,
      author: users.name,
    })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .where(and(inArray(posts.id, ids), eq(posts.hidden, false)));
  return rows.map(({ id, title, author, ...texts }) => [
    id,
    { title, body: quotedFrom(texts), about: author, closesAt: null },
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
    return [id, { title, body: lines(body, ...answered), about: category, closesAt: null }];
  });
}

const finders: Record<Ref['type'], (db: Database, ids: string[]) => Promise<[string, Found][]>> = {
  job: findJobs,
  post: findPosts,
  thread: findThreads,
};

/** The things that hits refer to, by `keyOf`; hidden and missing ones are absent. */
export async function findThings(db: Database, hits: readonly Ref[]): Promise<Map<string, Found>> {
  const things = new Map<string, Found>();
  for (const type of new Set(hits.map((hit) => hit.type))) {
    const ids = hits.filter((hit) => hit.type === type).map(({ refId }) => refId);
    for (const [refId, thing] of await finders[type](db, ids)) things.set(keyOf({ type, refId }), thing);
  }
  return things;
}
