import type { Database, Tx } from '@qihang/server/db/types';
import { eq } from 'drizzle-orm';

/** Every place in which the rota and the chain of a question name a person. */
export async function liveDuty(
  { tables }: Database,
  tx: Tx,
  userId: string,
  threadId: string,
  now: Date,
): Promise<void> {
  const { dutyClocks, dutyAdmins, dutyRotas, dutyShifts, dutyCovers, dutySwaps, dutyAbsences } = tables;
  const board = 'threads';
  const day = '2026-11-20';
  await tx.insert(dutyClocks).values({ board, teacherId: userId });
  await tx.insert(dutyAdmins).values({ id: 'duty-admin', board, userId, position: 0 });
  await tx.insert(dutyRotas).values({ id: 'rota', board, startsOn: day, savedAt: now });
  const shift = { rotaId: 'rota', weekday: 5, personId: userId, deputyId: userId };
  await tx.insert(dutyShifts).values({ id: 'shift', ...shift });
  const time = { startsAt: now, endsAt: now, takenAt: now };
  await tx.insert(dutyCovers).values({ id: 'cover', board, forId: userId, personId: userId, ...time });
  await tx.insert(dutySwaps).values({
    id: 'swap',
    board,
    day,
    byId: userId,
    toId: userId,
    askedAt: now,
    endsAt: now,
    settledById: userId,
  });
  await tx.insert(dutyAbsences).values({ id: 'absence', userId, firstDay: day, lastDay: day });
  await tx
    .update(tables.threadDuties)
    .set({ personId: userId })
    .where(eq(tables.threadDuties.threadId, threadId));
}
