import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { SearchDoc } from '../db/search/search-index';
import type { Database, Reader, Tx } from '../db/types';
import type { ExportRow, Section } from '../personal-data';
import type { Desked } from './desk';
import type { Ownership } from './ownership';
import type { LifeChange, Piece, PieceRef } from './piece';
import type { Revised } from './revised';
import type { Written } from './written';

/** What a search result shows of a piece. */
export interface Hit {
  title: string;
  /** Texts other than the title in which it can be found; a result quotes the first of them by preference. */
  texts: string[];
  about: string;
  /** From when on nobody can apply; null for what never closes. */
  closesAt: Date | null;
}

/** How a kind is found by search. */
export interface Searchable {
  /** Documents of all pieces that readers see, in the order of ids, at most `limit` after `after`. */
  docs(db: Database, read: Reader, after: string, limit: number): Promise<SearchDoc[]>;
  /** What results show of these, by id; those that readers do not see are left out. */
  hits(db: Database, ids: string[], now: Date): Promise<[id: string, Hit][]>;
}

/** What a kind counts on the boards; only what readers see. */
export interface Counted {
  /** How many appeared since `since`, by board. */
  since(db: Database, read: Reader, since: Date): Promise<{ board: string; n: number }[]>;
  /** For kinds with an answer clock: the wait for the first answer in milliseconds, of what was asked since `since`. */
  firstAnswers?(db: Database, read: Reader, since: Date): Promise<{ board: string; ms: number }[]>;
}

/** An author's own words, for 我的数据 and for leaving. */
export interface Authored {
  /** The column of the author by `table.column`, as the database names it. */
  column: string;
  /** The key of the section, and its words. */
  section: Section & { key: string };
  /** Everything this person wrote, the newest first: what a revision would keep, with its state and times. */
  snapshots(db: Database, read: Reader, authorId: string): Promise<ExportRow[]>;
  /**
   * Deletes it, with all that follows from it.
   * @returns what is gone, also of other people
   */
  remove(db: Database, tx: Tx, authorId: string): Promise<PieceRef[]>;
}

/**
 * A kind of content. Its feature says how pieces are found, moved and shown; moderation, ownership, search, board counts and
 * personal data are written once over all kinds.
 */
export interface ContentKind {
  /** Whatever its state and its board; undefined when there is no such piece. */
  find(db: Database, read: Reader, id: string): Promise<Piece | undefined>;
  /** Writes the state and all that follows from it: counts, search documents. `moved.ts` calls it, and nothing else does. */
  setLife(db: Database, tx: Tx, id: string, change: LifeChange): Promise<void>;
  /**
   * What else must hold when a piece comes before readers, by whichever move; where nothing does, it is left out.
   * @throws AppError with words at a field
   */
  refuseUnready?(db: Database, tx: Tx, piece: Piece): Promise<void>;
  /** Marks a piece as 待核实, or takes the mark back; left out by kinds that are not confirmed. */
  setUnverified?(db: Database, tx: Tx, id: string, unverified: boolean): Promise<void>;
  /** An author's pieces that no reader has seen yet. */
  listNeverSeen(db: Database, read: Reader, authorId: string): Promise<string[]>;
  /** Deletes it for good. `moved.ts` calls it, and nothing else does. */
  discard(db: Database, tx: Tx, id: string): Promise<void>;
  authored: Authored;
  /** Null for what is found with something else, as an answer with its question. */
  searchable: Searchable | null;
  counted: Counted | null;
  /** Null for what nobody has to look after. */
  ownership: Ownership | null;
  /** Null for what readers see as soon as it is sent. */
  written: Written | null;
  /** The same for the desks of those who write and review it. */
  desk: Desked | null;
  /** Null for what is kept in one version only. */
  revised: Revised | null;
}

export type ContentKinds = Readonly<Record<ContentType, ContentKind>>;
