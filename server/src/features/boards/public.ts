import type { BoardKind } from '@qihang/shared/boards/vocabulary';
import type { FieldError } from '@qihang/shared/contract/errors';
import { measuredDays } from '@qihang/shared/duty/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { type Actor, hasRoleOn, isMuted } from '../../actor/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import { answerMinutes } from './activity';
import type { BoardRow } from './row';

export const canPostOn = (actor: Actor | null, board: Pick<BoardRow, 'slug' | 'postRoles'>): boolean =>
  hasRoleOn(actor, board.postRoles, board.slug) && !isMuted(actor);

/** What is wrong with a piece without a source: nothing, unless the board demands one. */
export const missingSource = (
  { name, sourceRequired }: Pick<BoardRow, 'name' | 'sourceRequired'>,
  path: string,
): FieldError[] => (sourceRequired ? [{ path, message: `${name}必须写明来源` }] : []);

/** The median wait for a first answer on a board over the last 30 days, in minutes; null before there is one. */
export async function firstAnswerMinutes(context: Context, board: string, now: Date): Promise<number | null> {
  const since = new Date(now.getTime() - measuredDays * dayMs);
  return (await answerMinutes(context, since)).get(board) ?? null;
}

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
