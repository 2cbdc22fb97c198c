import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Problem } from '@qihang/shared/contract/errors';
import { serverProgram } from '../support/builds/server';

export interface Program {
  url: string;
  pid: number;
  /** Sends a file as a roster to look at. */
  upload(name: string, bytes: Buffer): Promise<{ status: number; problem: Problem | undefined }>;
  stop(): Promise<void>;
}

/** The service as a process of its own, from its build, with its demo people, one of whom is an admin. */
export async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-hostile-'));
  const child = spawn(process.execPath, [serverProgram, 'start'], {
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
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    void ended.then(([code]) => reject(new Error(`The service ended with ${code}`)));
  });
  const signedIn = await fetch(`${url}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'admin' }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  return {
    url,
    pid: child.pid as number,
    async upload(name, bytes) {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(bytes)]), name);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/api/v1/admin/roster/preview`, { method: 'POST', headers, body });
      const text = await answer.text();
      return { status: answer.status, problem: answer.ok ? undefined : (JSON.parse(text) as Problem) };
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
