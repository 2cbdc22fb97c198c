import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Place } from '../../../db/keyset';
import { preparedQuery } from '../../../db/prepared';
import type { Database } from '../../../db/types';
import { summaryColumns } from '../store';
import { conditionOf, type JobFilter, shapeOf, type Values, valuesOf } from './filter-store';

const p = sql.placeholder;
const maxShapes = 200;

interface Prepared<R> {
  execute(values: Values): Promise<R>;
}

function shapeCache<R>(prefix: string) {
  const kept = new Map<string, Prepared<R>>();
  let made = 0;
  return (shape: string, searching: boolean, prepare: (name: string) => Prepared<R>): Prepared<R> => {
    // The words of a search are part of the statement's text: it is used once, and PostgreSQL keeps none without a name.
    if (searching) return prepare('');
    const known = kept.get(shape);
    if (known) return known;
    made += 1;
    const query = prepare(`${prefix}_${made}`);
    if (kept.size >= maxShapes) kept.clear();
    kept.set(shape, query);
    return query;
  };
}

export type ListOrder = 'newest' | 'deadline';

const newestFirst: Place = { at: new Date(8.64e12), id: '~' };

// A list without closed jobs starts at the present: an index of a long-lived board holds little but closed jobs.
function startOf(sort: ListOrder, { state }: JobFilter, now: Date): Place {
  if (sort === 'newest') return newestFirst;
  return state?.includes('closed') ? { at: new Date(0), id: '' } : { at: now, id: '~' };
}

/** The columns that `matchJob` judges, those that place a row in the newest first, and whose job it is. */
const rankColumns = ({ tables: { jobs } }: Database) => ({
  id: jobs.id,
  kind: jobs.kind,
  cities: jobs.cities,
  degree: jobs.degree,
  majors: jobs.majors,
  graduationYear: jobs.graduationYear,
  publishedAt: jobs.publishedAt,
  company: jobs.company,
  ownerId: jobs.ownerId,
  board: jobs.board,
});

function makeQueries(db: Database) {
  const { jobs, jobCities, users } = db.tables;
  const lists = shapeCache<Awaited<ReturnType<ReturnType<typeof prepareList>['execute']>>>('jobs_list');
  const ranks = shapeCache<Awaited<ReturnType<ReturnType<typeof prepareRank>['execute']>>>('jobs_rank');
  const counts = shapeCache<{ n: number }[]>('jobs_count');

  /** Where a list starts and how it is ordered; one city is read from an index of its own. */
  function orderOf(filter: JobFilter, sort: ListOrder) {
    const oneCity = filter.city?.length === 1;
    const times = oneCity ? jobCities : jobs;
    const at = sort === 'newest' ? times.publishedAt : times.closesAt;
    const id = oneCity ? jobCities.jobId : jobs.id;
    const place = sql`(${sql.param(p('at'), jobs.closesAt)}, ${p('id')})`;
    const after = sort === 'newest' ? sql`(${at}, ${id}) < ${place}` : sql`(${at}, ${id}) > ${place}`;
    return {
      oneCity,
      order: sort === 'newest' ? [desc(at), desc(id)] : [asc(at), asc(id)],
      where: and(oneCity ? eq(jobCities.city, p('city0')) : undefined, after, conditionOf(db, filter)),
    };
  }

  function prepareList(filter: JobFilter, sort: ListOrder, name: string) {
    const { oneCity, order, where } = orderOf(filter, sort);
    const base = db.read.select(summaryColumns(db));
    const from = oneCity
      ? base.from(jobCities).innerJoin(jobs, eq(jobs.id, jobCities.jobId))
      : base.from(jobs);
    return from
      .leftJoin(users, eq(users.id, jobs.verifiedById))
      .where(where)
      .orderBy(...order)
      .limit(p('limit'))
      .prepare(name);
  }

  function prepareRank(filter: JobFilter, name: string) {
    const { oneCity, order, where } = orderOf(filter, 'newest');
    const base = db.read.select(rankColumns(db));
    const from = oneCity
      ? base.from(jobCities).innerJoin(jobs, eq(jobs.id, jobCities.jobId))
      : base.from(jobs);
    return from
      .where(where)
      .orderBy(...order)
      .limit(p('limit'))
      .prepare(name);
  }

  function prepareCount(filter: JobFilter, name: string) {
    const base = db.read.select({ n: count() });
    const from =
      filter.city?.length === 1
        ? base
            .from(jobCities)
            .innerJoin(jobs, and(eq(jobs.id, jobCities.jobId), eq(jobCities.city, p('city0'))))
        : base.from(jobs);
    return from.where(conditionOf(db, filter)).prepare(name);
  }

  return {
    list(filter: JobFilter, sort: ListOrder, after: Place | undefined, limit: number, now: Date) {
      const query = lists(shapeOf(filter, sort), filter.q !== undefined, (name) =>
        prepareList(filter, sort, name),
      );
      return query.execute({ ...valuesOf(filter, now), ...(after ?? startOf(sort, filter, now)), limit });
    },
    /** The newest that the filter finds, published at `until` or before, with what they are matched by. */
    rank(filter: JobFilter, until: Date, limit: number, now: Date) {
      const query = ranks(shapeOf(filter, 'rank'), filter.q !== undefined, (name) =>
        prepareRank(filter, name),
      );
      return query.execute({ ...valuesOf(filter, now), at: until, id: newestFirst.id, limit });
    },
    async count(filter: JobFilter, now: Date): Promise<number> {
      const query = counts(shapeOf(filter, 'count'), filter.q !== undefined, (name) =>
        prepareCount(filter, name),
      );
      return (await query.execute(valuesOf(filter, now)))[0]?.n ?? 0;
    },
  };
}

export type JobQueries = ReturnType<typeof makeQueries>;

const queriesOf = preparedQuery(makeQueries);

/** List, count and ranking of jobs, with a prepared statement for each shape of filter. */
export const jobQueries = (db: Database): JobQueries => queriesOf(db, db.read);
export type JobSummaryRow = Awaited<ReturnType<JobQueries['list']>>[number];
export type RankRow = Awaited<ReturnType<JobQueries['rank']>>[number];
