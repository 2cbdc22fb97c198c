import { createRunner } from '@qihang/server/background/runner';
import { type Pace, usualPace } from '@qihang/server/background/worker';
import type { Context } from '@qihang/server/context';
import type { Tx } from '@qihang/server/db/types';
import type { Registry } from '@qihang/server/registry';
import { asc, eq, like, sql } from 'drizzle-orm';

declare module '@qihang/server/background/outbox' {
  interface Messages {
    'test.note': { n: number };
  }
}

/** The same service with other declarations. */
export const declaring = (context: Context, parts: Partial<Registry>): Context => ({
  ...context,
  registry: { ...context.registry, tasks: [], reactions: [], deliveries: {}, ...parts },
});

/** A runner of a process of its own, but for the database connection; `logged` gets what it logs. */
export function runnerOf(context: Context, pace: Partial<Pace> = {}, logged: string[] = []) {
  const log = { error: (_: unknown, message?: string) => void logged.push(message ?? '') };
  return createRunner(context, log, { ...usualPace, ...pace });
}

/** Numbers in the database that begin at 0. */
export async function addCounters({ db, clock }: Context, ids: readonly string[]): Promise<void> {
  const { users } = db.tables;
  await db.write(async (tx) => {
    for (const id of ids)
      await tx
        .insert(users)
        .values({ id: `count-${id}`, name: '计数', createdAt: clock.now(), graduationYear: 0 });
  });
}

/** Adds one, whatever was there: an effect that shows when it happens twice. */
export async function count({ db }: Context, tx: Tx, id: string): Promise<void> {
  const { users } = db.tables;
  await tx
    .update(users)
    .set({ graduationYear: sql`${users.graduationYear} + 1` })
    .where(eq(users.id, `count-${id}`));
}

export async function counts({ db }: Context): Promise<(number | null)[]> {
  const { users } = db.tables;
  const rows = await db.read.select().from(users).where(like(users.id, 'count-%')).orderBy(asc(users.id));
  return rows.map(({ graduationYear }) => graduationYear);
}

/** A promise, and how to resolve it. */
export function gate<T = void>() {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
