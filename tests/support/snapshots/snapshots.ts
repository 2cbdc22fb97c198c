import { postgresqlSnapshots } from './postgresql';
import { sqliteSnapshots } from './sqlite';

/** States of a database that others have open, each under a name, to come back to. */
export interface Snapshots {
  /** Keeps what the database holds now; a snapshot of the same name is replaced. */
  take(name: string): Promise<void>;
  /** Puts every table, index and sequence back as it was. Nobody else may be writing meanwhile. */
  restore(name: string): Promise<void>;
  /** To be called before the database is removed. */
  close(): Promise<void>;
}

export const snapshotsOf = (url: string): Snapshots =>
  url.startsWith('file:') ? sqliteSnapshots(url.slice('file:'.length)) : postgresqlSnapshots(url);
