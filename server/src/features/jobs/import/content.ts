import type { Judgement } from '../../../content/judged';
import type { Words } from '../../../content/revised';
import { nextTurn } from '../../../turns';

/** Judges the words of one row, by what a single job is judged by. */
export type JudgeWords = (words: Words, board: string) => Promise<Judgement>;

/** Rows that WeChat is asked about at the same time. */
const atOnce = 10;

/** What is said of the words of each row, in their order; other work of the process runs in between. */
export async function judgeAll(
  rows: readonly Words[],
  judge: (words: Words) => Promise<Judgement>,
): Promise<Judgement[]> {
  const judged: Judgement[] = [];
  for (let i = 0; i < rows.length; i += atOnce) {
    judged.push(...(await Promise.all(rows.slice(i, i + atOnce).map(judge))));
    await nextTurn();
  }
  return judged;
}
