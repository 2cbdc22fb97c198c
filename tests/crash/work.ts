import type { Database } from '@qihang/server/db/types';
import { and, asc, count, eq, inArray, isNotNull, like } from 'drizzle-orm';

/** Items for the workers to count: each belongs to a task by its name and begins at 0. */
export async function addItems(db: Database, names: readonly string[]): Promise<void> {
  const now = new Date();
  const { users } = db.tables;
  await db.write(async (tx) => {
    for (const id of names)
      await tx.insert(users).values({ id, name: '计数', createdAt: now, graduationYear: 0, verified: false });
  });
}

/** Lets every task run now. */
export async function makeDue(db: Database): Promise<void> {
  const now = new Date();
  await db.write((tx) => tx.update(db.tables.tasks).set({ dueAt: now, scheduledFor: now }));
}

export async function itemsOf({ tables: { users }, read }: Database) {
  const rows = await read.select().from(users).where(like(users.id, 'task%')).orderBy(asc(users.id));
  return rows.map(({ id, graduationYear, verified, className }) => ({
    id,
    counted: graduationYear,
    done: verified,
    by: className,
  }));
}

export const messagesOf = ({ tables: { outbox }, read }: Database) =>
  read.select().from(outbox).orderBy(asc(outbox.id));

/** What is under way: tasks that some process runs, messages that some process sends. */
export async function underWay({ tables: { tasks, outbox }, read }: Database) {
  return {
    tasks: await read.$count(tasks, isNotNull(tasks.leasedBy)),
    messages: await read.$count(outbox, eq(outbox.state, 'sending')),
  };
}

/** True when every item is done and every message sent or dead. */
export async function allSettled({ tables: { users, outbox }, read }: Database): Promise<boolean> {
  const [open] = await read
    .select({ n: count() })
    .from(users)
    .where(and(like(users.id, 'task%'), eq(users.verified, false)));
  const unsettled = await read.$count(outbox, inArray(outbox.state, ['waiting', 'sending']));
  return open?.n === 0 && unsettled === 0;
}

/** What clients have written, by its text: the ids of the rows that have it. */
export async function storedTexts({
  tables: { threads, answers, uploads },
  read,
}: Database): Promise<Map<string, string[]>> {
  const rows = [
    ...(await read.select({ id: threads.id, text: threads.title }).from(threads)),
    ...(await read.select({ id: answers.id, text: answers.body }).from(answers)),
    ...(await read.select({ id: uploads.id, text: uploads.name }).from(uploads)),
  ];
  const ids = new Map<string, string[]>();
  for (const { id, text } of rows) ids.set(text, [...(ids.get(text) ?? []), id]);
  return ids;
}
