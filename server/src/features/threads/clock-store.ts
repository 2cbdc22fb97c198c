import { lastStep } from '@qihang/shared/duty/vocabulary';
import { and, asc, eq, gt, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader, Tx } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';
import type { Link, Measured } from './clock-rules';
import type { ThreadRow } from './row';
import { waitingStates } from './state-rules';

/** Readers see the question, and a person owes it an answer. */
export function waiting(db: Database, read: Reader) {
  const { threads } = db.tables;
  return and(
    inArray(threads.state, [...waitingStates]),
    readable(threads),
    inArray(threads.board, enabledSlugs(db, read, 'thread')),
  );
}

const promise = ({ tables: { threads } }: Database) =>
  sql<Date>`coalesce(${threads.promisedAt}, ${threads.dueAt})`.mapWith(threads.dueAt);

/** Ids of questions whose time is over and that can still go a step on, after `after` in the order of ids. */
export async function listDue(db: Database, now: Date, after: string, limit: number): Promise<string[]> {
  const { threads } = db.tables;
  const rows = await db.read
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        waiting(db, db.read),
        lte(threads.dueAt, now),
        lt(threads.escalation, lastStep),
        gt(threads.id, after),
      ),
    )
    .orderBy(asc(threads.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** A question that readers see and a person owes an answer. */
export async function findWaiting(db: Database, read: Reader, id: string): Promise<ThreadRow | undefined> {
  const { threads } = db.tables;
  const [row] = await read
    .select()
    .from(threads)
    .where(and(eq(threads.id, id), waiting(db, read)));
  return row;
}

/** Questions of a board that are past their promise, the longest first. */
export async function listOverdue(
  db: Database,
  read: Reader,
  board: string,
  now: Date,
  limit: number,
): Promise<ThreadRow[]> {
  const { threads } = db.tables;
  const promised = promise(db);
  const rows = await read
    .select()
    .from(threads)
    .where(
      and(waiting(db, read), eq(threads.board, board), sql`${promised} <= ${sql.param(now, threads.dueAt)}`),
    )
    .orderBy(asc(promised), asc(threads.id))
    .limit(limit);
  return rows;
}

/** Everybody these questions waited for, each question's in order. */
export async function listLinks(
  { tables: { threadDuties } }: Database,
  read: Reader,
  threadIds: readonly string[],
): Promise<Map<string, Link[]>> {
  const rows = await read
    .select()
    .from(threadDuties)
    .where(inArray(threadDuties.threadId, [...threadIds]))
    .orderBy(asc(threadDuties.threadId), asc(threadDuties.position));
  const links = new Map<string, Link[]>();
  for (const row of rows) links.set(row.threadId, [...(links.get(row.threadId) ?? []), row]);
  return links;
}

export const insertLink = (
  { tables: { threadDuties } }: Database,
  tx: Tx,
  row: Link & { threadId: string; position: number },
) => tx.insert(threadDuties).values(row);

type Duty = Pick<ThreadRow, 'onDutyId' | 'dueAt' | 'escalation'> & { promisedAt?: Date };

export const setDuty = ({ tables: { threads } }: Database, tx: Tx, id: string, duty: Duty) =>
  tx.update(threads).set(duty).where(eq(threads.id, id));

/** Gives a question on, unless it has gone on or was answered since `before` was read; false then. */
export async function moveDuty(
  db: Database,
  tx: Tx,
  before: Pick<ThreadRow, 'id' | 'dueAt' | 'escalation'>,
  duty: Duty,
): Promise<boolean> {
  const { threads } = db.tables;
  const moved = await tx
    .update(threads)
    .set(duty)
    .where(
      and(
        eq(threads.id, before.id),
        eq(threads.dueAt, before.dueAt),
        eq(threads.escalation, before.escalation),
        inArray(threads.state, [...waitingStates]),
      ),
    )
    .returning({ id: threads.id });
  return moved.length > 0;
}

/** Puts another person (null: nobody) in the place of the one who has these questions now; their times stay. */
export async function replaceOnDuty(
  { tables: { threads, threadDuties } }: Database,
  tx: Tx,
  threadIds: readonly string[],
  personId: string | null,
): Promise<void> {
  if (threadIds.length === 0) return;
  await tx
    .update(threads)
    .set({ onDutyId: personId })
    .where(inArray(threads.id, [...threadIds]));
  const latest = sql`(select max(position) from thread_duties as later where later.thread_id = ${threadDuties.threadId})`;
  await tx
    .update(threadDuties)
    .set({ personId })
    .where(and(inArray(threadDuties.threadId, [...threadIds]), eq(threadDuties.position, latest)));
}

/** Questions that wait for a person. */
export const listWaitingFor = (
  { tables: { threads } }: Database,
  read: Reader,
  userId: string,
): Promise<ThreadRow[]> =>
  read
    .select()
    .from(threads)
    .where(and(eq(threads.onDutyId, userId), inArray(threads.state, [...waitingStates])))
    .orderBy(asc(threads.dueAt), asc(threads.id));

/** Questions that readers see and that were asked on a board since then, for statistics. */
export async function listMeasured(
  db: Database,
  read: Reader,
  board: string,
  since: Date,
): Promise<Measured[]> {
  const { threads } = db.tables;
  return read
    .select({
      askedAt: threads.askedAt,
      firstAnsweredAt: threads.firstAnsweredAt,
      promisedAt: promise(db),
    })
    .from(threads)
    .where(and(eq(threads.board, board), gte(threads.askedAt, since), readable(threads)));
}
