import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { mountFeatures } from './composition/mount';
import type { Context } from './context';
import { closeInTime } from './http/closing';
import { allowOrigins } from './http/cross-origin';
import { answerError, answerNotFound, answerUnreadable, answerWithProblems } from './http/errors';
import { serveHealth } from './http/health';
import { refuseLongAddresses, shedLoad, transportLimits } from './http/limits';
import { type LogTarget, loggerOf } from './http/logging';
import { readMethodOverride } from './http/method-override';
import { serveDocuments } from './http/openapi';
import { servePages } from './http/pages';
import { securityHeaders } from './http/security-headers';
import { readEmptyBodies, useContractSchemas } from './http/validation';

/** Ids that no two processes share; a draw of chance for every request would be a tenth of a cached answer. */
function requestIds({ ids, clock }: Context): () => string {
  const process = ids.next(clock.now()).slice(-9);
  let count = 0;
  return () => process + (count++).toString(36).padStart(7, '0');
}

/**
 * The whole service, ready to `listen` or `inject`; it never listens by itself.
 * @param log where log lines go instead of the standard output
 */
export async function buildApp(context: Context, log?: LogTarget): Promise<FastifyInstance> {
  const { config } = context;
  const nextId = requestIds(context);
  const dress = securityHeaders(config);
  const app = Fastify({
    ...transportLimits,
    logger: loggerOf(config, log),
    // One line a request would be most of the log and hold addresses; failures are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    routerOptions: { maxParamLength: 64 },
    genReqId: nextId,
    // `closeInTime` answers what arrives while the app closes.
    return503OnClosing: false,
    // What fails before a route is chosen passes no hook.
    frameworkErrors(error, request, reply) {
      dress(request, reply);
      answerError(error, request, reply);
    },
    clientErrorHandler: answerUnreadable(nextId),
    // Runs before a route is chosen, which is where the method can still change.
    rewriteUrl(request) {
      readMethodOverride(request);
      return request.url ?? '/';
    },
  });
  readEmptyBodies(app);
  useContractSchemas(app, { checkAnswers: config.env === 'test' });
  answerWithProblems(app);
  // First of all hooks: refusals and kept answers carry them, too.
  app.addHook('onRequest', (request, reply, done) => {
    dress(request, reply);
    done();
  });
  closeInTime(app);
  refuseLongAddresses(app);
  await shedLoad(app, config);
  await serveDocuments(app);
  serveHealth(app, context);
  await app.register(
    async (api) => {
      await allowOrigins(api, config);
      mountFeatures(api, context);
    },
    { prefix: '/api/v1' },
  );
  await servePages(app, context, answerNotFound);
  return app;
}
