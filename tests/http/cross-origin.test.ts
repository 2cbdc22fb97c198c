import { startTestApp, type TestApp } from '../support/app';

const listed = 'https://portal.example.edu.cn';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ CORS_ORIGINS: listed });
});
afterAll(() => t.close());

const ask = (app: TestApp, origin: string, headers: Record<string, string> = {}) =>
  app.app.inject({ url: '/api/v1/jobs', headers: { origin, ...headers } });
const preflight = (app: TestApp, origin: string) =>
  app.app.inject({
    method: 'OPTIONS',
    url: '/api/v1/threads',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,idempotency-key,x-csrf-token',
    },
  });
const namesOf = (headers: object) =>
  Object.keys(headers).filter((name) => name.startsWith('access-control-'));

describe('a page of a listed origin', () => {
  it.each([
    ['made', { 'cache-control': 'no-cache' }],
    ['kept', {}],
  ])('reads an answer that was %s, with its cookies', async (_, headers) => {
    await ask(t, listed, headers);
    const answer = await ask(t, listed, headers);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': listed,
      'access-control-allow-credentials': 'true',
    });
    expect(answer.headers['access-control-expose-headers']).toContain('X-Request-Id');
    expect(String(answer.headers.vary).toLowerCase()).toContain('origin');
    expect(answer.json().items).toEqual([]);
  });

  it('reads why it was refused', async () => {
    const answer = await t.app.inject({ url: '/api/v1/me', headers: { origin: listed } });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['access-control-allow-origin']).toBe(listed);
  });

  it('asks first, and may write', async () => {
    const { statusCode, headers } = await preflight(t, listed);
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': listed,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type,idempotency-key,x-csrf-token',
      'access-control-max-age': '86400',
    });
    expect(headers['access-control-allow-methods']).toContain('POST');
  });
});

describe('a page of any other origin', () => {
  it.each(['https://evil.example', `${listed}.evil.example`, 'http://portal.example.edu.cn', 'null'])(
    '%s gets no leave, neither to read nor to write',
    async (origin) => {
      expect(namesOf((await ask(t, origin)).headers)).toEqual([]);
      const refused = await preflight(t, origin);
      expect(refused.statusCode).toBe(404);
      expect(namesOf(refused.headers)).toEqual([]);
    },
  );
});

it('keeps every other origin out where none is listed', async () => {
  const closed = await startTestApp();
  try {
    expect(namesOf((await ask(closed, listed)).headers)).toEqual([]);
    expect((await preflight(closed, listed)).statusCode).toBe(404);
  } finally {
    await closed.close();
  }
});
