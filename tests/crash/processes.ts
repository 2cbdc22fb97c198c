import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Instructions } from './instructions';
import type { Receipts } from './receiver';

const root = join(__dirname, '../..');

/** Where the bundles of worker.ts and receiver.ts lie. */
export interface Programs {
  worker: string;
  receiver: string;
  /** Below which they may keep files. */
  folder: string;
  remove(): void;
}

/** The service looks for its migrations from where it lies, so the bundles lie in its package. */
export function bundlePrograms(): Programs {
  mkdirSync(join(root, 'server/dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'server/dist/crash-'));
  execFileSync(
    join(root, 'tests/node_modules/.bin/esbuild'),
    [
      join(__dirname, 'worker.ts'),
      join(__dirname, 'receiver.ts'),
      `--outdir=${folder}`,
      '--out-extension:.js=.cjs',
      '--bundle',
      '--platform=node',
      '--target=node20',
      '--format=cjs',
      '--packages=external',
      `--alias:@qihang/shared=${join(root, 'shared/src')}`,
      `--alias:@qihang/server=${join(root, 'server/src')}`,
      '--log-level=warning',
    ],
    { stdio: 'inherit' },
  );
  return {
    worker: join(folder, 'worker.cjs'),
    receiver: join(folder, 'receiver.cjs'),
    folder: join(folder, 'data'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface WorkerProcess {
  instructions: Instructions;
  /** Where it serves. */
  origin: string;
  /** Starts its runner. */
  begin(): void;
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void;
  /** Resolves when the process is gone, with its exit code, and where it ended itself when it did. */
  ended: Promise<{ code: number | null; point: string | undefined }>;
}

/** Starts a worker; resolves when it is ready to begin. */
export async function startWorker({ worker }: Programs, instructions: Instructions): Promise<WorkerProcess> {
  const child = fork(worker, [JSON.stringify(instructions)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let point: string | undefined;
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    point = /^died (.+)$/.exec(line)?.[1] ?? point;
  });
  // `close` comes after the last line, `exit` may come before it.
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, point }));
  const [origin] = (await Promise.race([
    once(child, 'message'),
    ended.then(({ code }) => Promise.reject(new Error(`A worker ended with ${code} before it was ready`))),
  ])) as [string];
  return {
    instructions,
    origin,
    begin: () => void child.send('begin'),
    signal: (signal) => void child.kill(signal),
    ended,
  };
}

export interface Receiver {
  url: string;
  receipts(): Promise<Receipts>;
  close(): Promise<void>;
}

/** Starts the other side of the outbox, in a process of its own: this one is busy with the database at times. */
export async function startReceiver({ receiver }: Programs): Promise<Receiver> {
  const child = fork(receiver);
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    async receipts() {
      child.send('receipts');
      const [receipts] = (await once(child, 'message')) as [Receipts];
      return receipts;
    },
    async close() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** Kills these workers and waits until they are gone. */
export async function endAll(workers: Iterable<WorkerProcess>): Promise<void> {
  const all = [...workers];
  for (const worker of all) worker.signal('SIGKILL');
  await Promise.all(all.map(({ ended }) => ended));
}
