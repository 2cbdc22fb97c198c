import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Tx } from './types';

interface Joiner {
  join: (tx: Tx) => Promise<void>;
  /** The first write has taken it along, or is about to. */
  taken: boolean;
}

const joiners = new AsyncLocalStorage<Joiner>();

/**
 * Runs `work`. The first of its writes that commits does `join` before its own work, in the same transaction: both happen or
 * neither does, and the writing code does not know of it. Like every write, `join` may be repeated.
 */
export const joiningFirstWrite = <T>(join: Joiner['join'], work: () => Promise<T>): Promise<T> =>
  joiners.run({ join, taken: false }, work);

/** The database with writes that can be joined. */
export function joinable(db: Database): Database {
  return {
    ...db,
    async write(work) {
      const joiner = joiners.getStore();
      if (!joiner || joiner.taken) return db.write(work);
      joiner.taken = true;
      try {
        return await db.write(async (tx) => {
          await joiner.join(tx);
          return work(tx);
        });
      } catch (error) {
        joiner.taken = false;
        throw error;
      }
    },
  };
}
