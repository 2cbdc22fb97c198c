import type { jobsContract } from '@qihang/shared/jobs/contract';
import { profileGaps } from '@qihang/shared/jobs/match';
import type { Context } from '../../../context';
import type { Call } from '../../../http/mount';
import { getBoardOfKind } from '../../boards/public-store';
import type { JobQueries } from '../browse/list-store';
import { summariesOf, viewRows } from '../summaries';
import { rankNewest } from './ranking';
import { matcherOf } from './viewer';

type C = typeof jobsContract;

const recommendedCount = 10;
const forVisitors = ['登录并填写专业、意向城市，就能看到适合你的岗位'];
const forStrangers = { major: null, degree: null, graduationYear: null, cities: [], kinds: [] };

/** Jobs for the home page: those that fit, the best first; the newest for a person without a profile. */
export async function recommendJobs(context: Context, queries: JobQueries, call: Call<C['recommended']>) {
  const { actor, now } = call;
  await getBoardOfKind(context.db, context.db.read, 'job');
  const matcher = await matcherOf(context, actor);
  if (!matcher) {
    const rows = await queries.list({}, 'newest', undefined, recommendedCount, now);
    return {
      items: await viewRows(context, rows, actor, now),
      improve: actor ? profileGaps(forStrangers) : forVisitors,
    };
  }
  const ask = { filter: {}, matcher, cursor: undefined, limit: recommendedCount, now };
  const { rows } = await rankNewest(queries, ask, now);
  const best = rows.filter(({ match }) => match.fits).slice(0, recommendedCount);
  const summaries = await summariesOf(
    context,
    best.map(({ id }) => id),
  );
  return { items: await viewRows(context, summaries, actor, now), improve: profileGaps(matcher.profile) };
}
