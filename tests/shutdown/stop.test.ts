// SIGTERM, whatever the clients do: real processes and bare sockets.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverProgram } from '../support/builds/server';
import { closingAfterEach } from '../support/closing';
import { type Service, startService } from '../support/service';
import { eventually } from '../support/waiting';

/** Within which a supervisor expects the end, with room for a loaded machine; keep-alive alone lasts 72 s. */
const inTime = 20_000;

const keep = closingAfterEach();
let folder: string;
let service: Service;
const env = () => ({ DATA_DIR: folder, QIHANG_DEMO: '1', LOG_LEVEL: 'error' });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qihang-stop-'));
  keep({ close: () => rmSync(folder, { recursive: true, force: true }) });
});

/** A connection that keeps what came back. */
async function open(bytes = ''): Promise<{ socket: Socket; received: () => string; closed: Promise<void> }> {
  const socket = connect(service.port, '127.0.0.1');
  keep({ close: () => socket.destroy() });
  let received = '';
  socket.on('data', (part) => {
    received += part;
  });
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  if (bytes) socket.write(bytes);
  return { socket, received: () => received, closed };
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;
const answers = (text: string) => text.match(/^HTTP\/1\.1 \d+/gm)?.length ?? 0;

async function stop(signal: NodeJS.Signals = 'SIGTERM') {
  const began = performance.now();
  service.kill(signal);
  const ended = await service.ended;
  return { ...ended, took: performance.now() - began };
}

it.each(['SIGTERM', 'SIGINT'] as const)('ends at once on %s where nothing is open', async (signal) => {
  service = keep(await startService(env()));
  const { code, took } = await stop(signal);
  expect(code).toBe(0);
  expect(took).toBeLessThan(inTime / 2);
});

it('ends in time whatever is open: unused and idle connections, half a request, half a body, a slow reader', async () => {
  mkdirSync(join(folder, 'media'), { recursive: true });
  writeFileSync(join(folder, 'media/large.bin'), Buffer.alloc(64 * 1024 * 1024));
  service = keep(await startService(env()));
  await open();
  const idle = await open(get('/healthz'));
  await open('GET /healthz HTTP/1.1\r\nhost: x\r\n');
  const body = await open(
    'POST /api/v1/session/demo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"account":',
  );
  const slow = await open(get('/media/large.bin'));
  slow.socket.once('data', () => slow.socket.pause());
  await eventually(() => expect(answers(idle.received())).toBe(1));
  await eventually(() => expect(slow.received()).toContain('200 OK'));
  const { code, took } = await stop();
  expect(code).toBe(0);
  expect(took).toBeLessThan(inTime);
  await body.closed;
});

it('answers what is under way, and what arrives late on an open connection with 503; new connections are refused', async () => {
  service = keep(await startService(env()));
  const late = await open(get('/healthz'));
  await eventually(() => expect(answers(late.received())).toBe(1));
  const body = JSON.stringify({ studentNo: 'T1002', password: 'qihang-demo' });
  const under = await open(
    `POST /api/v1/session/password HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 10)}`,
  );
  // The head of the request has been read once a later one, on another connection, is answered.
  const marker = await open(get('/healthz'));
  await eventually(() => expect(answers(marker.received())).toBe(1));

  service.kill('SIGTERM');
  // Refused connections are the sign that the service has begun to stop.
  await eventually(async () => {
    const probe = connect(service.port, '127.0.0.1');
    const [error] = await Promise.race([once(probe, 'error'), once(probe, 'connect').then(() => [])]);
    probe.destroy();
    expect((error as NodeJS.ErrnoException | undefined)?.code).toBe('ECONNREFUSED');
  });
  late.socket.write(get('/api/v1/boards'));
  under.socket.write(body.slice(10));
  await Promise.all([late.closed, under.closed]);

  const refused = late.received().slice(late.received().lastIndexOf('HTTP/1.1'));
  expect(refused).toMatch(/^HTTP\/1\.1 503 /);
  expect(refused).toMatch(/connection: close/i);
  expect(refused).toMatch(/retry-after: \d+/i);
  expect(refused).toMatch(/content-type: application\/problem\+json/i);
  expect(refused).toContain('"code":"server.busy"');
  expect(under.received()).toMatch(/^HTTP\/1\.1 201 /);
  expect(under.received()).toMatch(/connection: close/i);
  expect(await service.ended).toEqual({ code: 0, signal: null });
});

it('takes one Ctrl-C that arrives twice for one, and ends at once on a second one', async () => {
  service = keep(await startService(env()));
  await open(
    'POST /api/v1/session/demo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  );
  const marker = await open(get('/healthz'));
  await eventually(() => expect(answers(marker.received())).toBe(1));
  service.kill('SIGINT');
  service.kill('SIGINT');
  // The connection that has nothing under way is cut off after a second: the service still runs then.
  await marker.closed;
  expect(service.process.exitCode).toBeNull();
  service.kill('SIGINT');
  expect(await service.ended).toEqual({ code: 130, signal: null });
});

it('ends with 1 on an error that nobody caught, and logs it without what people wrote', async () => {
  const crash = join(folder, 'crash.cjs');
  writeFileSync(
    crash,
    "process.on('SIGUSR2', () => setImmediate(() => { throw new Error('no row for \"欧阳试\" 2023010001'); }));",
  );
  service = keep(await startService(env(), { node: ['--require', crash] }));
  service.kill('SIGUSR2');
  expect(await service.ended).toEqual({ code: 1, signal: null });
  expect(service.said()).toContain('an error that nobody caught');
  expect(service.said()).not.toMatch(/欧阳试|2023010001/);
});

it('ends through the script that started it, with its exit code', async () => {
  // It finds the program built, as the tests have it, and runs it.
  const script = join(serverProgram, '../../../scripts/qihang.mjs');
  const child = spawn(process.execPath, [script, 'start'], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'fatal', QIHANG_DEMO: '1', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  keep({ close: () => child.kill('SIGKILL') });
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  const origin = await eventually(() => {
    const found = /启航已启动：(\S+)/.exec(said)?.[1];
    if (!found) throw new Error(`Not started: ${said}`);
    return found.replace('localhost', '127.0.0.1');
  });
  const ended = once(child, 'exit');
  // Its whole group hears the same signal, as under a supervisor, and the service hears it twice.
  child.kill('SIGTERM');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
});
