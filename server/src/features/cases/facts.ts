import type { Verdict } from '@qihang/shared/cases/vocabulary';
import type { Mark } from '@qihang/shared/content/decisions';
import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { Verdict as CheckVerdict } from '../content-check/rules';

/** What the content check said of a piece. */
export interface MachineVerdict {
  verdict: Verdict;
  /** For people, in Chinese. */
  words: string[];
  marks: Mark[];
}

/** What a case shows of a verdict: the places that rules found are marks. */
export const machineVerdict = ({ verdict, words, findings }: CheckVerdict): MachineVerdict => ({
  verdict,
  words,
  marks: findings.map(({ path, quote, words: why }) => ({ path, quote, why })),
});

/** What people say who report a piece, without who they are. */
export interface ReportsSummary {
  count: number;
  reasons: { reason: string; n: number }[];
  notes: string[];
}

/** A piece before a decision, to which undo brings it back; instants in ISO 8601. */
export interface Before {
  life: ContentState;
  lifeReason: string | null;
  lifeRank: number | null;
  neverSeen: boolean;
  publishedAt: string;
  publishAt: string | null;
  unpublishAt: string | null;
  submittedAt: string | null;
  returnedById: string | null;
  returnedAt: string | null;
  /** Of a job: whether it counted as 待核实. */
  unverified: boolean;
  /** It was hidden by the clock until somebody had looked at it. */
  held: boolean;
}
