import {
  employerKey,
  followedOf,
  followKey,
  titleOf,
  toldBefore,
} from '@qihang/server/features/follows/rules';
import { filterKey, plainFilter } from '@qihang/shared/follows/filter';

const keyOf = (asked: Parameters<typeof followedOf>[0]) => followKey(followedOf(asked));

describe('what is followed', () => {
  it('is the same in whatever order it is written, and without what is not set', () => {
    const one = { city: ['宁波', '合肥'], kind: ['campus' as const], local: false, major: [] };
    const other = { kind: ['campus' as const], city: ['合肥', '宁波', '合肥'] };
    expect(filterKey(one)).toBe(filterKey(other));
    expect(plainFilter(one)).toEqual({ city: ['合肥', '宁波'].sort(), kind: ['campus'] });
    expect(filterKey({ ...other, payMin: 0 })).not.toBe(filterKey(other));
  });

  it('is a board where a filter names nothing else', () => {
    expect(followedOf({ filter: { board: 'jobs', city: [] } })).toEqual(followedOf({ board: 'jobs' }));
    expect(followedOf({ filter: { board: 'jobs', city: ['宁波'] } }).kind).toBe('filter');
  });

  it('takes an employer for one with and without legal form and city', () => {
    expect(employerKey('岚山新能源科技有限公司')).toBe(employerKey('岚山新能源科技'));
    expect(keyOf({ company: '晨雾科技' })).not.toBe(keyOf({ company: '晨露科技' }));
  });

  it('has a name in words', () => {
    const names = new Map([['jobs', '招聘信息']]);
    const filter = {
      board: 'jobs',
      city: ['江州', '宁波'],
      major: ['机械类'],
      kind: ['campus' as const],
      payMin: 8000,
      referral: true,
    };
    expect(titleOf(followedOf({ filter }), names)).toBe(
      '招聘信息 · 宁波、江州 · 机械类 · 校招 · 月薪 8K 以上 · 校友推荐、内推',
    );
    expect(titleOf(followedOf({ board: 'jobs' }), names)).toBe('招聘信息');
    expect(titleOf(followedOf({ filter: { local: true, q: '热管理' } }), names)).toBe('“热管理” · 本地');
  });
});

it('tells those who followed before a piece appeared, and, of one that came in late, before it was met', () => {
  const met = new Date('2026-11-20T10:00:00Z');
  const minutesAgo = new Date('2026-11-20T09:52:00Z');
  expect(toldBefore(minutesAgo, met)).toBe(minutesAgo);
  expect(toldBefore(new Date('2026-11-18T00:00:00Z'), met)).toBe(met);
});
