import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import { foldMinutes, type RevisionKind, type RevisionView } from '@qihang/shared/revisions/vocabulary';

/** Under which earlier versions of a piece refer to uploads. */
export const earlierVersions = (type: ReviewedType, id: string) => ({
  type: 'revisions',
  id,
  piece: { type, id },
});

/** Under which a change that a person has not published refers to uploads. */
export const workingCopyOf = (type: ReviewedType, id: string, editorId: string) => ({
  type: 'working-copy',
  id: `${id} ${editorId}`,
  piece: { type, id },
});

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
