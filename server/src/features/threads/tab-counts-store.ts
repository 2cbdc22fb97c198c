import type { ThreadCategory, ThreadTab } from '@qihang/shared/threads/vocabulary';
import { and, count, inArray } from 'drizzle-orm';
import type { Database } from '../../db/types';
import { inTab, onBoard } from './store';

interface Counting {
  board?: string | undefined;
  category?: ThreadCategory[] | undefined;
  actorId: string | undefined;
}

/** How many questions a tab of the list has. */
export async function countTab(
  db: Database,
  tab: ThreadTab,
  { board, category, actorId }: Counting,
): Promise<number> {
  const { read, tables } = db;
  const { threads } = tables;
  const [row] = await read
    .select({ n: count() })
    .from(threads)
    .where(
      and(
        onBoard(db, read, board),
        inTab(db, read, tab, actorId),
        category && inArray(threads.category, category),
      ),
    );
  return row?.n ?? 0;
}
