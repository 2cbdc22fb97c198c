import { threadCategories, threadStates } from '@qihang/shared/threads/vocabulary';
import { contentColumns, reviewColumns } from '../../content/columns';
import type { Kit } from '../../db/kit/pg';
import type { BoardTables } from '../boards/tables';
import type { UserTables } from '../users/tables';

export function threadTables(kit: Kit, { users, boards }: UserTables & BoardTables) {
  const { table, index, str, int, bool, instant, oneOf } = kit;
  const threads = table(
    'threads',
    {
      id: str().primaryKey(),
      board: str()
        .notNull()
        .references(() => boards.slug),
      askerId: str()
        .notNull()
        .references(() => users.id),
      title: str().notNull(),
      body: str().notNull(),
      category: oneOf(threadCategories).notNull(),
      /** Of an anonymous asker, drawn at random for this thread alone; null when asked by name. */
      alias: str(),
      state: oneOf(threadStates).notNull().default('open'),
      askedAt: instant().notNull(),
      activeAt: instant().notNull(),
      dueAt: instant().notNull(),
      onDutyId: str().references(() => users.id),
      firstAnsweredAt: instant(),
      acceptedAnswerId: str(),
      /** The answer a list quotes: the accepted one, else the first. */
      topAnswerId: str(),
      /** Answers that readers see. */
      answerCount: int().notNull().default(0),
      version: int().notNull().default(1),
      ...contentColumns(kit),
      ...reviewColumns(kit, () => users.id),
    },
    (t) => [
      index('threads_newest').on(t.askedAt, t.id),
      index('threads_active').on(t.activeAt, t.id),
      index('threads_asker').on(t.askerId, t.askedAt),
      index('threads_duty').on(t.onDutyId, t.state),
    ],
  );

  const answers = table(
    'answers',
    {
      id: str().primaryKey(),
      threadId: str()
        .notNull()
        .references(() => threads.id, { onDelete: 'cascade' }),
      authorId: str()
        .notNull()
        .references(() => users.id),
      body: str().notNull(),
      /** Spoken for the office: its author was a teacher when it was written. */
      official: bool().notNull().default(false),
      answeredAt: instant().notNull(),
      version: int().notNull().default(1),
      ...contentColumns(kit),
      ...reviewColumns(kit, () => users.id),
    },
    (t) => [
      index('answers_thread').on(t.threadId, t.answeredAt),
      index('answers_author').on(t.authorId, t.answeredAt),
    ],
  );
  return { threads, answers };
}

type ThreadTables = ReturnType<typeof threadTables>;

declare module '../../db/types' {
  interface Tables extends ThreadTables {}
}
