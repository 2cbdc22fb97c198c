import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { Standing } from './rules';

/** One piece of content, of whichever kind. */
export interface Piece extends Standing {
  id: string;
  /** Readers do not learn who the author is, and nor do moderators. */
  anonymous: boolean;
  /** The opening words, by which people recognise it. */
  title: string;
  lifeReason: string | null;
  /** The piece that holds this one, as a question its answers: unseen, it hides them too. */
  within?: Standing;
}

/** The state of a piece, with the reason for the last move where there is one, and the rank it was made with. */
export interface Life {
  life: ContentState;
  lifeReason: string | null;
  lifeRank: number | null;
}
