import { withoutValues } from '../http/logging';
import { backoff } from './backoff';
import { errorWords } from './log';
import { writeOutcome } from './outage';
import type { Delivered } from './outbox';
import { type MessageRow, settle } from './outbox-store';
import type { Worker } from './worker';

const maxAttempts = 12;

export type Deliver = (
  context: Worker['context'],
  payload: unknown,
  signal: AbortSignal,
) => Promise<Delivered>;

/** `unknown`: it may have arrived or not. */
type Outcome = Delivered | { outcome: 'unknown'; error: string };

async function attempt({ context, pace }: Worker, deliver: Deliver, payload: unknown): Promise<Outcome> {
  const limit = new AbortController();
  const overtime = new Promise<Outcome>((resolve) => {
    limit.signal.addEventListener('abort', () =>
      resolve({ outcome: 'unknown', error: 'No outcome in time' }),
    );
  });
  const timer = setTimeout(() => limit.abort(), pace.deliveryLimitMs);
  try {
    return await Promise.race([deliver(context, payload, limit.signal), overtime]);
  } catch (error) {
    return { outcome: 'unknown', error: errorWords(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** What the row says after an attempt. */
function changeAfter(outcome: Outcome, { id, attempts }: MessageRow, now: Date, retryMs: number) {
  if (outcome.outcome === 'sent')
    return { state: 'sent' as const, payload: null, lastError: null, settledAt: now };
  if (outcome.outcome === 'later')
    return { state: 'waiting' as const, lastError: null, settledAt: null, dueAt: outcome.at };
  const lastError = withoutValues(outcome.error);
  if (outcome.outcome === 'retry' && attempts < maxAttempts)
    return {
      state: 'waiting' as const,
      lastError,
      settledAt: null,
      dueAt: new Date(now.getTime() + backoff(attempts, id, retryMs)),
    };
  return { state: 'dead' as const, lastError, settledAt: now };
}

/** Delivers a message that was taken, and writes down what became of it. */
export async function deliverMessage(worker: Worker, deliver: Deliver, message: MessageRow): Promise<void> {
  const { context, pace, log } = worker;
  const outcome = await attempt(worker, deliver, message.payload);
  const change = changeAfter(outcome, message, context.clock.now(), pace.retryMs);
  const { id, kind } = message;
  if (change.state === 'dead')
    log.error({ message: id, kind, reason: change.lastError }, 'a message could not be delivered');
  const settled = await writeOutcome(worker, (tx) => settle(context.db, tx, message, change));
  if (!settled) log.error({ message: id, kind }, 'the outcome of a message came after another attempt began');
}
