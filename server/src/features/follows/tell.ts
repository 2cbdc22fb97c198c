import type { Task } from '../../background/task';
import { isPublished } from '../../content/rules';
import type { Context } from '../../context';
import { chunksOf } from '../../db/chunks';
import { notify } from '../notifications/public';
import { findMatches, findNewPieces, type NewPieces } from './public';
import { followedCause, followedIn, newSince, toldBefore } from './rules';
import {
  deleteMet,
  findMet,
  insertMet,
  listFollowedThings,
  listFollowerIds,
  listOpen,
  type OpenPiece,
  setDone,
  setTold,
  unmetAmong,
} from './store';
import type { FollowedType } from './tables';

/** A new piece with the person who hears nothing of it. */
interface Fresh {
  publishedAt: Date;
  authorId: string;
}

const refOf = (type: FollowedType, id: string): string => `${type}:${id}`;

const freshOf = ({ jobs, posts }: NewPieces): Map<string, Fresh> =>
  new Map([
    ...jobs.map(({ id, publishedAt, ownerId }): [string, Fresh] => [
      refOf('job', id),
      { publishedAt, authorId: ownerId },
    ]),
    ...posts.map(({ id, publishedAt, authorId }): [string, Fresh] => [
      refOf('post', id),
      { publishedAt, authorId },
    ]),
  ]);

/** Notes the pieces that come before readers for the first time: whatever brought them there, each is told once. */
async function meet({ db }: Context, { jobs, posts }: NewPieces, now: Date): Promise<void> {
  for (const [type, rows] of [
    ['job', jobs],
    ['post', posts],
  ] as const) {
    const ids = rows.map(({ id }) => id);
    const unmet = new Set(await unmetAmong(db, db.read, type, ids));
    const met = rows
      .filter(({ id }) => unmet.has(id))
      .map(({ id, publishedAt }) => ({
        type,
        pieceId: id,
        at: toldBefore(publishedAt, now),
        toldUpTo: null,
        doneAt: null,
      }));
    if (met.length > 0) await db.write((tx) => insertMet(db, tx, met));
  }
}

/** The things followed at once that each of the pieces meets, by piece. */
async function keysByPiece(
  context: Context,
  pieces: NewPieces,
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const { db } = context;
  const keys = new Map<string, string[]>();
  for (const thing of await listFollowedThings(db, db.read, 'at-once')) {
    signal.throwIfAborted();
    for (const { type, id } of await findMatches(context, followedIn(thing), pieces)) {
      const ref = refOf(type, id);
      keys.set(ref, [...(keys.get(ref) ?? []), thing.key]);
    }
  }
  return keys;
}

interface Run {
  userIds: readonly string[];
  /** The last person who was told before. */
  after: string | null;
  last: boolean;
}

/**
 * Tells some people of a piece and notes how far that came, in one transaction. False where it goes no further: another run
 * has been here, or readers no longer see the piece.
 */
const tellSome = (
  context: Context,
  { type, pieceId }: OpenPiece,
  { userIds, after, last }: Run,
  now: Date,
): Promise<boolean> =>
  context.db.write(async (tx) => {
    const { db, registry } = context;
    const met = await findMet(db, tx, { type, pieceId });
    if (!met || met.doneAt !== null || met.toldUpTo !== after) return false;
    const piece = await registry.kinds[type].find(db, tx, pieceId);
    if (!piece || !isPublished(piece)) {
      // What comes back before readers is news again.
      await deleteMet(db, tx, met);
      return false;
    }
    if (userIds.length > 0)
      await notify(context, tx, {
        userIds,
        kind: 'follow.matched',
        ref: { type, id: pieceId },
        foldKey: 'follows',
        causeId: followedCause(type, pieceId),
        at: now,
      });
    const upTo = { toldUpTo: userIds.at(-1) ?? null, doneAt: null };
    await setTold(db, tx, met, last ? { toldUpTo: null, doneAt: now } : upTo);
    return true;
  });

async function tellOf(
  context: Context,
  open: OpenPiece,
  { keys, authorId }: { keys: readonly string[]; authorId: string },
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const { db } = context;
  const all = await listFollowerIds(db, db.read, keys, { before: open.at, but: authorId });
  const left = all.filter((id) => open.toldUpTo === null || id > open.toldUpTo);
  const runs = left.length > 0 ? [...chunksOf(left)] : [[]];
  let after = open.toldUpTo;
  for (const [i, userIds] of runs.entries()) {
    signal.throwIfAborted();
    if (!(await tellSome(context, open, { userIds, after, last: i === runs.length - 1 }, now))) return;
    after = userIds.at(-1) ?? null;
  }
}

/**
 * Tells those who follow at once of what is new. A row a piece says how far that came, so a run that is repeated tells nobody
 * twice, by however many ways the piece meets what a person follows.
 */
export const tellFollowers: Task = {
  name: 'follows.tell',
  schedule: { everyMinutes: 10 },
  async run(context, now, signal) {
    const { db } = context;
    const week = await findNewPieces(context, newSince(now), now);
    await meet(context, week, now);
    const open = await listOpen(db, db.read);
    if (open.length === 0) return;
    const fresh = freshOf(week);
    const times = open.flatMap(
      ({ type, pieceId }) => fresh.get(refOf(type, pieceId))?.publishedAt.getTime() ?? [],
    );
    const since = new Date(Math.min(...times, now.getTime()) - 1);
    const keys = await keysByPiece(context, { ...week, since }, signal);
    const unfollowed = open.filter(({ type, pieceId }) => {
      const ref = refOf(type, pieceId);
      return fresh.has(ref) && !keys.has(ref);
    });
    for (const some of chunksOf(unfollowed)) {
      signal.throwIfAborted();
      await db.write((tx) => setDone(db, tx, some, now));
    }
    const settled = new Set(unfollowed);
    for (const piece of open) {
      if (settled.has(piece)) continue;
      const ref = refOf(piece.type, piece.pieceId);
      const followers = { keys: keys.get(ref) ?? [], authorId: fresh.get(ref)?.authorId ?? '' };
      await tellOf(context, piece, followers, now, signal);
    }
  },
};
