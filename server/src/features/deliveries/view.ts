import type { Delivery } from '@qihang/shared/deliveries/contract';
import { deliveryReasonNames } from '@qihang/shared/deliveries/vocabulary';
import { retryOf } from './rules';
import type { DeliveryRow } from './store';

/** A row for admins: of nobody, and without a word of what it said. */
export function viewDelivery(row: DeliveryRow): Delivery {
  const { id, kind, purpose, channel, state, reason, errcode, attempts, at, dueAt, settledAt } = row;
  const act = retryOf(state);
  return {
    id,
    kind,
    purpose,
    channel,
    state,
    reason,
    errcode,
    attempts,
    at: at.toISOString(),
    dueAt: dueAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    reasonText: reason && deliveryReasonNames[reason],
    viewer: { can: act ? [act] : [] },
  };
}
