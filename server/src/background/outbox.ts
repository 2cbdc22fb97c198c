import type { Context } from '../context';
import type { Database, Tx } from '../db/types';

/**
 * Every kind of message, with its payload: ids only, never names or text of people, since the row is kept. A feature adds its
 * own: `declare module '../../background/outbox' { interface Messages { 'wechat.notice': { noticeId: string } } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features augment it
export interface Messages {}

/**
 * What became of a delivery: `retry` only when surely nothing arrived or the other side asked to try again, `failed` for good.
 * `error` goes into the log and the database.
 */
export type Delivered = { outcome: 'sent' } | { outcome: 'retry' | 'failed'; error: string };

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
