import type { Closure, DataSection } from '@qihang/shared/my-data/contract';
import type { ExportRow, PersonalData } from '../../personal-data';
import type { ClosureRow } from './store';

export const viewClosure = ({ requestedAt, eraseAt, posts }: ClosureRow): Closure => ({
  requestedAt: requestedAt.toISOString(),
  eraseAt: eraseAt.toISOString(),
  posts,
});

/** What there is of each kind, in words. */
export const viewSections = (
  features: readonly PersonalData[],
  data: Record<string, readonly ExportRow[]>,
): DataSection[] =>
  features.flatMap(({ sections }) =>
    Object.entries(sections).map(([key, words]) => ({ key, ...words, count: data[key]?.length ?? 0 })),
  );
