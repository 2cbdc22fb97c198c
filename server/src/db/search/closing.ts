import { dayMs } from '@qihang/shared/time/shanghai';

/**
 * When a thing closes, as tokens of the index. Nothing is rewritten on the day it happens: a query names the days that are
 * still to come. So that these are few, a document carries its day at every level of a binary tree (the day, the pair of
 * days, the four …), as Lucene indexes numbers, and the days from one on are one subtree a level.
 *
 * A day (of UTC, since 1970) only narrows the search; which side of the instant a document of that very day is on, its
 * `closesAt` says.
 */
const levels = 16;
const lastDay = 2 ** levels - 1;

// What never closes does so on the last day, in 2149; later instants are taken for the day before.
const dayOf = (at: Date | null): number =>
  at === null ? lastDay : Math.min(Math.max(0, Math.floor(at.getTime() / dayMs)), lastDay - 1);

// No searchable text holds an `@`, see `shared/search/terms`.
const subtree = (level: number, place: number): string => `@${level}.${place}`;

/** The tokens of a document that closes at `at`; null never closes. */
export const closingTokens = (at: Date | null): string[] =>
  Array.from({ length: levels }, (_, level) => subtree(level, dayOf(at) >> level));

const side = { from: 0, until: 1 } as const;

/** Tokens of which each document has one that closes on the day of `at` or after it (`from`), or before (`until`). */
export function closingDays(which: keyof typeof side, at: Date): string[] {
  const day = dayOf(at);
  const step = which === 'from' ? 1 : -1;
  const places = Array.from({ length: levels }, (_, level) => day >> level);
  // A subtree's sibling holds later days if the subtree is the left one of the two, else earlier ones.
  const siblings = places.flatMap((place, level) =>
    place % 2 === side[which] ? [subtree(level, place + step)] : [],
  );
  return [subtree(0, day), ...siblings];
}
