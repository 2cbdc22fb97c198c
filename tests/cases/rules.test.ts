// The state table of a case: by state, act and person, what is possible. Written down here and not asked of the rules.
import type { Actor } from '@qihang/server/actor/rules';
import {
  type CaseStanding,
  canAppeal,
  canSeeCase,
  caseBar,
  caseWordsFor,
  isInForce,
  undoSeconds,
} from '@qihang/server/features/cases/rules';
import { type CaseKind, caseKinds, caseStates } from '@qihang/shared/cases/vocabulary';
import { contentStates, type ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';

const now = new Date('2026-11-20T02:24:00Z');
const inSeconds = (n: number) => new Date(now.getTime() + n * 1000);

const actor = (id: string, role?: Role, boards: string[] | null = null, muted = false): Actor => ({
  id,
  name: id,
  verified: true,
  grants: role ? [{ role, boards, endsAt: null }] : [],
  ended: [],
  mutedUntil: muted ? inSeconds(3600) : null,
  mutedFor: muted ? '测试' : null,
});

const people = {
  visitor: null,
  graduate: actor('graduate', 'graduate'),
  'author who leads': actor('author', 'lead'),
  lead: actor('lead', 'lead', ['guidance']),
  'other lead': actor('other lead', 'lead', ['guidance']),
  'muted lead': actor('muted lead', 'lead', ['guidance'], true),
  'lead elsewhere': actor('elsewhere', 'lead', ['notices']),
  teacher: actor('teacher', 'teacher'),
  admin: actor('admin', 'admin'),
} satisfies Record<string, Actor | null>;
type Who = keyof typeof people;
const everybody = Object.keys(people) as Who[];

const standing = (change: Partial<CaseStanding> = {}): CaseStanding => ({
  kind: 'review',
  type: 'post',
  state: 'open',
  board: 'guidance',
  authorId: 'author',
  leastRank: 0,
  care: false,
  forTeachers: false,
  claimedById: null,
  claimedUntil: null,
  decidedById: null,
  endedAt: null,
  leftLife: null,
  leftVersion: null,
  ...change,
});

describe('who has a case in the queue', () => {
  const seenBy = (
    change: Partial<CaseStanding>,
    review: ReviewPolicy = 'second-person',
    decidedBefore = false,
  ) =>
    everybody
      .filter((who) => canSeeCase(people[who], standing(change), { now, review, decidedBefore }))
      .join(', ');
  const leads = 'lead, other lead, muted lead';

  it.each(caseKinds)('of the kind %s: those who keep its board clean, and never its author', (kind) => {
    expect(seenBy({ kind })).toBe(`${leads}, teacher, admin`);
  });

  it('of signs of despair, and of what a person wants a teacher to see: teachers', () => {
    for (const kind of caseKinds) {
      expect(seenBy({ kind, care: true })).toBe('teacher, admin');
      expect(seenBy({ kind, forTeachers: true })).toBe('teacher, admin');
    }
  });

  it('of a review where teachers review: teachers; of a report or appeal there: everybody', () => {
    expect(seenBy({ kind: 'review' }, 'teacher')).toBe('teacher, admin');
    expect(seenBy({ kind: 'report' }, 'teacher')).toBe(`${leads}, teacher, admin`);
    expect(seenBy({ kind: 'appeal' }, 'teacher')).toBe(`${leads}, teacher, admin`);
  });

  it('of an author of higher rank, or an appeal against one: those of that rank or above', () => {
    expect(seenBy({ leastRank: 1 })).toBe(`${leads}, teacher, admin`);
    expect(seenBy({ leastRank: 2 })).toBe('teacher, admin');
    expect(seenBy({ leastRank: 3 })).toBe('admin');
  });

  it('of an appeal: nobody who decided against the piece before', () => {
    expect(seenBy({ kind: 'appeal' }, 'second-person', true)).toBe('');
    expect(seenBy({ kind: 'review' }, 'second-person', true)).toBe(`${leads}, teacher, admin`);
  });
});

/** What a person who sees the case is offered. */
const words = (who: Who, change: Partial<CaseStanding>): string =>
  caseWordsFor(people[who] as Actor, standing(change), now).join(' ');

const decisions: Record<CaseKind, string> = {
  review: 'approve return',
  report: 'hide dismiss',
  appeal: 'approve dismiss',
};

describe.each(caseKinds)('a %s', (kind) => {
  const moderators = ['lead', 'teacher', 'admin'] as const;

  it.each(moderators)('that is open: %s claims or decides it', (who) => {
    expect(words(who, { kind })).toBe(`claim ${decisions[kind]}`);
  });

  it('that is open: a muted lead does nothing', () => {
    expect(words('muted lead', { kind })).toBe('');
    expect(caseBar('decide', people['muted lead'], standing({ kind }), now)).toBe('muted');
    expect(caseBar('claim', people['muted lead'], standing({ kind }), now)).toBe('muted');
  });

  const claimed = { kind, claimedById: 'lead', claimedUntil: inSeconds(1) };
  it('that is claimed: its claimer prolongs, gives back or decides it, and nobody else does anything', () => {
    expect(words('lead', claimed)).toBe(`claim release ${decisions[kind]}`);
    for (const who of ['other lead', 'teacher', 'admin'] as const) {
      expect(words(who, claimed)).toBe('');
      for (const act of ['claim', 'decide'] as const)
        expect(caseBar(act, people[who], standing(claimed), now)).toBe('claimed');
    }
  });

  it('whose claim is over: it is as if nobody had claimed it', () => {
    const over = { ...claimed, claimedUntil: now };
    for (const who of ['lead', 'other lead'] as const)
      expect(words(who, over)).toBe(`claim ${decisions[kind]}`);
    expect(caseBar('release', people.lead, standing(over), now)).toBe('state');
  });

  const decided = { kind, state: 'decided', decidedById: 'lead' } as const;
  it('that was decided: who decided it takes it back for ten seconds, and nobody else does anything', () => {
    expect(words('lead', { ...decided, endedAt: inSeconds(-9.9) })).toBe('undo');
    expect(words('lead', { ...decided, endedAt: inSeconds(-10) })).toBe('');
    expect(caseBar('undo', people.lead, standing({ ...decided, endedAt: inSeconds(-10) }), now)).toBe('late');
    for (const who of ['other lead', 'teacher', 'admin'] as const)
      expect(words(who, { ...decided, endedAt: now })).toBe('');
    const muted = { ...decided, decidedById: 'muted lead', endedAt: now };
    expect(words('muted lead', muted)).toBe('');
  });

  it('about which nothing is left to decide: nobody does anything', () => {
    for (const who of everybody.filter((one) => people[one]))
      expect(words(who, { kind, state: 'gone', endedAt: now })).toBe('');
  });

  it('is decided while it is open, and taken back once it was decided', () => {
    const bars = (act: 'claim' | 'decide' | 'undo') =>
      caseStates.filter(
        (state) =>
          caseBar(act, people.lead, standing({ kind, state, decidedById: 'lead', endedAt: now }), now) ===
          undefined,
      );
    expect([bars('claim'), bars('decide'), bars('undo')]).toEqual([['open'], ['open'], ['decided']]);
  });
});

it('marks a job alone as to be confirmed', () => {
  expect(words('lead', { kind: 'report', type: 'job' })).toBe('claim hide dismiss recheck');
});

it('counts the seconds that are left in whole ones', () => {
  const left = (endedAt: Date) =>
    undoSeconds(people.lead, standing({ state: 'decided', decidedById: 'lead', endedAt }), now);
  expect([left(now), left(inSeconds(-0.5)), left(inSeconds(-9.9)), left(inSeconds(-11))]).toEqual([
    10, 10, 1, 0,
  ]);
});

describe('an appeal', () => {
  const against = { action: 'return', decidedById: 'lead', leftLife: 'returned', appealed: false } as const;
  const hidden = { action: 'hide', decidedById: 'lead', leftLife: 'hidden', appealed: false } as const;
  const piece = (life: (typeof contentStates)[number], lifeRank: number | null = 1) => ({
    authorId: 'author',
    life,
    lifeRank,
  });

  it('is its author’s alone', () => {
    const able = everybody.filter((who) => canAppeal(people[who], piece('returned'), against));
    expect(able).toEqual(['author who leads']);
  });

  it('is possible while the piece is as the decision left it', () => {
    const possible = (decision: typeof against | typeof hidden) =>
      contentStates.filter((life) => canAppeal({ id: 'author' }, piece(life), decision));
    expect([possible(against), possible(hidden)]).toEqual([['returned'], ['hidden']]);
  });

  it('is possible once, and not against the clock', () => {
    expect(canAppeal({ id: 'author' }, piece('returned'), { ...against, appealed: true })).toBe(false);
    expect(canAppeal({ id: 'author' }, piece('returned', null), against)).toBe(false);
    expect(isInForce(piece('hidden', null), hidden)).toBe(false);
    expect(isInForce(piece('hidden'), { ...hidden, decidedById: null })).toBe(false);
  });
});
