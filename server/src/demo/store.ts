import { eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Database, Reader } from '../db/types';
import { readDemoNames } from './people';

/**
 * Ids of the demo people: those whose account can be borrowed, and those with number and name of an invented person. Also in
 * databases of 0.2.0 and before, which nothing marks as a demo.
 */
export async function listDemoPeople({ tables }: Database, read: Reader): Promise<string[]> {
  const { users, accountClosures } = tables;
  const names = new Map(readDemoNames().map(({ studentNo, name }) => [studentNo, name]));
  const rows = await read
    .select({
      id: users.id,
      account: users.demoAccount,
      studentNo: users.studentNo,
      // A person who is leaving has no name to others.
      name: sql<string>`coalesce(${accountClosures.name}, ${users.name})`,
    })
    .from(users)
    .leftJoin(accountClosures, eq(accountClosures.userId, users.id))
    .where(or(isNotNull(users.demoAccount), inArray(users.studentNo, [...names.keys()])));
  return rows
    .filter(({ account, studentNo, name }) => account !== null || names.get(studentNo ?? '') === name)
    .map(({ id }) => id);
}

export const countPeople = ({ tables: { users } }: Database, read: Reader): Promise<number> =>
  read.$count(users);
