import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

describe('PATCH from a mini-program', () => {
  it('arrives as POST with a header', async () => {
    const { id, version } = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    const send = (method: 'POST' | 'PUT', override: string) =>
      t.send(`/jobs/${id}`, {
        method,
        as: 'chenyiming',
        body: { version, title: '改过的标题' },
        headers: { 'x-http-method-override': override },
      });
    expect((await send('POST', 'DELETE')).statusCode).toBe(404);
    expect((await send('PUT', 'PATCH')).statusCode).toBe(404);
    expect((await send('POST', 'PATCH')).json()).toMatchObject({ title: '改过的标题', version: version + 1 });
  });
});

describe('a request without a body from a mini-program', () => {
  it('names a content type all the same', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await t.send('/session', { method: 'DELETE', as: 'zhaoyu', headers })).statusCode).toBe(204);
  });
});

describe('a request that fits nothing', () => {
  it.each([
    ['an unknown address', { url: '/api/v1/nothing' }, 404, 'route.not-found'],
    ['an unknown method', { method: 'DELETE', url: '/api/v1/jobs' }, 404, 'route.not-found'],
    [
      'a body that is no JSON by its own word',
      {
        method: 'POST',
        url: '/api/v1/session/demo',
        payload: 'a=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      415,
      'request.unsupported-type',
    ],
    [
      'a body of 2 MiB',
      { method: 'POST', url: '/api/v1/session/demo', payload: { account: 'x'.repeat(2 ** 21) } },
      413,
      'request.too-large',
    ],
    [
      'an empty body',
      { method: 'POST', url: '/api/v1/session/demo', headers: { 'content-type': 'application/json' } },
      400,
      'request.invalid',
    ],
    [
      'a body that is a list',
      { method: 'POST', url: '/api/v1/session/demo', payload: [] },
      400,
      'request.invalid',
    ],
  ] as const)('%s is a problem document', async (_, request, status, code) => {
    const response = await t.app.inject(request as InjectOptions);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({ status, code });
    expect(response.statusCode).toBe(status);
  });

  it('even where the bytes are no HTTP', async () => {
    await t.app.listen({ port: 0, host: '127.0.0.1' });
    const address = t.app.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write('GET /api/v1/jobs?q=\u5c97 HTTP/1.1\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (part) => {
        text += part;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"request.malformed"');
  });
});

it('tells nothing of a fault but its request id', async () => {
  const broken = await startTestApp();
  await broken.context.db.close();
  const response = await broken.app.inject('/api/v1/boards');
  expect(response.statusCode).toBe(500);
  const { requestId, ...rest } = response.json();
  expect(requestId).toMatch(/^\w{16}$/);
  expect(rest).toEqual({
    type: '/docs/errors#server.failed',
    title: '服务器出错了，请稍后再试',
    status: 500,
    code: 'server.failed',
    detail: '服务器出错了，请稍后再试',
  });
  await broken.app.close();
});
