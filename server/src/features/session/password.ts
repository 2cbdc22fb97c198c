import type { sessionContract } from '@qihang/shared/session/contract';
import { passwordProblem } from '@qihang/shared/session/password';
import { plainStudentNo } from '@qihang/shared/verification/fields';
import type { Config } from '../../config';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { hashPassword, verifyPassword } from '../../ports/passwords';
import { beginAttempt, forgiveAttempt } from './attempts';
import { answerSession, openSession } from './opening';
import { demoPassword } from './public';
import { endSessionsOf } from './public-store';
import { findByNumber, findPassword, findUser, insertSession, putPassword } from './store';

type C = typeof sessionContract;

const wrongField = (path: string, message: string) =>
  new AppError('request.invalid', undefined, [{ path, message }]);

/** Takes as long for a number that nobody has: hashing costs what comparing does. */
async function isPasswordOf(hash: string | null | undefined, password: string): Promise<boolean> {
  if (hash != null) return verifyPassword(hash, password);
  await hashPassword(password);
  return false;
}

/** Everybody knows the password of the demo: outside it, it opens no account at all. */
const isPublic = (password: string, { demo }: Config): boolean =>
  !demo && password.normalize('NFKC') === demoPassword;

/** Signs in by number and password; a wrong number and a wrong password get the same answer. */
export async function startPasswordSession(context: Context, { body, caller, now }: Call<C['password']>) {
  const { db, config } = context;
  const studentNo = plainStudentNo(body.studentNo);
  const attempt = await beginAttempt(context, studentNo, { network: caller.network }, now);
  const known = await findByNumber(db, db.read, studentNo);
  const hash = isPublic(body.password, config) ? null : known?.hash;
  if (!(await isPasswordOf(hash, body.password)) || !known) throw new AppError('session.wrong-password');
  const opened = openSession(caller, now);
  await db.write(async (tx) => {
    await insertSession(db, tx, { ...opened.row, userId: known.id });
    await forgiveAttempt(db, tx, attempt, now);
  });
  return answerSession(db, opened, now);
}

/** An unlocked phone must not be enough to take the account over: an existing password has to be given. */
async function proveCurrent(
  context: Context,
  studentNo: string,
  { actor, body, now }: Call<C['setPassword']>,
) {
  const { db } = context;
  const known = await findPassword(db, db.read, actor.id);
  if (!known) return null;
  if (body.current === undefined) throw wrongField('current', '请填现在的密码');
  const attempt = await beginAttempt(context, studentNo, { person: actor.id }, now);
  if (!(await verifyPassword(known.hash, body.current))) throw wrongField('current', '现在的密码不对');
  return attempt;
}

export async function setPassword(context: Context, call: Call<C['setPassword']>): Promise<undefined> {
  const { db } = context;
  const { actor, body, session, now } = call;
  const me = await findUser(db, db.read, actor.id);
  if (!me) throw new AppError('session.invalid');
  if (me.studentNo === null) throw new AppError('password.no-number');
  const problem = passwordProblem(body.next, me.studentNo);
  if (problem !== null) throw wrongField('next', problem);
  const attempt = await proveCurrent(context, me.studentNo, call);
  const hash = await hashPassword(body.next);
  await db.write(async (tx) => {
    await putPassword(db, tx, { userId: actor.id, hash, changedAt: now });
    await endSessionsOf(db, tx, actor.id, session ?? undefined);
    if (attempt) await forgiveAttempt(db, tx, attempt, now);
  });
}
