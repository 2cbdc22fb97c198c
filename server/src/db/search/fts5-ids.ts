/**
 * Ids of FTS5 rows: the number of the board, the second of publication, and a number within that second. So the rows of
 * a board lie together, oldest first: its newest hits are read off one end of its range, and counting ends with it.
 * The largest, of board 4095, is the largest integer that a double holds.
 */
const idsPerSecond = 2 ** 8;
const secondsPerBoard = 2 ** 33;
const idsPerBoard = secondsPerBoard * idsPerSecond;

/** First and last id, both included. */
export interface IdRange {
  first: number;
  last: number;
}

export const boardNumberOf = (id: number): number => Math.floor(id / idsPerBoard);

export const rangeOfBoard = (board: number): IdRange => ({
  first: board * idsPerBoard,
  last: (board + 1) * idsPerBoard - 1,
});

/** The ids of a second, counted from 1970; what lies outside of the next 270 years goes to the nearest one in it. */
export function rangeOfSecond(board: number, second: number): IdRange {
  const first = board * idsPerBoard + Math.min(Math.max(0, second), secondsPerBoard - 1) * idsPerSecond;
  return { first, last: first + idsPerSecond - 1 };
}

const timeOf = (id: number): number => id % idsPerBoard;

/** Newest first over all boards; of the same number in a second, the board of the larger number. */
export const byNewest = (a: number, b: number): number => timeOf(b) - timeOf(a) || b - a;

/** The part of a board's range that comes after `id` in the order of `byNewest`. */
export function rangeAfter(board: number, id: number): IdRange {
  const { first } = rangeOfBoard(board);
  return { first, last: first + timeOf(id) - (board < boardNumberOf(id) ? 0 : 1) };
}
