import type { ImportField } from '@qihang/shared/jobs/import/columns';
import { degreeNames, jobKindNames, jobOriginNames } from '@qihang/shared/jobs/vocabulary';

/** Columns that hold one of a few words. */
export const fieldChoices: Partial<Record<ImportField, readonly string[]>> = {
  kind: Object.values(jobKindNames),
  degree: Object.values(degreeNames),
  origin: Object.values(jobOriginNames),
};
