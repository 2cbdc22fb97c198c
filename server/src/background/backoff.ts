const longestMs = 6 * 60 * 60 * 1000;

/** A number in [0, 1) that is always the same for the same text (FNV-1a). */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/**
 * Milliseconds to wait after the `attempts`th failure (from 1): doubles from `firstMs` up to six hours, less up to a half, so
 * that what failed together is not repeated together. The same for the same arguments.
 */
export function backoff(attempts: number, key: string, firstMs: number): number {
  const whole = Math.min(firstMs * 2 ** (attempts - 1), longestMs);
  return Math.round(whole * (1 - fractionOf(`${key}:${attempts}`) / 2));
}
