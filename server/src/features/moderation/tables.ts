import { moderationTargets } from '@qihang/shared/moderation/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function moderationTables({ table, index, str, bool, instant, oneOf }: Kit, { users }: UserTables) {
  /**
   * Who may not speak until when. A second mute is a row of its own, so that the answer never reveals to a
   * moderator whether two anonymous authors are the same person; the latest end counts.
   */
  const mutes = table(
    'mutes',
    {
      id: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      byId: str()
        .notNull()
        .references(() => users.id),
      targetType: oneOf(moderationTargets).notNull(),
      targetId: str().notNull(),
      /** Of what it was about, at that time. */
      excerpt: str().notNull(),
      /** The author was not known to readers: nobody learns from here who it is. */
      anonymous: bool().notNull(),
      /**
       * Silences anonymous words alone: their author ranks too high to be muted by this moderator, and a refusal would reveal that.
       */
      anonymousOnly: bool().notNull().default(false),
      reason: str().notNull(),
      mutedAt: instant().notNull(),
      endsAt: instant().notNull(),
      liftedAt: instant(),
      liftedById: str().references(() => users.id),
      liftNote: str(),
    },
    (t) => [index('mutes_user').on(t.userId, t.endsAt), index('mutes_newest').on(t.mutedAt, t.id)],
  );
  return { mutes };
}

type ModerationTables = ReturnType<typeof moderationTables>;

declare module '../../db/types' {
  interface Tables extends ModerationTables {}
}
