import { type ConsentUse, consentWays } from '@qihang/shared/portrayals/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { PostTables } from '../posts/tables';
import type { UserTables } from '../users/tables';

export function portrayalTables(kit: Kit, { users, posts }: UserTables & PostTables) {
  const { table, index, str, instant, oneOf, json } = kit;

  /** Consents of the people that articles are about. The latest one of an article counts; earlier ones stay as evidence. */
  const portrayals = table(
    'portrayals',
    {
      id: str().primaryKey(),
      postId: str()
        .notNull()
        .references(() => posts.id, { onDelete: 'cascade' }),
      /** The name by which the article shows the person. */
      subject: str().notNull(),
      /** The account of that person; null where none is linked, or it is erased. */
      subjectId: str().references(() => users.id, { onDelete: 'set null' }),
      uses: json<ConsentUse[]>().notNull(),
      way: oneOf(consentWays).notNull(),
      /** The day of consent in Asia/Shanghai; null while the person is asked in the app. */
      givenOn: str(),
      recordedById: str()
        .notNull()
        .references(() => users.id),
      recordedAt: instant().notNull(),
      withdrawnById: str().references(() => users.id),
      withdrawnAt: instant(),
    },
    (t) => [
      index('portrayals_post').on(t.postId, t.recordedAt, t.id),
      index('portrayals_subject').on(t.subjectId, t.recordedAt),
      index('portrayals_withdrawn').on(t.withdrawnAt),
    ],
  );

  return { portrayals };
}

type PortrayalTables = ReturnType<typeof portrayalTables>;

declare module '../../db/types' {
  interface Tables extends PortrayalTables {}
}
