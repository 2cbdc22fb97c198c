import type { dutyContract, YearCalendar } from '@qihang/shared/duty/contract';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { calendarProblems, isCompleteYear } from './rules';
import { getYear, saveYear } from './store';

type C = typeof dutyContract;

const viewYear = (row: Omit<YearCalendar, 'complete'>): YearCalendar => ({
  ...row,
  complete: isCompleteYear(row.days),
});

export async function showYear({ db }: Context, { query }: Call<C['calendar']>) {
  return viewYear(await getYear(db, db.read, query.year));
}

export async function setYear(context: Context, { actor, body, now, requestId }: Call<C['setCalendar']>) {
  const { db, ids } = context;
  const { year } = body;
  const auditId = ids.next(now);
  const days = [...body.days].sort((a, b) => (a.day < b.day ? -1 : 1));
  const problems = calendarProblems(year, body.days);
  if (problems.length > 0) throw new AppError('request.invalid', undefined, problems);
  const saved = await db.write(async (tx) => {
    const before = await getYear(db, tx, year);
    if (before.version !== body.version) throw new AppError('version.stale');
    const after = { year, days, version: before.version + 1 };
    await saveYear(db, tx, after);
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'duty.calendar',
      targetType: 'calendar',
      targetId: String(year),
      before: { days: before.days },
      after: { days },
      reason: null,
      requestId,
    });
    return after;
  });
  return viewYear(saved);
}
