/** Longest wait for a condition, in milliseconds: a bound for what hangs, not a measure. Jest gives up later (testTimeout). */
export const patience = 60_000;

const pollMs = 15;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Repeats `check` until it passes, and returns its answer; what it failed with last is the error of a wait in vain. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(pollMs);
  }
}
