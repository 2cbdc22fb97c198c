import type { RosterClaim } from '@qihang/shared/verification/fields';
import { foldName } from '@qihang/shared/verification/names';
import type { ClassCodeState } from '@qihang/shared/verification/roster';
import { isAlumnus } from '@qihang/shared/verification/standing';
import type { VerificationState } from '@qihang/shared/verification/vocabulary';
import { type Actor, hasRole } from '../../actor/rules';

export interface EntryStanding {
  id: string;
  name: string;
  graduationYear: number;
  userId: string | null;
  leftAt: Date | null;
}

export interface CodeStanding {
  id: string;
  expiresAt: Date;
  revokedAt: Date | null;
}

export const stateOfCode = ({ expiresAt, revokedAt }: CodeStanding, now: Date): ClassCodeState =>
  revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'valid';

/** Why a claim fails. `mismatch` is every disagreement alike: no answer reveals who is in the roster. */
export type ClaimRefusal = 'mismatch' | 'number-taken' | 'already-bound';

export interface ClaimFacts {
  claim: Pick<RosterClaim, 'name'>;
  /** Undefined where the roster has no such number. */
  entry: EntryStanding | undefined;
  /** The valid code of the entry's class that was typed; undefined when none was. */
  codeId: string | undefined;
  /** Null for somebody who has no account yet. */
  userId: string | null;
  /** The entry this account is bound to already. */
  ownEntryId: string | undefined;
}

/**
 * Whether number, name and code agree, and whether number and account are both free. Only a person who knows
 * all three learns that a number is taken, and never who has it.
 */
export function judgeClaim({
  claim,
  entry,
  codeId,
  userId,
  ownEntryId,
}: ClaimFacts): { refused: ClaimRefusal } | { entryId: string; codeId: string } {
  if (ownEntryId !== undefined && ownEntryId !== entry?.id) return { refused: 'already-bound' };
  const agree =
    entry !== undefined &&
    entry.leftAt === null &&
    codeId !== undefined &&
    foldName(entry.name) === foldName(claim.name);
  if (!agree) return { refused: 'mismatch' };
  if (entry.userId !== null && entry.userId !== userId) return { refused: 'number-taken' };
  return { entryId: entry.id, codeId };
}

/** What a person sees of their own standing; `entry` is the one bound to the account. */
export function verificationState(
  verified: boolean,
  entry: Pick<EntryStanding, 'leftAt' | 'graduationYear'> | undefined,
  now: Date,
): VerificationState {
  if (entry?.leftAt) return 'left';
  if (!verified) return 'unverified';
  return entry && isAlumnus(entry.graduationYear, now) ? 'alumnus' : 'verified';
}

/** Teachers know who sits before them, so they may free a number; the list of all comes from the office, through an admin. */
export const canUnbind = (actor: Actor | null, entry: Pick<EntryStanding, 'userId'>): boolean =>
  hasRole(actor, ['teacher', 'admin']) && entry.userId !== null;

export const canImportRoster = (actor: Actor | null): boolean => hasRole(actor, ['admin']);

export const canRevokeCode = (actor: Actor | null, code: CodeStanding, now: Date): boolean =>
  hasRole(actor, ['teacher', 'admin']) && stateOfCode(code, now) === 'valid';

/**
 * Wrong claims within so many minutes of the first, after which the next has to wait for the end of them. A code is one of
 * 24^8: even `number` an hour for as long as it holds guess one in eighty thousand codes. What matters is therefore that
 * nobody is locked out. A person who is signed in counts for that person alone. A visitor counts for the number at that
 * network, so others can block the number for minutes, and there alone; only many networks at once reach `number`. A
 * network may be a campus on the day of its codes; `address` bounds what it may cost.
 */
export const attemptLimits = {
  account: { failures: 5, minutes: 15 },
  pair: { failures: 10, minutes: 15 },
  number: { failures: 300, minutes: 60 },
  address: { failures: 600, minutes: 60 },
} as const;
export type AttemptKind = keyof typeof attemptLimits;

export interface AttemptCount {
  kind: AttemptKind;
  failures: number;
  forgetAt: Date;
}

/** Whole seconds until every limit lets the next claim through; 0 for at once. */
export const secondsToWait = (counts: readonly AttemptCount[], now: Date): number =>
  Math.max(
    0,
    ...counts
      .filter(({ kind, failures }) => failures >= attemptLimits[kind].failures)
      .map(({ forgetAt }) => Math.ceil((forgetAt.getTime() - now.getTime()) / 1000)),
  );
