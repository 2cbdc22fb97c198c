import type { auditContract } from '@qihang/shared/audit/contract';
import { auditLimits } from '@qihang/shared/audit/vocabulary';
import { addDays, deadlineInstant } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { AppError } from '../../errors';
import { csvFile } from '../../files/write-csv';
import type { Call } from '../../http/mount';
import { recordAct } from './public';
import { type AuditFilter, type AuditRow, listAudit, titlesOf } from './store';
import { csvHead, csvRow, viewEntry } from './view';

type C = typeof auditContract;

/** The query's days as instants: both days count whole, in Shanghai. */
function filterOf({ from, to, ...same }: Call<C['export']>['query']): AuditFilter {
  if (from !== undefined && to !== undefined && to < from)
    throw new AppError('request.invalid', undefined, [{ path: 'to', message: '结束日期不能早于开始日期' }]);
  return {
    ...same,
    since: from === undefined ? undefined : new Date(deadlineInstant(addDays(from, -1))),
    until: to === undefined ? undefined : new Date(deadlineInstant(to)),
  };
}

async function viewRows({ db }: Context, rows: readonly AuditRow[]) {
  const titles = await titlesOf(
    db,
    rows.map(({ entry }) => entry),
  );
  return rows.map((row) => viewEntry(row, titles));
}

export async function showAudit(context: Context, { query }: Call<C['list']>) {
  const { cursor, limit, ...filter } = query;
  const after = cursor === undefined ? undefined : decodeCursor('audit', cursor);
  const found = await listAudit(context.db, filterOf(filter), after, limit + 1);
  const { rows, nextCursor } = pageFrom(found, limit, 'audit', ({ entry }) => entry);
  return { items: await viewRows(context, rows), nextCursor };
}

const chunk = 1000;

/** Whoever takes the log away is in it: with what filter, and how many rows. */
export async function exportAudit(context: Context, { query, actor, now, requestId }: Call<C['export']>) {
  const { db, ids } = context;
  const rows: AuditRow[] = [];
  for (;;) {
    const last = rows.at(-1)?.entry;
    const found = await listAudit(db, filterOf(query), last, chunk);
    rows.push(...found);
    if (rows.length > auditLimits.exported) throw new AppError('audit.too-many');
    if (found.length < chunk) break;
  }
  const lines: string[][] = [];
  // One chunk after the other: the names of twenty thousand things do not fit into one query.
  for (let i = 0; i < rows.length; i += chunk)
    lines.push(...(await viewRows(context, rows.slice(i, i + chunk))).map(csvRow));
  const id = ids.next(now);
  await db.write((tx) =>
    recordAct(context, tx, {
      id,
      at: now,
      actorId: actor.id,
      action: 'audit.export',
      targetType: 'audit',
      targetId: 'csv',
      before: null,
      after: { filter: query, rows: rows.length },
      reason: null,
      requestId,
    }),
  );
  return csvFile([csvHead, ...lines]);
}
