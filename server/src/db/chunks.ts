// Both engines refuse statements with too many parameters: 500 rows of a wide table stay below SQLite's 32,766.
const chunk = 500;

/** The items in runs that one statement may carry. */
export function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += chunk) yield items.slice(start, start + chunk);
}

/** Hands every row to `work`, one after the other; `load` gives the next `limit` rows after an id, in the order of ids. */
export async function forEachRow<R extends { id: string }>(
  load: (after: string, limit: number) => Promise<R[]>,
  work: (row: R) => Promise<void>,
): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await load(after, chunk);
    for (const row of rows) await work(row);
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return;
    after = last.id;
  }
}
