import type { QueueState } from '@qihang/shared/cases/vocabulary';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { and, asc, count, desc, eq, gte, inArray, lte, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Place } from '../../db/keyset';
import type { Database, Reader } from '../../db/types';

/** A board whose cases a person decides. */
export interface Scope {
  slug: string;
  rank: number;
  /** The person is a teacher or admin there. */
  teacher: boolean;
  /** The board's policy lets the person review. */
  reviews: boolean;
}

export interface QueueFilter {
  scopes: readonly Scope[];
  actorId: string;
  type?: ContentType | undefined;
  board?: string | undefined;
  /** Decided cases that ended before this are not listed. */
  since: Date;
}

/** `canSeeCase` as a condition of a query. */
function seenBy(db: Database, read: Reader, { scopes, actorId, type, board }: QueueFilter): SQL | undefined {
  const { cases } = db.tables;
  const before = alias(cases, 'decided_before');
  const decidedBefore = read
    .select({ id: before.id })
    .from(before)
    .where(
      and(
        eq(before.type, cases.type),
        eq(before.targetId, cases.targetId),
        eq(before.state, 'decided'),
        eq(before.decidedById, actorId),
        inArray(before.action, ['return', 'hide']),
      ),
    );
  return and(
    ne(cases.authorId, actorId),
    or(
      ...scopes.map(({ slug, rank, teacher, reviews }) =>
        and(
          eq(cases.board, slug),
          lte(cases.leastRank, rank),
          ...(teacher ? [] : [eq(cases.care, false), eq(cases.forTeachers, false)]),
          reviews ? undefined : ne(cases.kind, 'review'),
        ),
      ),
    ),
    or(ne(cases.kind, 'appeal'), notExists(decidedBefore)),
    type && eq(cases.type, type),
    board === undefined ? undefined : eq(cases.board, board),
  );
}

const isIn = ({ tables: { cases } }: Database, state: QueueState, since: Date): SQL | undefined => {
  const open = (kind: 'review' | 'report' | 'appeal') => and(eq(cases.state, 'open'), eq(cases.kind, kind));
  const decided = (action: 'approve' | 'return') =>
    and(
      eq(cases.state, 'decided'),
      eq(cases.kind, 'review'),
      eq(cases.action, action),
      gte(cases.endedAt, since),
    );
  const where: Record<QueueState, SQL | undefined> = {
    pending: open('review'),
    approved: decided('approve'),
    returned: decided('return'),
    reported: open('report'),
    appealed: open('appeal'),
  };
  return where[state];
};

/** How far a list of open cases has come: urgent ones lead it. */
export interface OpenPlace extends Place {
  urgent: boolean;
}

/** Open cases, urgent ones first, then the longest waiting. */
export function listOpen(
  db: Database,
  read: Reader,
  state: 'pending' | 'reported' | 'appealed',
  filter: QueueFilter,
  after: OpenPlace | undefined,
  limit: number,
) {
  const { cases } = db.tables;
  if (filter.scopes.length === 0) return [];
  const later =
    after && sql`(${cases.openedAt}, ${cases.id}) > (${sql.param(after.at, cases.openedAt)}, ${after.id})`;
  const next = after?.urgent ? or(eq(cases.urgent, false), later) : and(eq(cases.urgent, false), later);
  return read
    .select()
    .from(cases)
    .where(and(isIn(db, state, filter.since), seenBy(db, read, filter), after && next))
    .orderBy(desc(cases.urgent), asc(cases.openedAt), asc(cases.id))
    .limit(limit);
}

/** Decided cases, the latest first. */
export function listDecided(
  db: Database,
  read: Reader,
  state: 'approved' | 'returned',
  filter: QueueFilter,
  after: Place | undefined,
  limit: number,
) {
  const { cases } = db.tables;
  if (filter.scopes.length === 0) return [];
  const next =
    after && sql`(${cases.endedAt}, ${cases.id}) < (${sql.param(after.at, cases.endedAt)}, ${after.id})`;
  return read
    .select()
    .from(cases)
    .where(and(isIn(db, state, filter.since), seenBy(db, read, filter), next))
    .orderBy(desc(cases.endedAt), desc(cases.id))
    .limit(limit);
}

export async function countIn(
  db: Database,
  read: Reader,
  state: QueueState,
  filter: QueueFilter,
): Promise<number> {
  if (filter.scopes.length === 0) return 0;
  const [row] = await read
    .select({ n: count() })
    .from(db.tables.cases)
    .where(and(isIn(db, state, filter.since), seenBy(db, read, filter)));
  return row?.n ?? 0;
}

/** When the open case began that has waited longest; null where none does. */
export async function longestIn(
  db: Database,
  read: Reader,
  state: 'pending' | 'reported' | 'appealed',
  filter: QueueFilter,
): Promise<Date | null> {
  if (filter.scopes.length === 0) return null;
  const { cases } = db.tables;
  const [row] = await read
    .select({ openedAt: cases.openedAt })
    .from(cases)
    .where(and(isIn(db, state, filter.since), seenBy(db, read, filter)))
    .orderBy(asc(cases.openedAt), asc(cases.id))
    .limit(1);
  return row?.openedAt ?? null;
}
