import type { BoardSetting } from '@qihang/shared/boards/contract';
import type { BoardColour, BoardKind } from '@qihang/shared/boards/vocabulary';
import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';

/** The rules of a board that an admin chooses. */
export interface BoardRules {
  sourceRequired: boolean;
  consentRequired: boolean;
  review: ReviewPolicy;
  strip: boolean;
  colour: BoardColour;
}

/** Questions name no source. */
export const takesSource = (kind: BoardKind) => kind !== 'thread';

/** Questions come before readers at once. */
export const takesReview = (kind: BoardKind) => kind !== 'thread';

/** Only articles are pinned. */
export const takesStrip = (kind: BoardKind) => kind === 'article';

/** Only articles are about a person. */
export const takesConsent = (kind: BoardKind) => kind === 'article';

/** The rules without those that have no meaning for the kind. */
export const rulesFor = (
  kind: BoardKind,
  { sourceRequired, consentRequired, review, strip, colour }: BoardRules,
): BoardRules => ({
  sourceRequired: sourceRequired && takesSource(kind),
  consentRequired: consentRequired && takesConsent(kind),
  review: takesReview(kind) ? review : 'direct',
  strip: strip && takesStrip(kind),
  colour,
});

type Change = Partial<Pick<BoardSetting, 'name'> & BoardRules>;

/** The part of an edit that differs from the board as it is. */
export const changesOf = (board: BoardSetting, edited: Required<Change>): Change =>
  Object.fromEntries(
    Object.entries(edited).filter(([field, value]) => board[field as keyof Change] !== value),
  );
