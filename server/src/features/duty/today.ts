import type { dutyContract } from '@qihang/shared/duty/contract';
import { calendarYears } from '@qihang/shared/duty/due';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { firstAnswerMinutes } from '../boards/public';
import { getBoardFor } from '../boards/public-store';
import { bylines } from '../users/public';
import { readLoad, readRota } from './facts';
import { dueFor, dutyEnd, onDutyAt } from './rules';
import { readCalendar } from './store';

export async function showToday(context: Context, { query, now }: Call<(typeof dutyContract)['today']>) {
  const { db } = context;
  const board = await getBoardFor(db, db.read, 'thread', query.board);
  const facts = await readRota(context, db.read, board.slug, now);
  const load = await readLoad(context, db.read, now);
  const at = now.getTime();
  const calendar = await readCalendar(db, db.read, calendarYears(at));
  const id = onDutyAt(facts, load, at, query.category ?? null);
  const person = id === null ? undefined : (await bylines(db, [id], now)).get(id);
  return {
    board: board.slug,
    person: person ?? null,
    until: new Date(dutyEnd(facts, at)).toISOString(),
    dueAt: new Date(dueFor(facts, calendar, at, false)).toISOString(),
    answerHours: facts.rule.answerHours,
    clock: facts.rule.clock,
    firstAnswerMinutes: await firstAnswerMinutes(context, board.slug, now),
  };
}
