import type { ContentState } from '@qihang/shared/content/vocabulary';
import { type Events, emit, type Reactions } from '../../background/events';
import { isPublished } from '../../content/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { eventOf } from './events';
import { type MachineVerdict, machineVerdict } from './facts';
import { openReview } from './open';
import { noteVerdict, openCase } from './public';
import { type CaseRow, findOpenCase, listOpenCases, moveOpenCases, type Ref, updateCase } from './store';

/** Ends a case without a decision. */
async function end(context: Context, tx: Tx, one: CaseRow, at: Date): Promise<void> {
  const over = { state: 'gone', openKey: null, endedAt: at, claimedById: null, claimedUntil: null } as const;
  await updateCase(context.db, tx, one.id, over);
  await emit(context, tx, 'case.gone', { ...eventOf(one), at });
}

/**
 * Whether a move that no decision made leaves nothing to decide: a review once the piece is out of review, an appeal once the
 * piece is not what the decision left, a report once readers do not see the piece.
 */
function isSettledBy(one: CaseRow, from: ContentState | null, to: ContentState): boolean {
  if (from === to) return false;
  if (one.kind === 'review') return from === 'in-review';
  if (one.kind === 'appeal') return from === 'returned' || from === 'hidden';
  return to !== 'published' && !(one.held && to === 'hidden');
}

/** A decision closes its case before it moves the piece; whatever else is open is judged by the move. */
async function followMove(
  context: Context,
  tx: Tx,
  { type, id, from, to, at }: Events['content.moved'],
): Promise<void> {
  const { db, registry } = context;
  const ref = { type, id };
  for (const one of await listOpenCases(db, tx, ref)) {
    if (isSettledBy(one, from, to)) await end(context, tx, one, at);
    else if (one.held && to === 'published') await updateCase(db, tx, one.id, { held: false });
  }
  if (to !== 'in-review' || (await findOpenCase(db, tx, 'review', ref))) return;
  const piece = await registry.kinds[type].find(db, tx, id);
  if (piece) await openReview(context, tx, ref, piece, at);
}

const riskyPicture: MachineVerdict = { verdict: 'block', words: ['微信：图片违规'], marks: [] };

/** A picture of the piece turned out to be risky: whoever has it before them sees that, and of what readers see a case is opened. */
async function followPicture(context: Context, tx: Tx, ref: Ref, at: Date): Promise<void> {
  const piece = await context.registry.kinds[ref.type].find(context.db, tx, ref.id);
  if (!piece) return;
  if (isPublished(piece)) await openCase(context, tx, { ...ref, at, urgent: true, verdict: riskyPicture });
  const review = await findOpenCase(context.db, tx, 'review', ref);
  if (review) {
    const words = [...(review.verdict?.words ?? []), ...riskyPicture.words];
    const verdict = { ...riskyPicture, words, marks: review.verdict?.marks ?? [] };
    await updateCase(context.db, tx, review.id, { verdict });
  }
}

export const caseReactions: Reactions = {
  'content.moved': followMove,
  'content.judged': async (context, tx, { type, id, verdict }) => {
    await noteVerdict(context, tx, { type, id }, machineVerdict(verdict), verdict.care);
  },
  'upload.risky': async (context, tx, { pieces, at }) => {
    for (const ref of pieces) await followPicture(context, tx, ref, at);
  },
  'thread.moved': async ({ db }, tx, { threadId, to }) => {
    await moveOpenCases(db, tx, threadId, to);
  },
  'content.gone': async (context, tx, { type, id, at }) => {
    for (const one of await listOpenCases(context.db, tx, { type, id })) await end(context, tx, one, at);
  },
};
