import { answerClocks, dutyDefaults, swapStates } from '@qihang/shared/duty/vocabulary';
import { threadCategories } from '@qihang/shared/threads/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { BoardTables } from '../boards/tables';
import type { UserTables } from '../users/tables';

/** A day of the calendar year on which the week's rule does not count. */
interface CalendarDay {
  day: string;
  works: boolean;
  name: string;
}

export function dutyTables(kit: Kit, { users, boards }: UserTables & BoardTables) {
  const { table, index, unique, str, int, instant, oneOf, json } = kit;

  /** The answer clock of a board; a board without a row has the defaults. */
  const dutyClocks = table('duty_clocks', {
    board: str()
      .primaryKey()
      .references(() => boards.slug, { onDelete: 'cascade' }),
    answerHours: int().notNull().default(dutyDefaults.answerHours),
    clock: oneOf(answerClocks).notNull().default(dutyDefaults.clock),
    /** Duty hours, `HH:mm` in Shanghai. */
    opensAt: str().notNull().default(dutyDefaults.from),
    closesAt: str().notNull().default(dutyDefaults.until),
    stepHours: int().notNull().default(dutyDefaults.stepHours),
    teacherId: str().references(() => users.id),
    version: int().notNull().default(1),
  });

  /** The admins a question comes to in the end, in order. */
  const dutyAdmins = table(
    'duty_admins',
    {
      id: str().primaryKey(),
      board: str()
        .notNull()
        .references(() => boards.slug, { onDelete: 'cascade' }),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      position: int().notNull(),
    },
    (t) => [unique('duty_admins_person').on(t.board, t.userId), index('duty_admins_user').on(t.userId)],
  );

  /** A rota from its first day on, until the next one begins; its week repeats. */
  const dutyRotas = table(
    'duty_rotas',
    {
      id: str().primaryKey(),
      board: str()
        .notNull()
        .references(() => boards.slug, { onDelete: 'cascade' }),
      /** `YYYY-MM-DD` in Shanghai. */
      startsOn: str().notNull(),
      savedAt: instant().notNull(),
    },
    (t) => [unique('duty_rotas_start').on(t.board, t.startsOn)],
  );

  const dutyShifts = table(
    'duty_shifts',
    {
      id: str().primaryKey(),
      rotaId: str()
        .notNull()
        .references(() => dutyRotas.id, { onDelete: 'cascade' }),
      /** Null: every question without an arrangement of its own. */
      category: oneOf(threadCategories),
      weekday: int().notNull(),
      personId: str().references(() => users.id),
      deputyId: str().references(() => users.id),
    },
    (t) => [
      index('duty_shifts_rota').on(t.rotaId),
      index('duty_shifts_person').on(t.personId),
      index('duty_shifts_deputy').on(t.deputyId),
    ],
  );

  /** A person has the duty of a board for a stretch of time: a day taken, or a swap that was accepted. The latest counts. */
  const dutyCovers = table(
    'duty_covers',
    {
      id: str().primaryKey(),
      board: str()
        .notNull()
        .references(() => boards.slug, { onDelete: 'cascade' }),
      /** The person of the rota; null for a day without one. */
      forId: str().references(() => users.id, { onDelete: 'cascade' }),
      personId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      startsAt: instant().notNull(),
      endsAt: instant().notNull(),
      takenAt: instant().notNull(),
    },
    (t) => [
      index('duty_covers_time').on(t.board, t.endsAt),
      index('duty_covers_for').on(t.forId),
      index('duty_covers_person').on(t.personId),
    ],
  );

  const dutySwaps = table(
    'duty_swaps',
    {
      id: str().primaryKey(),
      board: str()
        .notNull()
        .references(() => boards.slug, { onDelete: 'cascade' }),
      day: str().notNull(),
      /** From this time of the day on, `HH:mm`; null: the whole day. */
      fromTime: str(),
      byId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      /** Null: the first who accepts. */
      toId: str().references(() => users.id, { onDelete: 'cascade' }),
      state: oneOf(swapStates).notNull().default('open'),
      /** `board:day:byId` while open: one open swap for a day. */
      openKey: str(),
      askedAt: instant().notNull(),
      endsAt: instant().notNull(),
      settledAt: instant(),
      settledById: str().references(() => users.id),
    },
    (t) => [
      unique('duty_swaps_open').on(t.openKey),
      index('duty_swaps_time').on(t.board, t.endsAt),
      index('duty_swaps_by').on(t.byId),
      index('duty_swaps_to').on(t.toId),
      index('duty_swaps_settled_by').on(t.settledById),
    ],
  );

  const dutyAbsences = table(
    'duty_absences',
    {
      id: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      firstDay: str().notNull(),
      lastDay: str().notNull(),
    },
    (t) => [index('duty_absences_user').on(t.userId, t.lastDay)],
  );

  /** Holidays and make-up working days of a year; a year without a row has those the program knows. */
  const dutyCalendars = table('duty_calendars', {
    year: int().primaryKey(),
    days: json<CalendarDay[]>().notNull(),
    version: int().notNull().default(1),
  });

  return {
    dutyClocks,
    dutyAdmins,
    dutyRotas,
    dutyShifts,
    dutyCovers,
    dutySwaps,
    dutyAbsences,
    dutyCalendars,
  };
}

type DutyTables = ReturnType<typeof dutyTables>;

declare module '../../db/types' {
  interface Tables extends DutyTables {}
}
