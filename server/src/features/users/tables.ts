import type { Degree, JobKind } from '@qihang/shared/jobs/vocabulary';
import { degrees } from '@qihang/shared/jobs/vocabulary';
import { roles } from '@qihang/shared/session/vocabulary';
import type { Kit } from '../../db/kit/pg';

export function userTables({ table, index, unique, str, int, bool, instant, oneOf, json }: Kit) {
  const users = table(
    'users',
    {
      id: str().primaryKey(),
      name: str().notNull(),
      /** Verified as a member of the school; asking and answering need it. */
      verified: bool().notNull().default(false),
      /** What one signs in with on H5 and is verified by; letters are upper case. */
      studentNo: str(),
      className: str(),
      college: str(),
      major: str(),
      degree: oneOf(degrees).$type<Degree>(),
      graduationYear: int(),
      cities: json<string[]>().notNull().default([]),
      kinds: json<JobKind[]>().notNull().default([]),
      /** Which demo account this is; null for everybody else. */
      demoAccount: str(),
      createdAt: instant().notNull(),
    },
    (t) => [
      unique('users_demo_account').on(t.demoAccount),
      unique('users_student_no').on(t.studentNo),
      index('users_newest').on(t.createdAt, t.id),
      // Audiences of notices: a year, or some classes of it.
      index('users_class').on(t.graduationYear, t.college, t.className),
    ],
  );

  /** Who is what, from when to when, and on which boards (null: on all). Several at once may hold. */
  const roleGrants = table(
    'role_grants',
    {
      id: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      role: oneOf(roles).notNull(),
      boards: json<string[]>(),
      startsAt: instant().notNull(),
      endsAt: instant(),
      version: int().notNull().default(1),
    },
    (t) => [index('role_grants_user').on(t.userId), index('role_grants_role').on(t.role)],
  );

  return { users, roleGrants };
}

export type UserTables = ReturnType<typeof userTables>;

declare module '../../db/types' {
  interface Tables extends UserTables {}
}
