import vm from 'node:vm';

/** Returns whether the rejected promise belongs to the caller. */
type RejectionWatcher = (promise: Promise<unknown>, reason: unknown) => boolean;

type RejectionListener = (reason: unknown, promise: Promise<unknown>) => void;

const watchers = new Set<RejectionWatcher>();

/** Jest hands tests a copy of `process` that never sees rejections; the main context has the real one. */
const realProcess: NodeJS.Process = vm.runInThisContext('process');

/** Those who listened before, such as the test runner: they hear of rejections that are not of an app. */
let others: RejectionListener[] = [];

function dispatch(reason: unknown, promise: Promise<unknown>): void {
  for (const watcher of watchers) if (watcher(promise, reason)) return;
  if (others.length === 0) throw reason;
  for (const listener of others) listener(reason, promise);
}

/** Reports promises of an app that reject with nobody listening. Returns the function that stops it. */
export function watchRejections(watcher: RejectionWatcher): () => void {
  if (watchers.size === 0) {
    others = realProcess.listeners('unhandledRejection');
    realProcess.removeAllListeners('unhandledRejection');
    realProcess.on('unhandledRejection', dispatch);
  }
  watchers.add(watcher);
  return () => {
    if (!watchers.delete(watcher) || watchers.size > 0) return;
    realProcess.off('unhandledRejection', dispatch);
    for (const listener of others) realProcess.on('unhandledRejection', listener);
  };
}
