import type { peopleContract } from '@qihang/shared/people/contract';
import { dayMs } from '@qihang/shared/time/shanghai';
import { hasRole } from '../../actor/rules';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { openlyMuted } from '../moderation/public-store';
import { countHeld, countsByPerson } from './held';
import { findUser, grantsOf, listUsers, type UserRow } from './store';
import { noHoldings, viewPerson, viewWholePerson } from './view';

type C = typeof peopleContract;

async function rowsOf({ db }: Context, users: readonly UserRow[], now: Date) {
  const ids = users.map(({ id }) => id);
  const grants = await grantsOf(db, db.read, ids);
  const muted = await openlyMuted(db, db.read, ids, now);
  return users.map((user) => ({
    user,
    grants: grants.get(user.id) ?? [],
    mutedUntil: muted.get(user.id),
  }));
}

export async function showPeople(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const { cursor, limit, q, role, ending, muted } = query;
  const after = cursor === undefined ? undefined : decodeCursor('people', cursor);
  const endingBefore = ending === undefined ? undefined : new Date(now.getTime() + ending * dayMs);
  const byNumber = hasRole(actor, ['admin']);
  const found = await listUsers(db, { q, byNumber, role, endingBefore, muted }, after, limit + 1, now);
  const { rows, nextCursor } = pageFrom(found, limit, 'people', ({ createdAt, id }) => ({
    at: createdAt,
    id,
  }));
  return { items: (await rowsOf(context, rows, now)).map((row) => viewPerson(row, actor, now)), nextCursor };
}

export async function showPerson(context: Context, { params, actor, now }: Call<C['detail']>) {
  const { db } = context;
  const user = await findUser(db, db.read, params.id);
  const [row] = user ? await rowsOf(context, [user], now) : [];
  if (!row) throw new AppError('resource.not-found');
  const held = countsByPerson(await countHeld(context, db.read, now));
  return viewWholePerson(row, held.get(params.id) ?? noHoldings, actor, now);
}
