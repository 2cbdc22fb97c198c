import type { Audience } from '@qihang/shared/must-read/notice';
import type { RosterClass } from '@qihang/shared/verification/fields';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  ne,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database, Reader, Tx } from '../../db/types';
import { firstPresentYear, oldestAsked } from './rules';

export type MustReadRow = Database['tables']['mustReads']['$inferSelect'];

interface ClassColumns {
  college: PgColumn;
  className: PgColumn;
  graduationYear: PgColumn;
}

const classIs = (
  columns: ClassColumns,
  { college, className, graduationYear }: RosterClass,
): SQL | undefined =>
  and(
    eq(columns.graduationYear, graduationYear),
    eq(columns.college, college),
    eq(columns.className, className),
  );

/** The years and classes of an audience, in a table of people or in the roster. */
function chosen(audience: Audience, columns: ClassColumns, now: Date): SQL | undefined {
  if (audience.to === 'everyone') return gte(columns.graduationYear, firstPresentYear(now));
  if (audience.to === 'years') return inArray(columns.graduationYear, audience.years);
  return or(...audience.classes.map((one) => classIs(columns, one)));
}

/** Everybody who is verified and stays here: what is counted is made of nobody else. */
function present({ tables: { users, accountClosures } }: Database, read: Reader): SQL | undefined {
  const closing = read.select({ id: accountClosures.userId }).from(accountClosures);
  return and(eq(users.verified, true), isNotNull(users.graduationYear), notInArray(users.id, closing));
}

/** `isInAudience` as a condition of a query over people, without the author of the notice. */
export const audienceIs = (db: Database, read: Reader, audience: Audience, authorId: string, now: Date) =>
  and(present(db, read), ne(db.tables.users.id, authorId), chosen(audience, db.tables.users, now));

/** The notice of an article that is still asked about; undefined where the article is none. */
export async function findMustRead(
  { tables: { mustReads } }: Database,
  read: Reader,
  postId: string,
  now: Date,
): Promise<MustReadRow | undefined> {
  const [row] = await read
    .select()
    .from(mustReads)
    .where(and(eq(mustReads.postId, postId), gt(mustReads.askedAt, oldestAsked(now))));
  return row;
}

export const putMustRead = ({ tables: { mustReads } }: Database, tx: Tx, row: MustReadRow) => {
  const { postId: _, ...set } = row;
  return tx.insert(mustReads).values(row).onConflictDoUpdate({ target: mustReads.postId, set });
};

/** With its receipts. */
export const deleteMustRead = ({ tables: { mustReads } }: Database, tx: Tx, postId: string) =>
  tx.delete(mustReads).where(eq(mustReads.postId, postId));

/** Those of these articles that must be read, each with the receipt of one person where there is one. */
export async function listMustReads(
  { tables: { mustReads, postReads } }: Database,
  read: Reader,
  postIds: readonly string[],
  userId: string | null,
  now: Date,
): Promise<(MustReadRow & { readAt: Date | null })[]> {
  const current = and(inArray(mustReads.postId, [...postIds]), gt(mustReads.askedAt, oldestAsked(now)));
  if (userId === null) {
    const rows = await read.select().from(mustReads).where(current);
    return rows.map((row) => ({ ...row, readAt: null }));
  }
  const mine = and(
    eq(postReads.postId, mustReads.postId),
    eq(postReads.userId, userId),
    gte(postReads.round, mustReads.round),
  );
  const rows = await read
    .select({ notice: mustReads, readAt: postReads.readAt })
    .from(mustReads)
    .leftJoin(postReads, mine)
    .where(current);
  return rows.map(({ notice, readAt }) => ({ ...notice, readAt }));
}

/** What an audience is chosen by, of one person. */
export async function getMember({ tables: { users } }: Database, read: Reader, userId: string) {
  const { verified, college, className, graduationYear } = users;
  const [row] = await read
    .select({ verified, college, className, graduationYear })
    .from(users)
    .where(eq(users.id, userId));
  if (!row) throw new Error(`There is no user ${userId}`);
  return row;
}

export const receipt = ({ tables: { users, postReads } }: Database, { postId, round }: MustReadRow) =>
  and(eq(postReads.postId, postId), eq(postReads.userId, users.id), gte(postReads.round, round));

/** Size of the audience and how many of it have read, by class: one query over the people of the audience. */
export function countReaders(db: Database, notice: MustReadRow, authorId: string, now: Date) {
  const { users, postReads } = db.tables;
  const { college, className, graduationYear } = users;
  return db.read
    .select({ college, className, graduationYear, size: count(), read: count(postReads.userId) })
    .from(users)
    .leftJoin(postReads, receipt(db, notice))
    .where(audienceIs(db, db.read, notice.audience, authorId, now))
    .groupBy(graduationYear, college, className)
    .orderBy(asc(graduationYear), asc(college), asc(className));
}

/** People of the audience by the roster who have no account here. */
export const countNotVerified = (db: Database, { audience }: MustReadRow, now: Date): Promise<number> => {
  const { rosterEntries } = db.tables;
  return db.read.$count(
    rosterEntries,
    and(isNull(rosterEntries.userId), isNull(rosterEntries.leftAt), chosen(audience, rosterEntries, now)),
  );
};

/** The people of one class with their receipts, by name. */
export function listReaders(
  db: Database,
  read: Reader,
  notice: MustReadRow,
  { authorId, of }: { authorId: string; of: RosterClass },
  now: Date,
) {
  const { users, postReads } = db.tables;
  return read
    .select({ name: users.name, readAt: postReads.readAt })
    .from(users)
    .leftJoin(postReads, receipt(db, notice))
    .where(and(audienceIs(db, read, notice.audience, authorId, now), classIs(users, of)))
    .orderBy(asc(users.name), asc(users.id));
}

/** Classes that have not left yet, each with how many are verified; the youngest year first. */
export function listClasses(db: Database, now: Date) {
  const { users } = db.tables;
  const { college, className, graduationYear } = users;
  return db.read
    .select({ college, className, graduationYear, size: count() })
    .from(users)
    .where(and(present(db, db.read), gte(graduationYear, firstPresentYear(now))))
    .groupBy(graduationYear, college, className)
    .orderBy(desc(graduationYear), asc(college), asc(className));
}
