import type { Actor } from '@qihang/server/actor/rules';
import {
  canLiftMute,
  canMute,
  canSeeMute,
  maxMuteDays,
  muteState,
} from '@qihang/server/features/moderation/rules';
import type { Role } from '@qihang/shared/session/vocabulary';

const now = new Date('2026-11-20T02:24:00Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

const person = (role: Role | null, boards: string[] | null = null, id = 'actor'): Actor => ({
  id,
  name: '某人',
  verified: true,
  grants: role ? [{ role, boards, endsAt: null }] : [],
  ended: [],
  mutedUntil: null,
  mutedFor: null,
});

const formerLead: Actor = {
  ...person('graduate'),
  ended: [{ role: 'lead', boards: null, endedAt: hours(-1) }],
};

describe('canMute', () => {
  const authors = { graduate: ['graduate'], lead: ['lead'], teacher: ['teacher'], admin: ['admin'] } as const;
  type Author = keyof typeof authors;
  it.each<[string, Actor | null, Author[]]>([
    ['a visitor', null, []],
    ['a graduate', person('graduate'), []],
    ['somebody whose term as a lead is over', formerLead, []],
    ['a lead of another board', person('lead', ['guidance']), []],
    ['a lead of the board', person('lead', ['threads']), ['graduate']],
    ['a teacher', person('teacher'), ['graduate', 'lead']],
    ['an admin', person('admin'), ['graduate', 'lead', 'teacher']],
  ])('%s', (_, actor, mayMute) => {
    const allowed = (Object.keys(authors) as Author[]).filter((author) =>
      canMute(actor, 'threads', { id: 'author', roles: authors[author] }),
    );
    expect(allowed).toEqual(mayMute);
  });

  it('counts the highest office the author holds anywhere', () => {
    expect(canMute(person('lead'), 'threads', { id: 'author', roles: ['graduate', 'lead'] })).toBe(false);
  });

  it('lets nobody mute themselves', () => {
    expect(canMute(person('admin'), 'threads', { id: 'actor', roles: ['graduate'] })).toBe(false);
  });

  it('counts the rank the moderator has on this board', () => {
    const both: Actor = {
      ...person('lead'),
      grants: [
        { role: 'lead', boards: null, endsAt: null },
        { role: 'teacher', boards: ['guidance'], endsAt: null },
      ],
    };
    const lead = { id: 'author', roles: ['lead'] } as const;
    expect([canMute(both, 'threads', lead), canMute(both, 'guidance', lead)]).toEqual([false, true]);
  });
});

it.each([
  ['lead', 7],
  ['teacher', 180],
  ['admin', 180],
] as const)('a %s mutes for %i days at most', (role, days) => {
  expect(maxMuteDays(person(role), 'threads')).toBe(days);
});

describe('a mute', () => {
  const mute = { byId: 'actor', endsAt: hours(1), liftedAt: null };
  it.each([
    ['runs', mute, 'active'],
    ['is over to the minute', { ...mute, endsAt: now }, 'over'],
    ['is lifted, also when its time is over', { ...mute, endsAt: hours(-1), liftedAt: hours(-2) }, 'lifted'],
  ] as const)('%s', (_, standing, state) => {
    expect(muteState(standing, now)).toBe(state);
  });

  it.each<[string, Actor | null, boolean]>([
    ['nobody', null, false],
    ['the lead who muted', person('lead'), true],
    ['another lead', person('lead', null, 'other'), false],
    ['a teacher', person('teacher', null, 'other'), true],
    ['an admin', person('admin', null, 'other'), true],
  ])('is known to and lifted by %s', (_, actor, allowed) => {
    expect([canSeeMute(actor, mute), canLiftMute(actor, mute, now)]).toEqual([allowed, allowed]);
    expect(canLiftMute(actor, { ...mute, endsAt: now }, now)).toBe(false);
  });
});
