import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';
import { forgottenBefore } from './store';

export const idempotencyRetention = [
  deletesRows(
    'idempotency-keys.over-a-day',
    ({ idempotencyKeys }) => idempotencyKeys,
    (idempotencyKeys, now) => lte(idempotencyKeys.createdAt, forgottenBefore(now)),
  ),
];
