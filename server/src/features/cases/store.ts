import type { CaseKind } from '@qihang/shared/cases/vocabulary';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { and, desc, eq, gte, inArray, isNotNull, max, notExists, or, sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export type CaseRow = Database['tables']['cases']['$inferSelect'];
export type NewCaseRow = Database['tables']['cases']['$inferInsert'];

export interface Ref {
  type: ContentType;
  id: string;
}

/** The one open case of a kind that a piece can have. */
export const openKeyOf = (kind: CaseKind, { type, id }: Ref): string => `${kind}:${type}:${id}`;

const ofPiece = ({ tables: { cases } }: Database, { type, id }: Ref) =>
  and(eq(cases.type, type), eq(cases.targetId, id));

export async function insertCase({ tables: { cases } }: Database, tx: Tx, row: NewCaseRow): Promise<CaseRow> {
  const [inserted] = await tx.insert(cases).values(row).returning();
  return inserted as CaseRow;
}

export async function updateCase(
  { tables: { cases } }: Database,
  tx: Tx,
  id: string,
  change: Partial<CaseRow>,
): Promise<CaseRow> {
  const [row] = await tx.update(cases).set(change).where(eq(cases.id, id)).returning();
  return row as CaseRow;
}

export async function findCase({ tables: { cases } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(cases).where(eq(cases.id, id));
  return row;
}

export async function findOpenCase(
  { tables: { cases } }: Database,
  read: Reader,
  kind: CaseKind,
  ref: Ref,
): Promise<CaseRow | undefined> {
  const [row] = await read
    .select()
    .from(cases)
    .where(eq(cases.openKey, openKeyOf(kind, ref)));
  return row;
}

export const listOpenCases = (db: Database, read: Reader, ref: Ref) =>
  read
    .select()
    .from(db.tables.cases)
    .where(and(ofPiece(db, ref), eq(db.tables.cases.state, 'open')));

/** The open cases of a question and of its answers belong to another board from now on. */
export async function moveOpenCases(
  { tables: { cases, answers } }: Database,
  tx: Tx,
  threadId: string,
  board: string,
): Promise<void> {
  const within = tx.select({ id: answers.id }).from(answers).where(eq(answers.threadId, threadId));
  await tx
    .update(cases)
    .set({ board })
    .where(
      and(
        eq(cases.state, 'open'),
        or(
          and(eq(cases.type, 'thread'), eq(cases.targetId, threadId)),
          and(eq(cases.type, 'answer'), inArray(cases.targetId, within)),
        ),
      ),
    );
}

/** How often a piece was sent to review so far. */
export async function lastRound(db: Database, read: Reader, ref: Ref): Promise<number> {
  const { cases } = db.tables;
  const [row] = await read
    .select({ round: max(cases.round) })
    .from(cases)
    .where(ofPiece(db, ref));
  return row?.round ?? 0;
}

/** What people decided against these pieces, the latest first. */
export async function listAgainst(db: Database, read: Reader, refs: readonly Ref[]): Promise<CaseRow[]> {
  if (refs.length === 0) return [];
  const { cases } = db.tables;
  return read
    .select()
    .from(cases)
    .where(
      and(
        or(...refs.map((ref) => ofPiece(db, ref))),
        eq(cases.state, 'decided'),
        inArray(cases.action, ['return', 'hide']),
        isNotNull(cases.decidedById),
      ),
    )
    .orderBy(desc(cases.endedAt), desc(cases.id));
}

/** Appeals against these cases, open or not. */
export async function listAppeals(
  { tables: { cases } }: Database,
  read: Reader,
  ids: readonly string[],
): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  return read
    .select()
    .from(cases)
    .where(inArray(cases.againstId, [...ids]));
}

/** Appeals against a decision that is taken back: the next decision can be appealed against again. */
export const freeAppeals = ({ tables: { cases } }: Database, tx: Tx, againstId: string) =>
  tx.update(cases).set({ againstId: null }).where(eq(cases.againstId, againstId));

export async function listCases(
  { tables: { cases } }: Database,
  read: Reader,
  ids: readonly string[],
): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  return read
    .select()
    .from(cases)
    .where(inArray(cases.id, [...ids]));
}

/** Pieces of a kind that are in review without an open case. */
export async function listUncased(
  db: Database,
  read: Reader,
  type: ContentType,
  limit: number,
): Promise<string[]> {
  const { cases, jobs, posts, threads, answers } = db.tables;
  const table = { job: jobs, post: posts, thread: threads, answer: answers }[type];
  const open = read
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.kind, 'review'),
        eq(cases.type, type),
        eq(cases.state, 'open'),
        eq(cases.targetId, table.id),
      ),
    );
  const rows = await read
    .select({ id: table.id })
    .from(table)
    .where(and(sql`${table.life} = 'in-review'`, notExists(open)))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Enough for a median that does not jump. */
const mostReviews = 500;

/** How long reviews on a board took that ended with a decision since `since`, in milliseconds. */
export async function reviewTimes(
  { tables: { cases } }: Database,
  read: Reader,
  board: string,
  since: Date,
): Promise<number[]> {
  const rows = await read
    .select({ openedAt: cases.openedAt, endedAt: cases.endedAt })
    .from(cases)
    .where(
      and(
        eq(cases.state, 'decided'),
        eq(cases.kind, 'review'),
        eq(cases.board, board),
        gte(cases.endedAt, since),
      ),
    )
    .orderBy(desc(cases.endedAt), desc(cases.id))
    .limit(mostReviews);
  return rows.flatMap(({ openedAt, endedAt }) => (endedAt ? [endedAt.getTime() - openedAt.getTime()] : []));
}
