import { type CheckedPart, checkText } from '@qihang/shared/content-check/check';
import type { CheckedKind } from '@qihang/shared/content-check/vocabulary';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Verdict } from './verdict';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that writes words which sound like despair; teachers are told at once. */
    'care.raised': { type: 'thread' | 'answer' | 'post' | 'job'; id: string; board: string; at: Date };
  }
}

/** What is judged, and who says it. */
export interface Judged {
  actor: Actor;
  kind: CheckedKind;
  board: string;
  /** Title, body, names of links, captions. */
  parts: readonly CheckedPart[];
  /** A named word of a moderator of the board is not held for want of a WeChat account. */
  anonymous: boolean;
  /** The board demands sources: what WeChat calls politics is for a person there, never blocked. */
  sourceBoard: boolean;
}

/**
 * Judges words before they are written, outside of any transaction: the local rules, and WeChat's where a mini-program is
 * set up. Never throws for WeChat's sake and answers within a bound: what could not be checked is `unavailable`.
 */
export async function judge(_context: Context, { kind, parts }: Judged): Promise<Verdict> {
  const { verdict, care, findings } = checkText(parts, { kind });
  const words = [...new Set(findings.map((finding) => finding.words))];
  return { verdict, care, words, findings, traceIds: [] };
}
