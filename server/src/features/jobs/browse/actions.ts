import type { jobsContract } from '@qihang/shared/jobs/contract';
import { asksNoMajor, keysOfWanted } from '@qihang/shared/jobs/majors/majors';
import type { Actor } from '../../../actor/rules';
import type { Context } from '../../../context';
import { decodeCursor, pageFrom } from '../../../db/keyset';
import type { Call } from '../../../http/mount';
import { getBoardOfKind, getEnabledBoard } from '../../boards/public-store';
import { decisionsOn } from '../../cases/public';
import { schoolCatalogue } from '../majors/catalogue';
import { pageOfMatches } from '../match/ranking';
import { matcherOf, viewerOf } from '../match/viewer';
import { getVisibleJob } from '../public';
import { asPiece } from '../rules';
import { viewRows } from '../summaries';
import { viewJob } from '../view';
import { countFacets } from './facets-store';
import { filterOf } from './filter-of';
import type { JobFilter } from './filter-store';
import type { JobQueries, ListOrder } from './list-store';

type C = typeof jobsContract;

// A list of no rows may be one of a board that is off; only then is it worth asking.
async function refuseHiddenBoard({ db }: Context, { board }: JobFilter): Promise<void> {
  if (board === undefined) await getBoardOfKind(db, db.read, 'job');
  else await getEnabledBoard(db, db.read, board);
}

export async function listJobs(context: Context, queries: JobQueries, call: Call<C['list']>) {
  const { actor, now, query } = call;
  const { cursor, limit, sort, ...asked } = query;
  const filter = await filterOf(context, asked, actor);
  if (filter.board !== undefined) await refuseHiddenBoard(context, filter);
  const matcher = sort === 'match' ? await matcherOf(context, actor) : null;
  if (matcher) {
    const matches = await pageOfMatches(context, queries, { filter, matcher, cursor, limit, now });
    if (matches) {
      if (matches.rows.length === 0) await refuseHiddenBoard(context, filter);
      return { items: await viewRows(context, matches.rows, actor, now), nextCursor: matches.nextCursor };
    }
  }
  const order: ListOrder = sort === 'deadline' ? 'deadline' : 'newest';
  const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
  const found = await queries.list(filter, order, after, limit + 1, now);
  if (found.length === 0) await refuseHiddenBoard(context, filter);
  const { rows, nextCursor } = pageFrom(found, limit, order, (row) => ({
    at: order === 'newest' ? row.publishedAt : row.closesAt,
    id: row.id,
  }));
  return { items: await viewRows(context, rows, actor, now), nextCursor };
}

export async function countJobs(context: Context, queries: JobQueries, call: Call<C['count']>) {
  const filter = await filterOf(context, call.query, call.actor);
  await refuseHiddenBoard(context, filter);
  return { count: await queries.count(filter, call.now) };
}

export async function listFacets(context: Context, { now }: Call<C['facets']>) {
  await refuseHiddenBoard(context, {});
  return countFacets(context.db, context.db.read, now);
}

export const showMajors = async ({ db }: Context) => ({
  categories: [...(await schoolCatalogue(db, db.read)).tree],
});

export async function showJob(context: Context, actor: Actor | null, id: string, now: Date) {
  const row = await getVisibleJob(context, context.db.read, actor, id);
  const decisions = await decisionsOn(context, actor, 'job', asPiece(row), now);
  return viewJob(row, decisions, await viewerOf(context, actor, [id]), now);
}

const relatedCount = 6;

export async function listRelated(context: Context, queries: JobQueries, call: Call<C['related']>) {
  const { actor, now, params } = call;
  const { company, majors } = await getVisibleJob(context, context.db.read, actor, params.id);
  const newest = async (filter: JobFilter) => {
    const rows = await queries.list(filter, 'newest', undefined, relatedCount + 1, now);
    return rows.filter(({ id }) => id !== params.id).slice(0, relatedCount);
  };
  const catalogue = await schoolCatalogue(context.db, context.db.read);
  const keysOf = (major: string) => keysOfWanted(catalogue, major);
  const [same, alike] = await Promise.all([
    newest({ company }),
    asksNoMajor(majors) ? [] : newest({ majorKeys: [...new Set(majors.flatMap(keysOf))] }),
  ]);
  const viewed = await viewRows(context, [...same, ...alike], actor, now);
  return { sameCompany: viewed.slice(0, same.length), sameMajor: viewed.slice(same.length) };
}
