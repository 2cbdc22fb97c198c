import type { sessionContract } from '@qihang/shared/session/contract';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { answerSession, openSession } from './opening';
import { deleteSession, findDemoUser, findUser, insertSession, updateUser } from './store';
import { viewMe } from './view';

type C = typeof sessionContract;

export async function startDemoSession({ config, db }: Context, { body, now }: Call<C['demo']>) {
  if (!config.demo) throw new AppError('resource.not-found');
  const user = await findDemoUser(db, db.read, body.account);
  if (!user) throw new AppError('resource.not-found');
  const opened = openSession(now);
  await db.write((tx) => insertSession(db, tx, { ...opened.row, userId: user.id }));
  return answerSession(db, opened, user, now);
}

export async function endSession({ db }: Context, { session }: Call<C['end']>): Promise<undefined> {
  if (session !== null) await db.write((tx) => deleteSession(db, tx, session));
}

export async function showMe({ db }: Context, { actor }: Call<C['me']>) {
  const user = await findUser(db, db.read, actor.id);
  if (!user) throw new AppError('session.invalid');
  return viewMe(user, actor);
}

export async function updateProfile({ db }: Context, { actor, body }: Call<C['updateProfile']>) {
  const user = await db.write(async (tx) => {
    if (Object.keys(body).length > 0) await updateUser(db, tx, actor.id, body);
    return findUser(db, tx, actor.id);
  });
  if (!user) throw new AppError('session.invalid');
  return viewMe(user, actor);
}
