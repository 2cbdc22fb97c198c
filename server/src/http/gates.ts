import type { Route, UploadedFile } from '@qihang/shared/contract/route';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../actor/rules';

/** The sender of a request. */
export interface Identity {
  actor: Actor | null;
  /** Hash of the session's token; null for an anonymous visitor. */
  session: string | null;
}

/** A request that came with an idempotency key. */
export interface Keyed {
  key: string;
  route: Route;
  actor: Actor | null;
  file: UploadedFile | undefined;
  now: Date;
}

/** Whose requests are counted together: a person, or all visitors of one network. */
export type Sender = { person: string } | { network: string };

/** What the limit counts: the writes of a sender, or the openings of links from one network. */
export type Counted = Sender | { opens: string };

/** What `mount` is handed by the composition, so that HTTP knows no feature. All of them throw AppError. */
export interface Gates {
  /** Finds the sender. */
  identify(route: Route, request: FastifyRequest, reply: FastifyReply, now: Date): Promise<Identity>;
  limit: {
    /** Counts a request that may change something, and refuses the one too many. */
    count(sender: Counted, now: Date): Promise<void>;
    /** The request opened a session: it counts for nothing. */
    takeBack(sender: Sender, now: Date): Promise<void>;
  };
  /** Refuses people who have yet to agree to the documents. */
  requireConsent(actor: Actor): Promise<void>;
  /** The idempotency key of a request; undefined without one. */
  keyOf(request: FastifyRequest, route: Route): string | undefined;
  /** Carries a keyed request out once and answers repeats with the first answer. */
  once(
    keyed: Keyed,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<FastifyReply>;
}
