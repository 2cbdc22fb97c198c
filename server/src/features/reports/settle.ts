import type { ReportOutcome } from '@qihang/shared/reports/vocabulary';

declare module '../../background/events' {
  interface Events {
    /**
     * In the transaction of the decision, once for each report of the case. `reporterId` is for telling that person alone, and
     * must reach no answer, log or other person.
     */
    'report.decided': {
      reportId: string;
      reporterId: string;
      targetType: 'job' | 'post' | 'thread' | 'answer';
      targetId: string;
      action: ReportOutcome;
      at: Date;
    };
    /** The decision was taken back within the time for that: the report waits again. */
    'report.reopened': { reportId: string; reporterId: string; at: Date };
  }
}
