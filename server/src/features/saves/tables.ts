import { progresses } from '@qihang/shared/jobs/progress';
import type { Kit } from '../../db/kit/pg';
import type { JobTables } from '../jobs/tables';
import type { UserTables } from '../users/tables';

export function saveTables(kit: Kit, { users, jobs }: UserTables & JobTables) {
  const { table, index, unique, primaryKey, str, instant, oneOf } = kit;

  /** What a person keeps of a job, for that person alone. */
  const savedJobs = table(
    'saved_jobs',
    {
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      jobId: str()
        .notNull()
        .references(() => jobs.id, { onDelete: 'cascade' }),
      progress: oneOf(progresses).notNull(),
      note: str(),
      savedAt: instant().notNull(),
      updatedAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.userId, t.jobId] }),
      index('saved_jobs_job').on(t.jobId),
      index('saved_jobs_recent').on(t.userId, t.updatedAt, t.jobId),
    ],
  );

  /** The address under which a calendar program reads a person's deadlines: one a person. */
  const calendarFeeds = table(
    'calendar_feeds',
    {
      userId: str()
        .primaryKey()
        .references(() => users.id, { onDelete: 'cascade' }),
      /** SHA-256 of the token in the address; the address itself is known to its holder alone. */
      tokenHash: str().notNull(),
      createdAt: instant().notNull(),
    },
    (t) => [unique('calendar_feeds_token').on(t.tokenHash)],
  );

  return { savedJobs, calendarFeeds };
}

type SaveTables = ReturnType<typeof saveTables>;

declare module '../../db/types' {
  interface Tables extends SaveTables {}
}
