import { Readable } from 'node:stream';
import type {
  Access,
  Contract,
  FileAnswer,
  Route,
  RouteInput,
  RouteOutput,
} from '@qihang/shared/contract/route';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Actor } from '../actor/rules';
import type { Context } from '../context';
import { requireAccess } from './access';
import {
  answerCache,
  answerOf,
  mayBeKept,
  maySignIn,
  sendJson,
  sendKept,
  sendTagged,
  visitorHeaders,
} from './answer-cache';
import { bodyLimitOf, longestField } from './body-limit';
import { type Caller, callerOf } from './caller';
import { gzipped } from './compression';
import type { Counted, Gates, Identity, Sender } from './gates';
import { documented } from './openapi';
import { privateHeaders } from './security-headers';
import { answerWithCookies, cookieNamesOf } from './session-cookie';
import { mountUpload, readUpload } from './upload';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for contract routes, before the body is parsed. */
    sender: (Identity & { now: Date }) | null;
  }
}

type AnyHandler = (call: unknown) => Promise<unknown>;

type ActorFor<A extends Access> = A extends 'public' ? Actor | null : Actor;

/** What a handler is given: valid input, the sender, the session and the origin, the time, and the id it is logged under. */
export type Call<R extends Route> = RouteInput<R> & {
  actor: ActorFor<R['access']>;
  /** Hash of the session's token; null for an anonymous visitor. */
  session: string | null;
  caller: Caller;
  now: Date;
  requestId: string;
  /** A header of the request, by its lower-case name. */
  header: (name: string) => string | undefined;
};

export type Handlers<C extends Contract> = {
  [K in keyof C]: (call: Call<C[K]>) => Promise<RouteOutput<C[K]>>;
};

/** Where a feature puts its routes. */
export interface Api {
  /** For the few routes that no JSON contract describes. */
  readonly app: FastifyInstance;
  /** Puts a contract on the server: one Fastify route each, its handler behind the gates. */
  mount<C extends Contract>(name: string, contract: C, handlers: Handlers<C>): void;
}

const sendFile = (reply: FastifyReply, { type, headers, body }: FileAnswer): FastifyReply =>
  reply
    .code(body === null ? 304 : 200)
    .headers({ ...headers, 'content-type': type })
    .send(body === null ? undefined : Readable.from(body, { objectMode: false }));

/** A route whose answers are about one person, or let one in, to visitors and people alike. */
const isPersonal = ({ access, session, personal }: Route): boolean =>
  access !== 'public' || session !== undefined || personal === true;

/** The order of a request: identify, limit of rate, access, consent, validation by the contract's schemas, handler. */
export function apiOf(app: FastifyInstance, context: Context, gates: Gates): Api {
  const answers = answerCache(context);
  const cookies = cookieNamesOf(context.config);
  app.decorateRequest('sender', null);

  /** Says who may keep the answer, whatever it will be, and gives one that is kept. */
  function begin(route: Route, request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    if (isPersonal(route) || maySignIn(request, cookies)) {
      reply.headers(privateHeaders);
      done();
      return;
    }
    reply.headers(visitorHeaders);
    const kept = route.keepSeconds && mayBeKept(request, cookies) && answers.find(request.url);
    if (kept) sendKept(kept, request, reply);
    else done();
  }

  const visitorOf = (request: FastifyRequest): Sender => ({ network: callerOf(request).network });

  const senderOf = (route: Route, request: FastifyRequest): Counted =>
    route.limit === 'opens' ? { opens: callerOf(request).network } : visitorOf(request);

  /** People are counted by who they are; by address only visitors, among them those whose session is dead. */
  async function identify(route: Route, request: FastifyRequest, reply: FastifyReply, now: Date) {
    if (route.method === 'GET') return gates.identify(route, request, reply, now);
    const identity = await gates.identify(route, request, reply, now).catch(async (error: unknown) => {
      await gates.limit.count(senderOf(route, request), now);
      throw error;
    });
    const { actor } = identity;
    const counted = actor && !route.limit ? { person: actor.id } : senderOf(route, request);
    await gates.limit.count(counted, now);
    return identity;
  }

  async function admit(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const now = context.clock.now();
    const identity = await identify(route, request, reply, now);
    const { actor } = identity;
    requireAccess(route.access, actor);
    if (actor && route.method !== 'GET' && !route.beforeConsent) await gates.requireConsent(actor);
    request.sender = { ...identity, now };
  }

  async function handle(
    route: Route,
    handler: AnyHandler,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const { sender, params, query, body, id: requestId } = request;
    if (!sender) throw new Error('A contract route was reached without its gates');
    const { actor, session, now } = sender;
    const file = route.upload && (await readUpload(request, route.upload));
    const header = (name: string) => request.headers[name]?.toString();
    const from = { actor, session, caller: callerOf(request), header };
    const call = { params, query, body, file, ...from, now, requestId };
    const key = gates.keyOf(request, route);
    if (key !== undefined)
      return gates.once({ key, route, actor, file, now }, request, reply, () => handler(call));
    const commits = context.db.commits();
    const result = await handler(call);
    if (route.file) return sendFile(reply, result as FileAnswer);
    if (route.session === 'opens') await gates.limit.takeBack(visitorOf(request), now);
    reply.code(route.response ? (route.status ?? 200) : 204);
    if (route.keepSeconds) {
      const text = reply.serialize(result as object) as string;
      return mayBeKept(request, cookies)
        ? sendKept(answers.keep(request.url, text, commits, route.keepSeconds), request, reply)
        : sendJson(text, () => gzipped(text), request, reply);
    }
    if (route.tagged)
      return sendTagged(answerOf(reply.serialize(result as object) as string), request, reply);
    if (route.media)
      reply.type(route.media.startsWith('text/') ? `${route.media}; charset=utf-8` : route.media);
    return route.session ? answerWithCookies(cookies, route, callerOf(request), reply, result, now) : result;
  }

  function mountRoute(feature: string, name: string, route: Route, handler: AnyHandler) {
    const options: RouteOptions = {
      method: route.method,
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      schema: documented(feature, name, route),
      ...(route.upload ? {} : { bodyLimit: bodyLimitOf(route.body) }),
      config: { upload: route.upload, longestField: longestField(route.body) },
      // Before the request is even read: a kept answer costs a tenth of a made one.
      onRequest: (request, reply, done) => begin(route, request, reply, done),
      // Before the body is parsed: a stranger's body is not worth the work.
      preParsing: (request, reply) => admit(route, request, reply),
      handler: (request, reply) => handle(route, handler, request, reply),
    };
    if (route.upload) mountUpload(app, options);
    else app.route(options);
  }

  return {
    app,
    mount(feature, contract, handlers) {
      for (const [name, route] of Object.entries(contract))
        mountRoute(feature, name, route, handlers[name] as AnyHandler);
    },
  };
}
