import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface Server {
  child: ChildProcess;
  origin: string;
}

const running = new Set<ChildProcess>();

/** Waits for the next word of a measured server, after asking for it where there is a question. */
export function ask<T>(child: ChildProcess, question?: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A measured server ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as T);
    });
    if (question) child.send(question);
  });
}

/** Starts a server in a process of its own; `servers` is the folder of the bundles. */
export async function start(servers: string, name: 'api' | 'raw', file: string): Promise<Server> {
  const child = fork(join(servers, `${name}-server.cjs`), [`file:${file}`]);
  running.add(child);
  const { port } = await ask<{ port: number }>(child);
  return { child, origin: `http://127.0.0.1:${port}` };
}

export function stopAll(): void {
  for (const child of running) child.kill();
  running.clear();
}
