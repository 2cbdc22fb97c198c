import type { JobSummary } from '@qihang/shared/jobs/contract';

const shownHits = 2;
// The trade and the place tell jobs apart; degree and class fit most of a list.
const hitOrder = ['major', 'city', 'degree', 'year', 'kind'] as const;

/** Why it suits the reader, in the server's words; the two that tell most in a list. */
export function matchHits({ match }: Pick<JobSummary, 'match'>): string[] {
  const hits = (match?.reasons ?? []).filter(({ hit }) => hit);
  return hitOrder
    .flatMap((kind) => hits.filter((reason) => reason.kind === kind))
    .slice(0, shownHits)
    .map(({ text }) => text);
}
