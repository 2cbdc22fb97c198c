// Takes about 30 seconds. The same on every engine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { limits } from '@qihang/server/http/limits';
import { startTestApp, type TestApp } from '../support/app';
import { eventually, pause } from '../support/waiting';

let t: TestApp;
let port: number;
beforeAll(async () => {
  t = await startTestApp();
  await t.app.listen({ port: 0, host: '127.0.0.1' });
  const address = t.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => t.close());

/** Sends these bytes and no more, and gives what came back until the server closed, be it by a reset. */
const sendBytes = (bytes: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', () => undefined);
  });

it('stands by its times and sizes', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout, timeout } = t.app.server;
  expect({ headersTimeout, requestTimeout, keepAliveTimeout, timeout }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    timeout: 90_000,
  });
});

it('refuses headers over 16 KiB', async () => {
  const answer = await sendBytes(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(limits.header)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
  expect(answer).toContain('"code":"request.headers-too-large"');
  expect(answer).toMatch(/x-content-type-options: nosniff/);
  expect(answer).toMatch(/cache-control: private, no-store/);
});

it('takes an address of 8 KiB and refuses a longer one', async () => {
  const status = async (length: number) =>
    (await t.send(`/jobs?q=${'x'.repeat(length - '/api/v1/jobs?q='.length)}`)).json();
  // Long enough to be read, and no search text any more.
  expect(await status(limits.url)).toMatchObject({ code: 'request.invalid' });
  expect(await status(limits.url + 1)).toMatchObject({ code: 'request.url-too-long', status: 414 });
});

it('cuts off a client that never ends its headers, and one that never ends its body', async () => {
  const { server } = t.app;
  const usual = [server.headersTimeout, server.requestTimeout] as const;
  [server.headersTimeout, server.requestTimeout] = [300, 600];
  try {
    const slow = 'POST /api/v1/session/demo HTTP/1.1\r\nhost: x\r\n';
    const answers = await Promise.all([
      sendBytes(slow),
      sendBytes(`${slow}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"account":`),
    ]);
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
      expect(answer).toContain('"code":"request.timeout"');
    }
  } finally {
    [server.headersTimeout, server.requestTimeout] = usual;
  }
});

describe('where load is shed', () => {
  let busy: TestApp;
  beforeAll(async () => {
    busy = await startTestApp({ LOAD_SHEDDING: 'on' });
    mkdirSync(join(busy.context.config.dataDir, 'media'), { recursive: true });
    writeFileSync(join(busy.context.config.dataDir, 'media/notice.txt'), '通知');
    await busy.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => busy.close());

  const fetchFrom = (path: string) => fetch(busy.app.listeningOrigin + path);

  /** Holds the event loop for longer than it may lag, lets it turn once, and asks. */
  async function askUnderLoad() {
    const until = performance.now() + 1.5 * limits.loopDelay;
    while (performance.now() < until);
    await pause(1);
    // No database is asked: while it answers the loop would turn idly, and the mean would fall.
    const [asked, alive, file] = await Promise.all([
      busy.send('/site'),
      busy.app.inject('/healthz'),
      busy.app.inject('/media/notice.txt'),
    ]);
    expect(asked.statusCode).toBe(503);
    return { refused: asked, alive, file };
  }

  it('refuses work while the event loop cannot keep up, says when to come again, and stays alive', async () => {
    // The mean of a second counts, and a turn that ends one second may begin the next.
    const { refused, alive, file } = await eventually(askUnderLoad);
    expect(refused.headers['retry-after']).toBe('5');
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused.json()).toMatchObject({
      code: 'server.busy',
      requestId: refused.headers['x-request-id'],
    });
    expect(alive.statusCode).toBe(200);
    expect([file.statusCode, file.body]).toEqual([200, '通知']);
    await eventually(async () => expect((await busy.send('/boards')).statusCode).toBe(200));
  });

  it('answers files and health over the wire while every call is refused', async () => {
    let working = true;
    // Real work in turns of a second and a half, as a large parse would be.
    const work = (async () => {
      while (working) {
        const until = performance.now() + 1.5 * limits.loopDelay;
        while (performance.now() < until);
        await pause(0);
      }
    })();
    try {
      const seen = await eventually(async () => {
        const all = await Promise.all(
          ['/api/v1/site', '/healthz', '/readyz', '/media/notice.txt'].map(fetchFrom),
        );
        const codes = all.map(({ status }) => status);
        expect(codes[0]).toBe(503);
        return { codes, retryAfter: all[0]?.headers.get('retry-after') };
      });
      expect(seen).toEqual({ codes: [503, 200, 200, 200], retryAfter: '5' });
    } finally {
      working = false;
      await work;
    }
  });
});
