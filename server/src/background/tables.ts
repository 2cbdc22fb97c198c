import type { Kit } from '../db/kit/pg';

export const messageStates = ['waiting', 'sending', 'sent', 'dead'] as const;

export function backgroundTables({ table, index, str, int, instant, oneOf, json }: Kit) {
  /** One row a task: when it runs next, which run holds it now, how the last run ended. */
  const tasks = table('tasks', {
    name: str().primaryKey(),
    /** The scheduled time of the next run. */
    scheduledFor: instant().notNull(),
    /** When to try it: the scheduled time, or later after a failure. */
    dueAt: instant().notNull(),
    /** Token of the current run; null while no process runs it. */
    leasedBy: str(),
    leaseUntil: instant(),
    lastStartedAt: instant(),
    lastEndedAt: instant(),
    /** Of the last run; null when it succeeded. Holds no personal data. */
    lastError: str(),
    /** Failed runs since the last success. */
    failures: int().notNull().default(0),
  });

  /** One row a message that leaves the process. Payloads hold ids, never names or text of people. */
  const outbox = table(
    'outbox',
    {
      id: str().primaryKey(),
      kind: str().notNull(),
      /** Null once it is sent. */
      payload: json<unknown>(),
      createdAt: instant().notNull(),
      dueAt: instant().notNull(),
      attempts: int().notNull().default(0),
      state: oneOf(messageStates).notNull().default('waiting'),
      /** Token of the last attempt; stays on a dead row, so that an outcome that comes late can still be written down. */
      leasedBy: str(),
      leaseUntil: instant(),
      lastError: str(),
      /** When it became sent or dead. */
      settledAt: instant(),
    },
    (t) => [index('outbox_due').on(t.state, t.dueAt), index('outbox_settled').on(t.settledAt)],
  );
  return { tasks, outbox };
}

type BackgroundTables = ReturnType<typeof backgroundTables>;

declare module '../db/types' {
  interface Tables extends BackgroundTables {}
}
