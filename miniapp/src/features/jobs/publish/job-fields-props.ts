import type { JobForm } from './job-form';

/** What each group of the form's fields is given. */
export interface JobFieldsProps {
  form: JobForm;
  problems: Record<string, string>;
  /** What may stay but should be looked at, by field. */
  warnings: Record<string, string>;
  /** The board refuses jobs that name no source. */
  sourceRequired: boolean;
  /** Mends the text in one tap, where a passage of it is the trouble. */
  onCut?: (() => void) | undefined;
  now: Date;
  onChange: (part: Partial<JobForm>) => void;
}
