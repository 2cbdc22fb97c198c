import { emit } from '../../../background/events';
import type { Context } from '../../../context';
import type { Reader, Tx } from '../../../db/types';
import { AppError } from '../../../errors';
import { inTurns } from '../../../turns';
import { recordAct } from '../../audit/public';
import { beginMembership, endMembership, updateMembership } from '../membership-store';
import { type EntryRow, updateEntry } from '../store';
import { type PlannedRow, planRoster, type RosterPlan, scopesOf } from './plan';
import type { RosterRow } from './row';
import { insertEntries, listExisting } from './store';

/** What the rows would do to the roster as `read` sees it. */
export async function makePlan(
  { db }: Context,
  read: Reader,
  rows: readonly RosterRow[],
): Promise<RosterPlan> {
  const numbers = rows.flatMap((row) => ('person' in row ? [row.studentNo] : []));
  return planRoster(rows, await listExisting(db, read, numbers, scopesOf(rows)));
}

const atOnce = 200;

interface Options {
  /** The plan that was looked at; null applies whatever the plan is now. */
  digest: string | null;
  /** Marks as left who is absent. */
  leave: boolean;
  /** Null at the terminal, while there is no admin to name. */
  actorId: string | null;
  requestId: string;
  now: Date;
  /** Told how many rows are done, now and then; what it throws takes everything back. */
  onRows?: (done: number, of: number) => void;
}

export interface Applied {
  plan: RosterPlan;
  left: number;
}

const newEntry = ({ person }: PlannedRow, id: string, now: Date): EntryRow[] =>
  person
    ? [{ id, ...person, userId: null, boundAt: null, classCodeId: null, leftAt: null, updatedAt: now }]
    : [];

async function applyKnown(
  { db }: Context,
  tx: Tx,
  { person, known, fate }: PlannedRow,
  grantId: string,
  now: Date,
): Promise<void> {
  if (!person || !known || fate === 'unchanged') return;
  await updateEntry(db, tx, known.id, { ...person, leftAt: null, updatedAt: now });
  if (known.userId === null) return;
  if (fate === 'returning') await beginMembership(db, tx, known.userId, person, { grantId, now });
  else await updateMembership(db, tx, known.userId, person);
}

/**
 * Brings the rows into the roster, all of them or none; wrong ones stay out.
 * @throws AppError `roster.plan-stale` when roster or file are no longer what `digest` was made of, `roster.cannot-leave`
 * when people are to leave while rows are wrong
 */
export async function applyRoster(
  context: Context,
  rows: readonly RosterRow[],
  { digest, leave, actorId, requestId, now, onRows }: Options,
): Promise<Applied> {
  const { db, ids } = context;
  // Drawn before the transaction, which may be repeated: one for each row, of the entry or of the grant.
  const rowIds: string[] = [];
  for await (const _ of inTurns(rows)) rowIds.push(ids.next(now));
  const auditId = ids.next(now);
  return db.write(async (tx) => {
    const plan = await makePlan(context, tx, rows);
    if (digest !== null && digest !== plan.digest) throw new AppError('roster.plan-stale');
    if (leave && !plan.mayLeave) throw new AppError('roster.cannot-leave');
    const idOf = (i: number) => rowIds[i] as string;
    await insertEntries(
      db,
      tx,
      plan.rows.flatMap((row, i) => (row.fate === 'new' ? newEntry(row, idOf(i), now) : [])),
    );
    const all = plan.rows.length;
    for await (const [i, row] of inTurns(plan.rows.entries())) {
      await applyKnown(context, tx, row, idOf(i), now);
      if ((i + 1) % atOnce === 0 || i + 1 === all) onRows?.(i + 1, all);
    }
    const leaving = leave ? plan.absent : [];
    for await (const { id, userId } of inTurns(leaving)) {
      await updateEntry(db, tx, id, { leftAt: now, updatedAt: now });
      if (userId === null) continue;
      await endMembership(db, tx, userId, { keepNumber: true, now });
      await emit(context, tx, 'membership.ended', { userId });
    }
    const applied = { plan, left: leaving.length };
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId,
      action: 'roster.import',
      targetType: 'roster',
      targetId: plan.digest,
      before: null,
      after: { ...countFates(plan), left: leaving.length, scopes: plan.scopes },
      reason: null,
      requestId,
    });
    return applied;
  });
}

/** How many rows of each fate there are. */
export function countFates({ rows }: RosterPlan) {
  const counts = { wrong: 0, new: 0, changed: 0, returning: 0, unchanged: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}
