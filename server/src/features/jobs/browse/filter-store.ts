import { type Degree, type JobKind, type JobState, liveStates } from '@qihang/shared/jobs/vocabulary';
import { dayMs, endOfDay } from '@qihang/shared/time/shanghai';
import { and, eq, exists, gt, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import { readable } from '../../../content/visibility';
import type { Database } from '../../../db/types';
import { enabledSlugs } from '../../boards/public-store';
import { degreeRank } from '../rules';

export interface JobFilter {
  board?: string | undefined;
  q?: string | undefined;
  city?: string[] | undefined;
  kind?: JobKind[] | undefined;
  degree?: Degree[] | undefined;
  /** Keys of the majors, any of which will do; see `keysOfFilter`. */
  majorKeys?: string[] | undefined;
  company?: string | undefined;
  state?: JobState[] | undefined;
  payMin?: number | undefined;
  /** A city that must be among the job's, whatever `city` asks for. */
  home?: string | undefined;
  referral?: boolean | undefined;
  ownerId?: string | undefined;
  /** Published later than this. */
  since?: Date | undefined;
}

export type Values = Record<string, unknown>;
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

export function conditionOf(db: Database, filter: JobFilter): SQL | undefined {
  const { jobs, jobCities, jobMajorKeys } = db.tables;
  const { board, q, city, kind, degree, payMin, home, referral, ownerId, company, majorKeys, since } = filter;
  const states = stateConditions(db);
  const wanted = statesOf(filter);
  const one = { one: sql`1` };
  return and(
    readable(jobs),
    board === undefined ? inArray(jobs.board, enabledSlugs(db, db.read, 'job')) : eq(jobs.board, p('board')),
    wanted === null ? states.live : or(...wanted.map((state) => states[state])),
    // One city is served by its own index, see `jobQueries`.
    city && city.length > 1
      ? exists(
          db.read
            .select(one)
            .from(jobCities)
            .where(and(eq(jobCities.jobId, jobs.id), inArray(jobCities.city, places('city', city)))),
        )
      : undefined,
    home === undefined
      ? undefined
      : exists(
          db.read
            .select(one)
            .from(jobCities)
            .where(and(eq(jobCities.jobId, jobs.id), eq(jobCities.city, p('home')))),
        ),
    kind && inArray(jobs.kind, places('kind', kind) as unknown as JobKind[]),
    referral ? or(eq(jobs.kind, 'referral'), eq(jobs.origin, 'alumni')) : undefined,
    degree && lte(jobs.degreeRank, p('degree')),
    payMin === undefined ? undefined : gte(jobs.payMonthly, p('payMin')),
    ownerId === undefined ? undefined : eq(jobs.ownerId, p('owner')),
    company === undefined ? undefined : eq(jobs.company, p('company')),
    since && gt(jobs.publishedAt, sql.param(p('since'), jobs.publishedAt)),
    majorKeys &&
      exists(
        db.read
          .select(one)
          .from(jobMajorKeys)
          .where(and(eq(jobMajorKeys.jobId, jobs.id), inArray(jobMajorKeys.key, places('major', majorKeys)))),
      ),
    q === undefined ? undefined : db.search.matches('job', jobs.id, q),
  );
}

/** What a prepared query of this filter's shape is run with. */
export function valuesOf(filter: JobFilter, now: Date): Values {
  const { board, city, kind, degree, payMin, home, ownerId, company, since } = filter;
  return {
    now,
    since,
    tonight: new Date(endOfDay(now.getTime())),
    soon: new Date(now.getTime() + 3 * dayMs),
    board,
    degree: degree && Math.max(...degree.map(degreeRank)),
    payMin,
    home,
    owner: ownerId,
    company,
    ...named('city', city),
    ...named('kind', kind),
    ...named('major', filter.majorKeys),
  };
}

/** Queries of the same shape share one prepared statement: building one costs as much as running it. */
export function shapeOf(filter: JobFilter, rest: string): string {
  const { board, city, kind, degree, payMin, home, referral, ownerId, company } = filter;
  return [
    rest,
    board !== undefined,
    city?.length,
    kind?.length,
    degree !== undefined,
    filter.majorKeys?.length,
    statesOf(filter)?.join(','),
    payMin !== undefined,
    home !== undefined,
    referral === true,
    ownerId !== undefined,
    company !== undefined,
    filter.since !== undefined,
  ].join('|');
}
