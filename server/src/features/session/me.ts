import type { Me } from '@qihang/shared/session/contract';
import type { Actor } from '../../actor/rules';
import type { Database } from '../../db/types';
import { AppError } from '../../errors';
import { publishableKinds } from '../boards/public';
import { listEnabledBoards } from '../boards/public-store';
import { personCan } from './rules';
import { findUser } from './store';
import { viewMe } from './view';

/**
 * The signed-in person, with what the person may do.
 * @throws AppError `session.invalid` when the account is gone
 */
export async function readMe(db: Database, actor: Actor, now: Date): Promise<Me> {
  const [user, boards] = await Promise.all([findUser(db, db.read, actor.id), listEnabledBoards(db, db.read)]);
  if (!user) throw new AppError('session.invalid');
  return viewMe(user, actor, personCan(actor, publishableKinds(actor, boards)), now);
}
