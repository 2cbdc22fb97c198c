import type { Context } from '../context';
import type { SearchDoc } from '../db/search/search-index';
import type { Database, Reader, Tx } from '../db/types';
import { isPublished, type Standing } from './rules';

/** Puts the document of a piece that readers see into the search index, and takes that of any other out. */
export const fileInSearch = (
  { search }: Database,
  tx: Tx,
  piece: Pick<Standing, 'life'>,
  doc: SearchDoc,
): Promise<void> => (isPublished(piece) ? search.put(tx, doc) : search.remove(tx, doc.type, doc.refId));

// As many documents as one statement may read.
const chunk = 500;

async function indexAll({ db, registry }: Context, tx: Tx): Promise<void> {
  for (const { searchable } of Object.values(registry.kinds)) {
    if (!searchable) continue;
    for (let after = ''; ; ) {
      const docs = await searchable.docs(db, tx, after, chunk);
      for (const doc of docs) await db.search.put(tx, doc);
      const last = docs.at(-1);
      if (!last || docs.length < chunk) break;
      after = last.refId;
    }
  }
}

/** Builds the search index from all that readers can see; the old one answers until the commit. */
export async function rebuildSearch(context: Context): Promise<void> {
  const { db } = context;
  await db.write(async (tx) => {
    await db.search.clear(tx);
    await indexAll(context, tx);
  });
}

/** Fills an index without a document: a migration that changes what an index holds leaves it empty. */
export async function fillEmptySearch(context: Context): Promise<void> {
  const { db } = context;
  const { searchDocs } = db.tables;
  const isEmpty = async (read: Reader) =>
    (await read.select({ id: searchDocs.id }).from(searchDocs).limit(1)).length === 0;
  if (!(await isEmpty(db.read))) return;
  await db.write(async (tx) => {
    // Another process may have been faster.
    if (await isEmpty(tx)) await indexAll(context, tx);
  });
}
