import type { Task } from '../../background/task';
import type { Context } from '../../context';
import { findMatches, findNewPieces, type Matched, type NewPieces } from '../follows/public';
import { listFollowsOf } from '../follows/public-store';
import { fittingAmong } from '../jobs/match/public';
import { notify } from '../notifications/public';
import { dataOf, digestHour, idleBefore, isDue, weekAfter, weekAt, weekBefore } from './rules';
import {
  activeAmong,
  listClosing,
  listPeople,
  listThreadNews,
  type PersonRow,
  putTold,
  toldAmong,
} from './store';

/** People who are told in one transaction. */
const atOnce = 200;

const countBy = (rows: readonly { userId: string }[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { userId } of rows) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  return counts;
};

/** Counts, of one person after the other, the new pieces that meet what they follow; what many follow is looked for once. */
function followCounter(context: Context, pieces: NewPieces) {
  const owned = new Map([
    ...pieces.jobs.map(({ id, ownerId }): [string, string] => [`job:${id}`, ownerId]),
    ...pieces.posts.map(({ id, authorId }): [string, string] => [`post:${id}`, authorId]),
  ]);
  const found = new Map<string, Matched[]>();
  return async (userIds: readonly string[]): Promise<Map<string, number>> => {
    const byUser = new Map<string, Set<string>>();
    for (const { userId, key, followed } of await listFollowsOf(
      context.db,
      context.db.read,
      userIds,
      'weekly',
    )) {
      const matches = found.get(key) ?? (await findMatches(context, followed, pieces));
      found.set(key, matches);
      const refs = byUser.get(userId) ?? new Set();
      byUser.set(userId, refs);
      for (const { type, id } of matches) {
        const ref = `${type}:${id}`;
        if (owned.get(ref) !== userId) refs.add(ref);
      }
    }
    return new Map([...byUser].map(([userId, refs]) => [userId, refs.size]));
  };
}

/** Tells people whose digests say the same in one go, and notes it of each of them. */
async function tell(
  context: Context,
  week: string,
  told: ReadonlyMap<string, Record<string, string>>,
  now: Date,
): Promise<void> {
  const { db } = context;
  if (told.size === 0) return;
  await db.write(async (tx) => {
    const before = await toldAmong(db, tx, [...told.keys()], week);
    const groups = new Map<string, { data: Record<string, string>; userIds: string[] }>();
    for (const [userId, data] of told) {
      if (before.has(userId)) continue;
      const key = JSON.stringify(data);
      const group = groups.get(key) ?? { data, userIds: [] };
      group.userIds.push(userId);
      groups.set(key, group);
    }
    for (const { data, userIds } of groups.values()) {
      await notify(context, tx, {
        userIds,
        kind: 'weekly.ready',
        ref: null,
        // Of two that nobody has read, the newer counts.
        foldKey: 'weekly',
        data,
        at: now,
      });
      await putTold(db, tx, userIds, week);
    }
  });
}

/**
 * Tells each person whose digest of the week is not empty. The row of a person holds the week that was told last,
 * so a run that is repeated goes on where it ended.
 */
export const sendWeekly: Task = {
  name: 'weekly.send',
  schedule: { weeklyOn: 7, at: `${digestHour}:00` },
  async run(context, now, signal, due) {
    const { db } = context;
    const week = weekAt(due);
    const since = weekBefore(now);
    const pieces = await findNewPieces(context, since, now);
    const fits = await fittingAmong(context, pieces.jobs);
    const countFollows = followCounter(context, pieces);
    const numbersOf = async (people: readonly PersonRow[]) => {
      const ids = people.map(({ id }) => id);
      const follows = await countFollows(ids);
      const closing = countBy(await listClosing(db, db.read, ids, { now, until: weekAfter(now) }));
      const threads = countBy(
        await listThreadNews(db, db.read, ids, { since, waitingSince: idleBefore(now) }),
      );
      return new Map(
        people.flatMap(({ id, last: _, ...profile }) => {
          const data = dataOf({
            matches: fits(profile).filter(({ ownerId }) => ownerId !== id).length,
            follows: follows.get(id) ?? 0,
            closing: closing.get(id) ?? 0,
            threads: threads.get(id) ?? 0,
          });
          return data ? [[id, data] as const] : [];
        }),
      );
    };
    for (let after = ''; ; ) {
      signal.throwIfAborted();
      const people = await listPeople(db, db.read, after, atOnce);
      const ids = people.map(({ id }) => id);
      const active = await activeAmong(db, db.read, ids, { since: idleBefore(now), now });
      const waiting = people.filter(({ id, last }) => isDue(week, { last, active: active.has(id) }));
      if (waiting.length > 0) await tell(context, week, await numbersOf(waiting), now);
      const last = people.at(-1);
      if (!last || people.length < atOnce) return;
      after = last.id;
    }
  },
};
