const minuteMs = 60_000;

/** The median of times in milliseconds, in minutes, at least one; null without a time. */
export function medianMinutes(times: readonly number[]): number | null {
  const middle = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return middle === undefined ? null : Math.max(1, Math.round(middle / minuteMs));
}
