import { groupIdOf } from '@qihang/server/features/digests/rules';
import { randomIds } from '@qihang/server/ports/ids';
import { readScene, sceneOf, sharePages } from '@qihang/shared/digests/scene';
import { addresses } from '../../miniapp/src/app.pages';

const at = new Date('2099-12-31T23:59:59.999Z');

describe('a scene', () => {
  it.each(['job', 'post', 'digest'] as const)(
    'of a %s and a group comes back as it went, within 32 characters',
    (type) => {
      const scene = { type, id: randomIds.next(at), group: groupIdOf(randomIds.next(at)) };
      const text = sceneOf(scene);
      expect(text.length).toBeLessThanOrEqual(32);
      // What WeChat takes, and no address has to escape.
      expect(text).toMatch(/^[0-9A-Za-z._-]+$/);
      expect(readScene(text)).toEqual(scene);
    },
  );

  it('works without a group, and without a piece', () => {
    expect(readScene(sceneOf({ type: 'job', id: 'abc', group: null }))).toEqual({
      type: 'job',
      id: 'abc',
      group: null,
    });
    expect(readScene(sceneOf({ type: null, id: '', group: 'g1' }))).toEqual({
      type: null,
      id: '',
      group: 'g1',
    });
  });

  it.each([
    undefined,
    '',
    'x1.g',
    'j',
    'j.g',
    `j${'1'.repeat(17)}`,
    'j1.',
    'j1.g.h',
    "j1'--",
    'h',
    '%6A1',
    'j1\n',
  ])('of %j is none', (text) => {
    expect(readScene(text)).toBeNull();
  });
});

it('opens pages that the mini-program has', () => {
  expect(Object.values(sharePages).map((page) => `/${page}`)).toEqual([
    addresses.job,
    addresses.post,
    addresses.sharedDigest,
  ]);
});
