import type { dutyContract, Rota } from '@qihang/shared/duty/contract';
import { termWarnings } from '@qihang/shared/people/vocabulary';
import { dayAt, dayMs, wallClockAt } from '@qihang/shared/time/shanghai';
import { forbidden, refuseMuted } from '../../actor/refusals';
import { type Actor, hasRoleOn } from '../../actor/rules';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getBoardFor } from '../boards/public-store';
import { bylines } from '../users/public';
import { readRota } from './facts';
import {
  emptyWeekdays,
  endingTerms,
  holdersAt,
  isCompleteYear,
  type RotaFacts,
  rotaProblems,
  type ShiftRow,
} from './rules';
import { getClock, getYear, saveAdmins, saveClock, saveRota } from './store';
import { weekdayWords } from './words';

type C = typeof dutyContract;

const arrangers = ['teacher', 'admin'] as const;

async function boardFor({ db }: Context, read: Reader, actor: Actor, slug: string | undefined) {
  const board = await getBoardFor(db, read, 'thread', slug);
  if (!hasRoleOn(actor, arrangers, board.slug)) throw forbidden(actor, arrangers, board.slug);
  return board.slug;
}

const shiftsOf = (shifts: readonly ShiftRow[]) =>
  shifts.flatMap(({ category, weekday, personId, deputyId }) =>
    personId === null ? [] : [{ category, weekday, personId, deputyId }],
  );

const officeOrder = ['admin', 'teacher', 'lead'] as const;

/** Those who could be arranged: everybody with a term on the board that runs or is to come. */
function peopleOf(facts: RotaFacts, nameOf: (id: string) => string): Rota['people'] {
  return [...new Set(facts.terms.map(({ userId }) => userId))].map((id) => {
    const terms = facts.terms.filter(({ userId }) => userId === id);
    const role = officeOrder.find((one) => terms.some((term) => term.role === one)) ?? 'lead';
    const ends = terms.map(({ endsAt }) => endsAt);
    const endsAt = ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0));
    return {
      id,
      name: nameOf(id),
      role,
      endsOn: endsAt === null ? null : dayAt(endsAt - 1),
      away: facts.absences
        .filter(({ userId }) => userId === id)
        .map(({ firstDay, lastDay }) => ({ from: firstDay, until: lastDay })),
    };
  });
}

const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** What the one who arranges is told: each in a sentence. */
async function warningsOf(
  { db }: Context,
  facts: RotaFacts,
  nameOf: (id: string) => string,
  now: Date,
): Promise<Rota['warnings']> {
  const warnings: Rota['warnings'] = [];
  const warn = (kind: Rota['warnings'][number]['kind'], words: string) => warnings.push({ kind, words });
  const at = now.getTime();
  const latest = facts.rotas.at(-1);
  for (const { userId, endsAt, weekdays } of endingTerms(
    facts,
    latest?.shifts ?? [],
    at,
    termWarnings[0] * dayMs,
  )) {
    const on = weekdayWords(weekdays);
    if (endsAt <= at) warn('not-on-board', `${nameOf(userId)} 的任期已经结束，${on}要换人`);
    else warn('term-ends', `${nameOf(userId)} ${dayWords(dayAt(endsAt - 1))}任期结束，那之后的${on}要换人`);
  }
  const empty = latest ? emptyWeekdays(facts, latest.startsOn) : [];
  const teacher = facts.teacherId === null ? null : nameOf(facts.teacherId);
  if (empty.length > 0)
    warn('empty-day', `${weekdayWords(empty)}还没有人，${teacher ? `由 ${teacher} 兜底` : '由老师兜底'}`);
  if (holdersAt(facts, at, ['teacher']).length === 0)
    warn('no-teacher', '本栏目没有老师，超时以后直接到管理员');
  const years = new Set([at, at + termWarnings[0] * dayMs].map((time) => wallClockAt(time).year));
  for (const year of years)
    if (facts.rule.clock === 'working-days' && !isCompleteYear((await getYear(db, db.read, year)).days))
      warn('calendar-unfinished', `${year} 年的调休还没有填，请管理员在工作日历里补上`);
  return warnings;
}

async function viewRota(context: Context, board: string, now: Date): Promise<Rota> {
  const { db } = context;
  const clock = await getClock(db, db.read, board);
  const facts = await readRota(context, db.read, board, now);
  const today = dayAt(now.getTime());
  const [first = null] = facts.rotas;
  const current = facts.rotas.filter(({ startsOn }) => startsOn <= today).at(-1) ?? first;
  const next = facts.rotas.find(({ startsOn }) => startsOn > today && startsOn !== current?.startsOn);
  const ids = [
    ...facts.terms.map(({ userId }) => userId),
    ...facts.rotas.flatMap(({ shifts }) => shifts.flatMap(({ personId, deputyId }) => [personId, deputyId])),
    facts.teacherId,
  ].flatMap((id) => id ?? []);
  const names = await bylines(db, ids, now);
  const nameOf = (id: string) => names.get(id)?.name ?? '已注销用户';
  const { answerHours, from, until, stepHours } = facts.rule;
  return {
    board,
    version: clock.version,
    answerHours,
    clock: clock.clock,
    from,
    until,
    stepHours,
    teacherId: facts.teacherId,
    adminIds: [...facts.adminIds],
    startsOn: current?.startsOn ?? null,
    shifts: shiftsOf(current?.shifts ?? []),
    next: next ? { startsOn: next.startsOn, shifts: shiftsOf(next.shifts) } : null,
    people: peopleOf(facts, nameOf),
    warnings: await warningsOf(context, facts, nameOf, now),
  };
}

export async function showRota(context: Context, { actor, query, now }: Call<C['rota']>) {
  const board = await boardFor(context, context.db.read, actor, query.board);
  return viewRota(context, board, now);
}

/** What the audit log keeps of an arrangement. */
const standing = (facts: RotaFacts, day: string) => ({
  ...facts.rule,
  teacherId: facts.teacherId,
  adminIds: facts.adminIds,
  startsOn: facts.rotas.filter(({ startsOn }) => startsOn <= day).at(-1)?.startsOn ?? null,
  shifts: shiftsOf(facts.rotas.filter(({ startsOn }) => startsOn <= day).at(-1)?.shifts ?? []),
});

export async function arrange(context: Context, { actor, body, now, requestId }: Call<C['arrange']>) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  const rotaId = ids.next(now);
  const shifts = body.shifts.map((shift) => ({ ...shift, id: ids.next(now) }));
  const admins = body.adminIds.map((userId) => ({ id: ids.next(now), userId }));
  await db.write(async (tx) => {
    const board = await boardFor(context, tx, actor, body.board);
    refuseMuted(actor);
    const before = await readRota(context, tx, board, now);
    const problems = rotaProblems(before, body, now.getTime());
    if (problems.length > 0) throw new AppError('request.invalid', undefined, problems);
    const { version } = await getClock(db, tx, board);
    if (version !== body.version) throw new AppError('version.stale');
    const { answerHours, clock, from, until, stepHours, teacherId, startsOn } = body;
    await saveClock(db, tx, {
      board,
      answerHours,
      clock,
      opensAt: from,
      closesAt: until,
      stepHours,
      teacherId,
      version: version + 1,
    });
    await saveAdmins(db, tx, board, admins);
    await saveRota(db, tx, { id: rotaId, board, startsOn, savedAt: now }, shifts);
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'duty.arrange',
      targetType: 'board',
      targetId: board,
      before: standing(before, startsOn),
      after: standing(await readRota(context, tx, board, now), startsOn),
      reason: null,
      requestId,
    });
  });
  return viewRota(context, body.board, now);
}
