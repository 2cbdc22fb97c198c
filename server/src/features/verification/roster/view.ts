import type { RosterEntry, RosterPreview } from '@qihang/shared/verification/roster';
import { type RosterFate, rosterLimits } from '@qihang/shared/verification/vocabulary';
import type { Actor } from '../../../actor/rules';
import { readingLines } from '../../../terminal/reading-lines';
import { canUnbind } from '../rules';
import type { EntryRow } from '../store';
import { countFates } from './apply';
import type { RosterPlan } from './plan';
import type { RosterFile } from './read';

export const viewEntry = (entry: EntryRow, actor: Actor): RosterEntry => ({
  id: entry.id,
  studentNo: entry.studentNo,
  name: entry.name,
  college: entry.college,
  major: entry.major,
  className: entry.className,
  graduationYear: entry.graduationYear,
  boundAt: entry.userId === null ? null : (entry.boundAt?.toISOString() ?? null),
  leftAt: entry.leftAt?.toISOString() ?? null,
  updatedAt: entry.updatedAt.toISOString(),
  viewer: { can: canUnbind(actor, entry) ? ['unbind'] : [] },
});

export function viewPlan(plan: RosterPlan, { unusedColumns, reading }: RosterFile): RosterPreview {
  const listed = new Map<RosterFate, number>();
  const worth = plan.rows.filter(({ fate }) => {
    if (fate === 'unchanged') return false;
    const n = (listed.get(fate) ?? 0) + 1;
    listed.set(fate, n);
    return n <= rosterLimits.listed;
  });
  return {
    digest: plan.digest,
    rows: plan.rows.length,
    counts: countFates(plan),
    listed: worth.map(({ line, fate, studentNo, name, notes }) => ({ line, fate, studentNo, name, notes })),
    unusedColumns,
    sheets: [...reading.sheets],
    said: readingLines(reading),
    absent: {
      count: plan.absent.length,
      bound: plan.absent.filter(({ userId }) => userId !== null).length,
      scopes: plan.scopes.map(({ college, graduationYear }) => `${college} ${graduationYear} 届`),
      listed: plan.absent.slice(0, rosterLimits.listed).map(({ studentNo, name, className, userId }) => ({
        studentNo,
        name,
        className,
        bound: userId !== null,
      })),
      mayLeave: plan.mayLeave,
    },
  };
}
