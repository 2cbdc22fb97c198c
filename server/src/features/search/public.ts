import type { Context } from '../../context';
import type { Reader, Tx } from '../../db/types';
import { indexJobs } from '../jobs/public';
import { indexPosts } from '../posts/public';
import { indexThreads } from '../threads/public';

async function indexAll(context: Context, tx: Tx): Promise<void> {
  for (const index of [indexJobs, indexPosts, indexThreads]) await index(context, tx);
}

/** Builds the search index anew, from all that readers can see, while the old one still answers. */
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
