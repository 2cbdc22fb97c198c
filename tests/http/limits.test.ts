import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '@qihang/server/http/limits';
import { startTestApp, type TestApp } from '../support/app';

let t: TestApp;
let port: number;
beforeAll(async () => {
  t = await startTestApp({ RATE_LIMIT: 'on' });
  await t.app.listen({ port: 0, host: '127.0.0.1' });
  const address = t.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => t.close());

/** Sends these bytes and no more, and gives what came back until the server closed. */
const sendBytes = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
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
}, 15_000);

it('refuses work while the event loop cannot keep up, says when to come again, and stays alive', async () => {
  await sleep(50);
  // The mean of a second counts: one turn that fills it, and a longer one right behind.
  for (const length of [1.1, 3]) {
    const until = Date.now() + length * limits.loopDelay;
    while (Date.now() < until);
    await sleep(1);
  }
  const [refused, alive] = await Promise.all([t.send('/boards'), t.app.inject('/healthz')]);
  expect(refused.statusCode).toBe(503);
  expect(refused.headers['retry-after']).toBe('5');
  expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(refused.json()).toMatchObject({ code: 'server.busy', requestId: refused.headers['x-request-id'] });
  expect(alive.statusCode).toBe(200);
  await sleep(2500);
  expect((await t.send('/boards')).statusCode).toBe(200);
}, 30_000);
