import type { DigestRecord } from '@qihang/shared/digests/contract';

export interface DigestSet {
  id: string;
  createdAt: string;
  records: DigestRecord[];
}

/**
 * Digests of the same pieces together, as they follow in the list. Of each group the one that was sent, else the last that was made:
 * others are the same in another style.
 */
export function setsOf(records: readonly DigestRecord[]): DigestSet[] {
  const sets = new Map<string, DigestSet>();
  for (const record of records) {
    const set = sets.get(record.set) ?? { id: record.set, createdAt: record.createdAt, records: [] };
    sets.set(record.set, set);
    const at = set.records.findIndex(({ group }) => group?.id === record.group?.id);
    if (at < 0) set.records.push(record);
    else if (record.sentAt !== null && set.records[at]?.sentAt === null) set.records[at] = record;
  }
  return [...sets.values()];
}
