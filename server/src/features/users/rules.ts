import type { Role } from '@qihang/shared/session/vocabulary';
import { askingEnds, isAlumnus } from '@qihang/shared/verification/standing';

interface Term {
  role: Role;
  endsAt: Date | null;
}

/**
 * When a role of somebody of that year ends: a graduate's at the latest when alumni stop asking (see `askingEnds`), which
 * nobody has to enter; every other on the day it was given for. Null while it has no end, or the graduate's is still ahead.
 */
export function endOfTerm({ role, endsAt }: Term, graduationYear: number | null, now: Date): Date | null {
  if (role !== 'graduate' || graduationYear === null) return endsAt;
  const lapses = new Date(askingEnds(graduationYear));
  return lapses <= now && (endsAt === null || lapses < endsAt) ? lapses : endsAt;
}

interface Member {
  verified: boolean;
  graduationYear: number | null;
}

/** True after leaving with a degree; people who left without one are not verified any more. */
export const isAlumnusOf = ({ verified, graduationYear }: Member, now: Date): boolean =>
  verified && graduationYear !== null && isAlumnus(graduationYear, now);
