import { dayAt } from '@qihang/shared/time/shanghai';
import type { Tx } from '../../db/types';
import { type Seeding, sinceOf } from '../../demo/seeding';
import { saveRota } from './store';

/** Who has which weekday, from Monday on, and who steps in: nobody who had the day before, whose questions are then passed on. */
const week = [
  { person: 'chenyiming', deputy: 'zhouxiaowen' },
  { person: 'limu', deputy: 'zhouxiaowen' },
  { person: 'zhouxiaowen', deputy: 'chenyiming' },
  { person: 'xuzhixia', deputy: 'chenyiming' },
  { person: 'songhuaijin', deputy: 'zhouxiaowen' },
  { person: 'guyuan', deputy: 'chenyiming' },
  { person: 'tangyifan', deputy: 'zhouxiaowen' },
] as const;

/** Writes a rota of the question board in which every day has a person. */
export async function seedRota(seeding: Seeding, tx: Tx): Promise<void> {
  const { context, idOf } = seeding;
  const { db, ids } = context;
  const since = sinceOf(seeding);
  await saveRota(
    db,
    tx,
    { id: ids.next(since), board: 'threads', startsOn: dayAt(since.getTime()), savedAt: since },
    week.map(({ person, deputy }, at) => ({
      id: ids.next(since),
      category: null,
      weekday: at + 1,
      personId: idOf(person),
      deputyId: idOf(deputy),
    })),
  );
}
