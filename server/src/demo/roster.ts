import { join } from 'node:path';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../context';
import type { Tx } from '../db/database';
import { readRoster } from '../features/verification/roster/read';
import type { Person } from '../features/verification/roster/row';
import { insertEntries } from '../features/verification/roster/store';
import { insertCode } from '../features/verification/store';
import { paths } from '../paths';

/** Fixed, like the secret of demo mode, so that the codes of the documentation are right everywhere. */
const codes = [
  { id: 'demo-code-1', college: '汽车学院', className: '车辆工程 2302 班', graduationYear: 2027 },
  {
    id: 'demo-code-2',
    college: '电气与自动化学院',
    className: '电气工程及其自动化 2303 班',
    graduationYear: 2027,
  },
] as const;

/** The invented people of `demo/roster.csv`, some of whom are the demo's own. */
export async function readDemoRoster(): Promise<Person[]> {
  const { rows } = await readRoster(join(paths.demo, 'roster.csv'));
  return rows.map((row) => {
    if ('problems' in row) throw new Error(`demo/roster.csv, line ${row.line}: ${row.problems.join('; ')}`);
    return row.person;
  });
}

/** Writes the roster, with the demo people bound to their numbers, and the codes of two classes. */
export async function seedRoster(
  { db, ids }: Context,
  tx: Tx,
  roster: readonly Person[],
  userOf: ReadonlyMap<string, string>,
  teacherId: string,
  now: Date,
): Promise<void> {
  const since = new Date(now.getTime() - 120 * dayMs);
  for (const code of codes) {
    const expiresAt = new Date(now.getTime() + 180 * dayMs);
    await insertCode(db, tx, {
      ...code,
      createdById: teacherId,
      createdAt: since,
      expiresAt,
      revokedAt: null,
    });
  }
  await insertEntries(
    db,
    tx,
    roster.map((person) => {
      const userId = userOf.get(person.studentNo) ?? null;
      return {
        id: ids.next(since),
        ...person,
        userId,
        boundAt: userId === null ? null : since,
        classCodeId: null,
        leftAt: null,
        updatedAt: since,
      };
    }),
  );
}
