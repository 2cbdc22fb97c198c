import { setImmediate } from 'node:timers/promises';

/** Lets all that waits in this process run first. */
export const nextTurn = (): Promise<void> => setImmediate();

/** Milliseconds of one go; what else waits, waits for that long. */
const turn = 10;

/** Goes over items and lets other work of the process run after every few milliseconds that the receiver took. */
export async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let began = performance.now();
  for (const item of items) {
    yield item;
    if (performance.now() - began < turn) continue;
    await nextTurn();
    began = performance.now();
  }
}
