import type { Route } from '@qihang/shared/contract/route';
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';

// The matrix of permissions looks at the same headers where every route succeeds, as every role.
let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const privately = 'private, no-store';
const operations = contracts.flatMap(([feature, contract]) =>
  Object.entries<Route>(contract).map(([name, route]) => [`${feature}.${name}`, route] as const),
);
const pathOf = ({ path }: Route) => path.replace('{token}', 'x'.repeat(30)).replace(/\{\w+\}/g, 'nothing');

it.each(operations)(
  '%s keeps what it answers a person out of every cache, whatever it answers',
  async (_, route) => {
    const { token } = t.people.admin;
    const senders: Record<string, Record<string, string>> = {
      'a token': { authorization: `Bearer ${token}` },
      'a dead token': { authorization: `Bearer ${'x'.repeat(43)}` },
      'no token of ours': { authorization: 'Basic eDp4' },
      'a cookie': { cookie: `qihang-session=${token}` },
      'a dead cookie': { cookie: `a=b; qihang-session=${'x'.repeat(43)}` },
    };
    for (const [sender, headers] of Object.entries(senders)) {
      const { method } = route;
      const answer = await t.send(pathOf(route), {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: {} }),
      });
      expect([sender, answer.headers['cache-control']]).toEqual([sender, privately]);
      // What is asked for often says whether it changed, and to its own person alone.
      if (!route.tagged) expect(answer.headers.etag).toBeUndefined();
      await t.restore();
    }
  },
);

it.each(operations.filter(([, { access }]) => access === 'public'))(
  '%s lets caches keep what it answers a visitor where it is the same for all, and ask each time',
  async (_, route) => {
    const { method, session, personal } = route;
    const answer = await t.send(pathOf(route), { method, ...(method === 'GET' ? {} : { body: {} }) });
    const shared = answer.statusCode < 400 && !session && !personal;
    expect(answer.headers['cache-control']).toBe(shared ? 'no-cache' : privately);
    if (shared) expect(answer.headers.vary).toBe('accept-encoding, authorization, cookie, origin');
  },
);

it('refusals before a route is chosen are kept by nobody', async () => {
  for (const url of ['/nothing', `/jobs?q=${'x'.repeat(9000)}`])
    expect((await t.send(url)).headers['cache-control']).toBe(privately);
});
