import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { ReportOutcome } from '@qihang/shared/reports/vocabulary';
import { emit, type Reactions } from '../../background/events';
import { isHidden } from '../../content/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { openKeyOf, outcomeOf, stateAfter } from './rules';
import { listDecidedOf, listOpen, listOpenCases, reopenReport, settleReports } from './store';

declare module '../../background/events' {
  interface Events {
    /**
     * In the transaction of the decision, once for each report of the case. `reporterId` is for telling that person alone, and
     * must reach no answer, log or other person.
     */
    'report.decided': {
      reportId: string;
      reporterId: string;
      targetType: ContentType;
      targetId: string;
      action: ReportOutcome;
      at: Date;
    };
    /** The decision was taken back within the time for that: the report waits again. */
    'report.reopened': { reportId: string; reporterId: string; at: Date };
  }
}

interface Outcome {
  caseId: string;
  action: ReportOutcome;
  deciderId: string | null;
  note: string | null;
  at: Date;
}

/** Ends the reports of a case, and tells those who made them. */
async function settle(context: Context, tx: Tx, { caseId, action, deciderId, note, at }: Outcome) {
  const outcome = {
    state: stateAfter(action),
    action,
    decidedById: deciderId,
    decidedAt: at,
    outcomeNote: note,
  };
  for (const report of await settleReports(context.db, tx, caseId, outcome)) {
    const { id, reporterId, targetType, targetId } = report;
    if (reporterId !== null)
      await emit(context, tx, 'report.decided', {
        reportId: id,
        reporterId,
        targetType,
        targetId,
        action,
        at,
      });
  }
}

/** What becomes of a case, or of its piece without one, becomes of its reports. */
export const reportReactions: Reactions = {
  // Before the case is decided or gone: a person may take a piece down from its page, too, and is the one who upheld the reports.
  'content.moved': async (context, tx, { type, id, to, actorId, note, at }) => {
    if (to !== 'hidden' || actorId === null) return;
    for (const caseId of await listOpenCases(context.db, tx, { type, id }))
      await settle(context, tx, { caseId, action: 'hide', deciderId: actorId, note, at });
  },
  'case.decided': async (context, tx, { kind, caseId, action, deciderId, note, at }) => {
    const outcome = outcomeOf(action);
    if (kind === 'report' && outcome)
      await settle(context, tx, { caseId, action: outcome, deciderId, note, at });
  },
  'case.gone': async (context, tx, { kind, caseId, type, id, at }) => {
    if (kind !== 'report') return;
    const piece = await context.registry.kinds[type].find(context.db, tx, id);
    if (piece && isHidden(piece)) return;
    await settle(context, tx, { caseId, action: 'gone', deciderId: null, note: null, at });
  },
  'case.undone': async (context, tx, { kind, caseId, type, id, at }) => {
    if (kind !== 'report') return;
    const { db } = context;
    const open = await listOpen(db, tx, { type, id });
    for (const { id: reportId, reporterId } of await listDecidedOf(db, tx, caseId)) {
      // Who reported the piece again meanwhile has that report.
      const again = open.some((one) => one.reporterId === reporterId);
      const openKey = reporterId === null || again ? null : openKeyOf({ type, id }, reporterId);
      await reopenReport(db, tx, { id: reportId, openKey });
      if (reporterId !== null) await emit(context, tx, 'report.reopened', { reportId, reporterId, at });
    }
  },
};
