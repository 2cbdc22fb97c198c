import type { ReportOutcome, ReportState } from '@qihang/shared/reports/vocabulary';
import { and, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { PieceRef } from '../../content/piece';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';

export type ReportRow = Database['tables']['reports']['$inferSelect'];

/** What waits for the outcome of a piece, in no order that tells anything. */
export const listOpen = ({ tables: { reports } }: Database, read: Reader, { type, id }: PieceRef) =>
  read
    .select()
    .from(reports)
    .where(and(eq(reports.targetType, type), eq(reports.targetId, id), eq(reports.state, 'open')));

/** The cases that reports of a piece wait for. */
export async function listOpenCases(db: Database, read: Reader, ref: PieceRef): Promise<Set<string>> {
  const rows = await listOpen(db, read, ref);
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []));
}

/**
 * Adds a report. Where another process adds one of the same person at the same moment, PostgreSQL repeats the transaction, which
 * then finds it.
 */
export async function insertReport({ tables: { reports } }: Database, tx: Tx, row: ReportRow): Promise<void> {
  await tx.insert(reports).values(row).onConflictDoNothing({ target: reports.openKey });
}

export const changeReport = (
  { tables: { reports } }: Database,
  tx: Tx,
  { id, ...set }: Partial<ReportRow> & Pick<ReportRow, 'id'>,
) => tx.update(reports).set(set).where(eq(reports.id, id));

/** What waits for the outcome of a piece waits for this case. */
export const putInCase = (
  { tables: { reports } }: Database,
  tx: Tx,
  { type, id }: PieceRef,
  caseId: string,
) =>
  tx
    .update(reports)
    .set({ caseId })
    .where(and(eq(reports.targetType, type), eq(reports.targetId, id), eq(reports.state, 'open')));

export async function countReportsSince(
  { tables: { reports } }: Database,
  read: Reader,
  reporterId: string,
  since: Date,
): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(reports)
    .where(and(eq(reports.reporterId, reporterId), gt(reports.at, since)));
  return row?.n ?? 0;
}

/** Reports of a person, the newest first, with the name of the person who decided each. */
export function listReports(
  { tables: { reports, users } }: Database,
  read: Reader,
  reporterId: string,
  { after, only, limit }: { after?: Place | undefined; only?: string; limit: number },
) {
  return read
    .select({ report: reports, decidedBy: users.name })
    .from(reports)
    .leftJoin(users, eq(users.id, reports.decidedById))
    .where(
      and(
        eq(reports.reporterId, reporterId),
        only === undefined ? undefined : eq(reports.id, only),
        after && sql`(${reports.at}, ${reports.id}) < (${sql.param(after.at, reports.at)}, ${after.id})`,
      ),
    )
    .orderBy(desc(reports.at), desc(reports.id))
    .limit(limit);
}
export type ReportListRow = Awaited<ReturnType<typeof listReports>>[number];

/** How many others report what this person reports and wait with them, by case. */
export async function countOthers(
  { tables: { reports } }: Database,
  read: Reader,
  caseIds: readonly string[],
  reporterId: string,
): Promise<Map<string, number>> {
  if (caseIds.length === 0) return new Map();
  const rows = await read
    .select({ caseId: reports.caseId, n: count() })
    .from(reports)
    .where(
      and(
        inArray(reports.caseId, [...caseIds]),
        eq(reports.state, 'open'),
        or(isNull(reports.reporterId), ne(reports.reporterId, reporterId)),
      ),
    )
    .groupBy(reports.caseId);
  return new Map(rows.flatMap(({ caseId, n }) => (caseId === null ? [] : [[caseId, n] as const])));
}

interface Decided {
  state: ReportState;
  action: ReportOutcome;
  decidedById: string | null;
  decidedAt: Date;
  outcomeNote: string | null;
}

/** Ends what waits for a case. */
export const settleReports = (
  { tables: { reports } }: Database,
  tx: Tx,
  caseId: string,
  outcome: Decided,
): Promise<ReportRow[]> =>
  tx
    .update(reports)
    .set({ ...outcome, openKey: null })
    .where(and(eq(reports.caseId, caseId), eq(reports.state, 'open')))
    .returning();

/** The decided reports of a case. */
export const listDecidedOf = ({ tables: { reports } }: Database, read: Reader, caseId: string) =>
  read
    .select()
    .from(reports)
    .where(and(eq(reports.caseId, caseId), ne(reports.state, 'open')));

/** A decision that was taken back: the report waits as before. */
export const reopenReport = (
  { tables: { reports } }: Database,
  tx: Tx,
  { id, openKey }: Pick<ReportRow, 'id' | 'openKey'>,
) =>
  tx
    .update(reports)
    .set({ state: 'open', openKey, action: null, decidedById: null, decidedAt: null, outcomeNote: null })
    .where(eq(reports.id, id));

/** The question that an answer belongs to. */
export async function findThreadOf(
  { tables: { answers } }: Database,
  read: Reader,
  answerId: string,
): Promise<string | null> {
  const [row] = await read
    .select({ threadId: answers.threadId })
    .from(answers)
    .where(eq(answers.id, answerId));
  return row?.threadId ?? null;
}

/** Decided reports by reason and state, decided from `from` until before `until`. */
export const countDecided = (
  { tables: { reports } }: Database,
  read: Reader,
  { from, until }: { from: Date; until: Date },
) =>
  read
    .select({ reason: reports.reason, state: reports.state, n: count() })
    .from(reports)
    .where(
      and(
        isNotNull(reports.decidedAt),
        gte(reports.decidedAt, from),
        lt(reports.decidedAt, until),
        ne(reports.state, 'open'),
      ),
    )
    .groupBy(reports.reason, reports.state);
