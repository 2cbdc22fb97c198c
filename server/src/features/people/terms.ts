import type { peopleContract } from '@qihang/shared/people/contract';
import { officeRoles } from '@qihang/shared/people/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { emit } from '../../background/events';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { listAllBoards } from '../boards/public-store';
import { insertGrant } from '../users/public-store';
import { countHeld, countsByPerson } from './held';
import { keepAnAdmin } from './public';
import { isOpenTerm, isSameOffice, lastDayOf, termProblems, termTimes } from './rules';
import { findGrant, findUser, type GrantRow, grantsOf, listRunning, listUsersOf, updateGrant } from './store';
import { noHoldings, viewGrant, viewName } from './view';

type C = typeof peopleContract;

declare module '../../background/events' {
  interface Events {
    /** In the transaction that gives a running term another end, or ends it. */
    'term.moved': { grantId: string; userId: string; at: Date };
  }
}

export async function showEndingTerms(context: Context, { query, actor, now }: Call<C['terms']>) {
  const { db } = context;
  const latest = new Date(now.getTime() + query.within * dayMs);
  const running = await listRunning(db, db.read, officeRoles, now);
  const ending = running.filter(({ endsAt }) => endsAt !== null && endsAt <= latest);
  const ids = [...new Set(ending.map(({ userId }) => userId))];
  const users = new Map((await listUsersOf(db, db.read, ids)).map((user) => [user.id, user]));
  const grants = await grantsOf(db, db.read, ids);
  const held = countsByPerson(await countHeld(context, db.read, now));
  return {
    items: ending.flatMap((grant) => {
      const user = users.get(grant.userId);
      if (!user) return [];
      const person = viewName(user, grants.get(user.id) ?? [], now);
      return [{ ...viewGrant(grant, actor, now), person, holdings: held.get(user.id) ?? noHoldings }];
    }),
  };
}

/** What the audit log keeps of a term. */
const standing = (grant: GrantRow) => ({
  userId: grant.userId,
  role: grant.role,
  boards: grant.boards,
  startsAt: grant.startsAt.toISOString(),
  endsOn: lastDayOf(grant),
  endsAt: grant.endsAt?.toISOString() ?? null,
});

interface Change {
  auditId: string;
  action: 'people.grant' | 'people.change' | 'people.end';
  before: GrantRow | null;
  after: GrantRow;
}

const record = (
  context: Context,
  tx: Tx,
  { actor, body, now, requestId }: Call<C['grant']> | Call<C['change']> | Call<C['end']>,
  { auditId, action, before, after }: Change,
) =>
  recordAct(context, tx, {
    id: auditId,
    at: now,
    actorId: actor.id,
    action,
    targetType: 'role-grant',
    targetId: after.id,
    before: before && standing(before),
    after: standing(after),
    reason: body.reason,
    requestId,
  });

async function refuseWrongTerm({ db }: Context, tx: Tx, term: GrantRow, now: Date): Promise<void> {
  const known = (await listAllBoards(db, tx)).map(({ slug }) => slug);
  const problems = termProblems(term, known, now);
  if (problems.length > 0) throw new AppError('request.invalid', undefined, problems);
  const others = (await grantsOf(db, tx, [term.userId])).get(term.userId) ?? [];
  if (others.some((other) => other.id !== term.id && isOpenTerm(other, now) && isSameOffice(other, term)))
    throw new AppError('role.already-held');
}

export async function giveRole(context: Context, call: Call<C['grant']>) {
  const { db, ids } = context;
  const { body, actor, now } = call;
  const { userId, role, boards } = body;
  const row: GrantRow = { id: ids.next(now), userId, role, boards, ...termTimes(body, now), version: 1 };
  const auditId = ids.next(now);
  await db.write(async (tx) => {
    if (!(await findUser(db, tx, userId))) throw new AppError('resource.not-found');
    await refuseWrongTerm(context, tx, row, now);
    await insertGrant(db, tx, row);
    await record(context, tx, call, { auditId, action: 'people.grant', before: null, after: row });
  });
  return viewGrant(row, actor, now);
}

/** @throws AppError `resource.not-found`, or `role.over` for a term nobody can change any more */
async function getOpenTerm({ db }: Context, tx: Tx, id: string, now: Date): Promise<GrantRow> {
  const grant = await findGrant(db, tx, id);
  if (!grant || !officeRoles.some((role) => role === grant.role)) throw new AppError('resource.not-found');
  if (!isOpenTerm(grant, now)) throw new AppError('role.over');
  return grant;
}

export async function changeTerm(context: Context, call: Call<C['change']>) {
  const { db, ids } = context;
  const { params, body, actor, now } = call;
  const auditId = ids.next(now);
  const after = await db.write(async (tx) => {
    const before = await getOpenTerm(context, tx, params.id, now);
    if (before.version !== body.version) throw new AppError('version.stale');
    const { endsOn = lastDayOf(before), boards = before.boards } = body;
    // An unchanged end keeps its instant: a term may have been set to end in the middle of a day.
    const endsAt =
      endsOn === lastDayOf(before) ? before.endsAt : termTimes({ startsOn: null, endsOn }, now).endsAt;
    const changed = { ...before, boards, endsAt, version: before.version + 1 };
    await refuseWrongTerm(context, tx, { ...changed, startsAt: laterOf(before.startsAt, now) }, now);
    await keepAnAdmin(db, tx, now, (grant) => (grant.id === changed.id ? changed : grant));
    if (!(await updateGrant(db, tx, changed))) throw new AppError('version.stale');
    if (changed.endsAt?.getTime() !== before.endsAt?.getTime())
      await emit(context, tx, 'term.moved', { grantId: changed.id, userId: changed.userId, at: now });
    await record(context, tx, call, { auditId, action: 'people.change', before, after: changed });
    return changed;
  });
  return viewGrant(after, actor, now);
}

// What began long ago is not a start in the past.
const laterOf = (a: Date, b: Date): Date => (a > b ? a : b);

/** Ends a term now. The person is signed out everywhere, so that no open page goes on with what it was allowed. */
export async function endTerm(context: Context, call: Call<C['end']>) {
  const { db, ids } = context;
  const { params, actor, now } = call;
  const auditId = ids.next(now);
  const after = await db.write(async (tx) => {
    const before = await getOpenTerm(context, tx, params.id, now);
    const ended = { ...before, endsAt: now, version: before.version + 1 };
    await keepAnAdmin(db, tx, now, (grant) => (grant.id === ended.id ? ended : grant));
    if (!(await updateGrant(db, tx, ended))) throw new AppError('version.stale');
    await emit(context, tx, 'rights.withdrawn', { userId: ended.userId });
    await emit(context, tx, 'term.moved', { grantId: ended.id, userId: ended.userId, at: now });
    await record(context, tx, call, { auditId, action: 'people.end', before, after: ended });
    return ended;
  });
  return viewGrant(after, actor, now);
}
