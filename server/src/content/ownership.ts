import type { Database, Reader, Tx } from '../db/types';

/** One live piece and the person who answers for it. */
export interface Held {
  id: string;
  board: string;
  title: string;
  ownerId: string | null;
  since: Date;
  /** When it closes or is due. */
  until: Date;
}

/** A person who is given something to answer for, with the rank on its board. */
export interface Holder {
  id: string;
  rank: number;
}

/** How pieces of a kind are listed by owner and given away; those on boards that are off are left out. */
export interface Ownership {
  /** How many live pieces each owner has on each board. */
  countByOwner(
    db: Database,
    read: Reader,
    now: Date,
  ): Promise<{ ownerId: string | null; board: string; n: number }[]>;
  /** Live pieces of these owners (null: of nobody), in the order of their ends. */
  list(
    db: Database,
    read: Reader,
    owners: readonly (string | null)[],
    now: Date,
    limit: number,
  ): Promise<Held[]>;
  /** Those of these ids that are live. */
  find(db: Database, read: Reader, ids: readonly string[], now: Date): Promise<Held[]>;
  give(db: Database, tx: Tx, ids: readonly string[], to: Holder): Promise<void>;
}
