// Clients of the service that is killed: each write has a key, and is repeated under it until it is known what became of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export type Kind = 'thread' | 'answer';

/** A write that the service said is done. */
export interface Acknowledged {
  kind: Kind;
  /** Found nowhere else: title of a question, body of an answer. */
  text: string;
  /** Of the row, where the answer says it. */
  id: string | null;
  /** The service ended before it could answer, and said when it was asked again that the write is done. */
  answerLost: boolean;
}

interface Write {
  kind: Kind;
  text: string;
  key: string;
  path: string;
  body: unknown;
}

/** Between two writes of a client: the clients are there to be interrupted, not to fill the machine. */
const pauseMs = 50;

/** An address where the service can be reached now; undefined while none lives. */
export type Origin = () => string | undefined;

type Outcome = { id: string } | 'done' | 'in progress' | 'unknown';

async function send(origin: string, token: string, { path, key, body }: Write): Promise<Outcome> {
  let response: Response;
  let answer: { id?: string; code?: string };
  try {
    response = await fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    answer = (await response.json()) as typeof answer;
  } catch {
    return 'unknown';
  }
  if (response.status === 201 && answer.id !== undefined) return { id: answer.id };
  if (answer.code === 'idempotency.answer-lost') return 'done';
  if (answer.code === 'idempotency.in-progress') return 'in progress';
  // Busy, away, or ending: the client comes again.
  if (response.status >= 500) return 'unknown';
  throw new Error(`${path} answered ${response.status} ${answer.code}`);
}

/**
 * Lets `count` clients ask and answer questions, one write after the other, until `stop`. Uploads join them as a further kind
 * once the service takes files.
 */
export function startWriters(origin: Origin, token: string, count: number) {
  const acknowledged: Acknowledged[] = [];
  const unanswered: Write[] = [];
  let stopping = false;
  let tries = 0;
  let writes = 0;

  /** True once it is known to be done. */
  async function settle(write: Write): Promise<{ id: string | null } | undefined> {
    for (;;) {
      const at = origin();
      if (at !== undefined) {
        tries += 1;
        const outcome = await send(at, token, write);
        if (outcome === 'in progress') return undefined;
        if (outcome !== 'unknown') {
          const answerLost = outcome === 'done';
          // An answer to a question is answered with the question.
          const id = answerLost || write.kind === 'answer' ? null : outcome.id;
          acknowledged.push({ kind: write.kind, text: write.text, id, answerLost });
          return { id };
        }
      }
      await sleep(20);
    }
  }

  /** A client does not wait for a write whose first try the service counts as under way: it asks again in the end. */
  async function write(kind: Kind, path: string, text: string, body: unknown) {
    writes += 1;
    const one = { kind, path, text, body, key: randomUUID() };
    const settled = await settle(one);
    if (!settled) unanswered.push(one);
    return settled;
  }

  const clients = Array.from({ length: count }, async (_, client) => {
    for (let n = 0; !stopping; n++) {
      const title = `崩溃测试 q${client}x${n}q`;
      const thread = await write('thread', '/threads', title, { title, body: '正文', category: 'policy' });
      const body = `回答 a${client}x${n}a`;
      if (thread?.id) await write('answer', `/threads/${thread.id}/answers`, body, { body });
      await sleep(pauseMs);
    }
  });

  return {
    /** Resolves when so many more writes are acknowledged. */
    async acknowledge(more: number) {
      const enough = acknowledged.length + more;
      while (acknowledged.length < enough) await sleep(5);
    },
    /** Lets them end, and finds out about all that is not known yet. */
    async stop() {
      stopping = true;
      await Promise.all(clients);
      for (const one of unanswered) while (!(await settle(one))) await sleep(500);
      return { acknowledged, writes, repeats: tries - writes };
    },
  };
}
