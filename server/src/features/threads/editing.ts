import type { threadsContract } from '@qihang/shared/threads/contract';
import { forbidden, refuseMutedFor } from '../../actor/refusals';
import { type Actor, moderatorRoles } from '../../actor/rules';
import { setLife } from '../../content/moved';
import { refuseBarred } from '../../content/moving';
import { changedFields, type Wording } from '../../content/revised';
import type { Standing } from '../../content/rules';
import { changeNeedsReview } from '../../content/rules';
import { saidAt } from '../../content/said-at';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { getEnabledBoard } from '../boards/public-store';
import { keepVerdict } from '../content-check/public';
import type { Verdict } from '../content-check/rules';
import { keepChange } from '../revisions/public-store';
import { careFor } from './care';
import { isHeld, judgeSpeech, type Where } from './check';
import { getVisibleAnswer, getVisibleThread, showThread } from './reading';
import { answerAsPiece, asPiece, canEditWords, isAnonymous } from './rules';
import { updateAnswer, updateThread } from './store';
import { answerWording, threadWording, threadWords } from './wording';

type C = typeof threadsContract;

/** @throws AppError `action.forbidden` with the reason in words, `person.muted` */
function refuseEdit(actor: Actor, piece: Standing, anonymous: boolean): void {
  if (canEditWords(actor, piece, anonymous)) return;
  if (actor.id === piece.authorId) refuseMutedFor(actor, anonymous);
  refuseBarred('edit', actor, piece);
  throw forbidden(actor, moderatorRoles, piece.board);
}

interface Edited {
  type: 'thread' | 'answer';
  piece: Standing & { id: string; edits: number; neverSeen: boolean };
  /** The words before and after, as versions of the piece. */
  before: Wording;
  words: Wording['words'];
  version: number;
  anonymous: boolean;
  board: Where;
  verdict: Verdict;
  actor: Actor;
  now: Date;
  write(tx: Tx, columns: { version: number; editedAt?: Date; edits?: number }): Promise<void>;
}

/**
 * Writes new words of a piece, its version, and where it is in its life from then on: what was returned or withdrawn is sent to
 * review by its author, what readers see goes there where a new piece would have to.
 * @throws AppError `version.stale`
 */
async function rewrite(context: Context, tx: Tx, edited: Edited): Promise<void> {
  const { db } = context;
  const { type, piece, before, words, anonymous, board, verdict, actor, now } = edited;
  if (before.version !== edited.version) throw new AppError('version.stale');
  const isAuthor = actor.id === piece.authorId;
  const resubmitted = isAuthor && (piece.life === 'returned' || piece.life === 'withdrawn');
  const changed = changedFields(before.words, words).length > 0;
  if (!changed && !resubmitted) return;
  const version = before.version + 1;
  const said = saidAt(now, anonymous && isAuthor);
  const seen = piece.life === 'published' && changed;
  const held =
    seen &&
    ((await isHeld(context, tx, actor, { board: { ...board, review: 'direct' }, anonymous, verdict })) ||
      changeNeedsReview(actor, piece, board.review));
  await edited.write(tx, {
    version,
    ...(seen ? { editedAt: said, edits: piece.edits + 1 } : {}),
  });
  const life = held ? 'in-review' : piece.life;
  const after = { ...before, version, words, byId: actor.id, at: now, life };
  await keepChange(db, tx, type, piece.id, { before, after, kind: 'edited' });
  await keepVerdict(context, tx, { type, id: piece.id, board: board.slug }, verdict, said);
  if (held || resubmitted) {
    const change = { life: 'in-review', lifeReason: null, lifeRank: null, submittedAt: now } as const;
    await setLife(context, tx, type, piece, change, { move: 'submit', actorId: actor.id, at: said });
  }
}

export async function editThread(context: Context, { params, body, actor, now }: Call<C['edit']>) {
  const { db } = context;
  const { version, ...change } = body;
  const { thread: seen } = await getVisibleThread(context, db.read, actor, params.id);
  const board = await getEnabledBoard(db, db.read, seen.board);
  const anonymous = seen.alias !== null;
  refuseEdit(actor, asPiece(seen), anonymous);
  const next = { ...threadWords(seen), ...change };
  const parts = [
    { path: 'title', text: next.title },
    { path: 'body', text: next.body },
  ];
  const verdict = await judgeSpeech(context, actor, board, {
    kind: 'question',
    parts,
    anonymous: anonymous && actor.id === seen.askerId,
  });
  await db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    const piece = asPiece(thread);
    refuseEdit(actor, piece, anonymous);
    await rewrite(context, tx, {
      type: 'thread',
      piece,
      before: threadWording(thread),
      words: next,
      ...{ version, anonymous, board, verdict, actor, now },
      write: (tx, columns) => updateThread(db, tx, thread.id, { ...next, ...columns }),
    });
  });
  const own = actor.id === seen.askerId;
  return showThread(context, actor, params.id, now, own ? await careFor(context, verdict) : null);
}

export async function editAnswer(context: Context, { params, body, actor, now }: Call<C['editAnswer']>) {
  const { db } = context;
  const { answer: seen, thread: around } = await getVisibleAnswer(context, db.read, actor, params.id);
  const board = await getEnabledBoard(db, db.read, around.board);
  const anonymous = isAnonymous(around, seen);
  refuseEdit(actor, answerAsPiece(around, seen), anonymous);
  const own = actor.id === seen.authorId;
  const verdict = await judgeSpeech(context, actor, board, {
    kind: 'answer',
    parts: [{ path: 'body', text: body.body }],
    anonymous: anonymous && own,
  });
  await db.write(async (tx) => {
    const { thread, answer } = await getVisibleAnswer(context, tx, actor, params.id);
    const piece = answerAsPiece(thread, answer);
    refuseEdit(actor, piece, anonymous);
    await rewrite(context, tx, {
      type: 'answer',
      piece,
      before: answerWording(answer),
      words: { body: body.body },
      ...{ version: body.version, anonymous, board, verdict, actor, now },
      write: (tx, columns) => updateAnswer(db, tx, answer, { body: body.body, ...columns }),
    });
  });
  return showThread(context, actor, around.id, now, own ? await careFor(context, verdict) : null);
}
