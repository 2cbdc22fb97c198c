import type { Route } from '@qihang/shared/contract/route';
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const routes = contracts.flatMap(([feature, contract]) =>
  Object.entries<Route>(contract)
    .filter(([, { body, access }]) => body && access !== 'public')
    .map(([name, route]) => [`${feature}.${name}`, route] as const),
);

/** No contract has such a field, and none is without a demand of its own on the rest. */
const wrong = { body: { nonsense: true } };
const malformed = { body: '{"title":', headers: { 'content-type': 'application/json' } };

async function codeOf({ method, path }: Route, raw: { body: unknown; as?: 'fresh' | 'linxiao' | 'admin' }) {
  const response = await t.send(path.replace(/\{\w+\}/g, 'x'.repeat(16)), { method, ...raw });
  return (response.json() as { code: string }).code;
}

// identify, access, consent, validation, handler: a sender stopped by a gate learns nothing of what is wrong with the body.
describe.each(routes)('a wrong body for %s', (_, route) => {
  it.each([wrong, malformed])('is no matter before it is known who sends it: %j', async (raw) => {
    expect(await codeOf(route, raw)).toBe('session.required');
  });

  if (route.access !== 'signed-in')
    it('is no matter of people without the role', async () => {
      expect(await codeOf(route, { ...wrong, as: 'linxiao' })).toBe('action.forbidden');
    });

  if (route.access === 'signed-in' && !route.beforeConsent)
    it('comes after consent', async () => {
      expect(await codeOf(route, { ...wrong, as: 'fresh' })).toBe('consent.required');
    });

  it('is refused field by field where the gates are open', async () => {
    expect(['request.invalid', 'resource.not-found']).toContain(
      await codeOf(route, { ...wrong, as: 'admin' }),
    );
  });
});

it('covers the routes that take a body', () => {
  expect(routes.length).toBeGreaterThan(25);
});
