import type { Decision } from '@qihang/shared/content/decisions';
import type { ContentState, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Actor } from '../../actor/rules';
import { saidAt } from '../../content/said-at';
import type { Byline } from '../users/public';
import { reasonWords } from './deciding';
import { canAppeal, isInForce } from './rules';
import type { CaseRow } from './store';

/** What the view of decisions asks of a piece. */
export interface DecidedPiece {
  id: string;
  board: string;
  authorId: string;
  life: ContentState;
  lifeReason: string | null;
  lifeRank: number | null;
  returnedAt: Date | null;
  submittedAt: Date | null;
  review: ReviewPolicy;
  /** Readers do not learn who the author is; left out by kinds that are always signed. */
  anonymous?: boolean;
}

const appealState = ({ state, action }: CaseRow) =>
  state === 'open' ? 'open' : action === 'approve' ? 'overturned' : 'upheld';

/** What the clock sent back, or a person before cases were kept. */
const unknownDecision = ({ life, lifeReason, returnedAt }: DecidedPiece): Decision | null =>
  life === 'returned' && returnedAt
    ? {
        by: '系统',
        at: returnedAt.toISOString(),
        note: lifeReason ?? '',
        reasons: [],
        marks: [],
        appealable: false,
        appeal: null,
      }
    : null;

/** The decision that a piece is under. */
export function viewDecision(
  actor: Actor | null,
  piece: DecidedPiece,
  found: CaseRow | undefined,
  appeal: CaseRow | undefined,
  names: ReadonlyMap<string, Byline>,
): Decision | null {
  const against = found && { ...found, appealed: appeal !== undefined };
  if (!against?.endedAt || !isInForce(piece, against)) return unknownDecision(piece);
  const { reasons, note, marks, decidedById, endedAt } = against;
  return {
    by: names.get(decidedById ?? '')?.name ?? '已注销用户',
    at: endedAt.toISOString(),
    note: reasonWords({ reasons: reasons ?? [], note: note ?? '' }),
    reasons: reasons ?? [],
    marks: marks ?? [],
    appealable: canAppeal(actor, piece, against),
    appeal: appeal
      ? {
          at: saidAt(appeal.openedAt, piece.anonymous === true).toISOString(),
          text: appeal.appealText ?? '',
          state: appealState(appeal),
          note: appeal.note,
        }
      : null,
  };
}
