import { asc, desc, eq, or } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const dutyPersonalData = definePersonalData({
  columns: {
    'duty_clocks.teacher_id': 'deleted',
    'duty_admins.user_id': 'deleted',
    'duty_shifts.person_id': 'deleted',
    'duty_shifts.deputy_id': 'deleted',
    'duty_covers.for_id': 'deleted',
    'duty_covers.person_id': 'deleted',
    'duty_swaps.by_id': 'deleted',
    'duty_swaps.to_id': 'deleted',
    'duty_swaps.settled_by_id': 'deleted',
    'duty_absences.user_id': 'deleted',
  },
  sections: {
    rota: {
      title: '值班',
      what: '排班里你的日子、替别人值的班、换班和请假',
      why: '让提问的人知道由谁回答、什么时候前答',
      kept: '替班、换班和请假过后一年删除；排班到换人，或到注销',
    },
  },
  async exportOf({ read, tables }, userId) {
    const { dutyShifts, dutyRotas, dutyCovers, dutySwaps, dutyAbsences } = tables;
    const shifts = await read
      .select({
        board: dutyRotas.board,
        startsOn: dutyRotas.startsOn,
        weekday: dutyShifts.weekday,
        category: dutyShifts.category,
      })
      .from(dutyShifts)
      .innerJoin(dutyRotas, eq(dutyRotas.id, dutyShifts.rotaId))
      .where(or(eq(dutyShifts.personId, userId), eq(dutyShifts.deputyId, userId)))
      .orderBy(desc(dutyRotas.startsOn), asc(dutyShifts.weekday), asc(dutyShifts.id));
    const covers = await read
      .select({ board: dutyCovers.board, startsAt: dutyCovers.startsAt, endsAt: dutyCovers.endsAt })
      .from(dutyCovers)
      .where(eq(dutyCovers.personId, userId))
      .orderBy(desc(dutyCovers.startsAt), desc(dutyCovers.id));
    const swaps = await read
      .select({
        board: dutySwaps.board,
        day: dutySwaps.day,
        state: dutySwaps.state,
        askedAt: dutySwaps.askedAt,
      })
      .from(dutySwaps)
      .where(eq(dutySwaps.byId, userId))
      .orderBy(desc(dutySwaps.askedAt), desc(dutySwaps.id));
    const absences = await read
      .select({ from: dutyAbsences.firstDay, until: dutyAbsences.lastDay })
      .from(dutyAbsences)
      .where(eq(dutyAbsences.userId, userId))
      .orderBy(desc(dutyAbsences.firstDay), desc(dutyAbsences.id));
    return {
      rota: [
        ...shifts.map((shift) => ({ what: '排班', ...shift })),
        ...covers.map((cover) => ({ what: '替班', ...cover })),
        ...swaps.map((swap) => ({ what: '换班', ...swap })),
        ...absences.map((absence) => ({ what: '请假', ...absence })),
      ],
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    const { dutyClocks, dutyAdmins, dutyShifts, dutyCovers, dutySwaps, dutyAbsences } = tables;
    await tx.update(dutyClocks).set({ teacherId: null }).where(eq(dutyClocks.teacherId, userId));
    await tx.delete(dutyAdmins).where(eq(dutyAdmins.userId, userId));
    await tx.update(dutyShifts).set({ personId: null }).where(eq(dutyShifts.personId, userId));
    await tx.update(dutyShifts).set({ deputyId: null }).where(eq(dutyShifts.deputyId, userId));
    await tx.delete(dutyCovers).where(or(eq(dutyCovers.personId, userId), eq(dutyCovers.forId, userId)));
    await tx
      .delete(dutySwaps)
      .where(or(eq(dutySwaps.byId, userId), eq(dutySwaps.toId, userId), eq(dutySwaps.settledById, userId)));
    await tx.delete(dutyAbsences).where(eq(dutyAbsences.userId, userId));
  },
});
