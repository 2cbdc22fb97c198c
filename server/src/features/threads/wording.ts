import type { Wording } from '../../content/revised';
import type { AnswerRow, ThreadRow } from './row';

export const threadWords = ({ title, body, category }: Pick<ThreadRow, 'title' | 'body' | 'category'>) => ({
  title,
  body,
  category,
});

/** The words of a question as its author wrote them. */
export const threadWording = (thread: ThreadRow): Wording => ({
  version: thread.version,
  words: threadWords(thread),
  byId: thread.askerId,
  at: thread.writtenAt ?? thread.askedAt,
  life: thread.life,
});

/** The words of an answer as its author wrote them. */
export const answerWording = (answer: AnswerRow): Wording => ({
  version: answer.version,
  words: { body: answer.body },
  byId: answer.authorId,
  at: answer.writtenAt ?? answer.answeredAt,
  life: answer.life,
});
