import { asc, gt } from 'drizzle-orm';
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

/** Documents a transaction: a fraction of a second, for which writers of other processes wait. */
const chunk = 100;

type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Files all that readers can see, a chunk at a time. */
async function indexAll({ db, registry }: Context, write: Write): Promise<void> {
  for (const { searchable } of Object.values(registry.kinds)) {
    if (!searchable) continue;
    for (let after = ''; ; ) {
      const docs = await write(async (tx) => {
        const found = await searchable.docs(db, tx, after, chunk);
        for (const doc of found) await db.search.put(tx, doc);
        return found;
      });
      const last = docs.at(-1);
      if (!last || docs.length < chunk) break;
      after = last.refId;
    }
  }
}

/** Removes the documents of what readers do not see, a chunk at a time. */
async function removeUnseen({ db, registry }: Context): Promise<void> {
  const { searchDocs } = db.tables;
  for (let after: number | undefined; ; ) {
    const rows = await db.write(async (tx) => {
      const found = await tx
        .select({ id: searchDocs.id, type: searchDocs.type, refId: searchDocs.refId })
        .from(searchDocs)
        .where(after === undefined ? undefined : gt(searchDocs.id, after))
        .orderBy(asc(searchDocs.id))
        .limit(chunk);
      for (const { type, refId } of found) {
        const piece = await registry.kinds[type].find(db, tx, refId);
        if (!piece || !isPublished(piece)) await db.search.remove(tx, type, refId);
      }
      return found;
    });
    after = rows.at(-1)?.id;
    if (rows.length < chunk) break;
  }
}

/** Builds the search index again from all that readers can see, while the service goes on; a repeat finishes one broken off. */
export async function rebuildSearch(context: Context): Promise<void> {
  await indexAll(context, (work) => context.db.write(work));
  await removeUnseen(context);
}

/**
 * Fills an index without a document: a migration that changes what an index holds leaves it empty. All of it or nothing, since one
 * that is half full would never be filled.
 */
export async function fillEmptySearch(context: Context): Promise<void> {
  const { db } = context;
  const { searchDocs } = db.tables;
  const isEmpty = async (read: Reader) =>
    (await read.select({ id: searchDocs.id }).from(searchDocs).limit(1)).length === 0;
  if (!(await isEmpty(db.read))) return;
  await db.write(async (tx) => {
    // Another process may have been faster.
    if (await isEmpty(tx)) await indexAll(context, (work) => work(tx));
  });
}
