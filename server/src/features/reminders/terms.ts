import { morningBefore, morningsIn } from '@qihang/shared/reminders/times';
import { reminderLimits } from '@qihang/shared/reminders/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { listEnabledBoards } from '../boards/public-store';
import { holdersOf, listRunningTerms } from '../users/public-store';
import type { Part, Run } from './part';
import { remind } from './remind';
import { goesOn, termOf } from './rules';

type Term = Awaited<ReturnType<typeof listRunningTerms>>[number] & { endsAt: Date };

/** The steps (days before the end) whose morning lies within this run; of several, the nearest to the end is told. */
function stepsOf({ startsAt, endsAt }: Term, mornings: ReadonlySet<string>): number[] {
  return reminderLimits.termDays
    .filter((days) => {
      const at = morningBefore(endsAt.getTime(), days);
      return mornings.has(dayAt(at)) && at >= startsAt.getTime();
    })
    .sort((a, b) => a - b);
}

async function teachersOf({ db }: Context, tx: Tx, { boards }: Term, now: Date): Promise<string[]> {
  const held = boards ?? (await listEnabledBoards(db, tx)).map(({ slug }) => slug);
  const found = new Set<string>();
  for (const board of held) for (const id of await holdersOf(db, tx, ['teacher'], board, now)) found.add(id);
  return [...found];
}

async function remindOfTerm(context: Context, term: Term, steps: readonly number[], now: Date) {
  const { db } = context;
  await db.write(async (tx) => {
    const running = await listRunningTerms(db, tx, now);
    const current = running.find(({ id }) => id === term.id);
    if (current?.endsAt?.getTime() !== term.endsAt.getTime() || goesOn(term, running)) return;
    const day = dayAt(term.endsAt.getTime() - 1);
    for (const [i, days] of steps.entries()) {
      const shared = {
        cause: `term:${term.id}:${days}:${day}`,
        ref: null,
        late: i > 0,
        causeId: termOf(term.id),
        data: { deadline: day },
        until: term.endsAt,
      };
      await remind(context, tx, { ...shared, kind: 'term.ending' }, [term.userId], now);
      if (term.role !== 'lead' || !reminderLimits.leadDays.some((lead) => lead === days)) continue;
      const teachers = (await teachersOf(context, tx, term, now)).filter((id) => id !== term.userId);
      const foldKey = `term.lead-ending:${day}`;
      await remind(context, tx, { ...shared, kind: 'term.lead-ending', foldKey }, teachers, now);
    }
  });
}

/** Tells those in office that their term ends. */
export const endingTerms: Part = {
  name: 'term.ending',
  async run(context, { stretch, now, signal }: Run) {
    const mornings = new Set(morningsIn(stretch));
    if (mornings.size === 0) return;
    const { db } = context;
    for (const term of await listRunningTerms(db, db.read, now)) {
      signal.throwIfAborted();
      const { endsAt } = term;
      if (endsAt === null) continue;
      const steps = stepsOf({ ...term, endsAt }, mornings);
      if (steps.length > 0) await remindOfTerm(context, { ...term, endsAt }, steps, now);
    }
  },
};
