import type { Hit } from '../../content/kind';
import type { Context } from '../../context';
import type { SearchHitRow } from '../../db/search/search-index';

type Ref = Pick<SearchHitRow, 'type' | 'refId'>;

export const keyOf = ({ type, refId }: Ref): string => `${type} ${refId}`;

/** The pieces that hits refer to, by `keyOf`; missing ones and those that readers do not see are absent. */
export async function findPieces(
  { db, registry }: Context,
  hits: readonly Ref[],
  now: Date,
): Promise<Map<string, Hit>> {
  const types = [...new Set(hits.map(({ type }) => type))];
  const found = await Promise.all(
    types.map(async (type) => {
      const ids = hits.filter((hit) => hit.type === type).map(({ refId }) => refId);
      const pieces = (await registry.kinds[type].searchable?.hits(db, ids, now)) ?? [];
      return pieces.map(([refId, hit]) => [keyOf({ type, refId }), hit] as const);
    }),
  );
  return new Map(found.flat());
}
