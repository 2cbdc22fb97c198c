import { answerClockContract } from '@qihang/shared/duty/clock';
import { dutyContract } from '@qihang/shared/duty/contract';
import { about, plain, rowsOf } from '../framework/row';
import type { World } from '../framework/world';
import { switchBoard } from '../kinds/boards';
import { rotaBody, swap } from '../kinds/duty';
import { overdueThread } from '../kinds/overdue';

const board = 'threads';
const boardOff = (world: World) => switchBoard(world, board, false);
const elsewhere = { 'lead-elsewhere': 403 };
const gone = { others: 404 };
const arranged = 'those who could be arranged, by id, for the teacher who arranges them';

export const rows = [
  rowsOf('duty', dutyContract, {
    today: plain({
      gate: 'public',
      cells: { always: {}, 'board off': gone },
      given: { 'board off': boardOff },
    }),
    week: plain({
      gate: 'lead',
      cells: { always: elsewhere, 'board off': gone },
      given: { 'board off': boardOff },
    }),
    take: plain({
      gate: 'lead',
      request: () => ({ body: { board, day: '2026-11-22' } }),
      unaudited: "a person's own day",
      cells: { always: elsewhere, 'board off': gone },
      given: { 'board off': boardOff },
    }),
    askSwap: plain({
      gate: 'lead',
      request: () => ({ body: { board, day: '2026-11-22', to: null } }),
      unaudited: "a person's own day",
      // Nobody but the person of a day may look for another.
      cells: { always: { others: 403 }, 'board off': gone },
      given: { 'board off': boardOff },
    }),
    acceptSwap: about(swap, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: "a person's own day",
      cells: { open: { teacher: 403, 'lead-elsewhere': 404 } },
    }),
    declineSwap: about(swap, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: "a person's own day",
      cells: { open: { 'lead-elsewhere': 404, others: 403 } },
    }),
    withdrawSwap: about(swap, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: "a person's own day",
      cells: { open: { 'lead lead-elsewhere admin': 404 } },
    }),
    addAbsence: plain({
      gate: 'lead',
      request: () => ({ body: { from: '2026-11-22', until: '2026-11-23' } }),
      unaudited: "a person's own days off",
      cells: { always: {} },
    }),
    removeAbsence: plain({
      gate: 'lead',
      request: () => ({ params: { id: 'none' } }),
      unaudited: "a person's own days off",
      cells: { always: gone },
    }),
    rota: plain({
      gate: 'teacher',
      tells: { 'user id': arranged },
      cells: { always: {}, 'board off': gone },
      given: { 'board off': boardOff },
    }),
    arrange: plain({
      gate: 'teacher',
      request: () => ({ body: rotaBody }),
      audits: 'duty.arrange',
      elsewhere: Object.fromEntries(
        ['teacherId', 'adminIds.0', 'shifts.0.personId', 'shifts.0.deputyId'].map((field) => [
          `body.${field}`,
          [400, 'a person without a term on the board is refused at the field'] as const,
        ]),
      ),
      tells: { 'user id': arranged },
      cells: { always: {}, 'board off': gone },
      given: { 'board off': boardOff },
    }),
    calendar: plain({ gate: 'teacher', request: () => ({ query: { year: 2026 } }), cells: { always: {} } }),
    setCalendar: plain({
      gate: 'admin',
      request: () => ({ body: { year: 2027, days: [], version: 0 } }),
      audits: 'duty.calendar',
      cells: { always: {} },
    }),
  }),
  rowsOf('answerClock', answerClockContract, {
    overdue: plain({
      gate: 'lead',
      cells: { always: elsewhere, 'board off': gone },
      given: { 'board off': boardOff },
    }),
    take: about(overdueThread, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: 'the chain of the question keeps it',
      cells: { overdue: elsewhere },
    }),
    askTeacher: about(overdueThread, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: 'the chain of the question keeps it',
      cells: { overdue: elsewhere },
    }),
  }),
];
