/** The value below which the share `p` of the list lies; 0 for an empty list. */
export function quantile(list: readonly number[], p: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

export const median = (list: readonly number[]): number => quantile(list, 0.5);
