import type { Judgement } from '../../../content/judged';
import type { Words } from '../../../content/revised';
import { nextTurn } from '../../../turns';

/** Judges the words of one row, by what a single job is judged by. */
export type JudgeWords = (words: Words, board: string) => Promise<Judgement>;

/** Rows that WeChat is asked about at the same time. */
const atOnce = 10;

/** Each begins a turn after the one before: the local rules take some milliseconds a row. */
async function afterTurns<T>(turns: number, work: () => Promise<T>): Promise<T> {
  for (let turn = 0; turn < turns; turn++) await nextTurn();
  return work();
}

/** What is said of the words of each row, in their order; other work of the process runs in between. */
export async function judgeAll(
  rows: readonly Words[],
  judge: (words: Words) => Promise<Judgement>,
): Promise<Judgement[]> {
  const judged: Judgement[] = [];
  for (let i = 0; i < rows.length; i += atOnce) {
    const batch = rows.slice(i, i + atOnce);
    judged.push(...(await Promise.all(batch.map((words, at) => afterTurns(at + 1, () => judge(words))))));
  }
  return judged;
}
