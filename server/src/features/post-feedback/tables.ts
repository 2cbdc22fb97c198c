import { feedbackKinds } from '@qihang/shared/post-feedback/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { PostTables } from '../posts/tables';
import type { UserTables } from '../users/tables';

export function postFeedbackTables(kit: Kit, { users, posts }: UserTables & PostTables) {
  const { table, index, unique, str, instant, oneOf } = kit;

  /** What a person says of an article: one row a person and kind. */
  const postFeedback = table(
    'post_feedback',
    {
      /** By which the author sees it; the person is in no answer. */
      id: str().primaryKey(),
      postId: str()
        .notNull()
        .references(() => posts.id, { onDelete: 'cascade' }),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      kind: oneOf(feedbackKinds).notNull(),
      note: str().notNull(),
      at: instant().notNull(),
      /** When the author was shown it. */
      seenAt: instant(),
      /** When the author answered it. */
      settledAt: instant(),
    },
    (t) => [
      unique('post_feedback_voice').on(t.postId, t.userId, t.kind),
      index('post_feedback_newest').on(t.postId, t.at, t.id),
      index('post_feedback_user').on(t.userId, t.at),
      index('post_feedback_settled').on(t.settledAt),
    ],
  );

  return { postFeedback };
}

type PostFeedbackTables = ReturnType<typeof postFeedbackTables>;

declare module '../../db/types' {
  interface Tables extends PostFeedbackTables {}
}
