import { eraseAtOf, isRecentSession } from '@qihang/server/features/my-data/rules';

const now = new Date('2026-11-20T02:24:00Z');

it.each([
  ['2026-11-20T02:24:00Z', true],
  ['2026-11-20T01:54:00Z', true],
  ['2026-11-20T01:53:59Z', false],
  ['2026-10-20T02:24:00Z', false],
])('a session that began at %s is recent: %s', (startedAt, recent) => {
  expect(isRecentSession(new Date(startedAt), now)).toBe(recent);
});

it('gives seven days to come back', () => {
  expect(eraseAtOf(now).toISOString()).toBe('2026-11-27T02:24:00.000Z');
});
