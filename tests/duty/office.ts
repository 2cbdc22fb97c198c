import type { RotaDraft } from '@qihang/shared/duty/contract';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { TestApp } from '../support/app';
import type { PersonKey } from '../support/people';

type Office = 'lead' | 'teacher' | 'admin';

/** Gives a person an office on every board, until then. */
export async function giveOffice(
  t: TestApp,
  person: PersonKey,
  role: Office,
  endsAt: Date | null = null,
): Promise<void> {
  const { db, ids, clock } = t.context;
  const now = clock.now();
  const startsAt = new Date(now.getTime() - 30 * dayMs);
  const row = { id: ids.next(now), userId: t.people[person].id, role, boards: null, startsAt, endsAt };
  await db.write((tx) => tx.insert(db.tables.roleGrants).values(row));
}

interface Arranged {
  shifts?: readonly [weekday: number, person: PersonKey, deputy?: PersonKey, category?: 'mood' | 'resume'][];
  teacher?: PersonKey | null;
  admins?: readonly PersonKey[];
  change?: Partial<RotaDraft>;
}

/** The rota of the question board as the teacher arranges it, from today on. */
export async function arrangeRota(t: TestApp, { shifts = [], teacher, admins = [], change }: Arranged = {}) {
  const id = (person: PersonKey) => t.people[person].id;
  const api = t.as('wanglaoshi').duty;
  const { version } = await api.rota({});
  return api.arrange({
    body: {
      board: 'threads',
      version,
      answerHours: 24,
      clock: 'hours',
      from: '08:00',
      until: '22:00',
      stepHours: 4,
      teacherId: teacher ? id(teacher) : null,
      adminIds: admins.map(id),
      startsOn: '2026-11-20',
      shifts: shifts.map(([weekday, person, deputy, category]) => ({
        weekday,
        category: category ?? null,
        personId: id(person),
        deputyId: deputy ? id(deputy) : null,
      })),
      ...change,
    },
  });
}

/** Every day the same two. */
export const everyDay = (person: PersonKey, deputy?: PersonKey): NonNullable<Arranged['shifts']> =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, person, deputy] as const);
