import * as z from 'zod/mini';
import { AppError } from '../errors';

const cursorSchema = z.tuple([z.string(), z.int(), z.string()]);

/** The place after which a page goes on: the sort value (milliseconds) and id of the last row shown. */
export interface Place {
  at: Date;
  id: string;
}

/**
 * Cursors are opaque to clients: base64url of `[order, milliseconds, id]`. `order` names what the list is sorted by, so
 * that a cursor of one order is refused in another.
 */
export function encodeCursor(order: string, { at, id }: Place): string {
  return Buffer.from(JSON.stringify([order, at.getTime(), id])).toString('base64url');
}

/** @throws AppError `cursor.invalid` */
export function decodeCursor(order: string, cursor: string): Place {
  try {
    const [of, at, id] = z.parse(cursorSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const date = new Date(at);
    if (of === order && !Number.isNaN(date.getTime()) && Math.abs(at) < 4e12 && /^[\w-]{1,48}$/.test(id)) {
      return { at: date, id };
    }
  } catch {
    // falls through: nonsense of any kind gets the same answer
  }
  throw new AppError('cursor.invalid');
}

/** Cuts a page out of `rows`, which were asked for with one more than `limit`. */
export function pageFrom<R>(
  rows: readonly R[],
  limit: number,
  order: string,
  placeOf: (row: R) => Place,
): { rows: readonly R[]; nextCursor: string | null } {
  const last = rows[limit - 1];
  const more = rows.length > limit && last !== undefined;
  return { rows: rows.slice(0, limit), nextCursor: more ? encodeCursor(order, placeOf(last)) : null };
}

const keySchema = z.tuple([z.string(), z.string().check(z.minLength(1), z.maxLength(64))]);

/**
 * The key after which a page of a list goes on that is sorted by one unique text.
 * @throws AppError `cursor.invalid`
 */
export function decodeKey(order: string, cursor: string): string {
  try {
    const [of, key] = z.parse(keySchema, JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    // PostgreSQL refuses U+0000 in a text.
    if (of === order && !key.includes('\0')) return key;
  } catch {
    // falls through: nonsense of any kind gets the same answer
  }
  throw new AppError('cursor.invalid');
}

/** Cuts a page out of `rows`, which are sorted by a unique text and were asked for with one more than `limit`. */
export function pageByKey<R>(
  rows: readonly R[],
  limit: number,
  order: string,
  keyOf: (row: R) => string,
): { rows: readonly R[]; nextCursor: string | null } {
  const last = rows[limit - 1];
  const more = rows.length > limit && last !== undefined;
  const nextCursor = more ? Buffer.from(JSON.stringify([order, keyOf(last)])).toString('base64url') : null;
  return { rows: rows.slice(0, limit), nextCursor };
}
