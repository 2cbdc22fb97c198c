import type { CheckFinding } from '@qihang/shared/content-check/check';
import type { HeldVerdict } from '@qihang/shared/content-check/vocabulary';

/** What was said of the words of a piece before they were written. */
export interface Verdict {
  verdict: HeldVerdict;
  care: boolean;
  /** In Chinese, for those who look: what the rules found and what WeChat said, each once. */
  words: string[];
  findings: CheckFinding[];
  /** WeChat's ids of the checks. */
  traceIds: string[];
}

/** Whether a person looks at the piece before readers do. */
export const holds = ({ verdict, care }: Pick<Verdict, 'verdict' | 'care'>): boolean =>
  verdict !== 'pass' || care;
