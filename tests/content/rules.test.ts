import type { Actor } from '@qihang/server/actor/rules';
import {
  audienceOf,
  canMove,
  canSeePiece,
  changeNeedsReview,
  isVisibleTo,
  lifeActions,
  moderationAction,
  moveNames,
  moves,
} from '@qihang/server/content/rules';
import { type ContentState, contentStates, type reviewPolicies } from '@qihang/shared/content/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';

const actor = (id: string, role?: Role, boards: string[] | null = null, muted = false): Actor => ({
  id,
  name: id,
  verified: true,
  grants: role ? [{ role, boards, endsAt: null }] : [],
  ended: [],
  mutedUntil: muted ? new Date(1) : null,
  mutedFor: muted ? '测试' : null,
});

const people = {
  clock: null,
  author: actor('author', 'graduate'),
  'muted author': actor('author', 'graduate', null, true),
  'author who leads': actor('author', 'lead'),
  graduate: actor('other', 'graduate'),
  lead: actor('lead', 'lead', ['guidance']),
  'muted lead': actor('lead', 'lead', ['guidance'], true),
  'lead elsewhere': actor('lead', 'lead', ['notices']),
  teacher: actor('teacher', 'teacher'),
  admin: actor('admin', 'admin'),
} satisfies Record<string, Actor | null>;
type Who = keyof typeof people;

const piece = (life: ContentState) => ({
  board: 'guidance',
  authorId: 'author',
  authorRank: 0,
  life,
  lifeRank: null,
});

const movesOf = (who: Who, life: ContentState, review: (typeof reviewPolicies)[number]) =>
  moveNames.filter((name) => canMove(name, people[who], piece(life), review)).join(' ');

/** By state, what each person may do; who is not named may do nothing. Written down here and not asked of the table. */
const direct: Record<ContentState, Partial<Record<Who, string>>> = {
  draft: { author: 'submit schedule publish', 'author who leads': 'submit schedule publish' },
  'in-review': {
    author: 'recall',
    'author who leads': 'recall',
    lead: 'approve return schedule',
    teacher: 'approve return schedule',
    admin: 'approve return schedule',
  },
  returned: {
    author: 'submit schedule publish',
    'author who leads': 'submit schedule publish',
    lead: 'overturn undo',
    teacher: 'overturn undo',
    admin: 'overturn undo',
  },
  scheduled: {
    clock: 'submit return publish withdraw',
    author: 'recall publish withdraw',
    'author who leads': 'recall publish withdraw',
    lead: 'return undo',
    'muted lead': 'return',
    teacher: 'return undo',
    admin: 'return undo',
  },
  published: {
    clock: 'withdraw hide',
    author: 'withdraw',
    'author who leads': 'withdraw',
    lead: 'hide undo undo-overturn',
    'muted lead': 'hide',
    teacher: 'hide undo undo-overturn',
    admin: 'hide undo undo-overturn',
  },
  withdrawn: { author: 'submit publish reopen', 'author who leads': 'submit publish reopen' },
  hidden: {
    lead: 'restore',
    'muted lead': 'restore',
    teacher: 'restore',
    admin: 'restore',
  },
};

describe.each(contentStates)('a piece that is %s', (life) => {
  it.each(Object.keys(people) as Who[])('on a board without review, for %s', (who) => {
    expect(movesOf(who, life, 'direct')).toBe(direct[life][who] ?? '');
  });

  it.each(['second-person', 'teacher'] as const)(
    'is not published by its author where review is %s',
    (review) => {
      const own = movesOf('author who leads', life, review).split(' ');
      expect(own).not.toContain('approve');
      if (life !== 'scheduled') expect(own).not.toContain('publish');
      expect(own).not.toContain('schedule');
    },
  );
});

it('is reviewed by teachers alone where the board says so', () => {
  expect(movesOf('lead', 'in-review', 'second-person')).toBe('approve return schedule');
  expect(movesOf('lead', 'in-review', 'teacher')).toBe('');
  expect(movesOf('teacher', 'in-review', 'teacher')).toBe('approve return schedule');
  expect(movesOf('lead elsewhere', 'in-review', 'second-person')).toBe('');
});

it('has a way into every state but the first, and out of every state', () => {
  const into = new Set(Object.values(moves).map(({ to }) => to));
  const out = new Set(Object.values(moves).flatMap(({ from }) => Object.values(from).flat()));
  expect(contentStates.filter((state) => !into.has(state))).toEqual([]);
  expect(contentStates.filter((state) => !out.has(state))).toEqual([]);
});

describe('what an audience sees', () => {
  const seen = (who: Who) => contentStates.filter((life) => canSeePiece(people[who], piece(life))).join(' ');

  it.each(['clock', 'graduate', 'lead elsewhere'] as const)('%s sees what is published', (who) => {
    expect(seen(who)).toBe('published');
  });

  it.each(['lead', 'muted lead', 'teacher', 'admin'] as const)('%s sees all but drafts', (who) => {
    expect(seen(who)).toBe('in-review returned scheduled published withdrawn hidden');
  });

  it.each(['author', 'muted author', 'author who leads'] as const)('%s sees the own piece always', (who) => {
    expect(seen(who)).toBe(contentStates.join(' '));
  });

  it('is the nearest one: an author who leads is the author', () => {
    expect(audienceOf(people['author who leads'], piece('draft'))).toBe('author');
    expect(isVisibleTo('readers', 'hidden')).toBe(false);
  });
});

it('offers moderators to hide what readers see, and to restore what was hidden', () => {
  const offered = contentStates.map((life) => moderationAction(people.lead, piece(life)));
  expect(offered).toEqual([undefined, undefined, undefined, undefined, 'hide', undefined, 'restore']);
  expect(moderationAction(people.author, piece('published'))).toBeUndefined();
  expect(moderationAction(people['author who leads'], piece('published'))).toBeUndefined();
});

/** What `viewer.can` offers, by state; written down here and not asked of the table. */
const offered: Record<ContentState, { author: string; 'author, reviewed': string; lead: string }> = {
  draft: {
    author: 'edit submit schedule publish discard',
    'author, reviewed': 'edit submit discard',
    lead: '',
  },
  'in-review': { author: 'edit recall', 'author, reviewed': 'edit recall', lead: 'edit approve return' },
  returned: {
    author: 'edit submit schedule publish discard',
    'author, reviewed': 'edit submit discard',
    lead: 'edit',
  },
  scheduled: {
    author: 'edit schedule publish recall withdraw',
    'author, reviewed': 'schedule publish recall withdraw',
    lead: 'edit return',
  },
  published: {
    author: 'edit schedule withdraw',
    'author, reviewed': 'schedule withdraw',
    lead: 'edit',
  },
  withdrawn: { author: 'edit submit publish', 'author, reviewed': 'edit submit', lead: 'edit' },
  hidden: { author: 'edit', 'author, reviewed': '', lead: 'edit' },
};

describe.each(contentStates)('of a piece that is %s', (life) => {
  const words = (who: Who, review: (typeof reviewPolicies)[number]) =>
    lifeActions(people[who], piece(life), review)
      .filter((word) => word !== 'history')
      .join(' ');

  it('people are offered what they may do', () => {
    expect(words('author who leads', 'direct')).toBe(offered[life].author);
    for (const review of ['second-person', 'teacher'] as const)
      expect(words('author who leads', review)).toBe(offered[life]['author, reviewed']);
    // A draft is not shown to others, so what they might do with it is of no account.
    if (life === 'draft') return;
    for (const who of ['lead', 'teacher', 'admin'] as const)
      expect([who, words(who, 'second-person')]).toEqual([who, offered[life].lead]);
    for (const who of ['author', 'graduate', 'muted lead', 'lead elsewhere', 'clock'] as const)
      expect([who, lifeActions(people[who], piece(life), 'direct')]).toEqual([who, []]);
  });

  it('no words that were not reviewed come before readers', () => {
    const seenNext = ['scheduled', 'published', 'hidden'].includes(life);
    const needs = (who: 'author who leads' | 'lead' | 'teacher', review: (typeof reviewPolicies)[number]) =>
      changeNeedsReview(people[who], piece(life), review);
    expect(needs('author who leads', 'direct')).toBe(false);
    expect(needs('author who leads', 'second-person')).toBe(seenNext);
    expect(needs('author who leads', 'teacher')).toBe(seenNext);
    expect(needs('lead', 'second-person')).toBe(false);
    expect(needs('lead', 'teacher')).toBe(seenNext);
    expect(needs('teacher', 'teacher')).toBe(false);
  });
});
