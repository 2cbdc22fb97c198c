import type { JobValues } from '@qihang/shared/jobs/fields';
import { monthlyPay } from '@qihang/shared/jobs/pay';
import { toColumns } from './columns';
import { degreeRank, jobTimes } from './rules';

/** The columns that follow from a draft. */
export function columnsOf(draft: JobValues, now: Date) {
  return {
    ...toColumns(draft),
    degreeRank: degreeRank(draft.degree),
    payMonthly: monthlyPay(draft.salary),
    ...jobTimes(draft, now),
  };
}
