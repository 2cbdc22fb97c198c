import type { Access, Contract, Route, RouteInput, RouteOutput } from '@qihang/shared/contract/route';
import type { Role } from '@qihang/shared/session/vocabulary';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Context } from '../context';
import { AppError } from '../errors';
import { requireConsent } from '../features/consents/public';
import { forbidden } from '../features/users/public';
import { type Actor, hasRole } from '../features/users/rules';
import { answerCache, mayBeKept, sendKept } from './answer-cache';
import { idempotency, keyOf } from './idempotency';
import { documented } from './openapi';
import { answerWithCookies, type Caller, callerOf, identify } from './session';
import { cookieNamesOf } from './session-cookie';
import { mountUpload, readUpload } from './upload';

type ActorFor<A extends Access> = A extends 'public' ? Actor | null : Actor;

/** What a handler is given: valid input, who asks, by which token and from where, when, and the id under which it is logged. */
export type Call<R extends Route> = RouteInput<R> & {
  actor: ActorFor<R['access']>;
  /** Hash of the session's token; null for an anonymous visitor. */
  session: string | null;
  caller: Caller;
  now: Date;
  requestId: string;
};

export type Handlers<C extends Contract> = {
  [K in keyof C]: (call: Call<C[K]>) => Promise<RouteOutput<C[K]>>;
};

const rolesFor = {
  lead: ['lead', 'teacher', 'admin'],
  teacher: ['teacher', 'admin'],
  admin: ['admin'],
} as const satisfies Partial<Record<Access, readonly Role[]>>;

/** Lets in whom `access` names; what a person may do with the thing itself is the feature's rule. */
export function admit(access: Access, actor: Actor | null): void {
  if (access === 'public') return;
  if (!actor) throw new AppError('session.required');
  if (access === 'signed-in') return;
  if (!hasRole(actor, rolesFor[access])) throw forbidden(actor, rolesFor[access]);
}

/** Puts a feature's contract on the server: one Fastify route each, with its handler behind the gate of `access`. */
export function mount<C extends Contract>(
  app: FastifyInstance,
  context: Context,
  feature: string,
  contract: C,
  handlers: Handlers<C>,
): void {
  const answers = answerCache(context);
  const once = idempotency(context);
  const cookies = cookieNamesOf(context.config);
  for (const [name, route] of Object.entries(contract)) {
    const handler = handlers[name] as (call: unknown) => Promise<unknown>;
    const limit =
      route.method !== 'GET' && context.config.rateLimit ? { max: 60, timeWindow: '1 minute' } : false;
    const options: RouteOptions = {
      method: route.method,
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      schema: documented(feature, name, route),
      config: { rateLimit: limit, upload: route.upload },
      // Before the request is even read: a kept answer costs a tenth of a made one.
      ...(route.keepSeconds
        ? {
            onRequest(request, reply, done) {
              const kept = mayBeKept(request, cookies) ? answers.find(request.url) : undefined;
              if (kept) sendKept(kept, request, reply);
              else done();
            },
          }
        : {}),
      handler: async (request: FastifyRequest, reply) => {
        const now = context.clock.now();
        const { actor, session } = await identify(context, cookies, route, request, reply, now);
        admit(route.access, actor);
        if (actor && route.method !== 'GET' && !route.beforeConsent) await requireConsent(context, actor.id);
        // Not before it is known who asks: a file is read for those only who may send one.
        const file = route.upload && (await readUpload(request, route.upload));
        const { params, query, body, id: requestId } = request;
        const caller = callerOf(request);
        const call = { params, query, body, file, actor, session, caller, now, requestId };
        const key = keyOf(request, route);
        if (key !== undefined)
          return once({ key, route, actor, file, now }, request, reply, () => handler(call));
        const commits = context.db.commits();
        const result = await handler(call);
        reply.code(route.response ? (route.status ?? 200) : 204);
        if (route.keepSeconds && mayBeKept(request, cookies)) {
          const text = reply.serialize(result as object) as string;
          return sendKept(answers.keep(request.url, text, commits, route.keepSeconds), request, reply);
        }
        if (route.media) reply.type(`${route.media}; charset=utf-8`);
        return route.session ? answerWithCookies(cookies, route, request, reply, result, now) : result;
      },
    };
    if (route.upload) mountUpload(app, options);
    else app.route(options);
  }
}
