import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverProgram } from '../support/builds/server';

interface Answer {
  status: number;
  /** The problem document, or what the route answers. */
  body: { detail?: string } & Record<string, unknown>;
}

export interface Program {
  url: string;
  pid: number;
  /** A request as the demo admin; a file goes into a form. */
  send(path: string, body: object | { name: string; bytes: Buffer }): Promise<Answer>;
  /** The longest time, in milliseconds, that the event loop was held since the last question. */
  held(): Promise<number>;
  stop(): Promise<void>;
}

function bodyOf(body: object): { body: FormData | string; headers: Record<string, string> } {
  if (!('bytes' in body))
    return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const { name, bytes } = body as { name: string; bytes: Buffer };
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return { body: form, headers: {} };
}

/** The service as a process of its own, from its build, with its demo people and signed in as their admin. */
export async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-hostile-'));
  const child = spawn(
    process.execPath,
    ['--require', join(__dirname, 'loop-delay.cjs'), serverProgram, 'start'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        QIHANG_DEMO: '1',
        LOG_LEVEL: 'error',
        // What is measured is the service, not what it refuses when it is busy.
        RATE_LIMIT: 'off',
        LOAD_SHEDDING: 'off',
        DATA_DIR: folder,
      },
    },
  );
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const lineLike = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      lines.on('line', function look(line) {
        const found = pattern.exec(line)?.[1];
        if (found === undefined) return;
        lines.off('line', look);
        resolve(found);
      });
      void ended.then(([code]) => reject(new Error(`The service ended with ${code}`)));
    });
  const url = `http://127.0.0.1:${await lineLike(/http:\/\/localhost:(\d+)/)}`;
  let token: string | undefined;
  async function send(path: string, content: object): Promise<Answer> {
    const { body, headers } = bodyOf(content);
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      body,
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }
  token = (await send('/session/demo', { account: 'admin' })).body.token as string;
  return {
    url,
    pid: child.pid as number,
    send,
    async held() {
      const line = lineLike(/^held (.+)$/);
      child.kill('SIGUSR2');
      return Number(await line);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
