import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { DeskEnd } from '@qihang/shared/desk/vocabulary';
import type { JobState } from '@qihang/shared/jobs/vocabulary';
import type { Place } from '../db/keyset';
import type { Database, Reader } from '../db/types';
import type { Standing } from './rules';

/** A piece as the desk of its author or reviewer lists it. */
export interface DeskRow extends Standing {
  id: string;
  title: string;
  /** Whose it is about, as a job's employer; empty where it is about nobody. */
  about: string;
  version: number;
  lifeReason: string | null;
  neverSeen: boolean;
  publishedAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  publishAt: Date | null;
  unpublishAt: Date | null;
  returnedById: string | null;
  returnedAt: Date | null;
  /** Of a kind that closes by the clock: how fresh it is, and from when on nobody can apply. */
  fresh: { state: JobState; closesAt: Date } | null;
}

/** Something of a person's that ends before long. */
export interface DeskEnding {
  id: string;
  board: string;
  title: string;
  about: string;
  end: DeskEnd;
  at: Date;
}

/** Pieces of one person, the latest change first, or the latest publication where readers see them. */
export interface OwnPieces {
  authorId: string;
  lives: readonly ContentState[];
  by: 'updatedAt' | 'publishedAt';
  after?: Place | undefined;
  limit: number;
}

/** A board on which a person reviews, and the highest rank of authors that the person may judge. */
export interface ReviewedBoard {
  slug: string;
  rank: number;
}

/** What a kind that is written before it is shown has for the desks of those who write and review it. */
export interface Desked {
  own(db: Database, read: Reader, pieces: OwnPieces, now: Date): Promise<DeskRow[]>;
  countOwn(db: Database, read: Reader, authorId: string): Promise<{ life: ContentState; n: number }[]>;
  /** Waiting for review on these boards and not of this person, the longest first. */
  waiting(
    db: Database,
    read: Reader,
    boards: readonly ReviewedBoard[],
    reviewerId: string,
    limit: number,
    now: Date,
  ): Promise<DeskRow[]>;
  /** What readers see of this person's and that ends until `until`, the next first. */
  ending(
    db: Database,
    read: Reader,
    authorId: string,
    now: Date,
    until: Date,
    limit: number,
  ): Promise<DeskEnding[]>;
  /** Of this person's pieces: how many came before readers since `since`, and how many were changed after they had. */
  served(
    db: Database,
    read: Reader,
    authorId: string,
    since: Date,
  ): Promise<{ published: number; updated: number }>;
}
