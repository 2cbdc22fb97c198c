import { and, asc, count, inArray, isNull, or } from 'drizzle-orm';
import type { Ownership } from '../../content/ownership';
import { readable } from '../../content/visibility';
import type { Database } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';
import { replaceOnDuty } from './clock-store';
import { waitingStates } from './state-rules';

const columnsOf = ({ tables: { threads } }: Database) => ({
  id: threads.id,
  board: threads.board,
  title: threads.title,
  ownerId: threads.onDutyId,
  since: threads.askedAt,
  until: threads.dueAt,
});

const unanswered = (db: Database) => {
  const { threads } = db.tables;
  return and(
    inArray(threads.state, [...waitingStates]),
    readable(threads),
    inArray(threads.board, enabledSlugs(db, db.read, 'thread')),
  );
};

/**
 * Unanswered questions by the person on duty. Given to its own asker, a question is not refused: the refusal would reveal
 * who asked anonymously; the answer clock goes on, and what the asker adds is no answer.
 */
export const threadOwnership: Ownership = {
  countByOwner(db, read) {
    const { threads } = db.tables;
    return read
      .select({ ownerId: threads.onDutyId, board: threads.board, n: count() })
      .from(threads)
      .where(unanswered(db))
      .groupBy(threads.onDutyId, threads.board);
  },
  list(db, read, owners, _now, limit) {
    const { threads } = db.tables;
    const named = owners.filter((owner) => owner !== null);
    const of = or(
      inArray(threads.onDutyId, named),
      owners.includes(null) ? isNull(threads.onDutyId) : undefined,
    );
    return read
      .select(columnsOf(db))
      .from(threads)
      .where(and(of, unanswered(db)))
      .orderBy(asc(threads.dueAt), asc(threads.id))
      .limit(limit);
  },
  find(db, read, ids) {
    return read
      .select(columnsOf(db))
      .from(db.tables.threads)
      .where(and(inArray(db.tables.threads.id, [...ids]), unanswered(db)));
  },
  give: (db, tx, ids, to) => replaceOnDuty(db, tx, ids, to.id),
};
