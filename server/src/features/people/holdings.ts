import type { Holding, peopleContract } from '@qihang/shared/people/contract';
import { holdingTypes, peopleLimits } from '@qihang/shared/people/vocabulary';
import { moderatorRoles, rankOn } from '../../actor/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { listAllBoards } from '../boards/public-store';
import { countHeld, countsByPerson, listHeld, ownershipOf, type TypedHeld } from './held';
import { findOrphans } from './orphans';
import { grantState, mayHold } from './rules';
import { findUser, type GrantRow, grantsOf, listRunning, listUsersOf } from './store';
import { noHoldings, viewName } from './view';

type C = typeof peopleContract;

const { holdings: most } = peopleLimits;

const viewHeld = ({ type, id, board, title, since, until }: TypedHeld): Holding => ({
  type,
  id,
  board,
  title,
  since: since.toISOString(),
  until: until.toISOString(),
});

async function holdingsOf(context: Context, userId: string, now: Date) {
  const items = await listHeld(context, context.db.read, [userId], now, most);
  const { job, thread } =
    countsByPerson(await countHeld(context, context.db.read, now)).get(userId) ?? noHoldings;
  return { items: items.slice(0, most).map(viewHeld), total: job + thread };
}

export async function showHoldings(context: Context, { params, now }: Call<C['holdings']>) {
  const { db } = context;
  if (!(await findUser(db, db.read, params.id))) throw new AppError('resource.not-found');
  return holdingsOf(context, params.id, now);
}

export const showOwnHoldings = (context: Context, { actor, now }: Call<C['ownHoldings']>) =>
  holdingsOf(context, actor.id, now);

/** The latest end among terms; null when one of them has none. */
const lastEnd = (grants: readonly GrantRow[]): Date | null =>
  grants.some(({ endsAt }) => endsAt === null)
    ? null
    : new Date(Math.max(...grants.map(({ endsAt }) => endsAt?.getTime() ?? 0)));

export async function showHolders(context: Context, { query, now }: Call<C['holders']>) {
  const { db } = context;
  const running = await listRunning(db, db.read, moderatorRoles, now);
  const ids = [...new Set(running.map(({ userId }) => userId))];
  const grants = await grantsOf(db, db.read, ids);
  const able = ids.filter((id) => query.board.every((board) => mayHold(grants.get(id) ?? [], board, now)));
  const held = countsByPerson(await countHeld(context, db.read, now));
  const users = await listUsersOf(db, db.read, able);
  const items = users.map((user) => {
    const mine = grants.get(user.id) ?? [];
    const covering = mine.filter((grant) => query.board.some((board) => mayHold([grant], board, now)));
    return {
      ...viewName(user, mine, now),
      endsAt: lastEnd(covering)?.toISOString() ?? null,
      holdings: held.get(user.id) ?? noHoldings,
    };
  });
  const load = ({ holdings: { job, thread } }: (typeof items)[number]) => job + thread;
  return { items: items.sort((a, b) => load(a) - load(b) || (a.id < b.id ? -1 : 1)) };
}

export async function showOrphans(context: Context, { now }: Call<C['orphans']>) {
  const { orphaned, orphanage, users, grants } = await findOrphans(context, now);
  const owners = [...new Set(orphaned.map(({ ownerId }) => ownerId))];
  const held = owners.length > 0 ? await listHeld(context, context.db.read, owners, now, most) : [];
  const items = held.flatMap((thing) => {
    const found = orphanage(thing);
    if (!found) return [];
    const user = thing.ownerId === null ? undefined : users.get(thing.ownerId);
    return [
      {
        ...viewHeld(thing),
        owner: user ? viewName(user, grants.get(user.id) ?? [], now) : null,
        why: found.why,
        endedAt: found.endedAt?.toISOString() ?? null,
      },
    ];
  });
  return { items: items.slice(0, most), total: orphaned.reduce((sum, { n }) => sum + n, 0) };
}

type Thing = Call<C['reassign']>['body']['things'][number];

async function findThings(
  context: Context,
  tx: Tx,
  things: readonly Thing[],
  now: Date,
): Promise<TypedHeld[]> {
  const found: TypedHeld[] = [];
  for (const type of holdingTypes) {
    const ids = things.filter((thing) => thing.type === type).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await ownershipOf(context, type).find(context.db, tx, ids, now);
    found.push(...rows.map((row) => ({ ...row, type })));
  }
  return found;
}

async function refuseWrongHolder(
  { db }: Context,
  tx: Tx,
  to: { id: string; name: string },
  things: readonly TypedHeld[],
  now: Date,
): Promise<void> {
  const grants = (await grantsOf(db, tx, [to.id])).get(to.id) ?? [];
  const missing = new Set(things.map(({ board }) => board).filter((board) => !mayHold(grants, board, now)));
  if (missing.size === 0) return;
  const names = (await listAllBoards(db, tx)).filter(({ slug }) => missing.has(slug)).map(({ name }) => name);
  const held = grants.some((grant) => grantState(grant, now) === 'current' && grant.role !== 'graduate');
  const message = held
    ? `${to.name}的职务不包括“${names.join('”“')}”，请换一位`
    : `${to.name}现在没有职务，请换一位`;
  throw new AppError('request.invalid', undefined, [{ path: 'to', message }]);
}

const currentGrants = async (db: Context['db'], tx: Tx, id: string, now: Date) =>
  ((await grantsOf(db, tx, [id])).get(id) ?? []).filter((grant) => grantState(grant, now) === 'current');

export async function reassign(context: Context, { body, actor, now, requestId }: Call<C['reassign']>) {
  const { db, ids } = context;
  const auditIds = body.things.map(() => ids.next(now));
  const moved = await db.write(async (tx) => {
    const to = await findUser(db, tx, body.to);
    if (!to) throw new AppError('resource.not-found');
    const things = await findThings(context, tx, body.things, now);
    await refuseWrongHolder(context, tx, to, things, now);
    const moving = things.filter(({ ownerId }) => ownerId !== to.id);
    const grants = await currentGrants(db, tx, to.id, now);
    for (const type of new Set(moving.map((thing) => thing.type)))
      for (const board of new Set(moving.map((thing) => thing.board))) {
        const same = moving.filter((thing) => thing.type === type && thing.board === board);
        const holder = { id: to.id, rank: rankOn({ grants }, board) };
        await ownershipOf(context, type).give(
          db,
          tx,
          same.map(({ id }) => id),
          holder,
        );
      }
    for (const [index, { type, id, ownerId }] of moving.entries()) {
      await recordAct(context, tx, {
        id: auditIds[index] ?? '',
        at: now,
        actorId: actor.id,
        action: 'people.reassign',
        targetType: type,
        targetId: id,
        before: { ownerId },
        after: { ownerId: to.id },
        reason: body.reason,
        requestId,
      });
    }
    return moving.length;
  });
  return { moved };
}
