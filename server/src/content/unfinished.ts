import { check } from '@qihang/shared/contract/messages';
import type { Schema } from '@qihang/shared/contract/route';
import type * as z from 'zod/mini';
import { AppError } from '../errors';

/** What was typed of a piece, each field by itself: its value where it is whole, `standIns` where it is not yet. */
export function wholeFields<S extends Record<string, Schema>>(
  schemas: S,
  typed: Readonly<Record<string, unknown>>,
  standIns: { [K in keyof S]: z.output<S[K]> },
): { [K in keyof S]: z.output<S[K]> } {
  const values = Object.entries(schemas).map(([key, schema]) => {
    const result = check(schema, typed[key]);
    return [key, result.ok ? result.value : standIns[key]];
  });
  return Object.fromEntries(values) as { [K in keyof S]: z.output<S[K]> };
}

/** @throws AppError `request.invalid` with every field that is not as readers may see it */
export function demandWhole<S extends Schema>(schema: S, typed: unknown): z.output<S> {
  const result = check(schema, typed);
  if (!result.ok) throw new AppError('request.invalid', undefined, result.errors);
  return result.value;
}
