import type { ContentState, ContentType, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Standing } from './rules';

export interface PieceRef {
  type: ContentType;
  id: string;
}

/** When a piece is to come before readers and to leave them; null where that is not planned. */
export interface Times {
  publishAt: Date | null;
  unpublishAt: Date | null;
}

/** One piece of content, of whichever kind, with what its next move depends on. */
export interface Piece extends Standing {
  id: string;
  /** Readers do not learn who the author is, and nor do moderators. */
  anonymous: boolean;
  /** The opening words, by which people recognise it. */
  title: string;
  lifeReason: string | null;
  /** Its own count of the changes of its words. */
  version: number;
  boardEnabled: boolean;
  /** The policy of its board. */
  review: ReviewPolicy;
  neverSeen: boolean;
  /** When it appeared; until readers can see it, when it was begun. */
  publishedAt: Date;
  submittedAt: Date | null;
  returnedById: string | null;
  returnedAt: Date | null;
  /** Null, or left out by kinds that are not planned. */
  publishAt?: Date | null;
  unpublishAt?: Date | null;
  /** It counts as 待核实; left out by kinds that are not confirmed. */
  unverified?: boolean;
  /** The piece that holds this one, as a question its answers: unseen, it hides them too. */
  within?: Standing & { id: string; title: string };
}

/** The state of a piece, with the reason for the last move where there is one, and the rank it was made with. */
export interface Life {
  life: ContentState;
  lifeReason: string | null;
  lifeRank: number | null;
}

/** A move, with what it does to times and to the note about the piece's return. */
export interface LifeChange extends Life, Partial<Times> {
  publishedAt?: Date;
  neverSeen?: boolean;
  submittedAt?: Date | null;
  returnedById?: string | null;
  returnedAt?: Date | null;
}
