import { ne } from 'drizzle-orm';
import type { Context } from '../context';
import { chunksOf } from '../db/chunks';
import type { Database, Tx } from '../db/types';

/**
 * Every kind of message, with its payload: ids only, never names or text of people, since the row is kept. A feature adds its
 * own: `declare module '../../background/outbox' { interface Messages { 'wechat.notice': { noticeId: string } } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features augment it
export interface Messages {}

/**
 * What became of a delivery: `retry` only when surely nothing arrived or the other side asked to try again, `failed` for good,
 * `later` when nothing was tried yet and its time is `at`. `error` goes into the log and the database.
 */
export type Delivered =
  | { outcome: 'sent' }
  | { outcome: 'retry' | 'failed'; error: string }
  | { outcome: 'later'; at: Date };

/**
 * How a feature delivers its messages, outside any transaction. A delivery that throws, or has no outcome when `signal` is
 * aborted, may have arrived: the message is not sent again by itself.
 */
export type Deliveries = {
  readonly [K in keyof Messages]?: (
    context: Context,
    payload: Messages[K],
    signal: AbortSignal,
  ) => Promise<Delivered>;
};

interface NewMessage<K extends keyof Messages> {
  /** Made from the cause (`thread.answered:…`), so that the same cause sends one message however often it is repeated. */
  id: string;
  kind: K;
  payload: Messages[K];
  /** Not before; `now` when left out. */
  dueAt?: Date;
}

/** Puts a message into the outbox, in the transaction of its cause; one whose id is there already stays as it is. */
export async function enqueue<K extends keyof Messages>(
  { tables: { outbox } }: Database,
  tx: Tx,
  { id, kind, payload, dueAt }: NewMessage<K>,
  now: Date,
): Promise<void> {
  await tx
    .insert(outbox)
    .values({ id, kind, payload, createdAt: now, dueAt: dueAt ?? now })
    .onConflictDoNothing();
}

/** The same for many at once. */
export async function enqueueAll<K extends keyof Messages>(
  { tables: { outbox } }: Database,
  tx: Tx,
  messages: readonly NewMessage<K>[],
  now: Date,
): Promise<void> {
  const rows = messages.map(({ dueAt = now, ...message }) => ({ ...message, createdAt: now, dueAt }));
  for (const chunk of chunksOf(rows)) await tx.insert(outbox).values(chunk).onConflictDoNothing();
}

/** Puts a message in again that was settled or given up, with all its attempts; one that still waits is due then. */
export async function enqueueAgain<K extends keyof Messages>(
  { tables: { outbox } }: Database,
  tx: Tx,
  { id, kind, payload, dueAt }: NewMessage<K>,
  now: Date,
): Promise<void> {
  const again = {
    payload,
    dueAt: dueAt ?? now,
    attempts: 0,
    state: 'waiting' as const,
    leasedBy: null,
    leaseUntil: null,
    lastError: null,
    settledAt: null,
  };
  await tx
    .insert(outbox)
    .values({ id, kind, createdAt: now, ...again })
    .onConflictDoUpdate({ target: outbox.id, set: again, setWhere: ne(outbox.state, 'sending') });
}
