import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';

const day = '2026-11-22';
const sunday = 7;

export const rotaBody = {
  board: 'threads',
  version: 0,
  answerHours: 24,
  clock: 'hours' as const,
  from: '08:00',
  until: '22:00',
  stepHours: 4,
  teacherId: null,
  adminIds: [],
  startsOn: '2026-11-20',
  shifts: [],
};

/** The Sunday of `by`, who asks `to` (null: anybody) to take it; the one before is settled. */
export async function askedSwap(
  { t, people }: World,
  by: Player,
  to: Player | null,
): Promise<{ id: string }> {
  const { db, ids, clock } = t.context;
  const { dutyRotas, dutyShifts, dutySwaps } = db.tables;
  const now = clock.now();
  const board = 'threads';
  const byId = people[by].id;
  const [rotaId, shiftId, id] = [ids.next(now), ids.next(now), ids.next(now)];
  await db.write(async (tx) => {
    await tx.delete(dutyRotas);
    await tx.update(dutySwaps).set({ openKey: null, state: 'withdrawn' });
    await tx.insert(dutyRotas).values({ id: rotaId, board, startsOn: '2026-11-20', savedAt: now });
    await tx.insert(dutyShifts).values({ id: shiftId, rotaId, weekday: sunday, personId: byId });
    await tx.insert(dutySwaps).values({
      id,
      board,
      day,
      byId,
      toId: to === null ? null : people[to].id,
      openKey: `${board}:${day}:${byId}`,
      askedAt: now,
      endsAt: new Date(`${day}T22:00:00+08:00`),
    });
  });
  return { id };
}

export const swap = kind('swap', {
  /** The teacher's day, for the first who accepts. */
  open: (world) => askedSwap(world, 'teacher', null),
});
