import { threadCategories, threadClosers, threadStates } from '@qihang/shared/threads/vocabulary';
import { contentColumns, reviewColumns } from '../../content/columns';
import type { Kit } from '../../db/kit/pg';
import type { BoardTables } from '../boards/tables';
import type { UserTables } from '../users/tables';

export function threadTables(kit: Kit, { users, boards }: UserTables & BoardTables) {
  const { table, index, primaryKey, unique, str, int, bool, instant, oneOf } = kit;

  /** What questions and answers share: they are reviewed, and edited in the open. */
  const spoken = () => ({
    /** Counts the changes of its words. */
    version: int().notNull().default(1),
    /**
     * When it was written, to the millisecond: for limits and duplicates, and shown to nobody. The times that people see are, of
     * anonymous words, those of the minute.
     */
    writtenAt: instant(),
    /** When readers saw it for the first time, to the millisecond, too; null for what is older than this column. */
    appearedAt: instant(),
    /** When what readers had seen was changed last, and how often. */
    editedAt: instant(),
    edits: int().notNull().default(0),
    ...contentColumns(kit),
    ...reviewColumns(kit, () => users.id),
  });

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
      /** Of an anonymous asker; null when asked by name. Older questions have one drawn at random for that thread alone. */
      alias: str(),
      state: oneOf(threadStates).notNull().default('open'),
      askedAt: instant().notNull(),
      activeAt: instant().notNull(),
      dueAt: instant().notNull(),
      onDutyId: str().references(() => users.id),
      /** Index in `dutySteps` of the step that the question is at. */
      escalation: int().notNull().default(0),
      /** When the time of the first person on duty is over, whatever came after; null before readers see the question. */
      promisedAt: instant(),
      firstAnsweredAt: instant(),
      acceptedAnswerId: str(),
      /** The answer a list quotes: the accepted one, else the first. */
      topAnswerId: str(),
      /** Answers that readers see. */
      answerCount: int().notNull().default(0),
      solvedAt: instant(),
      /** When its asker said, once, that the answers had not helped. */
      unsolvedAt: instant(),
      closedBy: oneOf(threadClosers),
      closedAt: instant(),
      closedReason: str(),
      /** The rank, see `rankOf`, with which a moderator closed it; a lower one does not open it. */
      closedRank: int(),
      /** The question that has its readers now. */
      mergedIntoId: str(),
      ...spoken(),
    },
    (t) => [
      index('threads_tabs').on(t.board, t.life, t.state, t.category, t.topAnswerId),
      index('threads_newest').on(t.askedAt, t.id),
      index('threads_active').on(t.activeAt, t.id),
      index('threads_asker').on(t.askerId, t.askedAt),
      index('threads_duty').on(t.onDutyId, t.state),
      index('threads_due').on(t.state, t.dueAt),
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
      anonymous: bool().notNull().default(false),
      /** How many people found it useful. */
      usefulCount: int().notNull().default(0),
      ...spoken(),
    },
    (t) => [
      index('answers_thread').on(t.threadId, t.answeredAt),
      index('answers_author').on(t.authorId, t.answeredAt),
    ],
  );

  /** The anonymous voices of a thread besides its asker, in the order in which readers met them; the number gives the alias. */
  const threadVoices = table(
    'thread_voices',
    {
      threadId: str()
        .notNull()
        .references(() => threads.id, { onDelete: 'cascade' }),
      userId: str()
        .notNull()
        .references(() => users.id),
      n: int().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.threadId, t.userId] }),
      unique('thread_voices_number').on(t.threadId, t.n),
      index('thread_voices_user').on(t.userId),
    ],
  );

  const threadFollows = table(
    'thread_follows',
    {
      threadId: str()
        .notNull()
        .references(() => threads.id, { onDelete: 'cascade' }),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      followedAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.threadId, t.userId] }),
      index('thread_follows_user').on(t.userId, t.followedAt),
    ],
  );

  const answerVotes = table(
    'answer_votes',
    {
      answerId: str()
        .notNull()
        .references(() => answers.id, { onDelete: 'cascade' }),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      votedAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.answerId, t.userId] }),
      index('answer_votes_user').on(t.userId, t.votedAt),
    ],
  );
  /** Everybody a question waited for, in order: the chain that its asker sees. */
  const threadDuties = table(
    'thread_duties',
    {
      threadId: str()
        .notNull()
        .references(() => threads.id, { onDelete: 'cascade' }),
      /** Two that escalate at once would take the same place: one of them fails. */
      position: int().notNull(),
      step: int().notNull(),
      personId: str().references(() => users.id),
      since: instant().notNull(),
      until: instant().notNull(),
    },
    (t) => [primaryKey({ columns: [t.threadId, t.position] }), index('thread_duties_person').on(t.personId)],
  );
  return { threads, answers, threadVoices, threadFollows, answerVotes, threadDuties };
}

export type ThreadTables = ReturnType<typeof threadTables>;

declare module '../../db/types' {
  interface Tables extends ThreadTables {}
}
