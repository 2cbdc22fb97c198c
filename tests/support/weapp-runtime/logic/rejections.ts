import vm from 'node:vm';

/** Returns whether the rejected promise belongs to the caller. */
type RejectionWatcher = (promise: Promise<unknown>, reason: unknown) => boolean;

const watchers = new Set<RejectionWatcher>();

/** Jest hands tests a copy of `process` that never sees rejections; the main context has the real one. */
const realProcess: NodeJS.Process = vm.runInThisContext('process');

function dispatch(reason: unknown, promise: Promise<unknown>): void {
  for (const watcher of watchers) if (watcher(promise, reason)) return;
  // Not of an app: fail as loudly as Node would without us, unless somebody else listens too.
  if (realProcess.listenerCount('unhandledRejection') === 1) throw reason;
}

/** Reports promises of an app that reject with nobody listening. Returns the function that stops it. */
export function watchRejections(watcher: RejectionWatcher): () => void {
  if (watchers.size === 0) realProcess.on('unhandledRejection', dispatch);
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) realProcess.off('unhandledRejection', dispatch);
  };
}
