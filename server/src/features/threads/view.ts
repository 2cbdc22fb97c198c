import type { Answer, Thread, ThreadSummary } from '@qihang/shared/threads/contract';
import type { Actor } from '../../actor/rules';
import { isHidden, reportAction } from '../../content/rules';
import type { Byline } from '../users/public';
import type { AnswerRow, ThreadRow } from './row';
import {
  answerActionsFor,
  answerAsPiece,
  asPiece,
  canSeeAnswer,
  isAnonymousIn,
  threadActionsFor,
} from './rules';
import type { ThreadListRow } from './store';

type Names = ReadonlyMap<string, Byline>;

const excerptLength = 80;

/**
 * How readers see this author in this thread. An anonymous asker is the alias everywhere in it, in
 * answers too, and carries nothing that could be found again elsewhere.
 */
function authorIn(thread: ThreadRow, authorId: string, names: Names, actor: Actor | null, official = false) {
  const self = actor?.id === authorId;
  if (thread.alias !== null && isAnonymousIn(thread, authorId)) {
    return { anonymous: true, name: thread.alias, about: '', official: false, self };
  }
  const byline = names.get(authorId);
  return { anonymous: false, name: byline?.name ?? '已注销用户', about: byline?.about ?? '', official, self };
}

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > excerptLength ? `${line.slice(0, excerptLength)}…` : line;
};

export function viewThreadSummary(row: ThreadListRow, names: Names, actor: Actor | null): ThreadSummary {
  const { thread } = row;
  const open = thread.state === 'open';
  return {
    id: thread.id,
    board: thread.board,
    title: thread.title,
    category: thread.category,
    state: thread.state,
    author: authorIn(thread, thread.askerId, names, actor),
    alias: thread.alias,
    askedAt: thread.askedAt.toISOString(),
    dueAt: open ? thread.dueAt.toISOString() : null,
    onDuty: row.onDuty,
    answerCount: thread.answerCount,
    topAnswer:
      row.topBody === null || row.topAuthorId === null
        ? null
        : {
            author: authorIn(thread, row.topAuthorId, names, actor).name,
            official: (row.topOfficial ?? false) && !isAnonymousIn(thread, row.topAuthorId),
            excerpt: excerpt(row.topBody),
          },
    hidden: isHidden(thread),
    viewer: { can: threadActionsFor(actor, thread) },
  };
}

function viewAnswer(thread: ThreadRow, row: AnswerRow, names: Names, actor: Actor | null): Answer {
  return {
    id: row.id,
    body: row.body,
    author: authorIn(thread, row.authorId, names, actor, row.official),
    answeredAt: row.answeredAt.toISOString(),
    accepted: row.id === thread.acceptedAnswerId,
    hidden: isHidden(row),
    hiddenReason: row.lifeReason,
    viewer: {
      can: [...answerActionsFor(actor, thread, row), ...reportAction(actor, answerAsPiece(thread, row))],
    },
  };
}

export function viewThread(
  row: ThreadListRow,
  answers: readonly AnswerRow[],
  names: Names,
  actor: Actor | null,
): Thread {
  const { thread } = row;
  const seen = answers.filter((answer) => canSeeAnswer(actor, thread, answer));
  const views = seen.map((answer) => viewAnswer(thread, answer, names, actor));
  const summary = viewThreadSummary(row, names, actor);
  return {
    ...summary,
    viewer: { can: [...summary.viewer.can, ...reportAction(actor, asPiece(thread))] },
    body: thread.body,
    firstAnsweredAt: thread.firstAnsweredAt?.toISOString() ?? null,
    answers: [...views.filter(({ accepted }) => accepted), ...views.filter(({ accepted }) => !accepted)],
    hiddenReason: thread.lifeReason,
  };
}
