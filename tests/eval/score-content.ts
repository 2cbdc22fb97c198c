import { share } from './corpus';
import type { Miss } from './score-paste';

/** The three answers of the content check; the labels of the corpus use the same words. */
export type ContentVerdict = string;

export interface ContentItem {
  id: string;
  kind: string;
  text: string;
  expect: ContentVerdict;
  why: string;
}

export type CheckContent = (text: string, kind: string) => ContentVerdict;

export interface ContentScore {
  accuracy: number;
  blockPassed: number;
  passStopped: number;
  careRecall: number;
}

/** Accuracy, the two costs apart (blocked text that passed, passable text that was stopped) and the care recall. */
export function scoreContent(
  items: readonly ContentItem[],
  check: CheckContent,
): { score: ContentScore; table: Record<string, Record<string, number>>; misses: Miss[] } {
  const table: Record<string, Record<string, number>> = {};
  const misses: Miss[] = [];
  let right = 0;
  let care = 0;
  let careRight = 0;
  for (const item of items) {
    const verdict = check(item.text, item.kind);
    const row = table[item.expect] ?? {};
    row[verdict] = (row[verdict] ?? 0) + 1;
    table[item.expect] = row;
    if (verdict === item.expect) right += 1;
    else misses.push({ id: item.id, what: item.why, expected: item.expect, got: verdict });
    if (item.why !== 'care') continue;
    care += 1;
    if (verdict === item.expect) careRight += 1;
  }
  const passed = table.pass ?? {};
  return {
    score: {
      accuracy: share(right, items.length),
      blockPassed: table.block?.pass ?? 0,
      passStopped: Object.entries(passed).reduce(
        (sum, [verdict, count]) => sum + (verdict === 'pass' ? 0 : count),
        0,
      ),
      careRecall: share(careRight, care),
    },
    table,
    misses,
  };
}

/** Texts that nobody has to look at. */
export interface CleanText {
  kind: string;
  text: string;
}

/** Of each set of clean texts, how many are held: `held/all`. */
export const countFalseHolds = (
  sets: Readonly<Record<string, readonly CleanText[]>>,
  check: CheckContent,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sets).map(([name, texts]) => {
      const held = texts.filter(({ text, kind }) => check(text, kind) !== 'pass').length;
      return [name, `${held}/${texts.length}`];
    }),
  );
