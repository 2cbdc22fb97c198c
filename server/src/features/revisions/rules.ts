import { foldMinutes, type RevisionKind, type RevisionView } from '@qihang/shared/revisions/vocabulary';

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
