import { type Decisions, isAppealable, undecided } from '@qihang/shared/content/decisions';
import { seenBy } from '@qihang/shared/content/seen';
import type { ThreadDuty } from '@qihang/shared/duty/clock';
import type { Answer, Thread, ThreadSummary } from '@qihang/shared/threads/contract';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../actor/rules';
import { isHidden, reportAction, type Standing } from '../../content/rules';
import { saidAt } from '../../content/said-at';
import type { Byline } from '../users/public';
import { measureActionsFor } from './measures-rules';
import type { AnswerRow, ThreadRow } from './row';
import { aliasOf, answerActionsFor, answerAsPiece, asPiece, isAnonymous, threadActionsFor } from './rules';
import { waitingStates } from './state-rules';
import type { ThreadListRow } from './store';

type Names = ReadonlyMap<string, Byline>;

const excerptLength = 80;
const outdatedMs = threadLimits.outdatedDays * dayMs;

interface Around {
  names: Names;
  actor: Actor | null;
  now: Date;
  following: boolean;
}

interface Within extends Around {
  voices: ReadonlyMap<string, number>;
  voted: ReadonlySet<string>;
  /** What was decided about the question and about its answers, by id. */
  decisions: ReadonlyMap<string, Decisions>;
  duty: ThreadDuty | null;
  /** The question that this one was merged with, where the actor may see it. */
  mergedInto: ThreadRow | null;
}

interface Speaker {
  authorId: string;
  anonymous: boolean;
  /** The number of an anonymous voice. */
  voice: number | null;
  official: boolean;
}

/**
 * How readers see the author of words in a thread. An anonymous one has an alias that is the same in all of the thread and
 * means nothing outside of it.
 */
function authorIn(
  thread: ThreadRow,
  { authorId, anonymous, voice, official }: Speaker,
  names: Names,
  actor: Actor | null,
) {
  const self = actor?.id === authorId;
  if (anonymous)
    return { anonymous, name: aliasOf(thread, authorId, voice), about: '', official: false, self };
  const byline = names.get(authorId);
  return { anonymous, name: byline?.name ?? '已注销用户', about: byline?.about ?? '', official, self };
}

export const askerOf = (thread: ThreadRow): Speaker => ({
  authorId: thread.askerId,
  anonymous: thread.alias !== null,
  voice: null,
  official: false,
});

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > excerptLength ? `${line.slice(0, excerptLength)}…` : line;
};

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The times of a question are its asker's, except where answers have theirs. */
const askersTime = (thread: ThreadRow, at: Date): string => saidAt(at, thread.alias !== null).toISOString();

const isOld = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > outdatedMs;

/** A question is no older than what was said of it last. */
const isOutdated = ({ thread }: ThreadListRow, now: Date): boolean => isOld(thread.activeAt, now);

const isWaiting = ({ state }: ThreadRow): boolean => waitingStates.includes(state);

export function viewThreadSummary(
  row: ThreadListRow,
  { names, actor, now, following }: Around,
): ThreadSummary {
  const { thread } = row;
  const waiting = isWaiting(thread);
  const top =
    row.topBody === null || row.topAuthorId === null
      ? null
      : authorIn(
          thread,
          {
            authorId: row.topAuthorId,
            anonymous: row.topAnonymous ?? false,
            voice: row.topVoice,
            official: row.topOfficial ?? false,
          },
          names,
          actor,
        );
  return {
    id: thread.id,
    board: thread.board,
    title: thread.title,
    category: thread.category,
    state: thread.state,
    life: thread.life,
    author: authorIn(thread, askerOf(thread), names, actor),
    alias: thread.alias,
    askedAt: askersTime(thread, thread.askedAt),
    dueAt: waiting ? askersTime(thread, thread.dueAt) : null,
    // Measured by what was promised: one that was passed on stays overdue while the next one still has time.
    overdue: waiting && saidAt(thread.promisedAt ?? thread.dueAt, thread.alias !== null) <= now,
    onDuty: row.onDuty,
    answerCount: thread.answerCount,
    topAnswer: top && {
      author: top.name,
      official: top.official,
      excerpt: excerpt(row.topBody ?? ''),
      useful: row.topUseful ?? 0,
    },
    following,
    outdated: isOutdated(row, now),
    hidden: isHidden(thread),
    viewer: { can: threadActionsFor(actor, thread, { following }) },
  };
}

interface Living extends Standing {
  id: string;
  lifeReason: string | null;
  version: number;
  editedAt: Date | null;
  edits: number;
}

/** The word of an author who may ask another person to look at what was decided. */
const appealAction = (id: string, { decisions }: Within): 'appeal'[] =>
  isAppealable(decisions.get(id) ?? undecided) ? ['appeal'] : [];

/** What a question or answer says of its life. */
function viewLife(piece: Living, anonymous: boolean, { decisions, now }: Within) {
  const { id, life, lifeReason, editedAt } = piece;
  return {
    life,
    version: piece.version,
    ...(decisions.get(id) ?? undecided),
    seen: seenBy(
      { life, boardOn: true, reason: lifeReason, publishAt: null, unpublishAt: null },
      now.getTime(),
    ),
    editedAt: editedAt && saidAt(editedAt, anonymous).toISOString(),
    edits: piece.edits,
  };
}

function viewAnswer(thread: ThreadRow, row: AnswerRow, within: Within): Answer {
  const { names, voices, voted, actor, now } = within;
  const anonymous = isAnonymous(thread, row);
  const { authorId, official } = row;
  return {
    id: row.id,
    body: row.body,
    author: authorIn(
      thread,
      { authorId, anonymous, official, voice: voices.get(authorId) ?? null },
      names,
      actor,
    ),
    answeredAt: saidAt(row.answeredAt, anonymous).toISOString(),
    accepted: row.id === thread.acceptedAnswerId,
    useful: { n: row.usefulCount, mine: voted.has(row.id) },
    outdated: isOld(row.editedAt ?? row.answeredAt, now),
    hidden: isHidden(row),
    hiddenReason: row.lifeReason,
    ...viewLife(answerAsPiece(thread, row), anonymous, within),
    viewer: {
      can: [
        ...answerActionsFor(actor, thread, row),
        ...appealAction(row.id, within),
        ...reportAction(actor, answerAsPiece(thread, row)),
      ],
    },
  };
}

const byWorth = (a: Answer, b: Answer): number =>
  Number(b.accepted) - Number(a.accepted) || b.useful.n - a.useful.n;

/** @param answers those that the actor may see, in order of time */
export function viewThread(
  row: ThreadListRow,
  answers: readonly AnswerRow[],
  within: Within,
): Omit<Thread, 'care'> {
  const { thread } = row;
  const { mergedInto, actor, duty } = within;
  const summary = viewThreadSummary(row, within);
  const can = [
    ...summary.viewer.can,
    ...appealAction(thread.id, within),
    ...measureActionsFor(actor, thread),
    ...reportAction(actor, asPiece(thread)),
  ];
  return {
    ...summary,
    viewer: { can },
    body: thread.body,
    ...viewLife(asPiece(thread), thread.alias !== null, within),
    firstAnsweredAt: iso(thread.firstAnsweredAt),
    solvedAt: thread.solvedAt && askersTime(thread, thread.solvedAt),
    unsolvedAt: thread.unsolvedAt && askersTime(thread, thread.unsolvedAt),
    closed:
      thread.closedBy && thread.closedAt
        ? {
            by: thread.closedBy,
            at: askersTime(thread, thread.closedAt),
            reason: thread.closedReason ?? '',
            into: mergedInto && { id: mergedInto.id, title: mergedInto.title },
          }
        : null,
    duty,
    answers: answers.map((answer) => viewAnswer(thread, answer, within)).sort(byWorth),
    hiddenReason: thread.lifeReason,
  };
}
