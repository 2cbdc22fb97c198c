import { join } from 'node:path';
import type { Tx } from '../../db/types';
import { daysBefore, type Seeding, sinceOf } from '../../demo/seeding';
import { paths } from '../../paths';
import { readRoster } from './roster/read';
import type { Person } from './roster/row';
import { insertEntries } from './roster/store';
import { insertCode } from './store';

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

/** The invented people of `demo/roster.csv`. */
async function readDemoRoster(): Promise<Person[]> {
  const { rows } = await readRoster(join(paths.demo, 'roster.csv'));
  return rows.map((row) => {
    if ('problems' in row) throw new Error(`demo/roster.csv, line ${row.line}: ${row.problems.join('; ')}`);
    return row.person;
  });
}

/** Writes the roster, with the demo people bound to their numbers, and the codes of two classes. */
export async function seedRoster(seeding: Seeding, tx: Tx): Promise<void> {
  const { context, now, persons, idOf } = seeding;
  const { db, ids } = context;
  const since = sinceOf(seeding);
  for (const code of codes) {
    await insertCode(db, tx, {
      ...code,
      createdById: idOf('wangliqun'),
      createdAt: since,
      expiresAt: daysBefore(now, -180),
      revokedAt: null,
    });
  }
  const userOf = new Map(
    persons.flatMap(({ key, studentNo }) => (studentNo ? [[studentNo, idOf(key)] as const] : [])),
  );
  const roster = await readDemoRoster();
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
