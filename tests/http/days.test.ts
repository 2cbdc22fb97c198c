import { encodeCursor } from '@qihang/server/db/keyset';
import { day, wallClock } from '@qihang/shared/contract/fields';
import type { Route, Schema } from '@qihang/shared/contract/route';
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

interface Definition {
  innerType?: Schema;
  element?: Schema;
  valueType?: Schema;
  shape?: Record<string, Schema>;
}

/** The paths, in dots, of the days and wall-clock times that a schema takes. */
function daysIn(schema: Schema | undefined, path: string[] = []): string[] {
  if (!schema) return [];
  if (schema === day || schema === wallClock) return [path.join('.')];
  const { innerType, element, valueType, shape = {} } = schema._zod.def as Definition;
  return [
    ...daysIn(innerType, path),
    ...daysIn(element, [...path, '0']),
    ...daysIn(valueType, [...path, 'key']),
    ...Object.entries(shape).flatMap(([key, one]) => daysIn(one, [...path, key])),
  ];
}

const places = contracts.flatMap(([feature, contract]) =>
  Object.entries<Route>(contract).flatMap(([name, route]) =>
    (['query', 'body'] as const).flatMap((part) =>
      daysIn(route[part]).map(
        (path) => [`${feature}.${name} ${part}.${path}`, { route, part, path }] as const,
      ),
    ),
  ),
);

/** A body with this value at a path. */
const bodyWith = (path: string, value: string): object =>
  path
    .split('.')
    .reduceRight<unknown>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), value) as object;

/** Sends one field and tells whether there is no such day. */
async function isRefused({ route, part, path }: (typeof places)[number][1], value: string) {
  const url = route.path.replace(/\{\w+\}/g, 'nothing');
  const { method } = route;
  const query = part === 'query' ? `?${path}=${encodeURIComponent(value)}` : '';
  const answer = await t.send(url + query, {
    method,
    as: 'admin',
    ...(method === 'GET' ? {} : { body: part === 'body' ? bodyWith(path, value) : {} }),
  });
  expect(answer.statusCode).toBeLessThan(500);
  const errors: { path: string; message: string }[] = answer.statusCode === 400 ? answer.json().errors : [];
  return errors.some((error) => error.path === path && /^没有这/.test(error.message));
}

it('there are days in contracts, also inside of objects', () => {
  expect(places.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'jobs.create body.deadline',
      'audit.list query.from',
      'people.grant body.endsOn',
      'posts.create body.mustRead.dueAt',
    ]),
  );
});

describe.each(places)('%s', (_, place) => {
  it.each([
    '0000-01-01',
    '0001-01-01',
    '1999-12-31',
    '2101-01-01',
    '9999-12-31',
    '+275760-09-13',
    '275760-09-13',
    '-000001-01-01',
    '2026-02-30',
  ])('refuses %s', async (value) => {
    expect(await isRefused(place, value)).toBe(true);
  });

  it.each(['2000-01-01', '2026-11-20', '2100-12-31'])(
    'knows %s, whatever else a rule says',
    async (value) => {
      expect(await isRefused(place, value)).toBe(false);
    },
  );
});

it.each([
  ['year 0', -62_167_219_200_000],
  ['year 9999', 253_402_300_799_999],
  ['year 275760', 8.64e15],
  ['no instant', 8.7e15],
])('a cursor of %s is refused, on both engines', async (_, ms) => {
  const cursor = encodeCursor('newest', { at: { getTime: () => ms } as Date, id: 'nothing' });
  for (const url of [
    '/jobs',
    '/posts',
    '/threads',
    '/me/saved',
    '/audit',
    '/moderation/mutes',
    '/search?q=工程师',
  ]) {
    const join = url.includes('?') ? '&' : '?';
    const answer = await t.send(encodeURI(`${url}${join}cursor=${cursor}`), { as: 'admin' });
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 400, 'cursor.invalid']);
  }
});
