import { type SearchHitRow, type SearchOptions, type SearchTier, searchTiers } from './search-index';

/** What a tier's documents have in common. */
export const partsOf = (tier: SearchTier) => ({
  open: tier.startsWith('open'),
  inTitle: tier.endsWith('title'),
});

type TierHit = Omit<SearchHitRow, 'tier'>;

/** Fills a page from the tiers in order; `find` gives hits of one tier, newest first. */
export async function acrossTiers(
  { after, limit }: Pick<SearchOptions, 'after' | 'limit'>,
  find: (tier: SearchTier, after: SearchOptions['after'], limit: number) => Promise<TierHit[]>,
): Promise<SearchHitRow[]> {
  const hits: SearchHitRow[] = [];
  const from = after ? searchTiers.indexOf(after.tier) : 0;
  for (const tier of searchTiers.slice(from)) {
    if (hits.length >= limit) break;
    const found = await find(tier, tier === after?.tier ? after : undefined, limit - hits.length);
    hits.push(...found.map((hit) => ({ ...hit, tier })));
  }
  return hits;
}
