import { profileGaps } from '@qihang/shared/jobs/match';
import type { Weekly, weeklyContract } from '@qihang/shared/weekly/contract';
import { weeklyLimits } from '@qihang/shared/weekly/vocabulary';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { listAllBoards } from '../boards/public-store';
import { findMatches, findNewPieces, type NewPieces } from '../follows/public';
import { listFollowsOf } from '../follows/public-store';
import { titleOf } from '../follows/rules';
import { bestOf } from '../jobs/match/public';
import { visibleSummaries } from '../jobs/public';
import { idleBefore, weekAfter, weekBefore } from './rules';
import { findProfile, listClosing, listThreadNews } from './store';

type C = typeof weeklyContract;

/** Jobs as this person sees them, in the order of these ids. */
async function jobsOf(context: Context, ids: readonly string[], actor: Actor, now: Date) {
  const seen = await visibleSummaries(context, ids, actor, now);
  return ids.flatMap((id) => seen.get(id) ?? []);
}

async function showFollowed(context: Context, pieces: NewPieces, actor: Actor): Promise<Weekly['follows']> {
  const { db } = context;
  const { perFollow } = weeklyLimits;
  const rows = await listFollowsOf(db, db.read, [actor.id], undefined);
  if (rows.length === 0) return [];
  const names = new Map((await listAllBoards(db, db.read)).map(({ slug, name }) => [slug, name]));
  const posts = new Map(pieces.posts.map((post) => [post.id, post]));
  const mine = new Set([
    ...pieces.jobs.filter(({ ownerId }) => ownerId === actor.id).map(({ id }) => id),
    ...pieces.posts.filter(({ authorId }) => authorId === actor.id).map(({ id }) => id),
  ]);
  const shown: Weekly['follows'] = [];
  for (const { id, followed } of rows) {
    const matches = (await findMatches(context, followed, pieces)).filter((match) => !mine.has(match.id));
    if (matches.length === 0) continue;
    const first = matches.slice(0, perFollow);
    const jobIds = first.filter(({ type }) => type === 'job').map((match) => match.id);
    shown.push({
      id,
      kind: followed.kind,
      title: titleOf(followed, names),
      total: matches.length,
      jobs: await jobsOf(context, jobIds, actor, pieces.now),
      posts: first.flatMap((match) => {
        const post = match.type === 'post' ? posts.get(match.id) : undefined;
        return post ? [{ id: post.id, title: post.title, publishedAt: post.publishedAt.toISOString() }] : [];
      }),
    });
  }
  return shown;
}

export async function showWeekly(context: Context, { actor, now }: Call<C['show']>): Promise<Weekly> {
  const { db } = context;
  const { items } = weeklyLimits;
  const since = weekBefore(now);
  const pieces = await findNewPieces(context, since, now);
  const profile = await findProfile(db, db.read, actor.id);
  const others = pieces.jobs.filter(({ ownerId }) => ownerId !== actor.id);
  const best = await bestOf(context, profile, others);
  const closing = await listClosing(db, db.read, [actor.id], { now, until: weekAfter(now) });
  const threads = await listThreadNews(db, db.read, [actor.id], { since, waitingSince: idleBefore(now) });
  const bestIds = best.slice(0, items).map(({ id }) => id);
  const closingIds = closing.slice(0, items).map(({ jobId }) => jobId);
  return {
    from: since.toISOString(),
    to: now.toISOString(),
    matches: { total: best.length, items: await jobsOf(context, bestIds, actor, now) },
    follows: await showFollowed(context, pieces, actor),
    closing: await jobsOf(context, closingIds, actor, now),
    threads: threads.slice(0, items).map(({ userId: _, ...thread }) => thread),
    improve: profileGaps(profile),
  };
}
