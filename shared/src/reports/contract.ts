import * as z from 'zod/mini';
import { id, instant, longText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import {
  measureKinds,
  reportActions,
  reportLimits,
  reportOutcomes,
  reportReasons,
  reportStates,
  reportTargets,
  totalsMonths,
} from './vocabulary';

const target = z.strictObject({ type: z.enum(reportTargets), id });

/** What a person says of a piece. `other` says nothing by itself, so it needs words. */
export const reportDraft = z
  .strictObject({
    target,
    reason: z.enum(reportReasons),
    note: z._default(longText(0, reportLimits.note), ''),
  })
  .check(
    z.refine(({ reason, note }) => reason !== 'other' || note.length >= 2, {
      path: ['note'],
      message: '写一句哪里有问题，处理的人才知道看什么',
    }),
  );
export type ReportDraft = z.input<typeof reportDraft>;

/** A report as the person who made it sees it; nobody else does. */
const report = z.object({
  id: z.string(),
  target: z.object({ type: z.enum(reportTargets), id: z.string() }),
  /** The question of an answer, so that its page can be opened; null for other kinds. */
  threadId: z.nullable(z.string()),
  /** The opening words of the piece, as they were when it was reported. */
  title: z.string(),
  reason: z.enum(reportReasons),
  note: z.string(),
  at: instant,
  state: z.enum(reportStates),
  /** How many other people report the same, while it is open. */
  others: z.int(),
  /** What happened so far, in order: 举报, 请老师再看, 结案. */
  steps: z.array(z.object({ kind: z.enum(['reported', 'asked-teacher', 'decided']), at: instant })),
  /** The last decision; null while it is open for the first time. */
  outcome: z.nullable(
    z.object({ action: z.enum(reportOutcomes), by: z.string(), at: instant, note: z.nullable(z.string()) }),
  ),
  viewer: viewer(reportActions),
});
export type Report = z.output<typeof report>;

const byReason = z.object({
  reason: z.enum(reportReasons),
  /** Reports that were decided. */
  n: z.int(),
  upheld: z.int(),
  dismissed: z.int(),
});

/** One month in Asia/Shanghai. Only what is decided counts, so that nobody reads from it that something was just reported. */
const monthTotals = z.object({
  /** `2026-11`. */
  month: z.string(),
  reports: z.array(byReason),
  measures: z.array(z.object({ kind: z.enum(measureKinds), n: z.int() })),
});
export type MonthTotals = z.output<typeof monthTotals>;

export const reportsContract = defineContract({
  report: {
    method: 'POST',
    path: '/reports',
    summary:
      'Report a piece to those who keep its board clean, without a name; a repeat while it is open changes the first',
    access: 'signed-in',
    body: reportDraft,
    response: z.object({ id: z.string() }),
    status: 201,
    errors: ['resource.not-found', 'action.forbidden', 'rate.limited'],
  },
  mine: {
    method: 'GET',
    path: '/me/reports',
    summary: 'What I reported and what came of it, the newest first',
    access: 'signed-in',
    query: z.strictObject(pageQuery),
    response: pageOf(report),
    errors: ['cursor.invalid'],
  },
  askTeacher: {
    method: 'POST',
    path: '/me/reports/{id}/ask-teacher',
    summary: 'Put a dismissed report of mine before a teacher, once',
    access: 'signed-in',
    params: z.strictObject({ id }),
    response: report,
    errors: ['resource.not-found', 'moderation.already-done'],
  },
  totals: {
    method: 'GET',
    path: '/moderation/totals',
    summary: 'Decided reports by reason and outcome, and measures, month by month, the newest first',
    access: 'public',
    query: z.strictObject({
      months: z._default(z.int().check(z.minimum(1), z.maximum(totalsMonths.max)), totalsMonths.default),
    }),
    response: z.object({ months: z.array(monthTotals) }),
    keepSeconds: 60,
  },
});
