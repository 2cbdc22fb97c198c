import {
  reportOutcomes,
  reportReasons,
  reportStates,
  reportTargets,
} from '@qihang/shared/reports/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function reportTables(
  { table, index, unique, str, bool, instant, oneOf }: Kit,
  { users }: UserTables,
) {
  /** What people report: one open row for a person and a piece. */
  const reports = table(
    'reports',
    {
      id: str().primaryKey(),
      /**
       * In no answer but the reporter's own. Null once the account is erased: the row stays, since a count that drops on the day
       * somebody leaves would reveal who it was.
       */
      reporterId: str().references(() => users.id, { onDelete: 'set null' }),
      targetType: oneOf(reportTargets).notNull(),
      targetId: str().notNull(),
      /** The question of an answer; null for other kinds. */
      threadId: str(),
      /** The opening words of the piece at that time. */
      title: str().notNull(),
      reason: oneOf(reportReasons).notNull(),
      /** What the reporter wrote; '' where nothing was, and once the account is erased. */
      note: str().notNull(),
      at: instant().notNull(),
      /** The reporter was verified: two such reports hold a job. */
      verified: bool().notNull(),
      /** The case that decides it, or decided it last. */
      caseId: str(),
      state: oneOf(reportStates).notNull(),
      /** `type:id:reporter` while it is open, so that a person has one open report of a piece. */
      openKey: str(),
      action: oneOf(reportOutcomes),
      decidedById: str().references(() => users.id),
      decidedAt: instant(),
      /** What the person who decided wrote. */
      outcomeNote: str(),
      /** When it was put before a teacher, which is possible once. */
      askedTeacherAt: instant(),
    },
    (t) => [
      unique('reports_open').on(t.openKey),
      index('reports_mine').on(t.reporterId, t.at, t.id),
      index('reports_target').on(t.targetType, t.targetId, t.state),
      index('reports_case').on(t.caseId),
      index('reports_decided').on(t.decidedAt),
    ],
  );
  return { reports };
}

type ReportTables = ReturnType<typeof reportTables>;

declare module '../../db/types' {
  interface Tables extends ReportTables {}
}
