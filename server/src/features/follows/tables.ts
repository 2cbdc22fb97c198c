import type { FollowedFilter } from '@qihang/shared/follows/contract';
import { followKinds, followModes } from '@qihang/shared/follows/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

/** Kinds of content that boards which can be followed hold. */
export const followedTypes = ['job', 'post'] as const;
export type FollowedType = (typeof followedTypes)[number];

export function followTables(
  { table, index, unique, primaryKey, str, instant, oneOf, json }: Kit,
  { users }: Pick<UserTables, 'users'>,
) {
  const follows = table(
    'follows',
    {
      id: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      kind: oneOf(followKinds).notNull(),
      /** A slug without a reference: a board may go, and what was followed is then found to be off. */
      board: str(),
      company: str(),
      filter: json<FollowedFilter>(),
      /** The same for the same thing, however it was written; see `followKey`. */
      key: str().notNull(),
      mode: oneOf(followModes).notNull(),
      createdAt: instant().notNull(),
    },
    (t) => [unique('follows_once').on(t.userId, t.key), index('follows_mode').on(t.mode, t.key)],
  );

  /** The pieces whose followers were told, or are being told, at once: a row keeps a piece from being told a second time. */
  const followedPieces = table(
    'followed_pieces',
    {
      type: oneOf(followedTypes).notNull(),
      pieceId: str().notNull(),
      /** Those are told who followed up to this instant. */
      at: instant().notNull(),
      /** The last person told so far, in the order of ids; null before the first and once all are told. */
      toldUpTo: str(),
      doneAt: instant(),
    },
    (t) => [
      primaryKey({ columns: [t.type, t.pieceId] }),
      index('followed_pieces_open').on(t.doneAt, t.at),
      index('followed_pieces_old').on(t.at),
    ],
  );

  return { follows, followedPieces };
}

type FollowTables = ReturnType<typeof followTables>;

declare module '../../db/types' {
  interface Tables extends FollowTables {}
}
