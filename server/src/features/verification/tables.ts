import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function verificationTables({ table, index, unique, str, int, instant }: Kit, { users }: UserTables) {
  /**
   * Invitation codes of classes. The code itself is in no table: it is made of this id and the server's secret (see
   * class-code.ts), so a stolen roster does not let anybody verify as a person in it.
   */
  const classCodes = table(
    'class_codes',
    {
      id: str().primaryKey(),
      college: str().notNull(),
      className: str().notNull(),
      graduationYear: int().notNull(),
      /** Null once that account is erased. */
      createdById: str().references(() => users.id, { onDelete: 'set null' }),
      createdAt: instant().notNull(),
      expiresAt: instant().notNull(),
      revokedAt: instant(),
    },
    (t) => [index('class_codes_class').on(t.graduationYear, t.className)],
  );

  /** Who is at the school, as the office's table says. */
  const rosterEntries = table(
    'roster_entries',
    {
      id: str().primaryKey(),
      studentNo: str().notNull(),
      name: str().notNull(),
      college: str().notNull(),
      major: str().notNull(),
      className: str().notNull(),
      graduationYear: int().notNull(),
      /** The one account of this number; an erased account frees it. */
      userId: str().references(() => users.id, { onDelete: 'set null' }),
      boundAt: instant(),
      /** The code that was used. */
      classCodeId: str().references(() => classCodes.id, { onDelete: 'set null' }),
      /** Since when an import finds the person gone; the binding stays, in case of a return. */
      leftAt: instant(),
      updatedAt: instant().notNull(),
    },
    (t) => [
      unique('roster_entries_student_no').on(t.studentNo),
      unique('roster_entries_user').on(t.userId),
      index('roster_entries_class').on(t.graduationYear, t.college, t.className),
      index('roster_entries_code').on(t.classCodeId),
    ],
  );

  /** Wrong claims, counted in the database: several processes share the count, and a restart must not forgive it. */
  const claimAttempts = table(
    'claim_attempts',
    {
      /** Kind and HMAC of what is counted. */
      key: str().primaryKey(),
      failures: int().notNull(),
      forgetAt: instant().notNull(),
    },
    (t) => [index('claim_attempts_forget').on(t.forgetAt)],
  );
  return { classCodes, rosterEntries, claimAttempts };
}

type VerificationTables = ReturnType<typeof verificationTables>;

declare module '../../db/types' {
  interface Tables extends VerificationTables {}
}
