import type { threadsContract } from '@qihang/shared/threads/contract';
import { askerAlias, threadLimits } from '@qihang/shared/threads/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { forbidden, refuseMuted, refuseMutedFor } from '../../actor/refusals';
import type { Actor } from '../../actor/rules';
import { pieceAdded } from '../../content/moved';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { canPostOn } from '../boards/public';
import { getEnabledBoard } from '../boards/public-store';
import { keepVerdict } from '../content-check/public';
import { careFor } from './care';
import { beginIn, isHeld, judgeSpeech } from './check';
import { countAsked, countGiven, findSameAnswer, findSameThread } from './limits-store';
import { getVisibleThread, showThread, spokenAt, threadBoard } from './reading';
import type { ThreadRow } from './row';
import { canAnswerThread, isAnonymous, voiceOf } from './rules';
import { insertAnswer, insertThread } from './store';

type C = typeof threadsContract;

const ago = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
const sameSince = (now: Date): Date => ago(now, threadLimits.duplicateMinutes * 60_000);

/** @throws AppError `thread.daily-limit` */
function refuseTooMany({ config }: Context, n: number, most: number, words: string): void {
  if (config.rateLimit && n >= most)
    throw new AppError('thread.daily-limit', `24 小时里最多${words}，请过些时候再来`);
}

export async function askThread(context: Context, { body, actor, now }: Call<C['ask']>) {
  const { db } = context;
  const { anonymous, board: slug, ...words } = body;
  const board = await threadBoard(db, db.read, slug);
  if (!actor.verified) throw new AppError('verification.required');
  if (!canPostOn(actor, board)) throw forbidden(actor, board.postRoles, board.slug);
  refuseMutedFor(actor, anonymous);
  const parts = [
    { path: 'title', text: words.title },
    { path: 'body', text: words.body },
  ];
  const verdict = await judgeSpeech(context, actor, board, { kind: 'question', parts, anonymous });
  const { at, id } = spokenAt(context, anonymous, now);
  const asked = await db.write(async (tx) => {
    const same = { askerId: actor.id, board: board.slug, ...words };
    const known = await findSameThread(db, tx, same, sameSince(now));
    if (known !== undefined) return known;
    const before = await countAsked(db, tx, actor.id, ago(now, dayMs));
    refuseTooMany(context, before, threadLimits.asksADay, `提 ${threadLimits.asksADay} 个问题`);
    const held = await isHeld(context, tx, actor, { board, anonymous, verdict });
    const row = {
      id,
      ...same,
      alias: anonymous ? askerAlias : null,
      askedAt: at,
      activeAt: at,
      dueAt: at,
      writtenAt: now,
      appearedAt: held ? null : now,
      authorRank: voiceOf(actor, board.slug, { anonymous }).authorRank,
      ...beginIn(held, now),
    };
    await insertThread(db, tx, row);
    await keepVerdict(context, tx, { type: 'thread', id, board: board.slug }, verdict, at);
    await pieceAdded(context, tx, 'thread', { ...row, authorId: actor.id }, at);
    return id;
  });
  return showThread(context, actor, asked, now, await careFor(context, verdict));
}

/**
 * Whether an answer is anonymous: in a question of one's own, as the question is.
 * @throws AppError `request.invalid` for anonymous words of an asker who asked by name: their place would name the author
 */
function voiceIn(thread: ThreadRow, actor: Actor, wished: boolean): boolean {
  const anonymous = isAnonymous(thread, { authorId: actor.id, anonymous: wished });
  if (wished && !anonymous)
    throw new AppError('request.invalid', undefined, [
      { path: 'anonymous', message: '这个问题是你署名提的，补充也会署名' },
    ]);
  return anonymous;
}

export async function answerThread(context: Context, { params, body, actor, now }: Call<C['answer']>) {
  const { db } = context;
  const { thread: seen } = await getVisibleThread(context, db.read, actor, params.id);
  const board = await getEnabledBoard(db, db.read, seen.board);
  refuseMuted(actor);
  if (!actor.verified) throw new AppError('verification.required');
  const anonymous = voiceIn(seen, actor, body.anonymous);
  refuseMutedFor(actor, anonymous);
  const parts = [{ path: 'body', text: body.body }];
  const verdict = await judgeSpeech(context, actor, board, { kind: 'answer', parts, anonymous });
  const { at, id } = spokenAt(context, anonymous, now);
  await db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    if (thread.state === 'closed') throw new AppError('thread.closed');
    if (!canAnswerThread(actor, thread)) throw new AppError('action.forbidden');
    const same = { authorId: actor.id, threadId: thread.id, body: body.body };
    if ((await findSameAnswer(db, tx, same, sameSince(now))) !== undefined) return;
    const before = await countGiven(db, tx, actor.id, ago(now, dayMs));
    refuseTooMany(context, before, threadLimits.answersADay, `回答 ${threadLimits.answersADay} 次`);
    const held = await isHeld(context, tx, actor, { board, anonymous, verdict });
    const row = {
      id,
      ...same,
      anonymous,
      ...voiceOf(actor, thread.board, { anonymous, official: body.official }),
      answeredAt: at,
      writtenAt: now,
      appearedAt: held ? null : now,
      ...beginIn(held, now),
    };
    await insertAnswer(db, tx, row);
    await keepVerdict(context, tx, { type: 'answer', id, board: thread.board }, verdict, at);
    await pieceAdded(context, tx, 'answer', { ...row, board: thread.board }, at);
  });
  return showThread(context, actor, params.id, now, await careFor(context, verdict));
}
