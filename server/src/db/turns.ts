import { performance } from 'node:perf_hooks';
import { nextTurn } from '../turns';

/** Milliseconds that queries may take of one turn of the event loop. */
const longestMs = 10;

let since: number | undefined;

/** True when queries have held the event loop since it last turned for longer than they may. */
function isOverdue(): boolean {
  const now = performance.now();
  if (since !== undefined) return now - since > longestMs;
  since = now;
  setImmediate(() => {
    since = undefined;
  });
  return false;
}

/**
 * Runs a query of SQLite, which is synchronous, after a turn of the event loop when other queries have held it for long: awaiting
 * one query after the other never lets the loop turn by itself, and an import of 500 rows is thousands of queries.
 */
export async function inTurn<T>(query: () => T): Promise<T> {
  if (isOverdue()) await nextTurn();
  return query();
}
