import { lte } from 'drizzle-orm';
import { deletesRows } from '../../retention';

export const sessionRetention = [
  deletesRows(
    'sessions.expired',
    ({ sessions }) => sessions,
    (sessions, now) => lte(sessions.expiresAt, now),
  ),
  deletesRows(
    'sign-in-attempts.forgotten',
    ({ signInAttempts }) => signInAttempts,
    (attempts, now) => lte(attempts.forgetAt, now),
  ),
];
