import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';
import type { Database } from '../db/types';

/** Supervisors and balancers may ask as often as they like; the database is asked once in so many milliseconds. */
const probeEveryMs = 1000;

/** A probe of the database whose outcome, good or bad, is shared by all who ask during it and shortly after. */
function sharedProbe(db: Database): () => Promise<void> {
  let latest: { began: number; outcome: Promise<void>; over: boolean } | undefined;
  return () => {
    if (latest && !(latest.over && performance.now() - latest.began >= probeEveryMs)) return latest.outcome;
    const probe = { began: performance.now(), outcome: db.probe(), over: false };
    const end = () => {
      probe.over = true;
    };
    probe.outcome.then(end, end);
    latest = probe;
    return probe.outcome;
  };
}

/**
 * `GET /healthz`: the process is up; it asks nothing of the database. `GET /readyz`: the database takes writes and its
 * migrations are done, else 503 with the reason.
 */
export function serveHealth(app: FastifyInstance, { db }: Context): void {
  const hide = { schema: { hide: true } };
  app.get('/healthz', hide, async () => ({ status: 'ok' }));
  const probe = sharedProbe(db);
  // Opening the database migrated it.
  app.get('/readyz', hide, async () => {
    await probe();
    return { status: 'ok' };
  });
}
