import { type HoldingType, holdingTypes } from '@qihang/shared/people/vocabulary';
import type { Held, Ownership } from '../../content/ownership';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { type Counts, noHoldings } from './view';

/** How pieces of this type are owned; its kind of content says it. */
export function ownershipOf({ registry }: Context, type: HoldingType): Ownership {
  const { ownership } = registry.kinds[type];
  if (!ownership) throw new Error(`Content of the kind ${type} has no owners`);
  return ownership;
}

/** A piece with what it is. */
export interface TypedHeld extends Held {
  type: HoldingType;
}

/** Pieces of every type that these owners (null: nobody) hold, at most `limit` of each, in the order of their ends. */
export async function listHeld(
  context: Context,
  read: Reader,
  owners: readonly (string | null)[],
  now: Date,
  limit: number,
): Promise<TypedHeld[]> {
  const found: TypedHeld[] = [];
  for (const type of holdingTypes) {
    const rows = await ownershipOf(context, type).list(context.db, read, owners, now, limit);
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

/** How many live pieces everybody holds, by type and board. */
export async function countHeld(context: Context, read: Reader, now: Date): Promise<OwnerCount[]> {
  const counts: OwnerCount[] = [];
  for (const type of holdingTypes) {
    const rows = await ownershipOf(context, type).countByOwner(context.db, read, now);
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
