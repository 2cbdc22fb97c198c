import { isDeepStrictEqual } from 'node:util';
import { foldMinutes, type RevisionKind, type RevisionView } from '@qihang/shared/revisions/vocabulary';
import type { Words } from '../../content/revised';

/** Names of the fields of `after` whose value differs; a field that one side does not know counts as empty. */
export const changedFields = (before: Words, after: Words): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !isDeepStrictEqual(before[field] ?? null, after[field] ?? null),
  );

interface Kept {
  byId: string;
  begunAt: Date;
  settled: boolean;
}

/** Whether a save becomes part of the version before it: the same person goes on, and nobody else could have read that. */
export const isFolded = (last: Kept, save: { byId: string; at: Date; kind: RevisionKind }): boolean =>
  !last.settled &&
  save.kind === 'edited' &&
  last.byId === save.byId &&
  save.at.getTime() - last.begunAt.getTime() < foldMinutes * 60_000;

export const viewOf = (
  { seen, replacedAt }: { seen: boolean; replacedAt: Date | null },
  isPublished: boolean,
): RevisionView => {
  if (replacedAt === null && isPublished) return 'now';
  return seen ? 'before' : 'never';
};
