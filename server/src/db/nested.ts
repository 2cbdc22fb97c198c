import { AsyncLocalStorage } from 'node:async_hooks';

/** Notices a `write` inside a `write`, which would wait for itself. */
export function nestedWriteGuard() {
  const inside = new AsyncLocalStorage<true>();
  return {
    refuse(): void {
      if (inside.getStore()) throw new Error('write inside write: hand the outer tx down instead');
    },
    run: <T>(work: () => Promise<T>): Promise<T> => inside.run(true, work),
  };
}
