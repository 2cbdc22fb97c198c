import type { deliveriesContract } from '@qihang/shared/deliveries/contract';
import { type DeliveryState, deliveryLimits, deliveryStates } from '@qihang/shared/deliveries/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { settingsOf, usualSettings } from '../notifications/public-store';
import { sendLater, waitApart } from './plan';
import { dueOf, expiryOf, retryOf } from './rules';
import { change, countByState, findDelivery, listDeliveries } from './store';
import { viewDelivery } from './view';

type C = typeof deliveriesContract;

export async function showDeliveries({ db }: Context, { query, now }: Call<C['list']>) {
  const { cursor, limit, state } = query;
  const after = cursor === undefined ? undefined : decodeCursor('deliveries', cursor);
  const found = await listDeliveries(db, state, after, limit + 1);
  const { rows, nextCursor } = pageFrom(found, limit, 'deliveries', ({ at, id }) => ({ at, id }));
  const since = new Date(now.getTime() - deliveryLimits.countedDays * dayMs);
  const counted = await countByState(db, db.read, since);
  return {
    items: rows.map(viewDelivery),
    nextCursor,
    counts: Object.fromEntries(deliveryStates.map((name) => [name, counted.get(name) ?? 0])) as Record<
      DeliveryState,
      number
    >,
  };
}

/** Lets a message be sent once more, out of its person's quiet hours; it is looked at again like any other. */
export async function retryDelivery(context: Context, call: Call<C['retry']>) {
  const { db, ids } = context;
  const { params, body, actor, now, requestId } = call;
  const auditId = ids.next(now);
  return db.write(async (tx) => {
    const row = await findDelivery(db, tx, params.id);
    if (!row) throw new AppError('resource.not-found');
    const { id, userId, state, reason } = row;
    const act = retryOf(state);
    if (!act) throw new AppError('delivery.wrong-state');
    if (act === 'retry-again' && !body.again) throw new AppError('delivery.may-have-arrived');
    const dueAt = dueOf((await settingsOf(db, tx, [userId])).get(userId) ?? usualSettings, now);
    const waiting = {
      state: 'waiting' as const,
      reason: null,
      errcode: null,
      dueAt,
      expiresAt: expiryOf(dueAt, undefined),
      settledAt: null,
    };
    await change(db, tx, id, waiting);
    await sendLater(db, tx, id, dueAt, now);
    // Those that it was to tell as well are told with it again.
    await waitApart(db, tx, id, dueAt, now);
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'deliveries.retry',
      targetType: 'delivery',
      targetId: id,
      before: { state, reason },
      after: { state: 'waiting' },
      reason: null,
      requestId,
    });
    return viewDelivery({ ...row, ...waiting });
  });
}
