const chunk = 500;

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
