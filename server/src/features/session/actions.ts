import type { sessionContract } from '@qihang/shared/session/contract';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { answerSession, openSession } from './opening';
import { endSessionsOf } from './public';
import { deleteSession, findDemoUser, findUser, insertSession, listSessions, updateUser } from './store';
import { viewMe, viewSession } from './view';

type C = typeof sessionContract;

export async function startDemoSession({ config, db }: Context, { body, caller, now }: Call<C['demo']>) {
  if (!config.demo) throw new AppError('resource.not-found');
  const user = await findDemoUser(db, db.read, body.account);
  if (!user) throw new AppError('resource.not-found');
  const opened = openSession(caller, now);
  await db.write((tx) => insertSession(db, tx, { ...opened.row, userId: user.id }));
  return answerSession(db, opened, now);
}

export async function endSession({ db }: Context, { session }: Call<C['end']>): Promise<undefined> {
  if (session !== null) await db.write((tx) => deleteSession(db, tx, session));
}

export async function showSessions({ db }: Context, { actor, session, now }: Call<C['sessions']>) {
  const rows = await listSessions(db, db.read, actor.id, now);
  return { items: rows.map((row) => viewSession(row, session)) };
}

export async function endEverySession({ db }: Context, { actor }: Call<C['endAll']>): Promise<undefined> {
  await db.write((tx) => endSessionsOf(db, tx, actor.id));
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
