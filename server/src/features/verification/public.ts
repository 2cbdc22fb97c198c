import type { RosterClaim } from '@qihang/shared/verification/fields';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Sender } from '../../http/gates';
import { clearAttempts, countAttempt, waitFor } from './attempts';
import { isClassCode } from './class-code';
import { beginMembership } from './membership-store';
import { type ClaimRefusal, judgeClaim } from './rules';
import { type EntryRow, findEntryByNumber, findEntryOfUser, listValidCodes, updateEntry } from './store';

export type ClaimResult =
  | { entry: EntryRow; codeId: string }
  | { refused: ClaimRefusal }
  | { waitSeconds: number };

const nowhere = { college: '', className: '', graduationYear: 0 };

/** Whether a claim would only be told to wait, which is worth knowing before a password is hashed for it. */
export async function mustWait(
  { db, secret }: Context,
  { studentNo }: RosterClaim,
  claimant: Sender,
  now: Date,
): Promise<{ waitSeconds: number } | null> {
  const waitSeconds = await waitFor(db, db.read, secret, { claimant, studentNo }, now);
  return waitSeconds > 0 ? { waitSeconds } : null;
}

/**
 * Judges a claim and counts it, when it is wrong, against the claimant. Must run in the transaction that goes
 * on to bind, and does not throw, since the count has to be kept: commit whatever it answers, and throw `claimError`
 * afterwards.
 */
export async function judgeAndCount(
  { db, secret }: Context,
  tx: Tx,
  claim: RosterClaim,
  claimant: Sender,
  now: Date,
): Promise<ClaimResult> {
  const subjects = { claimant, studentNo: claim.studentNo };
  const userId = 'person' in claimant ? claimant.person : null;
  const waitSeconds = await waitFor(db, tx, secret, subjects, now);
  if (waitSeconds > 0) return { waitSeconds };
  const entry = await findEntryByNumber(db, tx, claim.studentNo);
  // An unknown number takes the same path as a known one, so that the time of the answer reveals nothing either.
  const codes = await listValidCodes(db, tx, entry ?? nowhere, now);
  const candidates = codes.length > 0 ? codes.map(({ id }) => id) : ['none'];
  const codeId = candidates.filter((id) => isClassCode(secret, id, claim.code) && codes.length > 0)[0];
  const own = userId === null ? undefined : await findEntryOfUser(db, tx, userId);
  const judged = judgeClaim({ claim, entry, codeId, userId, ownEntryId: own?.id });
  if ('refused' in judged) {
    if (judged.refused === 'mismatch') await countAttempt(db, tx, secret, subjects, now);
    return judged;
  }
  await clearAttempts(db, tx, secret, subjects);
  return { entry: entry as EntryRow, codeId: judged.codeId };
}

/** Binds the account to the entry and makes it a graduate's; the second half of a claim, in the same transaction. */
export async function bindEntry(
  { db }: Context,
  tx: Tx,
  { entry, codeId }: { entry: EntryRow; codeId: string },
  userId: string,
  { grantId, now }: { grantId: string; now: Date },
): Promise<void> {
  if (entry.userId !== userId) {
    await updateEntry(db, tx, entry.id, { userId, boundAt: now, classCodeId: codeId, updatedAt: now });
  }
  await beginMembership(db, tx, userId, entry, { grantId, now });
}

const refusals = {
  mismatch: 'verification.mismatch',
  'number-taken': 'verification.number-taken',
  'already-bound': 'verification.already-bound',
} as const;

const waitWords = (seconds: number): string =>
  seconds < 60
    ? `${seconds} 秒`
    : seconds < 3600
      ? `${Math.ceil(seconds / 60)} 分钟`
      : `${Math.ceil(seconds / 3600)} 小时`;

/** What a claim that failed is answered with. */
export function claimError(result: Exclude<ClaimResult, { entry: EntryRow }>): AppError {
  if ('refused' in result) return new AppError(refusals[result.refused]);
  const { waitSeconds } = result;
  return new AppError(
    'rate.limited',
    `试的次数太多了，请 ${waitWords(waitSeconds)}后再试。拿不准的话，先找班主任或就业指导老师核对`,
    undefined,
    { retryAfter: waitSeconds },
  );
}
