import type { HoldingType } from '@qihang/shared/people/vocabulary';
import { holdingTypes } from '@qihang/shared/people/vocabulary';
import type { Database, Reader } from '../../db/types';
import { heldJobs } from '../jobs/public';
import { heldThreads } from '../threads/public';
import type { Held, HoldingKind } from './rules';
import { type Counts, noHoldings } from './view';

/** How the things of each feature are held; the feature itself says it. */
export const holdingKinds = { job: heldJobs, thread: heldThreads } satisfies Record<
  HoldingType,
  (db: Database) => HoldingKind
>;

/** A thing with what it is. */
export interface TypedHeld extends Held {
  type: HoldingType;
}

/** Things of every type that these owners (null: nobody) hold, at most `limit` of each, what ends first, first. */
export async function listHeld(
  db: Database,
  read: Reader,
  owners: readonly (string | null)[],
  now: Date,
  limit: number,
): Promise<TypedHeld[]> {
  const found: TypedHeld[] = [];
  for (const type of holdingTypes) {
    const rows = await holdingKinds[type](db).list(read, owners, now, limit);
    found.push(...rows.map((row) => ({ ...row, type })));
  }
  return found.sort((a, b) => a.until.getTime() - b.until.getTime() || (a.id < b.id ? -1 : 1));
}

export interface OwnerCount {
  type: HoldingType;
  ownerId: string | null;
  board: string;
  n: number;
}

/** How many live things everybody holds, by type and board. */
export async function countHeld(db: Database, read: Reader, now: Date): Promise<OwnerCount[]> {
  const counts: OwnerCount[] = [];
  for (const type of holdingTypes) {
    const rows = await holdingKinds[type](db).countByOwner(read, now);
    counts.push(...rows.map((row) => ({ ...row, type })));
  }
  return counts;
}

/** The same by person. */
export function countsByPerson(counts: readonly OwnerCount[]): Map<string, Counts> {
  const byPerson = new Map<string, Counts>();
  for (const { type, ownerId, n } of counts) {
    if (ownerId === null) continue;
    const known = byPerson.get(ownerId) ?? noHoldings;
    byPerson.set(ownerId, { ...known, [type]: known[type] + n });
  }
  return byPerson;
}
