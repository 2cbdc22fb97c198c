import type { CaseKind } from '@qihang/shared/cases/vocabulary';
import { emit } from '../../background/events';
import type { Piece } from '../../content/piece';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { verdictOf } from '../content-check/public-store';
import { eventOf } from './events';
import { machineVerdict } from './facts';
import { type CaseRow, insertCase, lastRound, type NewCaseRow, openKeyOf, type Ref } from './store';

/** What a new case is, apart from its piece. */
type Given = Partial<
  Pick<
    NewCaseRow,
    | 'urgent'
    | 'care'
    | 'forTeachers'
    | 'held'
    | 'verdict'
    | 'reports'
    | 'againstId'
    | 'appealText'
    | 'leastRank'
    | 'round'
  >
>;

/** Opens a case; that the piece has none of this kind is known. */
export async function open(
  context: Context,
  tx: Tx,
  kind: CaseKind,
  ref: Ref,
  piece: Pick<Piece, 'board' | 'authorId' | 'authorRank'>,
  at: Date,
  given: Given = {},
): Promise<CaseRow> {
  const { db, ids } = context;
  const one = await insertCase(db, tx, {
    id: ids.next(at),
    kind,
    type: ref.type,
    targetId: ref.id,
    board: piece.board,
    authorId: piece.authorId,
    leastRank: piece.authorRank,
    openedAt: at,
    openKey: openKeyOf(kind, ref),
    ...given,
  });
  const { urgent, care, forTeachers } = one;
  await emit(context, tx, 'case.opened', { ...eventOf(one), urgent, care, forTeachers, at });
  return one;
}

/** Opens the case of a piece that came into review, with what the content check says of its words. */
export async function openReview(
  context: Context,
  tx: Tx,
  ref: Ref,
  piece: Piece,
  at: Date,
): Promise<CaseRow> {
  const round = (await lastRound(context.db, tx, ref)) + 1;
  const said = await verdictOf(context.db, tx, ref);
  const judged = said && { verdict: machineVerdict(said), care: said.care, urgent: said.care };
  return open(context, tx, 'review', ref, piece, at, { round, ...judged });
}
