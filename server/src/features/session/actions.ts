import type { sessionContract } from '@qihang/shared/session/contract';
import { emit } from '../../background/events';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { readMe } from './me';
import { answerSession, openSession } from './opening';
import { endSessionsOf } from './public-store';
import { heldByRoster } from './rules';
import { deleteSession, findDemoUser, findUser, insertSession, listSessions, updateUser } from './store';
import { viewSession } from './view';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that signs a person out everywhere, at the person's wish. */
    'sessions.ended': { userId: string };
  }
}

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

export async function endEverySession(context: Context, { actor }: Call<C['endAll']>): Promise<undefined> {
  const { db } = context;
  await db.write(async (tx) => {
    await endSessionsOf(db, tx, actor.id);
    await emit(context, tx, 'sessions.ended', { userId: actor.id });
  });
}

export const showMe = ({ db }: Context, { actor, now }: Call<C['me']>) => readMe(db, actor, now);

export async function updateProfile({ db }: Context, { actor, body, now }: Call<C['updateProfile']>) {
  await db.write(async (tx) => {
    const before = await findUser(db, tx, actor.id);
    const held = before ? heldByRoster(before, body) : [];
    if (held.length > 0)
      throw new AppError(
        'request.invalid',
        undefined,
        held.map((path) => ({ path, message: '来自名册，写错了请找老师改；名册更正后这里会跟着变' })),
      );
    if (Object.keys(body).length > 0) await updateUser(db, tx, actor.id, body);
  });
  return readMe(db, actor, now);
}
