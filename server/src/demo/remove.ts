import { rmSync } from 'node:fs';
import type { Context } from '../context';
import { demoMedia } from './seeding';
import { listDemoPeople } from './store';

/**
 * Removes the demo people and all that they wrote, in one transaction; what other people wrote stays. Where another person's
 * row names a demo person, an empty person is left, as of one who closed the account.
 * @returns how many demo people there were
 */
export async function removeDemo(context: Context): Promise<number> {
  const { db, registry } = context;
  const now = context.clock.now();
  const removed = await db.write(async (tx) => {
    const ids = await listDemoPeople(db, tx);
    for (const id of ids)
      for (const { erase } of registry.personalData) await erase(context, tx, id, 'keep', now);
    for (const unseed of registry.unseeds) await unseed({ context, ids }, tx);
    return ids.length;
  });
  rmSync(demoMedia(context), { recursive: true, force: true });
  return removed;
}
