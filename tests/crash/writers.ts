// Clients of the service that is killed: each write has a key, and is repeated under it until it is known what became of it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pngOf } from '../support/media-files/pictures';

export type Kind = 'thread' | 'answer' | 'upload';

/** A write that the service said is done. */
export interface Acknowledged {
  kind: Kind;
  /** Found nowhere else: title of a question, body of an answer, name of a file. */
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
  /** JSON, or a form with a file. */
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
        ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
      },
      body: body instanceof FormData ? body : JSON.stringify(body),
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

/** Uploads that nobody uses: the service takes 100 of a person. */
const mostUploads = 90;

/** A picture like no other, under a name like no other. */
async function pictureForm(client: number, n: number, name: string): Promise<FormData> {
  const form = new FormData();
  const content = await pngOf({ width: 40 + client, height: 10 + n });
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return form;
}

/** Lets a client for each of these people ask and answer questions and send pictures, one write after the other, until `stop`. */
export function startWriters(origin: Origin, tokens: readonly string[]) {
  const acknowledged: Acknowledged[] = [];
  const unanswered: { token: string; write: Write }[] = [];
  let stopping = false;
  let tries = 0;
  let writes = 0;

  /** True once it is known to be done. */
  async function settle(token: string, write: Write): Promise<{ id: string | null } | undefined> {
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
  async function write(token: string, kind: Kind, path: string, text: string, body: unknown) {
    writes += 1;
    const one = { kind, path, text, body, key: randomUUID() };
    const settled = await settle(token, one);
    if (!settled) unanswered.push({ token, write: one });
    return settled;
  }

  const clients = tokens.map(async (token, client) => {
    for (let n = 0; !stopping; n++) {
      const title = `崩溃测试 q${client}x${n}q`;
      const thread = await write(token, 'thread', '/threads', title, {
        title,
        body: '正文',
        category: 'policy',
      });
      const body = `回答 a${client}x${n}a`;
      if (thread?.id) await write(token, 'answer', `/threads/${thread.id}/answers`, body, { body });
      const name = `u${client}x${n}u.png`;
      if (n < mostUploads) await write(token, 'upload', '/uploads', name, await pictureForm(client, n, name));
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
      for (const one of unanswered) while (!(await settle(one.token, one.write))) await sleep(500);
      return { acknowledged, writes, repeats: tries - writes };
    },
  };
}
