import type { Actor, Grant } from '@qihang/server/actor/rules';
import { endingTerm, recordTerm, reviewedBoards } from '@qihang/server/features/desk/rules';

const now = new Date('2026-11-20T10:24:00+08:00');
const day = (text: string) => new Date(`${text}T00:00:00+08:00`);

const actorWith = (grants: Grant[], mutedUntil: Date | null = null): Actor => ({
  id: 'me',
  name: '陈一鸣',
  verified: true,
  grants,
  ended: [],
  mutedUntil,
  mutedFor: mutedUntil && '反复发广告',
});
const lead: Grant = { role: 'lead', boards: ['guidance', 'notices'], endsAt: null };
const teacher: Grant = { role: 'teacher', boards: null, endsAt: null };
const board = (slug: string, review: 'direct' | 'second-person' | 'teacher', enabled = true) => ({
  slug,
  review,
  enabled,
});
const boards = [
  board('guidance', 'second-person'),
  board('notices', 'teacher'),
  board('affairs', 'second-person'),
  board('exemplars', 'second-person', false),
];

describe('reviewedBoards', () => {
  it('gives a lead the boards of the term, without those on which a teacher decides', () => {
    expect(reviewedBoards(actorWith([lead]), boards)).toEqual([{ slug: 'guidance', rank: 1 }]);
  });

  it('gives a teacher every board that is on', () => {
    expect(reviewedBoards(actorWith([teacher]), boards)).toEqual([
      { slug: 'guidance', rank: 2 },
      { slug: 'notices', rank: 2 },
      { slug: 'affairs', rank: 2 },
    ]);
  });

  it('gives nothing to graduates and to people who are muted', () => {
    expect(reviewedBoards(actorWith([]), boards)).toEqual([]);
    expect(reviewedBoards(actorWith([lead], day('2026-11-23')), boards)).toEqual([]);
  });
});

describe('recordTerm', () => {
  const past = { startsAt: day('2025-06-22'), endsAt: day('2026-06-22') };
  const first = { startsAt: day('2026-06-22'), endsAt: day('2026-12-21') };
  const second = { startsAt: day('2026-09-01'), endsAt: null };

  it('begins with the first term that runs', () => {
    expect(recordTerm([second, first, past], now)).toBe(first);
  });

  it('is the last term where none runs, and none for people who never had one', () => {
    expect(recordTerm([past], now)).toBe(past);
    expect(recordTerm([], now)).toBeUndefined();
  });
});

describe('endingTerm', () => {
  const until = day('2027-01-19');
  const soon = { startsAt: day('2026-06-22'), endsAt: day('2026-12-21') };
  const sooner = { startsAt: day('2026-06-22'), endsAt: day('2026-12-01') };

  it('is the one that ends next', () => {
    expect(endingTerm([soon, sooner], now, until)).toEqual(sooner);
  });

  it.each([
    ['over', { startsAt: day('2025-06-22'), endsAt: day('2026-06-22') }],
    ['far from its end', { startsAt: day('2026-06-22'), endsAt: day('2027-06-22') }],
    ['without an end', { startsAt: day('2026-06-22'), endsAt: null }],
  ])('leaves out a term that is %s', (_, term) => {
    expect(endingTerm([term], now, until)).toBeUndefined();
  });
});
