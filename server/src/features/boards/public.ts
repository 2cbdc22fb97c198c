import { type Actor, hasRoleOn, isMuted } from '../../actor/rules';
import { AppError } from '../../errors';
import type { BoardRow } from './row';

export const canPostOn = (actor: Actor | null, board: Pick<BoardRow, 'slug' | 'postRoles'>): boolean =>
  hasRoleOn(actor, board.postRoles, board.slug) && !isMuted(actor);

/** For a piece without a source. @throws AppError `request.invalid` at `path` when the board demands one */
export function refuseMissingSource({ name, sourceRequired }: BoardRow, path: string): void {
  if (!sourceRequired) return;
  throw new AppError('request.invalid', undefined, [{ path, message: `${name}必须写明来源` }]);
}
