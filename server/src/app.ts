import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Context } from './context';
import { mountFeatures } from './features/index';
import { answerNotFound, answerUnreadable, answerWithProblems } from './http/errors';
import { serveHealth } from './http/health';
import { readMethodOverride } from './http/method-override';
import { serveDocuments } from './http/openapi';
import { servePages } from './http/pages';
import { readEmptyBodies, useContractSchemas } from './http/validation';

const maxBody = 1024 * 1024;

/** Ids that no two processes share; a draw of chance for every request would be a tenth of a cached answer. */
function requestIds({ ids, clock }: Context): () => string {
  const process = ids.next(clock.now()).slice(-9);
  let count = 0;
  return () => process + (count++).toString(36).padStart(7, '0');
}

/** The whole service, ready to `listen` or `inject`; it never listens by itself. */
export async function buildApp(context: Context): Promise<FastifyInstance> {
  const { config } = context;
  const app = Fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
    // One line a request would be most of the log and hold addresses; failures are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBody,
    routerOptions: { maxParamLength: 64 },
    genReqId: requestIds(context),
    clientErrorHandler: answerUnreadable,
    // Runs before a route is chosen, which is where the method can still change.
    rewriteUrl(request) {
      readMethodOverride(request);
      return request.url ?? '/';
    },
  });
  readEmptyBodies(app);
  useContractSchemas(app, { checkAnswers: config.env === 'test' });
  answerWithProblems(app);
  await app.register(rateLimit, { global: false });
  await serveDocuments(app);
  serveHealth(app, context);
  await app.register(async (api) => mountFeatures(api, context), { prefix: '/api/v1' });
  await servePages(app, context, answerNotFound);
  return app;
}
