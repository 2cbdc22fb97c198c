import type { Context } from '../../context';
import { medianMinutes } from './rules';

/** How many pieces of all kinds appeared since `since`, by board; only what readers see. */
export async function countSince({ db, registry }: Context, since: Date): Promise<Map<string, number>> {
  const counted = await Promise.all(
    Object.values(registry.kinds).map(({ counted }) => counted?.since(db, db.read, since) ?? []),
  );
  const byBoard = new Map<string, number>();
  for (const { board, n } of counted.flat()) byBoard.set(board, (byBoard.get(board) ?? 0) + n);
  return byBoard;
}

/** The median wait for a first answer in minutes, by board, of what was asked since `since`. */
export async function answerMinutes({ db, registry }: Context, since: Date): Promise<Map<string, number>> {
  const timed = await Promise.all(
    Object.values(registry.kinds).map(({ counted }) => counted?.firstAnswers?.(db, db.read, since) ?? []),
  );
  const times = new Map<string, number[]>();
  for (const { board, ms } of timed.flat()) times.set(board, [...(times.get(board) ?? []), ms]);
  return new Map(
    [...times].flatMap(([board, all]) => {
      const median = medianMinutes(all);
      return median === null ? [] : [[board, median] as const];
    }),
  );
}
