import type { PastWords, threadsContract } from '@qihang/shared/threads/contract';
import type { Actor } from '../../actor/rules';
import type { Revised, Wording } from '../../content/revised';
import { saidAt } from '../../content/said-at';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { listVersions } from '../revisions/public-store';
import { bylines } from '../users/public';
import { voicesIn } from './marks-store';
import { getVisibleAnswer, getVisibleThread } from './reading';
import { revisedAnswers, revisedThreads } from './revised';
import { aliasOf, answerAsPiece, asPiece, canReadHistory, isAnonymous } from './rules';
import { answerWording, threadWording } from './wording';

type C = typeof threadsContract;

interface Piece {
  type: 'thread' | 'answer';
  id: string;
  revised: Revised;
  current: Wording;
  authorId: string;
  /** How the author is signed where that is not by name. */
  alias: string | null;
  now: Date;
}

/** What a piece said before. What its author changed is signed and timed as the piece is; others have their names. */
async function pastWordsOf(
  { db }: Context,
  { type, id, revised, current, authorId, alias, now }: Piece,
): Promise<{ items: PastWords[] }> {
  const kept = await listVersions(db, db.read, type, id);
  const versions = kept.length > 0 ? kept : [{ ...current, rev: 1, changed: [] }];
  const names = await bylines(
    db,
    versions.map(({ byId }) => byId),
    now,
  );
  const items = versions.map(({ rev, at, byId, changed, words }) => {
    const anonymous = alias !== null && byId === authorId;
    return {
      rev,
      at: saidAt(at, anonymous).toISOString(),
      by: anonymous ? alias : (names.get(byId)?.name ?? '已注销用户'),
      changed: changed.map((field) => revised.labels[field] ?? field),
      fields: Object.entries(revised.labels).flatMap(([field, label]) => {
        const text = revised.textOf(field, words);
        return text === '' ? [] : [{ field, label, text }];
      }),
    };
  });
  return { items };
}

/** @throws AppError `action.forbidden` */
function refuseOthers(actor: Actor, piece: { authorId: string; board: string }): void {
  if (!canReadHistory(actor, piece)) throw new AppError('action.forbidden');
}

export async function showHistory(context: Context, { params, actor, now }: Call<C['history']>) {
  const { thread } = await getVisibleThread(context, context.db.read, actor, params.id);
  refuseOthers(actor, asPiece(thread));
  return pastWordsOf(context, {
    type: 'thread',
    id: thread.id,
    revised: revisedThreads,
    current: threadWording(thread),
    authorId: thread.askerId,
    alias: thread.alias,
    now,
  });
}

export async function showAnswerHistory(context: Context, { params, actor, now }: Call<C['answerHistory']>) {
  const { db } = context;
  const { thread, answer } = await getVisibleAnswer(context, db.read, actor, params.id);
  const { authorId } = answer;
  refuseOthers(actor, answerAsPiece(thread, answer));
  const voice = (await voicesIn(db, db.read, thread.id)).get(authorId) ?? null;
  return pastWordsOf(context, {
    type: 'answer',
    id: answer.id,
    revised: revisedAnswers,
    current: answerWording(answer),
    authorId,
    alias: isAnonymous(thread, answer) ? aliasOf(thread, authorId, voice) : null,
    now,
  });
}
