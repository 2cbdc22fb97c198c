import { errors } from '@qihang/shared/contract/errors';
import { ApiError, toApiError } from '@/platform/api-error';
import { dropKeptAnswers, keepAnswer, keptAnswer } from '@/platform/kept-answers';
import { problemsByField } from '@/platform/problems';
import { beginSession, endSession, sessionToken } from '@/platform/session';
import { transport } from '@/platform/transport';
import { phone } from './support/taro';

beforeEach(() => phone.reset());

describe('transport', () => {
  const problem = (code: string, status: number) => ({
    statusCode: status,
    data: { type: 'about:blank', title: '标题', status, code, detail: '细节', requestId: 'r1', errors: [] },
  });

  it('sends the token, and a body as JSON', async () => {
    beginSession({ token: 't0ken', expiresAt: '2027-01-01T00:00:00Z' });
    phone.answer = () => ({ statusCode: 201, data: { id: '1' } });
    await expect(transport({ method: 'POST', path: '/threads', body: { title: '问' } })).resolves.toEqual({
      id: '1',
    });
    expect(phone.requests[0]).toMatchObject({
      url: '/api/v1/threads',
      method: 'POST',
      data: '{"title":"问"}',
      header: { Authorization: 'Bearer t0ken', 'Content-Type': 'application/json' },
    });
  });

  it('never repeats a write: it may have arrived', async () => {
    phone.answer = () => Promise.reject(new Error('request:fail'));
    await expect(transport({ method: 'POST', path: '/threads' })).rejects.toMatchObject({ code: 'network' });
    expect(phone.requests).toHaveLength(1);
  });

  it('ends the session when the server no longer knows the token', async () => {
    beginSession({ token: 'old', expiresAt: '2027-01-01T00:00:00Z' });
    phone.answer = () => problem('session.invalid', 401);
    await expect(transport({ method: 'GET', path: '/me' })).rejects.toBeInstanceOf(ApiError);
    expect(sessionToken()).toBeNull();
  });

  it('keeps the session through other refusals', async () => {
    beginSession({ token: 'good', expiresAt: '2027-01-01T00:00:00Z' });
    phone.answer = () => problem('action.forbidden', 403);
    await expect(transport({ method: 'GET', path: '/me' })).rejects.toMatchObject({
      code: 'action.forbidden',
    });
    expect(sessionToken()).toBe('good');
  });

  describe('an answer with a tag', () => {
    const ask = () => transport({ method: 'GET', path: '/notifications/unread', tagged: true });
    const sentTags = () => phone.requests.map(({ header }) => header['If-None-Match']);
    const signIn = (token: string) => beginSession({ token, expiresAt: '2027-01-01T00:00:00Z' });
    const answer = (unread: number, etag: string) => ({
      statusCode: 200,
      data: { unread },
      header: { ETag: etag },
    });

    it('is not sent again while nothing has changed', async () => {
      signIn('a');
      phone.answer = () => answer(2, '"two"');
      await ask();
      // WeChat gives an empty text as the body, a browser null.
      for (const data of ['', null]) {
        phone.answer = () => ({ statusCode: 304, data, header: {} });
        await expect(ask()).resolves.toEqual({ unread: 2 });
      }
      phone.answer = () => answer(3, '"three"');
      await expect(ask()).resolves.toEqual({ unread: 3 });
      await ask();
      expect(sentTags()).toEqual([undefined, '"two"', '"two"', '"two"', '"three"']);
    });

    it('is of the person who asked, and of no other request', async () => {
      signIn('b');
      phone.answer = () => answer(2, '"two"');
      await ask();
      await transport({ method: 'GET', path: '/boards' });
      await transport({ method: 'GET', path: '/boards' });
      signIn('c');
      await ask();
      endSession();
      await ask();
      expect(sentTags()).toEqual([undefined, undefined, undefined, undefined, undefined]);
    });
  });

  it('asks another server where storage names one', async () => {
    phone.storage.set('apiBase', 'http://127.0.0.1:4999/api/v1');
    phone.answer = () => ({ statusCode: 204, data: '' });
    await expect(transport({ method: 'GET', path: '/boards' })).resolves.toBeUndefined();
    expect(phone.requests[0]?.url).toBe('http://127.0.0.1:4999/api/v1/boards');
  });
});

describe('a write under a key', () => {
  const ask = (title = '问') => transport({ method: 'POST', path: '/threads', keyed: true, body: { title } });
  const keys = () =>
    phone.requests.map(({ header }) => (header as Record<string, string>)['Idempotency-Key']);
  const problem = (code: string, status: number) => ({
    statusCode: status,
    data: { type: 'about:blank', title: '标题', status, code, detail: '细节', requestId: 'r1' },
  });
  const lost = () => Promise.reject(new Error('request:fail'));
  const done = () => ({ statusCode: 201, data: { id: '1' } });

  it('is sent with a new key each time it was answered', async () => {
    phone.answer = done;
    await ask();
    await ask();
    const [first, second] = keys();
    expect(first).toMatch(/^[\x21-\x7e]{20,255}$/);
    expect(second).not.toBe(first);
    expect(phone.storage.get('unansweredWrites')).toBe('{}');
  });

  // Also where the database was the reason: the connection may have been lost after the commit.
  const failures = Object.entries(errors).filter(([, { status }]) => status >= 500);

  it.each<[string, typeof phone.answer]>([
    ['no answer came', lost],
    ...failures.map(([code, { status }]): [string, typeof phone.answer] => [
      code,
      () => problem(code, status),
    ]),
  ])('is sent with the same key after %s, also when it was changed', async (_, answer) => {
    phone.answer = answer;
    await expect(ask()).rejects.toBeInstanceOf(ApiError);
    phone.answer = done;
    await ask('问得清楚些');
    await ask();
    // Of a server that is too busy the first is asked several times.
    const [first] = keys();
    const [repeated, next] = keys().slice(-2);
    expect(repeated).toBe(first);
    expect(next).not.toBe(first);
  });

  it('takes a new key once the server said what became of the first', async () => {
    phone.answer = () => problem('idempotency.mismatch', 422);
    await expect(ask()).rejects.toMatchObject({ code: 'idempotency.mismatch' });
    phone.answer = done;
    await ask();
    expect(new Set(keys()).size).toBe(2);
  });

  it('waits for a try that is still being carried out', async () => {
    jest.useFakeTimers();
    try {
      let answers = 0;
      phone.answer = () => (++answers < 3 ? problem('idempotency.in-progress', 409) : done());
      const asked = ask();
      await jest.advanceTimersByTimeAsync(2000);
      await expect(asked).resolves.toEqual({ id: '1' });
      expect(new Set(keys()).size).toBe(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('does not mix up two tries that go to other addresses, nor two that put something else in a place', async () => {
    phone.answer = lost;
    const put = (progress: string) =>
      transport({ method: 'PUT', path: '/jobs/1/saved', keyed: true, body: { progress } }).catch(
        () => undefined,
      );
    await put('applied');
    await put('interview');
    await put('applied');
    await ask().catch(() => undefined);
    const [first, second, third, fourth] = keys();
    expect(third).toBe(first);
    expect(new Set([first, second, fourth]).size).toBe(3);
  });

  it('carries none where the contract takes none', async () => {
    phone.answer = done;
    await transport({ method: 'POST', path: '/jobs/lint', body: {} });
    expect(keys()).toEqual([undefined]);
  });
});

describe('toApiError', () => {
  it('reads a proxy’s page as a server that is busy', () => {
    expect(toApiError(502, '<html>Bad gateway</html>').code).toBe('server.busy');
    expect(toApiError(500, '<html>').code).toBe('server.failed');
  });
});

describe('problemsByField', () => {
  it('shows a nested problem also at the field around it, the first one first', () => {
    expect(
      problemsByField([
        { path: 'apply.email', message: '邮箱的格式不对' },
        { path: 'apply.url', message: '网址不对' },
      ]),
    ).toEqual({ apply: '邮箱的格式不对', 'apply.email': '邮箱的格式不对', 'apply.url': '网址不对' });
  });
});

describe('kept answers', () => {
  const answer = (length: number) => ({ data: 'x'.repeat(length), updatedAt: 1 });

  it('leaves out what would not fit one key of WeChat’s storage', () => {
    keepAnswer('huge', answer(400_000));
    expect(keptAnswer('huge')).toBeUndefined();
  });

  it('lets the oldest give way before the phone is full', () => {
    for (let index = 0; index < 20; index++) keepAnswer(`list-${index}`, answer(200_000));
    expect(keptAnswer('list-0')).toBeUndefined();
    expect(keptAnswer('list-19')).toBeDefined();
    const total = [...phone.storage.values()].reduce((sum, text) => sum + text.length, 0);
    expect(total * 3).toBeLessThan(10 * 1024 * 1024);
  });

  it('are all gone after signing out', () => {
    keepAnswer('list', answer(10));
    dropKeptAnswers();
    expect(phone.storage.size).toBe(0);
  });
});
