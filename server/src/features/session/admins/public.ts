import { passwordProblem } from '@qihang/shared/session/password';
import { passwordLength } from '@qihang/shared/session/vocabulary';
import { plainStudentNo } from '@qihang/shared/verification/fields';
import type { Context } from '../../../context';
import type { Tx } from '../../../db/types';
import { hashPassword } from '../../../ports/passwords';
import { recordAct } from '../../audit/public';
import { insertGrant, insertUser } from '../../users/public-store';
import { endSessionsOf } from '../public-store';
import { findByNumber, putPassword } from '../store';

/** Refuses, in a sentence for the operator, a number or password that could not be used. */
function checked(typed: string, password: string): string {
  const studentNo = plainStudentNo(typed);
  if (!/^[0-9A-Z-]{1,24}$/.test(studentNo)) throw new Error('学号或工号只能有数字、字母和连字符，最多 24 位');
  if (password.length < passwordLength.min || password.length > passwordLength.max)
    throw new Error(`密码要有 ${passwordLength.min}–${passwordLength.max} 个字`);
  const problem = passwordProblem(password, studentNo);
  if (problem !== null) throw new Error(problem);
  return studentNo;
}

const record = (
  context: Context,
  tx: Tx,
  act: { id: string; at: Date; action: string; userId: string; after: Record<string, unknown> },
) =>
  recordAct(context, tx, {
    id: act.id,
    at: act.at,
    // The service does not know the person at the command line.
    actorId: null,
    action: act.action,
    targetType: 'user',
    targetId: act.userId,
    before: null,
    after: act.after,
    reason: null,
    requestId: 'cli',
  });

/**
 * Makes a person who is an admin without an end, and signs in with this number and password: how a new installation gets
 * its first.
 * @throws Error with a sentence for the operator: the number is taken, or a word cannot be used
 */
export async function createAdmin(
  context: Context,
  { studentNo: typed, name, password }: { studentNo: string; name: string; password: string },
): Promise<void> {
  const { db, clock, ids } = context;
  const studentNo = checked(typed, password);
  if (name.trim() === '') throw new Error('请写姓名');
  const now = clock.now();
  const [userId, grantId, auditId] = [ids.next(now), ids.next(now), ids.next(now)];
  const hash = await hashPassword(password);
  await db.write(async (tx) => {
    if (await findByNumber(db, tx, studentNo)) throw new Error(`工号 ${studentNo} 已经有人用了`);
    await insertUser(db, tx, { id: userId, name: name.trim(), studentNo, verified: true, createdAt: now });
    await insertGrant(db, tx, {
      id: grantId,
      userId,
      role: 'admin',
      boards: null,
      startsAt: now,
      endsAt: null,
    });
    await putPassword(db, tx, { userId, hash, changedAt: now });
    await record(context, tx, {
      id: auditId,
      at: now,
      action: 'people.grant',
      userId,
      after: { role: 'admin' },
    });
  });
}

/**
 * Gives the person with this number a new password and ends that person's sessions: for people who forgot theirs and
 * proved at the office who they are.
 * @throws Error with a sentence for the operator: nobody has the number, or the password cannot be used
 */
export async function resetPassword(
  context: Context,
  { studentNo: typed, password }: { studentNo: string; password: string },
): Promise<void> {
  const { db, clock, ids } = context;
  const studentNo = checked(typed, password);
  const now = clock.now();
  const auditId = ids.next(now);
  const hash = await hashPassword(password);
  await db.write(async (tx) => {
    const person = await findByNumber(db, tx, studentNo);
    if (!person) throw new Error(`没有学号或工号是 ${studentNo} 的人`);
    await putPassword(db, tx, { userId: person.id, hash, changedAt: now });
    await endSessionsOf(db, tx, person.id);
    await record(context, tx, {
      id: auditId,
      at: now,
      action: 'session.reset-password',
      userId: person.id,
      after: {},
    });
  });
}
