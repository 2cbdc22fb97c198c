import { bare } from './normalize';

const size = 2;

/** The distinct pairs of neighbouring characters of a body, as numbers. Reordered clauses keep most of them. */
export function shingles(body: string): Set<number> {
  const text = bare(body);
  const found = new Set<number>();
  for (let i = 0; i + size <= text.length; i += 1) {
    found.add((text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1)) >>> 0);
  }
  return found;
}

/** Shared share of the smaller set (0–1): a short repost lies within the long announcement. */
export function containment(a: Set<number>, b: Set<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const item of small) if (large.has(item)) common += 1;
  return common / small.size;
}

/** Shared share of the union (0–1). */
export function jaccard(a: Set<number>, b: Set<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const item of a) if (b.has(item)) common += 1;
  return common / (a.size + b.size - common);
}

// Multipliers of universal hashing; odd, so that every one permutes the 32-bit numbers.
const multipliers = [
  0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0xd3a2646d, 0xfd7046c5, 0xb55a4f09, 0x7feb352d,
  0x846ca68b, 0x1b873593, 0xcc9e2d51,
];
const rowsPerBand = 2;

/**
 * Min-hash bands of a body: two bodies that share most of their shingles share a band with high probability, so
 * that an index over bands finds candidates without comparing all.
 */
export function bands(body: string): string[] {
  const items = shingles(body);
  if (items.size === 0) return [];
  const lowest = multipliers.map((multiplier, index) => {
    let low = 0xffffffff;
    for (const item of items) {
      const mixed = Math.imul(item ^ (item >>> 15), multiplier) ^ (index * 0x5bd1e995);
      const hash = (mixed ^ (mixed >>> 13)) >>> 0;
      if (hash < low) low = hash;
    }
    return low;
  });
  const names: string[] = [];
  for (let i = 0; i < lowest.length; i += rowsPerBand) {
    names.push(
      `${i / rowsPerBand}:${lowest
        .slice(i, i + rowsPerBand)
        .map((low) => low.toString(36))
        .join('.')}`,
    );
  }
  return names;
}
