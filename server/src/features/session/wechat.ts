import type { sessionContract } from '@qihang/shared/session/contract';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { errcodes, WechatError } from '../../ports/wechat/error';
import type { Wechat } from '../../ports/wechat/wechat';
import { insertUser } from '../users/public-store';
import { answerSession, openSession } from './opening';
import { findWechatUser, insertSession, insertWechatIdentity } from './store';

/** What WeChat's refusal of a code means to the person; everything else is between WeChat and the operator. */
function asAppError(error: unknown): AppError {
  const errcode = error instanceof WechatError ? error.errcode : undefined;
  if (errcodes.badCode.some((code) => code === errcode)) return new AppError('session.wechat-code');
  if (errcode === errcodes.accountBlocked) return new AppError('session.wechat-blocked');
  if (errcode === errcodes.tooOften) return new AppError('rate.limited');
  return new AppError('wechat.unavailable', undefined, undefined, { cause: error });
}

async function accountOf(wechat: Wechat, code: string): Promise<{ openid: string }> {
  try {
    return await wechat.codeToSession(code);
  } catch (error) {
    throw asAppError(error);
  }
}

/**
 * A person who is new here, and has yet to be verified as a member of the school. WeChat gives no
 * name any more; ours is random, since one made of the openid would reveal it.
 */
const newcomer = ({ ids }: Context, now: Date) => ({
  id: ids.next(now),
  name: `微信用户${ids.next(now).slice(-4)}`,
  verified: false,
  createdAt: now,
});

/** Signs in the person of the code of `wx.login`; an account seen for the first time becomes a new user. */
export async function startWechatSession(
  context: Context,
  { body, caller, now }: Call<(typeof sessionContract)['wechat']>,
) {
  const { db, wechat } = context;
  if (wechat === null) throw new AppError('resource.not-found');
  const { openid } = await accountOf(wechat, body.code);
  const opened = openSession(caller, now, 'wechat');
  const stranger = newcomer(context, now);
  await db.write(async (tx) => {
    const known = await findWechatUser(db, tx, openid);
    const user = known ?? (await insertUser(db, tx, stranger));
    if (!known) await insertWechatIdentity(db, tx, { openid, userId: user.id, createdAt: now });
    await insertSession(db, tx, { ...opened.row, userId: user.id });
  });
  return answerSession(db, opened, now);
}
