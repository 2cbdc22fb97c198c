import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { ThreadAct, ThreadCloser, ThreadState } from '@qihang/shared/threads/vocabulary';

/** Who acts on a question: its asker, a moderator who did not ask it, anybody else. */
export const threadPlayers = ['asker', 'moderator', 'other'] as const;
export type ThreadPlayer = (typeof threadPlayers)[number];

/** What the acts on a question depend on. */
export interface ThreadCourse {
  state: ThreadState;
  closedBy: ThreadCloser | null;
  /** When its asker said that the answers had not helped. */
  unsolvedAt: Date | null;
}

interface Rule {
  who: Exclude<ThreadPlayer, 'other'>;
  from: readonly ThreadState[];
  /** What must hold beyond the state. */
  when?: (course: ThreadCourse) => boolean;
}

const live = ['open', 'answered', 'solved', 'unsolved'] as const satisfies readonly ThreadState[];
const closedBy =
  (...by: readonly ThreadCloser[]) =>
  ({ state, closedBy }: ThreadCourse): boolean =>
    state !== 'closed' || (closedBy !== null && by.includes(closedBy));

/** Who does what to a question, and in which of its states. What follows is `threadState`. */
export const threadRules: Readonly<Record<ThreadAct, Rule>> = {
  accept: { who: 'asker', from: ['answered', 'unsolved'] },
  unsolved: { who: 'asker', from: ['answered'], when: ({ unsolvedAt }) => unsolvedAt === null },
  reopen: { who: 'asker', from: ['solved', 'closed'], when: closedBy('asker') },
  close: { who: 'asker', from: live },
  lock: { who: 'moderator', from: live },
  unlock: { who: 'moderator', from: ['closed'], when: closedBy('moderator', 'merge') },
  merge: { who: 'moderator', from: live },
};

export function canActOn(act: ThreadAct, course: ThreadCourse, who: ThreadPlayer): boolean {
  const { who: whose, from, when } = threadRules[act];
  return who === whose && from.includes(course.state) && (when?.(course) ?? true);
}

export interface StateFacts {
  life: ContentState;
  closedBy: ThreadCloser | null;
  unsolvedAt: Date | null;
  accepted: boolean;
  /** When readers first saw each answer by people other than the asker; those that readers see now. */
  helped: readonly Date[];
}

/** Where a question is on its way. What was said before 没解决 does not answer it any more. */
export function threadState({ life, closedBy, unsolvedAt, accepted, helped }: StateFacts): ThreadState {
  if (life === 'in-review' || life === 'returned') return 'pending';
  if (closedBy !== null) return 'closed';
  if (accepted) return 'solved';
  if (helped.length === 0) return 'open';
  return unsolvedAt !== null && helped.every((at) => at <= unsolvedAt) ? 'unsolved' : 'answered';
}

/** The states in which a person on duty owes an answer. */
export const waitingStates: readonly ThreadState[] = ['open', 'unsolved'];
