import type { LintOverride } from '@qihang/shared/jobs/contract';
import type { JobValues } from '@qihang/shared/jobs/fields';
import type { Finding as Objection } from '@qihang/shared/jobs/lint/finding';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import type { OwnCities } from '@qihang/shared/jobs/text/city';
import { dayAt } from '@qihang/shared/time/shanghai';
import { judgeFindings } from '../publish/rules';
import type { Finding, RefusalCode } from './findings';

/** What the self-check says of a draft; with a refusal it stays out. */
export interface Judgement {
  objections: readonly Objection[];
  refusal: Finding<RefusalCode> | null;
  lintOverride: LintOverride | null;
}

/**
 * The self-check of the form, for the page and the command line alike: an objection refuses a row, a warning does so without
 * a reason. A deadline that is over is no objection, since such a row comes in as closed.
 */
export const judgeBy =
  (now: Date, reason: string | undefined, ownCities: OwnCities) =>
  (draft: JobValues): Judgement => {
    const found = lintJob(draft, dayAt(now.getTime()), ownCities);
    const objections = found.filter(({ rule }) => rule !== 'expired.deadline');
    const verdict = judgeFindings(objections, reason, null);
    if (verdict.publish) return { objections, refusal: null, lintOverride: verdict.lintOverride };
    const code = verdict.refusedFor === 'request.invalid' ? 'lint-block' : 'lint-warnings';
    const text = verdict.findings.map(({ message }) => message).join('；');
    return { objections, refusal: { code, field: null, text }, lintOverride: null };
  };
