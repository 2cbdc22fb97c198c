import type { CaseDetail, CaseItem, casesContract } from '@qihang/shared/cases/contract';
import { caseLimits, type QueueState, queueStates } from '@qihang/shared/cases/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { type Actor, canModerate, hasRoleOn, isMuted, rankOn } from '../../actor/rules';
import type { Piece } from '../../content/piece';
import type { Words } from '../../content/revised';
import { teacherRoles } from '../../content/rules';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Call } from '../../http/mount';
import { listAllBoards } from '../boards/public-store';
import { viewChanges, viewFields } from '../revisions/public';
import { wordsAt } from '../revisions/public-store';
import { describeUploads } from '../uploads/public';
import { bylines } from '../users/public';
import { countIn, listDecided, listOpen, type QueueFilter, type Scope } from './queue-store';
import { type CaseRow, findCase, listAgainst, listCases } from './store';
import { viewItem } from './view';
import { getVisibleCase } from './visible';

type C = typeof casesContract;

const excerptLength = 80;

const refOf = ({ type, targetId }: CaseRow) => ({ type, id: targetId });

async function wordsOf({ db, registry }: Context, { type, targetId }: CaseRow): Promise<Words | undefined> {
  return (await registry.kinds[type].revised?.current(db, db.read, targetId))?.words;
}

/** The opening words of the longest text of a piece besides its title. */
async function excerptOf(context: Context, one: CaseRow, piece: Piece): Promise<string> {
  const { revised } = context.registry.kinds[one.type];
  const words = await wordsOf(context, one);
  if (!revised || !words) return '';
  const [longest = ''] = viewFields(revised, words)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== piece.title)
    .sort((a, b) => b.length - a.length);
  return longest.length > excerptLength ? `${longest.slice(0, excerptLength)}…` : longest;
}

/** Cases as they are answered, with their pieces as they are now. */
async function viewItems(
  context: Context,
  rows: readonly CaseRow[],
  actor: Actor,
  now: Date,
): Promise<CaseItem[]> {
  const { db, registry } = context;
  const { read } = db;
  const against = await listAgainst(db, read, rows.map(refOf));
  const appealed = await listCases(
    db,
    read,
    rows.flatMap(({ againstId }) => againstId ?? []),
  );
  const pieces = new Map<string, Piece>();
  for (const { id, type, targetId } of rows) {
    const piece = await registry.kinds[type].find(db, read, targetId);
    if (piece) pieces.set(id, piece);
  }
  const people = [...rows, ...against, ...appealed].flatMap((one) => [
    one.decidedById,
    one.claimedById,
    pieces.get(one.id)?.anonymous === false ? one.authorId : null,
  ]);
  const names = await bylines(
    db,
    people.flatMap((id) => id ?? []),
    now,
  );
  const items: CaseItem[] = [];
  for (const one of rows) {
    const piece = pieces.get(one.id);
    const before = one.endedAt ?? now;
    items.push(
      viewItem(one, {
        piece,
        excerpt: piece ? await excerptOf(context, one, piece) : '',
        lastReturn: against.find(
          (other) =>
            other.id !== one.id &&
            other.type === one.type &&
            other.targetId === one.targetId &&
            other.action === 'return' &&
            other.endedAt !== null &&
            other.endedAt <= before,
        ),
        against: appealed.find(({ id }) => id === one.againstId),
        names,
        actor,
        now,
      }),
    );
  }
  return items;
}

/** A case as it is after an act of a person who saw it before. */
export async function showItem(context: Context, actor: Actor, id: string, now: Date): Promise<CaseItem> {
  const one = await findCase(context.db, context.db.read, id);
  const [item] = one ? await viewItems(context, [one], actor, now) : [];
  if (!item) throw new Error(`The case ${id} is gone`);
  return item;
}

/** What changed since the piece was sent back the last time. */
async function changesOf(context: Context, one: CaseRow, words: Words) {
  const { db, registry } = context;
  const { revised } = registry.kinds[one.type];
  const [last] = (await listAgainst(db, db.read, [refOf(one)])).filter(
    ({ id, action }) => id !== one.id && action === 'return',
  );
  if (!revised || !last || last.leftVersion === null) return null;
  const before = await wordsAt(db, db.read, one.type, one.targetId, last.leftVersion);
  return (
    before && viewChanges(revised, before, words).map(({ field, ...change }) => ({ path: field, ...change }))
  );
}

async function viewPiece(context: Context, one: CaseRow, piece: Piece): Promise<CaseDetail['piece']> {
  const { db, registry } = context;
  const { revised } = registry.kinds[one.type];
  const words = await wordsOf(context, one);
  const { title, within } = piece;
  const inside = within ? { id: within.id, title: within.title } : null;
  if (!revised || !words) {
    const parts = [{ path: 'title', label: '标题', text: title }];
    return { title, parts, changes: null, blocks: null, within: inside };
  }
  const blocks = revised.blocksOf(words);
  return {
    title,
    parts: viewFields(revised, words).map(({ field, ...part }) => ({ path: field, ...part })),
    changes: (await changesOf(context, one, words)) ?? null,
    blocks: blocks && (await describeUploads(db, db.read, blocks)),
    within: inside,
  };
}

export async function showCase(
  context: Context,
  { actor, params, now }: Call<C['detail']>,
): Promise<CaseDetail> {
  const { one, piece } = await getVisibleCase(context, context.db.read, actor, params.id, now);
  const item = await showItem(context, actor, one.id, now);
  return { ...item, piece: piece ? await viewPiece(context, one, piece) : null };
}

/** The boards whose cases the actor decides. */
export async function scopesOf({ db }: Context, actor: Actor): Promise<Scope[]> {
  if (isMuted(actor)) return [];
  return (await listAllBoards(db, db.read))
    .filter(({ slug, enabled }) => enabled && canModerate(actor, slug))
    .map(({ slug, review }) => {
      const teacher = hasRoleOn(actor, teacherRoles, slug);
      return { slug, rank: rankOn(actor, slug), teacher, reviews: review !== 'teacher' || teacher };
    });
}

type Open = 'pending' | 'reported' | 'appealed';
const isOpen = (state: QueueState): state is Open => state !== 'approved' && state !== 'returned';

const orderOf = (state: QueueState, urgent: boolean): string =>
  urgent ? `queue-${state}-urgent` : `queue-${state}`;

async function pageOfOpen(
  { db }: Context,
  state: Open,
  filter: QueueFilter,
  cursor: string | undefined,
  limit: number,
) {
  const urgent = cursor !== undefined && isOf(orderOf(state, true), cursor);
  const after =
    cursor === undefined ? undefined : { ...decodeCursor(orderOf(state, urgent), cursor), urgent };
  const found = await listOpen(db, db.read, state, filter, after, limit + 1);
  const last = found[limit - 1];
  return pageFrom(found, limit, orderOf(state, last?.urgent ?? false), ({ openedAt, id }) => ({
    at: openedAt,
    id,
  }));
}

/** Whether a cursor is one of this order. */
function isOf(order: string, cursor: string): boolean {
  try {
    decodeCursor(order, cursor);
    return true;
  } catch {
    return false;
  }
}

async function pageOfDecided(
  { db }: Context,
  state: 'approved' | 'returned',
  filter: QueueFilter,
  cursor: string | undefined,
  limit: number,
) {
  const order = orderOf(state, false);
  const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
  const found = await listDecided(db, db.read, state, filter, after, limit + 1);
  return pageFrom(found, limit, order, ({ endedAt, openedAt, id }) => ({ at: endedAt ?? openedAt, id }));
}

export async function showQueue(context: Context, { query, actor, now }: Call<C['queue']>) {
  const { db } = context;
  const { cursor, limit, state, ...asked } = query;
  const since = new Date(now.getTime() - caseLimits.listedDays * dayMs);
  const filter = { ...asked, scopes: await scopesOf(context, actor), actorId: actor.id, since };
  const page = isOpen(state)
    ? await pageOfOpen(context, state, filter, cursor, limit)
    : await pageOfDecided(context, state, filter, cursor, limit);
  const counts = { pending: 0, approved: 0, returned: 0, reported: 0, appealed: 0 };
  for (const one of queueStates) counts[one] = await countIn(db, db.read, one, filter);
  return {
    items: await viewItems(context, page.rows, actor, now),
    nextCursor: page.nextCursor,
    counts,
  };
}
