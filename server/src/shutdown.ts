import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Runner } from './background/runner';
import type { Database } from './db/types';

/** Milliseconds; a supervisor waits 10 s or more before it kills. */
const limits = {
  /** Background work gets so long to come to an end; its lease is what another run waits for. */
  runner: 8_500,
  /** The whole process. */
  process: 9_500,
  /** One Ctrl-C reaches a process more than once: from the terminal, and from the one that started it. */
  sameSignal: 500,
} as const;

/**
 * Ends the process on SIGTERM or SIGINT, in order and in time: exit code 0 where everything came to an end, 1 where something had
 * to be left. A second signal ends it at once. What nobody caught ends it likewise, with code 1: nobody knows what it left behind,
 * while each request under way has its own transaction.
 */
export function endInOrder(app: FastifyInstance, runner: Runner, db: Database): void {
  let stopping = false;

  async function end(code: number): Promise<void> {
    setTimeout(() => {
      app.log.fatal('the service did not stop in time');
      process.exit(1);
    }, limits.process).unref();
    const ended = runner.stop().then(() => true);
    const [clean] = await Promise.all([
      Promise.race([ended, sleep(limits.runner, false, { ref: false })]),
      app.close(),
    ]);
    if (!clean) {
      app.log.error('background work did not end in time; it is repeated once its lease is over');
      process.exit(1);
    }
    await db.close();
    process.exit(code);
  }

  function stop(code: number): void {
    if (stopping) return;
    stopping = true;
    end(code).catch((error) => {
      app.log.fatal({ err: error }, 'the service could not stop in order');
      process.exit(1);
    });
  }

  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      first ??= performance.now();
      if (performance.now() - first > limits.sameSignal) process.exit(128 + constants.signals[signal]);
      stop(0);
    });
  process.on('uncaughtException', (error) => {
    app.log.fatal({ err: error }, 'an error that nobody caught; the service stops');
    stop(1);
  });
  process.on('unhandledRejection', (reason) => {
    app.log.fatal({ err: reason }, 'a rejection that nobody caught; the service stops');
    stop(1);
  });
}
