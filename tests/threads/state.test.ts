import {
  canActOn,
  threadPlayers,
  threadRules,
  threadState,
} from '@qihang/server/features/threads/state-rules';
import {
  type ThreadAct,
  type ThreadState,
  threadActs,
  threadStates,
} from '@qihang/shared/threads/vocabulary';

const first = new Date('2026-11-20T02:00:00Z');
const later = new Date('2026-11-20T05:00:00Z');

/** Who may, in each state, when nothing else is in the way. */
const table: Record<ThreadAct, Record<ThreadState, 'asker' | 'moderator' | null>> = {
  accept: { pending: null, open: null, answered: 'asker', solved: null, unsolved: 'asker', closed: null },
  unsolved: { pending: null, open: null, answered: 'asker', solved: null, unsolved: null, closed: null },
  reopen: { pending: null, open: null, answered: null, solved: 'asker', unsolved: null, closed: 'asker' },
  close: {
    pending: null,
    open: 'asker',
    answered: 'asker',
    solved: 'asker',
    unsolved: 'asker',
    closed: null,
  },
  lock: {
    pending: null,
    open: 'moderator',
    answered: 'moderator',
    solved: 'moderator',
    unsolved: 'moderator',
    closed: null,
  },
  unlock: { pending: null, open: null, answered: null, solved: null, unsolved: null, closed: 'moderator' },
  merge: {
    pending: null,
    open: 'moderator',
    answered: 'moderator',
    solved: 'moderator',
    unsolved: 'moderator',
    closed: null,
  },
};

/** Closed by the one whose act opens it again. */
const closerFor = (act: ThreadAct) => (act === 'unlock' ? ('moderator' as const) : ('asker' as const));

describe('every act in every state by everybody', () => {
  const cells = threadActs.flatMap((act) =>
    threadStates.flatMap((state) => threadPlayers.map((who) => [act, state, who] as const)),
  );
  it.each(cells)('%s of a %s question by the %s', (act, state, who) => {
    const closedBy = state === 'closed' ? closerFor(act) : null;
    expect(canActOn(act, { state, closedBy, unsolvedAt: null }, who)).toBe(table[act][state] === who);
  });

  it('names every act once', () => {
    expect(Object.keys(threadRules).sort()).toEqual([...threadActs].sort());
  });
});

describe('what a state alone does not say', () => {
  const closed = (by: 'asker' | 'moderator' | 'merge') =>
    ({ state: 'closed', closedBy: by, unsolvedAt: null }) as const;

  it('says 没解决 once', () => {
    expect(canActOn('unsolved', { state: 'answered', closedBy: null, unsolvedAt: first }, 'asker')).toBe(
      false,
    );
  });

  it.each([
    ['asker', true, false],
    ['moderator', false, true],
    ['merge', false, true],
  ] as const)('opens what the %s closed again', (by, reopened, unlocked) => {
    expect(canActOn('reopen', closed(by), 'asker')).toBe(reopened);
    expect(canActOn('unlock', closed(by), 'moderator')).toBe(unlocked);
  });
});

describe('the state that follows', () => {
  const facts = { life: 'published', closedBy: null, unsolvedAt: null, accepted: false, helped: [] } as const;
  it.each([
    ['is reviewed', { ...facts, life: 'in-review' }, 'pending'],
    ['was returned', { ...facts, life: 'returned' }, 'pending'],
    ['was returned with answers', { ...facts, life: 'returned', helped: [first] }, 'pending'],
    ['has no answer', facts, 'open'],
    ['has an answer', { ...facts, helped: [first] }, 'answered'],
    ['has an accepted one', { ...facts, helped: [first], accepted: true }, 'solved'],
    ['was not helped', { ...facts, helped: [first], unsolvedAt: later }, 'unsolved'],
    ['was answered after that', { ...facts, helped: [first, later], unsolvedAt: first }, 'answered'],
    ['lost its answers after that', { ...facts, unsolvedAt: later }, 'open'],
    ['is solved after that', { ...facts, helped: [first], unsolvedAt: later, accepted: true }, 'solved'],
    [
      'is closed, whatever was said',
      { ...facts, helped: [first], accepted: true, closedBy: 'asker' },
      'closed',
    ],
    ['is hidden, and goes on as it was', { ...facts, life: 'hidden', helped: [first] }, 'answered'],
  ] as const)('%s', (_, given, state) => {
    expect(threadState(given)).toBe(state);
  });
});
