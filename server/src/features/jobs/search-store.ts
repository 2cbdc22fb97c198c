import { factsOf } from '@qihang/shared/jobs/fields';
import { and, asc, gt, inArray, sql } from 'drizzle-orm';
import type { Hit, Searchable } from '../../content/kind';
import { readable } from '../../content/visibility';
import { preparedQuery } from '../../db/prepared';
import type { Database } from '../../db/types';
import { searchDocOf } from './derived';

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
          readable(jobs),
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

async function findHits(db: Database, ids: string[]): Promise<[string, Hit][]> {
  const values = Object.fromEntries(ids.map((id, i) => [`id${i}`, id]));
  const rows = await jobsOf(db, db.read)(ids.length).execute(values);
  return rows.map(({ id, title, body, closesAt, origin, sourceName, sourceUrl, ...row }) => {
    const facts = factsOf({ ...row, source: { origin, name: sourceName, url: sourceUrl } });
    return [id, { title, texts: [body, facts.join(' ')], about: row.company, closesAt }];
  });
}

export const jobSearch: Searchable = {
  async docs({ tables: { jobs } }, read, after, limit) {
    const rows = await read
      .select()
      .from(jobs)
      .where(and(gt(jobs.id, after), readable(jobs)))
      .orderBy(asc(jobs.id))
      .limit(limit);
    return rows.map(searchDocOf);
  },
  hits: findHits,
};
