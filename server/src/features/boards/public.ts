import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import type { FieldError } from '@qihang/shared/contract/errors';
import { type Actor, hasRoleOn, isMuted } from '../../actor/rules';
import { AppError } from '../../errors';
import type { BoardRow } from './row';

export const canPostOn = (actor: Actor | null, board: Pick<BoardRow, 'slug' | 'postRoles'>): boolean =>
  hasRoleOn(actor, board.postRoles, board.slug) && !isMuted(actor);

/** What is wrong with a piece without a source: nothing, unless the board demands one. */
export const missingSource = (
  { name, sourceRequired }: Pick<BoardRow, 'name' | 'sourceRequired'>,
  path: string,
): FieldError[] => (sourceRequired ? [{ path, message: `${name}必须写明来源` }] : []);
/** The kinds of boards among these on which the actor may publish. */
export const publishableKinds = (
  actor: Actor,
  boards: readonly Pick<BoardRow, 'slug' | 'kind' | 'postRoles'>[],
): Set<BoardKind> => new Set(boards.filter((board) => canPostOn(actor, board)).map(({ kind }) => kind));

/** For a piece without a source. @throws AppError `request.invalid` at `path` when the board demands one */
export function refuseMissingSource(board: BoardRow, path: string): void {
  const wrong = missingSource(board, path);
  if (wrong.length > 0) throw new AppError('request.invalid', undefined, wrong);
}
