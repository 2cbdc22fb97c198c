import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';
import { AppError } from '../errors';

/** `GET /healthz`: the process is up. `GET /readyz`: the database takes writes and its migrations are done. */
export function serveHealth(app: FastifyInstance, { db }: Context): void {
  const hide = { schema: { hide: true } };
  // A supervisor ends a process that does not answer, also one that is only busy.
  app.get('/healthz', { ...hide, config: { pressureHandler: () => undefined } }, async () => ({
    status: 'ok',
  }));
  app.get('/readyz', hide, async () => {
    const { boards } = db.tables;
    // Opening the database migrated it, and a transaction that starts and commits shows that it can be written.
    await db
      .write((tx) => tx.select({ slug: boards.slug }).from(boards).limit(1))
      .catch(() => {
        throw new AppError('server.busy');
      });
    return { status: 'ok' };
  });
}
