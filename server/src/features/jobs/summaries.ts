import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { JobSummaryRow } from './browse/list-store';
import { viewerOf } from './match/viewer';
import { findSummaries } from './store';
import { viewSummary } from './view';

/** Summaries in the order of these ids. */
export async function summariesOf(
  { db }: Context,
  ids: readonly string[],
): Promise<Awaited<ReturnType<typeof findSummaries>>> {
  if (ids.length === 0) return [];
  const found = new Map((await findSummaries(db, db.read, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Rows as the actor sees them. */
export async function viewRows(
  context: Context,
  rows: readonly (JobSummaryRow & { review?: ReviewPolicy })[],
  actor: Actor | null,
  now: Date,
) {
  const viewer = await viewerOf(
    context,
    actor,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => viewSummary(row, viewer, now));
}
