import { backoff } from './backoff';
import { type Claim, holdLease, LeaseLost, underLease } from './lease';
import { errorWords } from './log';
import { writeOutcome } from './outage';
import { nextRun } from './schedule';
import type { Task } from './task';
import { endRun } from './task-store';
import type { Worker } from './worker';

export type RunOutcome = { outcome: 'done' | 'stopped' | 'lost' } | { outcome: 'failed'; error: unknown };

/** Renews the lease until `end`; `signal` is aborted when another process took the task over, or the run takes too long. */
function keepLease({ context: { db, clock }, pace: { leaseMs, taskLimitMs }, log }: Worker, claim: Claim) {
  const lost = new AbortController();
  const lose = () => lost.abort(new LeaseLost(claim));
  const renew = async () => {
    const until = new Date(clock.now().getTime() + leaseMs);
    try {
      await db.write((tx) => holdLease(db, tx, claim, until));
    } catch (error) {
      if (error instanceof LeaseLost) lose();
      else log.error({ err: error, task: claim.name }, 'the lease of a task could not be renewed');
    }
  };
  const heartbeat = setInterval(() => void renew(), leaseMs / 3);
  const limit = setTimeout(() => {
    clearInterval(heartbeat);
    lose();
  }, taskLimitMs);
  return {
    signal: lost.signal,
    end() {
      clearInterval(heartbeat);
      clearTimeout(limit);
    },
  };
}

const rejectWhen = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

async function attempt(worker: Worker, task: Task, claim: Claim): Promise<RunOutcome> {
  const { context, pace, stopping } = worker;
  const lease = keepLease(worker, claim);
  const signal = AbortSignal.any([stopping, lease.signal]);
  try {
    const leased = underLease(context, claim, pace.leaseMs, lease.signal);
    const run = task.run(leased, context.clock.now(), signal, claim.due);
    // A run without its lease cannot write any more, and one that hangs is not waited for.
    await Promise.race([run, rejectWhen(lease.signal)]);
    return { outcome: 'done' };
  } catch (error) {
    if (error instanceof LeaseLost) return { outcome: 'lost' };
    if (stopping.aborted && error === stopping.reason) return { outcome: 'stopped' };
    return { outcome: 'failed', error };
  } finally {
    lease.end();
  }
}

/** What the row says after the run; a task that was stopped is due as before. */
function changeAfter(run: RunOutcome, { schedule }: Task, claim: Claim, now: Date, retryMs: number) {
  const next = nextRun(schedule, now);
  switch (run.outcome) {
    case 'done':
      return { scheduledFor: next, dueAt: next, lastEndedAt: now, lastError: null, failures: 0 };
    case 'failed': {
      const failures = claim.failures + 1;
      const again = new Date(now.getTime() + backoff(failures, claim.name, retryMs));
      return {
        dueAt: again < next ? again : next,
        lastEndedAt: now,
        lastError: errorWords(run.error),
        failures,
      };
    }
    default:
      return {};
  }
}

/** Runs a task that was claimed, and notes how it ended; never throws because of what the task did. */
export async function runTask(worker: Worker, task: Task, claim: Claim): Promise<RunOutcome> {
  const { context, pace, log } = worker;
  const { db, clock } = context;
  const run = await attempt(worker, task, claim);
  if (run.outcome === 'failed') log.error({ err: run.error, task: task.name }, 'a task failed');
  if (run.outcome !== 'lost') {
    const change = changeAfter(run, task, claim, clock.now(), pace.retryMs);
    try {
      await writeOutcome(worker, (tx) => endRun(db, tx, claim, change));
      return run;
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
  }
  log.error({ task: task.name }, 'a task lost its lease; the run is repeated');
  return { outcome: 'lost' };
}
