import { applyRoster } from '@qihang/server/features/verification/roster/apply';
import { readRow } from '@qihang/server/features/verification/roster/row';
import { rosterColumnNames, rosterColumns } from '@qihang/shared/verification/vocabulary';
import type { Clients, TestApp } from './app';

export interface RosterPerson {
  studentNo: string;
  name: string;
  college?: string;
  major?: string;
  className?: string;
  graduationYear?: number;
}

export const carClass = { college: '汽车学院', className: '车辆2301班', graduationYear: 2027 };

const whole = (person: RosterPerson) => ({ major: '车辆工程', ...carClass, ...person });

/** A roster as the office would save it. */
export const rosterCsv = (people: readonly RosterPerson[]): string =>
  [
    rosterColumns.map((column) => rosterColumnNames[column]),
    ...people.map((person) => rosterColumns.map((column) => String(whole(person)[column]))),
  ]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');

/** Puts people into the roster, as an import would. */
export async function fillRoster(t: TestApp, people: readonly RosterPerson[]): Promise<void> {
  const rows = people.map((person, i) =>
    readRow(
      {
        line: i + 2,
        cells: rosterColumns.map(
          (column) => [rosterColumnNames[column], String(whole(person)[column])] as const,
        ),
      },
      new Set(),
    ),
  );
  const { plan } = await applyRoster(t.context, rows, {
    digest: null,
    leave: false,
    actorId: null,
    requestId: 'test',
    now: t.clock.now(),
  });
  const wrong = plan.rows.filter(({ fate }) => fate === 'wrong');
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
}

/** A new code of a class, made by a teacher. */
export async function codeOf(teacher: Clients, of = carClass, days = 30): Promise<string> {
  const { code } = await teacher.classCodes.create({ body: { ...of, days } });
  if (code === null) throw new Error('A new code is not valid');
  return code;
}

export const codeFor = (t: TestApp, of = carClass, days = 30): Promise<string> =>
  codeOf(t.as('wanglaoshi'), of, days);
