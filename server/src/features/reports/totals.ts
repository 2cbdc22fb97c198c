import type { MonthTotals, reportsContract } from '@qihang/shared/reports/contract';
import { measureKinds, reportReasons } from '@qihang/shared/reports/vocabulary';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { countByAction } from '../audit/public-store';
import { monthsBefore } from './rules';
import { countDecided } from './store';

/** Numbers alone, of what is decided: nobody reads from them that something was just reported, or by whom. */
export async function showTotals({ db }: Context, { query, now }: Call<(typeof reportsContract)['totals']>) {
  const months: MonthTotals[] = [];
  // What is decided in this very millisecond counts.
  let until = new Date(now.getTime() + 1);
  for (const { month, from } of monthsBefore(now, query.months)) {
    const decided = await countDecided(db, db.read, { from, until });
    const sum = (of: (typeof decided)[number][]) => of.reduce((n, one) => n + one.n, 0);
    const acts = await countByAction(db, db.read, { from, until });
    months.push({
      month,
      reports: reportReasons.flatMap((reason) => {
        const rows = decided.filter((one) => one.reason === reason);
        if (rows.length === 0) return [];
        const upheld = sum(rows.filter(({ state }) => state === 'upheld'));
        const dismissed = sum(rows.filter(({ state }) => state === 'dismissed'));
        return [{ reason, n: sum(rows), upheld, dismissed }];
      }),
      measures: measureKinds.map((kind) => ({ kind, n: acts.get(`moderation.${kind}`) ?? 0 })),
    });
    until = from;
  }
  return { months };
}
