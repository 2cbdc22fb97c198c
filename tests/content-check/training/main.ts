import { writeFileSync } from 'node:fs';
import { readPart } from '@qihang/shared/content-check/features';
import { readPiece, weightsOf } from '@qihang/shared/content-check/reader';
import { step } from '@qihang/shared/content-check/weights';
import { scoreContent } from '../../eval/score-content';
import { digestOfTexts, readTexts } from '../texts';
import { train } from './train';

const folds = 5;

/**
 * Makes the weights from the texts of `folder` and writes them to `target`, after it has said how the reader alone does on each
 * fifth of the texts when it is made from the others.
 */
export function makeWeights(folder: string, target: string): void {
  const texts = readTexts(folder);
  const verdicts = new Map<string, string>();
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = weightsOf(train(texts.filter((_, i) => i % folds !== fold)));
    texts.forEach(({ kind, text }, i) => {
      if (i % folds !== fold) return;
      verdicts.set(text, readPiece([readPart(text)], kind, new Set(), weights).verdict);
    });
  }
  const items = texts.map(({ why, ...one }, i) => ({ ...one, why, id: String(i) }));
  const { score, table } = scoreContent(items, (text) => verdicts.get(text) ?? '');
  console.log(`The reader alone, on texts that it was not made from (${texts.length}):`, score, table);

  const lines = train(texts);
  writeFileSync(
    target,
    `// Made by tests/content-check/training/run.mjs from tests/content-check/texts.txt; nothing here is written by hand.
export const madeFrom = '${digestOfTexts(folder)}';
export const step = ${step};
export const table =
  ${JSON.stringify(lines.join('\n'))};
`,
  );
  console.log(`${lines.length} features written to ${target}`);
}
