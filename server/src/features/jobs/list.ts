import {
  type Degree,
  degrees,
  type JobKind,
  type JobSort,
  type JobState,
  liveStates,
} from '@qihang/shared/jobs/vocabulary';
import { dayMs, endOfDay } from '@qihang/shared/time/shanghai';
import { and, asc, count, desc, eq, exists, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/database';
import type { Place } from '../../db/keyset';
import { enabledSlugs } from '../boards/public';
import { anyMajor, summaryColumns } from './store';

export interface JobFilter {
  board?: string | undefined;
  q?: string | undefined;
  city?: string[] | undefined;
  kind?: JobKind[] | undefined;
  degree?: Degree[] | undefined;
  major?: string[] | undefined;
  state?: JobState[] | undefined;
}

export const degreeRank = (degree: Degree | null): number => (degree === null ? 0 : degrees.indexOf(degree));

type Values = Record<string, unknown>;
const p = sql.placeholder;
const named = (name: string, values: readonly unknown[] = []): Values =>
  Object.fromEntries(values.map((value, i) => [`${name}${i}`, value]));
const places = (name: string, values: readonly unknown[]) => values.map((_, i) => p(`${name}${i}`));

/** Each state as a condition on the stored instants; `jobState` in rules.ts says the same of one row. */
function stateConditions({ tables: { jobs } }: Database): Record<JobState | 'live', SQL> {
  const at = (name: string) => sql.param(p(name), jobs.closesAt);
  const live = sql`${jobs.closesAt} > ${at('now')}`;
  const doubtful = sql`(${jobs.unverified} or coalesce(${jobs.recheckAt} <= ${at('now')}, false))`;
  const sure = sql`${live} and not ${doubtful}`;
  const dated = sql`${sure} and ${jobs.deadline} is not null`;
  return {
    live,
    closed: sql`${jobs.closesAt} <= ${at('now')}`,
    unverified: sql`${live} and ${doubtful}`,
    'closing-today': sql`${dated} and ${jobs.closesAt} <= ${at('tonight')}`,
    'closing-soon': sql`${dated} and ${jobs.closesAt} > ${at('tonight')} and ${jobs.closesAt} <= ${at('soon')}`,
    open: sql`${sure} and (${jobs.deadline} is null or (${jobs.closesAt} > ${at('tonight')} and ${jobs.closesAt} > ${at('soon')}))`,
  };
}

/** The states a filter asks for; null means every live one, which is a single comparison. */
function statesOf({ state }: JobFilter): JobState[] | null {
  if (!state) return null;
  const wanted = [...new Set(state)].sort();
  return wanted.length === liveStates.length && liveStates.every((one) => wanted.includes(one))
    ? null
    : wanted;
}

const majorsOf = ({ major }: JobFilter): string[] | undefined => major && [...major, anyMajor];

function conditionOf(db: Database, filter: JobFilter): SQL | undefined {
  const { jobs, jobCities, jobMajors } = db.tables;
  const { board, q, city, kind, degree } = filter;
  const states = stateConditions(db);
  const wanted = statesOf(filter);
  const majors = majorsOf(filter);
  return and(
    eq(jobs.hidden, false),
    board === undefined ? inArray(jobs.board, enabledSlugs(db, db.read, 'job')) : eq(jobs.board, p('board')),
    wanted === null ? states.live : or(...wanted.map((one) => states[one])),
    // One city is served by its own index, see `jobQueries`.
    city && city.length > 1
      ? exists(
          db.read
            .select({ one: sql`1` })
            .from(jobCities)
            .where(and(eq(jobCities.jobId, jobs.id), inArray(jobCities.city, places('city', city)))),
        )
      : undefined,
    kind && inArray(jobs.kind, places('kind', kind) as unknown as JobKind[]),
    degree && lte(jobs.degreeRank, p('degree')),
    majors &&
      exists(
        db.read
          .select({ one: sql`1` })
          .from(jobMajors)
          .where(and(eq(jobMajors.jobId, jobs.id), inArray(jobMajors.major, places('major', majors)))),
      ),
    q === undefined ? undefined : db.search.matches('job', jobs.id, q),
  );
}

/** What a prepared query of this filter's shape is run with. */
function valuesOf(filter: JobFilter, now: Date): Values {
  const { board, city, kind, degree } = filter;
  return {
    now,
    tonight: new Date(endOfDay(now.getTime())),
    soon: new Date(now.getTime() + 3 * dayMs),
    board,
    degree: degree && Math.max(...degree.map(degreeRank)),
    ...named('city', city),
    ...named('kind', kind),
    ...named('major', majorsOf(filter)),
  };
}

// Queries of the same shape share one prepared statement: building one costs as much as running it.
function shapeOf(filter: JobFilter, rest: string): string {
  const { board, city, kind, degree, major } = filter;
  const states = statesOf(filter)?.join(',');
  return [
    rest,
    board !== undefined,
    city?.length,
    kind?.length,
    degree !== undefined,
    major?.length,
    states,
  ].join('|');
}

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

const start = { newest: { at: new Date(8.64e12), id: '~' }, deadline: { at: new Date(0), id: '' } };

/** List and count of jobs, with a prepared statement for each shape of filter. */
export function jobQueries(db: Database) {
  const { jobs, jobCities, users } = db.tables;
  const lists = shapeCache<Awaited<ReturnType<ReturnType<typeof prepareList>['execute']>>>('jobs_list');
  const counts = shapeCache<{ n: number }[]>('jobs_count');

  function prepareList(filter: JobFilter, sort: JobSort, name: string) {
    const oneCity = filter.city?.length === 1;
    const at =
      sort === 'newest'
        ? oneCity
          ? jobCities.publishedAt
          : jobs.publishedAt
        : oneCity
          ? jobCities.closesAt
          : jobs.closesAt;
    const id = oneCity ? jobCities.jobId : jobs.id;
    const place = sql`(${sql.param(p('at'), jobs.closesAt)}, ${p('id')})`;
    const order = sort === 'newest' ? [desc(at), desc(id)] : [asc(at), asc(id)];
    const after = sort === 'newest' ? sql`(${at}, ${id}) < ${place}` : sql`(${at}, ${id}) > ${place}`;
    const base = db.read.select(summaryColumns(db));
    const from = oneCity
      ? base.from(jobCities).innerJoin(jobs, eq(jobs.id, jobCities.jobId))
      : base.from(jobs);
    return from
      .leftJoin(users, eq(users.id, jobs.verifiedById))
      .where(and(oneCity ? eq(jobCities.city, p('city0')) : undefined, after, conditionOf(db, filter)))
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
    list(filter: JobFilter, sort: JobSort, after: Place | undefined, limit: number, now: Date) {
      const query = lists(shapeOf(filter, sort), filter.q !== undefined, (name) =>
        prepareList(filter, sort, name),
      );
      return query.execute({ ...valuesOf(filter, now), ...(after ?? start[sort]), limit });
    },
    async count(filter: JobFilter, now: Date): Promise<number> {
      const query = counts(shapeOf(filter, 'count'), filter.q !== undefined, (name) =>
        prepareCount(filter, name),
      );
      return (await query.execute(valuesOf(filter, now)))[0]?.n ?? 0;
    },
  };
}

export type JobSummaryRow = Awaited<ReturnType<ReturnType<typeof jobQueries>['list']>>[number];
