import type { CalendarDay } from '@qihang/shared/duty/contract';
import type { Calendar } from '@qihang/shared/duty/due';
import { dutyDefaults, type SwapState } from '@qihang/shared/duty/vocabulary';
import { and, asc, desc, eq, gt, gte, inArray } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import { knownHolidays } from './holidays';
import type { ShiftRow } from './rules';

export type ClockRow = Database['tables']['dutyClocks']['$inferSelect'];
export type SwapRow = Database['tables']['dutySwaps']['$inferSelect'];
export type CoverRow = Database['tables']['dutyCovers']['$inferSelect'];
export type AbsenceRow = Database['tables']['dutyAbsences']['$inferSelect'];

/** The answer clock of a board; the defaults, with version 0, where none was saved. */
export async function getClock(
  { tables: { dutyClocks } }: Database,
  read: Reader,
  board: string,
): Promise<ClockRow> {
  const [row] = await read.select().from(dutyClocks).where(eq(dutyClocks.board, board));
  const { answerHours, clock, from, until, stepHours } = dutyDefaults;
  return (
    row ?? {
      board,
      answerHours,
      clock,
      opensAt: from,
      closesAt: until,
      stepHours,
      teacherId: null,
      version: 0,
    }
  );
}

export async function saveClock({ tables: { dutyClocks } }: Database, tx: Tx, row: ClockRow): Promise<void> {
  await tx.insert(dutyClocks).values(row).onConflictDoUpdate({ target: dutyClocks.board, set: row });
}

export async function listAdmins({ tables: { dutyAdmins } }: Database, read: Reader, board: string) {
  const rows = await read
    .select({ userId: dutyAdmins.userId })
    .from(dutyAdmins)
    .where(eq(dutyAdmins.board, board))
    .orderBy(asc(dutyAdmins.position), asc(dutyAdmins.id));
  return rows.map(({ userId }) => userId);
}

export async function saveAdmins(
  { tables: { dutyAdmins } }: Database,
  tx: Tx,
  board: string,
  admins: readonly { id: string; userId: string }[],
): Promise<void> {
  await tx.delete(dutyAdmins).where(eq(dutyAdmins.board, board));
  if (admins.length > 0)
    await tx.insert(dutyAdmins).values(admins.map((one, position) => ({ ...one, board, position })));
}

/** Every rota of a board with its shifts, in the order of their first days. */
export async function listRotas(
  { tables: { dutyRotas, dutyShifts } }: Database,
  read: Reader,
  board: string,
) {
  const rotas = await read
    .select({ id: dutyRotas.id, startsOn: dutyRotas.startsOn })
    .from(dutyRotas)
    .where(eq(dutyRotas.board, board))
    .orderBy(asc(dutyRotas.startsOn));
  const { rotaId, category, weekday, personId, deputyId } = dutyShifts;
  const shifts = await read
    .select({ rotaId, category, weekday, personId, deputyId })
    .from(dutyShifts)
    .innerJoin(dutyRotas, eq(dutyRotas.id, rotaId))
    .where(eq(dutyRotas.board, board))
    .orderBy(asc(weekday), asc(dutyShifts.id));
  return rotas.map(({ id, startsOn }) => ({
    startsOn,
    shifts: shifts.flatMap(({ rotaId: of, ...shift }): ShiftRow[] => (of === id ? [shift] : [])),
  }));
}

/** Puts a rota in place of all that begin on its first day or later. */
export async function saveRota(
  { tables: { dutyRotas, dutyShifts } }: Database,
  tx: Tx,
  rota: { id: string; board: string; startsOn: string; savedAt: Date },
  shifts: readonly (ShiftRow & { id: string })[],
): Promise<void> {
  await tx
    .delete(dutyRotas)
    .where(and(eq(dutyRotas.board, rota.board), gte(dutyRotas.startsOn, rota.startsOn)));
  await tx.insert(dutyRotas).values(rota);
  if (shifts.length > 0)
    await tx.insert(dutyShifts).values(shifts.map((shift) => ({ ...shift, rotaId: rota.id })));
}

/** Covers of a board that end after `from`, in the order in which they were agreed. */
export const listCovers = (
  { tables: { dutyCovers } }: Database,
  read: Reader,
  board: string,
  from: Date,
): Promise<CoverRow[]> =>
  read
    .select()
    .from(dutyCovers)
    .where(and(eq(dutyCovers.board, board), gt(dutyCovers.endsAt, from)))
    .orderBy(asc(dutyCovers.takenAt), asc(dutyCovers.id));

export const insertCover = ({ tables: { dutyCovers } }: Database, tx: Tx, row: CoverRow) =>
  tx.insert(dutyCovers).values(row);

/** Days off of these people that reach `day` or later. */
export const listAbsences = (
  { tables: { dutyAbsences } }: Database,
  read: Reader,
  userIds: readonly string[],
  day: string,
): Promise<AbsenceRow[]> =>
  read
    .select()
    .from(dutyAbsences)
    .where(and(inArray(dutyAbsences.userId, [...userIds]), gte(dutyAbsences.lastDay, day)))
    .orderBy(asc(dutyAbsences.firstDay), asc(dutyAbsences.id));

export const insertAbsence = ({ tables: { dutyAbsences } }: Database, tx: Tx, row: AbsenceRow) =>
  tx.insert(dutyAbsences).values(row);

/** False when the person has no such days off. */
export async function deleteAbsence(
  { tables: { dutyAbsences } }: Database,
  tx: Tx,
  id: string,
  userId: string,
): Promise<boolean> {
  const deleted = await tx
    .delete(dutyAbsences)
    .where(and(eq(dutyAbsences.id, id), eq(dutyAbsences.userId, userId)))
    .returning({ id: dutyAbsences.id });
  return deleted.length > 0;
}

export async function findSwap({ tables: { dutySwaps } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(dutySwaps).where(eq(dutySwaps.id, id));
  return row;
}

export const insertSwap = ({ tables: { dutySwaps } }: Database, tx: Tx, row: SwapRow) =>
  tx.insert(dutySwaps).values(row);

/** Open swaps of a board whose time is not over, the latest first. */
export const listOpenSwaps = (
  { tables: { dutySwaps } }: Database,
  read: Reader,
  board: string,
  now: Date,
): Promise<SwapRow[]> =>
  read
    .select()
    .from(dutySwaps)
    .where(and(eq(dutySwaps.board, board), eq(dutySwaps.state, 'open'), gt(dutySwaps.endsAt, now)))
    .orderBy(desc(dutySwaps.askedAt), desc(dutySwaps.id));

/** Settles an open swap; false when something else did. */
export async function settleSwap(
  { tables: { dutySwaps } }: Database,
  tx: Tx,
  id: string,
  state: SwapState,
  settledById: string,
  now: Date,
): Promise<boolean> {
  const settled = await tx
    .update(dutySwaps)
    .set({ state, settledById, settledAt: now, openKey: null })
    .where(and(eq(dutySwaps.id, id), eq(dutySwaps.state, 'open')))
    .returning({ id: dutySwaps.id });
  return settled.length > 0;
}

/** A year's calendar; what the program knows of the year, with version 0, where none was saved. */
export async function getYear({ tables: { dutyCalendars } }: Database, read: Reader, year: number) {
  const [row] = await read.select().from(dutyCalendars).where(eq(dutyCalendars.year, year));
  return row ?? { year, days: [...(knownHolidays[year] ?? [])], version: 0 };
}

export async function saveYear(
  { tables: { dutyCalendars } }: Database,
  tx: Tx,
  row: { year: number; days: CalendarDay[]; version: number },
): Promise<void> {
  await tx.insert(dutyCalendars).values(row).onConflictDoUpdate({ target: dutyCalendars.year, set: row });
}

export async function readCalendar(db: Database, read: Reader, years: readonly number[]): Promise<Calendar> {
  const days: CalendarDay[] = [];
  for (const year of years) days.push(...(await getYear(db, read, year)).days);
  return new Map(days.map(({ day, works, name }) => [day, { works, name }]));
}
