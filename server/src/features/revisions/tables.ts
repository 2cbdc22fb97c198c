import { contentTypes, reviewedTypes } from '@qihang/shared/content/vocabulary';
import { revisionKinds } from '@qihang/shared/revisions/vocabulary';
import type { Words } from '../../content/revised';
import type { Kit } from '../../db/kit/pg';
import type { JobTables } from '../jobs/tables';
import type { PostTables } from '../posts/tables';
import type { ThreadTables } from '../threads/tables';
import type { UserTables } from '../users/tables';

export function revisionTables(
  kit: Kit,
  { users, jobs, posts, threads, answers }: UserTables & JobTables & PostTables & ThreadTables,
) {
  const { table, index, primaryKey, str, int, bool, instant, oneOf, json } = kit;

  /** The piece by kind and id. A reference needs one table, so a column for each kind deletes the row with its piece. */
  const piece = () => ({
    pieceId: str().notNull(),
    jobId: str().references(() => jobs.id, { onDelete: 'cascade' }),
    postId: str().references(() => posts.id, { onDelete: 'cascade' }),
  });

  /** What a piece said, version by version; the newest row says what the piece says now. */
  const revisions = table(
    'revisions',
    {
      type: oneOf(contentTypes).notNull(),
      ...piece(),
      threadId: str().references(() => threads.id, { onDelete: 'cascade' }),
      answerId: str().references(() => answers.id, { onDelete: 'cascade' }),
      /** Counts from 1 within a piece. */
      rev: int().notNull(),
      /** The piece's `version` when it was written last. */
      version: int().notNull(),
      words: json<Words>().notNull(),
      kind: oneOf(revisionKinds).notNull(),
      /** Names of the fields that differ from the version before. */
      changed: json<string[]>().notNull(),
      byId: str()
        .notNull()
        .references(() => users.id),
      /** The first save that is folded into it, and the last. */
      begunAt: instant().notNull(),
      at: instant().notNull(),
      /** When another one took its place; null for the newest. */
      replacedAt: instant(),
      /** No later save is folded into it: another person may have read it. */
      settled: bool().notNull(),
      /** Readers saw it. */
      seen: bool().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.type, t.pieceId, t.rev] }),
      index('revisions_job').on(t.jobId),
      index('revisions_post').on(t.postId),
      index('revisions_thread').on(t.threadId),
      index('revisions_answer').on(t.answerId),
      index('revisions_replaced').on(t.replacedAt),
      index('revisions_by').on(t.byId, t.at),
    ],
  );

  /** A change that a person has not published yet, so that saving it changes nothing for readers. */
  const workingCopies = table(
    'working_copies',
    {
      type: oneOf(reviewedTypes).notNull(),
      ...piece(),
      editorId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      words: json<Words>().notNull(),
      /** The piece's `version` on which it is built. */
      baseVersion: int().notNull(),
      savedAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.type, t.pieceId, t.editorId] }),
      index('working_copies_editor').on(t.editorId),
      index('working_copies_job').on(t.jobId),
      index('working_copies_post').on(t.postId),
      index('working_copies_saved').on(t.savedAt),
    ],
  );
  return { revisions, workingCopies };
}

type RevisionTables = ReturnType<typeof revisionTables>;

declare module '../../db/types' {
  interface Tables extends RevisionTables {}
}
