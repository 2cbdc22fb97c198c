import { changedFields } from '@qihang/server/content/revised';
import { isFolded, viewOf } from '@qihang/server/features/revisions/rules';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 2, minutes));

describe('saves that are one version', () => {
  const last = { byId: 'me', begunAt: at(0), settled: false };
  it.each([
    ['the same person goes on within ten minutes', {}, {}, true],
    ['ten minutes later', {}, { at: at(10) }, false],
    ['another person', {}, { byId: 'you' }, false],
    ['somebody may have read the one before', { settled: true }, {}, false],
    ['an older version is put back', {}, { kind: 'restored' }, false],
  ] as const)('%s', (_, change, save, folded) => {
    expect(isFolded({ ...last, ...change }, { byId: 'me', at: at(9), kind: 'edited', ...save })).toBe(folded);
  });
});

describe('the version that readers see', () => {
  it.each([
    ['the newest of a published piece', { seen: true, replacedAt: null }, true, 'now'],
    ['one that was replaced', { seen: true, replacedAt: at(1) }, true, 'before'],
    ['the newest of a withdrawn piece', { seen: true, replacedAt: null }, false, 'before'],
    ['one that never was public', { seen: false, replacedAt: at(1) }, true, 'never'],
    ['a draft', { seen: false, replacedAt: null }, false, 'never'],
  ] as const)('%s', (_, row, isPublished, view) => {
    expect(viewOf(row, isPublished)).toBe(view);
  });
});

describe('fields that changed', () => {
  it('compares by value, and takes an absent field for an empty one', () => {
    const words = { title: '一', cities: ['宁波'], source: { name: '学院', url: null }, note: null };
    expect(
      changedFields(words, { title: '二', cities: ['宁波'], source: { name: '学院', url: null } }),
    ).toEqual(['title']);
  });
});
