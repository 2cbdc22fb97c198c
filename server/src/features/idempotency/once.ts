import { createHash } from 'node:crypto';
import { type Route, takesIdempotencyKey } from '@qihang/shared/contract/route';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { joiningFirstWrite } from '../../db/joined-write';
import { AppError } from '../../errors';
import { callerOf } from '../../http/caller';
import { asAppError, problemOf } from '../../http/errors';
import type { Gates, Keyed } from '../../http/gates';
import { findIdempotencyKey, type IdempotencyRow, insertIdempotencyKey, keepIdempotentAnswer } from './store';

const header = 'idempotency-key';
const inProgressSeconds = 1;
/** A write without an answer may be one that another process is about to answer; after this long nobody is. */
const answerMs = 10_000;

const digest = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  // The length before each part: no two lists of parts are the same bytes.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
};

const inProgress = () =>
  new AppError('idempotency.in-progress', undefined, undefined, { retryAfter: inProgressSeconds });

/**
 * The key of a request that came with one; undefined for others and for routes that take none.
 * @throws AppError `request.invalid` unless it is 1 to 255 visible ASCII characters
 */
export function keyOf({ headers }: FastifyRequest, route: Route): string | undefined {
  const key = headers[header];
  if (key === undefined || !takesIdempotencyKey(route)) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const message = '要写 1–255 个可见的 ASCII 字符';
  throw new AppError('request.invalid', undefined, [{ path: header, message }]);
}

type Answer = Pick<IdempotencyRow, 'body'> & { status: number };

function sendAnswer(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  reply.code(status);
  if (body === null) return reply.send();
  const type = status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json';
  return reply.type(type).serializer(String).send(body);
}

/**
 * Carries out each keyed request once (docs/adr/0006): the row of its key commits with its first write, its answer is kept
 * afterwards, and a repeat gets that answer. Answers of 500 and above are not kept, nor is what says to come again later.
 */
export function onceBy({ db }: Context): Gates['once'] {
  // Requests of this process that have not been answered; those of other processes are recognised by the row.
  const running = new Set<string>();

  async function carryOut(
    row: Omit<IdempotencyRow, 'status' | 'body'>,
    { route }: Keyed,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<FastifyReply> {
    const join = async (tx: Parameters<typeof insertIdempotencyKey>[1]) => {
      if (!(await insertIdempotencyKey(db, tx, row, row.createdAt))) throw inProgress();
    };
    // An answer that cannot be kept is given all the same: what was asked is done, and the row says so.
    const keep = (answer: Answer) =>
      db
        .write((tx) => keepIdempotentAnswer(db, tx, { ...row, ...answer }))
        .catch((error: unknown) =>
          request.log.error({ err: error }, 'answer not kept for its idempotency key'),
        );
    try {
      const result = await joiningFirstWrite(join, work);
      const status = route.response ? (route.status ?? 200) : 204;
      reply.code(status);
      const answer = { status, body: route.response ? (reply.serialize(result as object) as string) : null };
      await keep(answer);
      return sendAnswer(reply, answer);
    } catch (error) {
      const known = asAppError(error);
      if (known.status < 500 && known.retryAfter === undefined && known.status !== 429)
        await keep({ status: known.status, body: JSON.stringify(problemOf(known, request.id)) });
      throw error;
    }
  }

  return async (keyed, request, reply, work) => {
    const { key, actor, file, now } = keyed;
    // A visitor is known by the network alone: a key that was guessed reads no stranger's answer.
    const id = digest(actor ? `user ${actor.id}` : `network ${callerOf(request).network}`, key);
    const sent = JSON.stringify([request.method, request.url, request.body ?? null]);
    const fingerprint = digest(sent, file?.bytes ?? '');
    if (running.has(id)) throw inProgress();
    running.add(id);
    try {
      const before = await findIdempotencyKey(db, id, now);
      if (!before) return await carryOut({ id, fingerprint, createdAt: now }, keyed, request, reply, work);
      if (before.fingerprint !== fingerprint) throw new AppError('idempotency.mismatch');
      if (before.status === null)
        throw now.getTime() - before.createdAt.getTime() < answerMs
          ? inProgress()
          : new AppError('idempotency.answer-lost');
      reply.header('idempotent-replayed', 'true');
      return sendAnswer(reply, { status: before.status, body: before.body });
    } finally {
      running.delete(id);
    }
  };
}
