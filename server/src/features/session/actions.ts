import type { sessionContract } from '@qihang/shared/session/contract';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import { findActor, hashToken, newToken } from '../../http/auth';
import type { Call } from '../../http/mount';
import { deleteSession, findDemoUser, findUser, insertSession, updateUser } from './store';
import { viewMe } from './view';

const sessionMs = 30 * 24 * 60 * 60 * 1000;

type C = typeof sessionContract;

export async function startDemoSession({ config, db }: Context, { body, now }: Call<C['demo']>) {
  if (!config.demo) throw new AppError('resource.not-found');
  const user = await findDemoUser(db, db.read, body.account);
  if (!user) throw new AppError('resource.not-found');
  const token = newToken();
  const tokenHash = hashToken(token);
  const expiresAt = new Date(now.getTime() + sessionMs);
  await db.write((tx) => insertSession(db, tx, { tokenHash, userId: user.id, createdAt: now, expiresAt }));
  const { grants } = await findActor(db, tokenHash, now);
  return { token, expiresAt: expiresAt.toISOString(), user: viewMe(user, grants) };
}

export async function endSession({ db }: Context, { session }: Call<C['end']>): Promise<undefined> {
  if (session !== null) await db.write((tx) => deleteSession(db, tx, session));
}

export async function showMe({ db }: Context, { actor }: Call<C['me']>) {
  const user = await findUser(db, db.read, actor.id);
  if (!user) throw new AppError('session.invalid');
  return viewMe(user, actor.grants);
}

export async function updateProfile({ db }: Context, { actor, body }: Call<C['updateProfile']>) {
  const user = await db.write(async (tx) => {
    if (Object.keys(body).length > 0) await updateUser(db, tx, actor.id, body);
    return findUser(db, tx, actor.id);
  });
  if (!user) throw new AppError('session.invalid');
  return viewMe(user, actor.grants);
}
