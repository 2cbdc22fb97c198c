import type { InjectOptions } from 'fastify';
// One of the pages whose headers are looked at.
import '../support/builds/h5';
import { startTestApp, type TestApp } from '../support/app';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const policyOf = (header: unknown) =>
  Object.fromEntries(
    String(header)
      .split(';')
      .map((directive) => {
        const [name, ...values] = directive.trim().split(' ');
        return [name, values.join(' ')];
      }),
  );

describe('every answer', () => {
  it.each<[string, string | InjectOptions, number]>([
    ['made', { url: '/api/v1/jobs', headers: { 'cache-control': 'no-cache' } }, 200],
    ['kept', '/api/v1/jobs', 200],
    ['refused', '/api/v1/me', 401],
    ['of no route', '/api/v1/nothing', 404],
    ['to an address that cannot be read', '/api/v1/jobs/%zz', 400],
    ['to an address that is too long', `/api/v1/jobs?q=${'x'.repeat(8200)}`, 414],
    ['to a parameter that is too long', `/api/v1/jobs/${'x'.repeat(65)}`, 414],
    ['of health', '/healthz', 200],
  ])('%s says that nothing in it runs or is framed, and its request id', async (kind, request, status) => {
    if (kind === 'kept') await t.app.inject(request);
    const { headers, statusCode, json } = await t.app.inject(request);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^\w{16}$/),
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
    if (status >= 400) expect(json()).toMatchObject({ status, requestId: headers['x-request-id'] });
  });

  it('has a request id of its own, whatever the client claims', async () => {
    const ask = () => t.app.inject({ url: '/api/v1/boards', headers: { 'x-request-id': 'mine' } });
    const [one, two] = [await ask(), await ask()];
    expect(new Set([one, two].map(({ headers }) => headers['x-request-id'])).add('mine').size).toBe(3);
  });
});

describe('the API documents', () => {
  it('run their own scripts only', async () => {
    const { headers, statusCode } = await t.app.inject('/docs/');
    expect(statusCode).toBe(200);
    expect(policyOf(headers['content-security-policy'])).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    });
  });
});

describe('a page', () => {
  it('runs scripts of its own files only, and nothing inline', async () => {
    const { headers, statusCode } = await t.app.inject({
      url: '/pages/jobs/index',
      headers: { accept: 'text/html' },
    });
    expect(statusCode).toBe(200);
    expect(policyOf(headers['content-security-policy'])).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob: https:",
      'font-src': "'self' data:",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'object-src': "'none'",
    });
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' });
  });
});

describe('in production', () => {
  it('holds browsers to TLS where the request came by it, as a trusted proxy says', async () => {
    const production = await startTestApp({
      NODE_ENV: 'production',
      RATE_LIMIT: 'on',
      LOAD_SHEDDING: 'on',
      TRUST_PROXY: 'loopback',
    });
    try {
      const hsts = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
        (await production.app.inject({ url: '/healthz', headers, remoteAddress })).headers[
          'strict-transport-security'
        ];
      expect(await hsts({ 'x-forwarded-proto': 'https' })).toBe('max-age=31536000');
      expect(await hsts({})).toBeUndefined();
      expect(await hsts({ 'x-forwarded-proto': 'https' }, '203.0.113.9')).toBeUndefined();
    } finally {
      await production.close();
    }
  });
});
