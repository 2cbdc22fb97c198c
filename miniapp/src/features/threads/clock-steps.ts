import type { Thread } from '@qihang/shared/threads/contract';
import { tookWords } from './words';

/** One point of a question's way to an answer. */
export interface ClockStep {
  /** When it happened or is due; ISO. */
  at: string;
  text: string;
  tone: 'done' | 'late' | 'ahead';
}

type Timed = Pick<
  Thread,
  | 'askedAt'
  | 'state'
  | 'dueAt'
  | 'overdue'
  | 'onDuty'
  | 'duty'
  | 'firstAnsweredAt'
  | 'solvedAt'
  | 'unsolvedAt'
  | 'closed'
>;

const isSet = (step: ClockStep | false | null): step is ClockStep => step !== null && step !== false;

/** Who was asked first: the person on duty may have changed since. */
const firstName = ({ duty, onDuty }: Timed) => duty?.chain[0]?.who ?? onDuty;

/**
 * The way of a question in order of time: who had to answer, who did not in time, the first answer, how it ended, and what it waits for now.
 * The asker sees the same as everybody.
 */
export function clockSteps(thread: Timed): ClockStep[] {
  const { askedAt, dueAt, overdue, onDuty, duty, firstAnsweredAt, solvedAt, unsolvedAt, closed, state } =
    thread;
  const name = firstName(thread);
  const missed = (duty?.chain ?? []).flatMap(({ who, until, passed }): ClockStep[] =>
    passed && until
      ? [{ at: until, text: `${who ?? '值班的人'} 没有按时答复，转给下一位`, tone: 'late' }]
      : [],
  );
  const waits = (state === 'open' || state === 'unsolved') && dueAt !== null;
  const past = [
    { at: askedAt, text: name ? `提问，${name} 值班` : '提问', tone: 'done' as const },
    ...missed,
    firstAnsweredAt !== null && {
      at: firstAnsweredAt,
      text: `首答，${tookWords(askedAt, firstAnsweredAt)}`,
      tone: 'done' as const,
    },
    unsolvedAt !== null && { at: unsolvedAt, text: '提问者说没解决，重新计时', tone: 'done' as const },
    solvedAt !== null && { at: solvedAt, text: '已解决', tone: 'done' as const },
    closed !== null && { at: closed.at, text: '已关闭', tone: 'done' as const },
  ]
    .filter(isSet)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (!waits) return past;
  const due: ClockStep = {
    at: dueAt,
    text: `${onDuty ?? '值班的人'} 在这之前答复`,
    tone: overdue ? 'late' : 'ahead',
  };
  return [...past, due];
}

/** `过了时间还没答，转 张老师`: who comes after the one it waits for; null where nobody does. */
export function nextInChain({ duty }: Pick<Thread, 'duty'>): string | null {
  const chain = duty?.chain ?? [];
  const ahead = chain.filter(({ passed }) => !passed);
  // The first of those that have not passed is the one it waits for.
  const next = ahead[1]?.who;
  return next ? `到时间还没答，会转给 ${next}` : null;
}

/** `已按时答复`, or how much later the first answer came than promised; null where the promise is not known. */
export function keptWords({ duty, firstAnsweredAt }: Pick<Thread, 'duty' | 'firstAnsweredAt'>): {
  text: string;
  inTime: boolean;
} | null {
  const promised = duty?.chain[0]?.until ?? duty?.until;
  if (!promised || firstAnsweredAt === null) return null;
  const inTime = Date.parse(firstAnsweredAt) <= Date.parse(promised);
  return { text: inTime ? '已按时答复' : '答复晚了', inTime };
}
