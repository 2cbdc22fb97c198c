// The service and its command line as real processes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverProgram } from './builds/server';
import { patience } from './waiting';

type Env = Record<string, string>;

// A run of Jest says NODE_ENV=test; the service must not hear of it.
const environment = (env: Env) => ({ PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'fatal', ...env });

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Service {
  process: ChildProcess;
  /** `http://127.0.0.1:40123` */
  origin: string;
  port: number;
  /** What it wrote so far, standard output and errors together. */
  said(): string;
  /** Resolves when the process is gone. */
  ended: Promise<Ended>;
  kill(signal?: NodeJS.Signals): void;
  /** Ends it at once, and waits. */
  close(): Promise<void>;
}

interface Options {
  /** Arguments of Node before the program. */
  node?: string[];
  /** Runs before the program in a shell: `umask 000`. */
  before?: string;
}

/** Starts the service; resolves when it takes requests. */
export async function startService(env: Env, { node = [], before }: Options = {}): Promise<Service> {
  const args = [...node, serverProgram, 'start'];
  const child = before
    ? spawn('/bin/sh', ['-c', `${before}; exec "$0" "$@"`, process.execPath, ...args], {
        env: environment(env),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    : spawn(process.execPath, args, { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      said += part;
    });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as Ended);
  const end = performance.now() + patience;
  for (;;) {
    const origin = /启航已启动：(\S+)/.exec(said)?.[1]?.replace('localhost', '127.0.0.1');
    if (origin && said.includes('/docs'))
      return {
        process: child,
        origin,
        port: Number(new URL(origin).port),
        said: () => said,
        ended,
        kill: (signal) => void child.kill(signal),
        async close() {
          child.kill('SIGKILL');
          await ended;
        },
      };
    if (child.exitCode !== null || performance.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`The service did not start (${child.exitCode}): ${said}`);
    }
    await sleep(20);
  }
}

/** Runs one command to its end. */
export async function runCommand(
  args: readonly string[],
  env: Env,
  input = '',
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [serverProgram, ...args], {
    env: environment(env),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A command that refuses ends before it reads.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number | null, said: out + errors };
}
