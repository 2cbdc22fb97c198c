import type { Verification } from '@qihang/shared/verification/contract';
import { askingEnds } from '@qihang/shared/verification/standing';
import type { Actor } from '../../actor/rules';
import { verificationState } from './rules';
import type { EntryRow } from './store';

export function viewVerification(
  { verified }: Pick<Actor, 'verified'>,
  entry: EntryRow | undefined,
  now: Date,
): Verification {
  const state = verificationState(verified, entry, now);
  return {
    state,
    entry: entry
      ? {
          studentNo: entry.studentNo,
          name: entry.name,
          college: entry.college,
          major: entry.major,
          className: entry.className,
          graduationYear: entry.graduationYear,
          boundAt: (entry.boundAt ?? entry.updatedAt).toISOString(),
        }
      : null,
    askingEndsAt:
      entry && state === 'alumnus' ? new Date(askingEnds(entry.graduationYear)).toISOString() : null,
  };
}
