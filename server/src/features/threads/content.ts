import type { ContentKind } from '../../content/kind';
import { authoredAnswers, authoredThreads } from './authored-store';
import { threadCounts } from './counts-store';
import { threadOwnership } from './ownership-store';
import { revisedAnswers, revisedThreads } from './revised';
import { answerAsPiece, asPiece, isAnonymous } from './rules';
import { threadSearch } from './search-store';
import {
  deleteAnswer,
  deleteThread,
  findAnswer,
  findThread,
  listNeverSeenAnswers,
  listNeverSeenThreads,
  setAnswerLife,
  setThreadLife,
  type ThreadListRow,
} from './store';

/** A question as content; an anonymous asker stays one for moderators, too. */
const asThreadPiece = ({ thread, boardEnabled, review }: ThreadListRow) => ({
  ...asPiece(thread),
  anonymous: thread.alias !== null,
  publishedAt: thread.askedAt,
  boardEnabled,
  review,
});

/** Questions, which readers see as soon as they are sent, unless they are held for review. */
export const threadContent: ContentKind = {
  async find(db, read, id) {
    const row = await findThread(db, read, id);
    return row && asThreadPiece(row);
  },
  setLife: setThreadLife,
  listNeverSeen: listNeverSeenThreads,
  discard: deleteThread,
  authored: authoredThreads,
  searchable: threadSearch,
  counted: threadCounts,
  ownership: threadOwnership,
  written: null,
  revised: revisedThreads,
  desk: null,
};

/** An answer as content. It is found with its question, and is visible only to those who see the question. */
export const answerContent: ContentKind = {
  async find(db, read, id) {
    const answer = await findAnswer(db, read, id);
    const row = answer && (await findThread(db, read, answer.threadId));
    if (!row) return undefined;
    return {
      ...answerAsPiece(row.thread, answer),
      anonymous: isAnonymous(row.thread, answer),
      title: answer.body,
      publishedAt: answer.answeredAt,
      boardEnabled: row.boardEnabled,
      review: row.review,
      within: asPiece(row.thread),
    };
  },
  setLife: setAnswerLife,
  listNeverSeen: listNeverSeenAnswers,
  discard: deleteAnswer,
  authored: authoredAnswers,
  searchable: null,
  counted: null,
  ownership: null,
  written: null,
  revised: revisedAnswers,
  desk: null,
};
