import { postFates } from '@qihang/shared/my-data/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

/** Who asked: the person, or WeChat on the person's behalf. */
export const closureCauses = ['person', 'wechat-revoked', 'wechat-cancelled'] as const;

export function myDataTables(kit: Kit, { users }: UserTables) {
  const { table, index, str, instant, oneOf } = kit;

  /**
   * Accounts that are being closed, and those that were: the row is what shows that a person was erased, and holds nothing
   * personal once that is done.
   */
  const accountClosures = table(
    'account_closures',
    {
      userId: str()
        .primaryKey()
        .references(() => users.id, { onDelete: 'cascade' }),
      /** The person's name until the end, in case of a return: readers see 已注销用户 from the start. */
      name: str(),
      posts: oneOf(postFates).notNull(),
      cause: oneOf(closureCauses).notNull(),
      requestedAt: instant().notNull(),
      eraseAt: instant().notNull(),
      erasedAt: instant(),
    },
    (t) => [index('account_closures_due').on(t.eraseAt)],
  );
  return { accountClosures };
}

type MyDataTables = ReturnType<typeof myDataTables>;

declare module '../../db/types' {
  interface Tables extends MyDataTables {}
}
