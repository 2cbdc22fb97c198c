import { seenBy } from '@qihang/shared/content/seen';
import type { ReviewedType, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { DeskPiece } from '@qihang/shared/desk/contract';
import { type DeskAction, deskActions } from '@qihang/shared/desk/vocabulary';
import type { Actor } from '../../actor/rules';
import type { DeskRow } from '../../content/desk';
import { lifeActions } from '../../content/rules';
import { sinceOf } from './rules';

/** A row with the kind it is of. */
export type TypedRow = DeskRow & { type: ReviewedType };

interface Around {
  board: { enabled: boolean; review: ReviewPolicy };
  /** Who sent it back; null where nobody did, or the clock. */
  returner: string | null;
}

const isDeskAction = (word: string): word is DeskAction => deskActions.some((one) => one === word);

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export function viewPiece(row: TypedRow, { board, returner }: Around, actor: Actor, now: Date): DeskPiece {
  const { type, id, title, about, life, lifeReason, publishAt, unpublishAt, fresh, version } = row;
  const seen = seenBy(
    {
      life,
      boardOn: board.enabled,
      reason: lifeReason,
      publishAt: publishAt?.getTime() ?? null,
      unpublishAt: unpublishAt?.getTime() ?? null,
      job: fresh
        ? { closesAt: fresh.closesAt.getTime(), unverified: fresh.state === 'unverified' }
        : undefined,
    },
    now.getTime(),
  );
  return {
    type,
    id,
    title,
    board: row.board,
    about,
    life,
    state: fresh?.state ?? life,
    at: sinceOf(row).toISOString(),
    why: life === 'returned' ? `${returner ?? '系统'}：${lifeReason ?? ''}` : seen.why,
    schedule: publishAt || unpublishAt ? { publishAt: iso(publishAt), unpublishAt: iso(unpublishAt) } : null,
    seen,
    version,
    // Pieces of a board that is off are opened by nobody.
    viewer: { can: board.enabled ? lifeActions(actor, row, board.review).filter(isDeskAction) : [] },
  };
}
