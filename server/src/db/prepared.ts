import type { Database, Reader } from './types';

/**
 * A query that is built once for the database's reader: building one costs as much as running it. A tx lives for one call
 * and gets one of its own. On PostgreSQL the name given to `prepare` must belong to one text only.
 */
export function preparedQuery<Q>(
  build: (db: Database, read: Reader) => Q,
): (db: Database, read: Reader) => Q {
  const kept = new WeakMap<Reader, Q>();
  return (db, read) => {
    const query = kept.get(read) ?? build(db, read);
    if (read === db.read) kept.set(read, query);
    return query;
  };
}
