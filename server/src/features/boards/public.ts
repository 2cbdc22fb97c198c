import { type Actor, hasRoleOn, isMuted } from '../../actor/rules';
import { AppError } from '../../errors';
import type { BoardRow } from './row';

export const canPostOn = (actor: Actor | null, board: Pick<BoardRow, 'slug' | 'postRoles'>): boolean =>
  hasRoleOn(actor, board.postRoles, board.slug) && !isMuted(actor);

/** @throws AppError `request.invalid` beside `path` where the board demands a source; for a piece that names none */
export function refuseMissingSource({ name, sourceRequired }: BoardRow, path: string): void {
  if (!sourceRequired) return;
  throw new AppError('request.invalid', undefined, [{ path, message: `${name}必须写明来源` }]);
}
