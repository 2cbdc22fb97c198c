import type { sessionContract } from '@qihang/shared/session/contract';
import { passwordProblem } from '@qihang/shared/session/password';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { hashPassword } from '../../ports/passwords';
import { insertUser } from '../users/public-store';
import { bindEntry, claimError, judgeAndCount, mustWait } from '../verification/public';
import { answerSession, openSession } from './opening';
import { findByNumber, insertSession, putPassword } from './store';

/** For a correct claim to a number with an account: its owner forgot, or it is a classmate, who must get no further. */
const taken = () =>
  new AppError(
    'verification.number-taken',
    '这个学号已经有账号了。设过密码请直接登录；在微信里认证过，请到小程序设置里的“登录与安全”设密码；都不是你做的，请带学生证找就业指导老师',
  );

/**
 * Makes the account of somebody in the roster who has none, with a password, and signs in. A class code alone never sets
 * the password of an account there is: the whole class knows it.
 */
export async function activate(
  context: Context,
  { body, caller, now }: Call<(typeof sessionContract)['activate']>,
) {
  const { db, ids } = context;
  const { password, ...claim } = body;
  const problem = passwordProblem(password, claim.studentNo);
  if (problem !== null)
    throw new AppError('request.invalid', undefined, [{ path: 'password', message: problem }]);
  const claimant = { network: caller.network };
  const waiting = await mustWait(context, claim, claimant, now);
  if (waiting) throw claimError(waiting);
  const hash = await hashPassword(password);
  const opened = openSession(caller, now);
  const [userId, grantId] = [ids.next(now), ids.next(now)];
  const result = await db.write(async (tx) => {
    const judged = await judgeAndCount(context, tx, claim, claimant, now);
    if (!('entry' in judged)) return judged;
    // Accounts that the command line made hold a number without an entry.
    if (await findByNumber(db, tx, judged.entry.studentNo)) return { refused: 'number-taken' } as const;
    await insertUser(db, tx, { id: userId, name: judged.entry.name, createdAt: now });
    await bindEntry(context, tx, judged, userId, { grantId, now });
    await putPassword(db, tx, { userId, hash, changedAt: now });
    await insertSession(db, tx, { ...opened.row, userId });
    return judged;
  });
  if ('refused' in result && result.refused === 'number-taken') throw taken();
  if (!('entry' in result)) throw claimError(result);
  return answerSession(db, opened, now);
}
