import { type ThreadCategory, threadCategoryNames } from '@qihang/shared/threads/vocabulary';
import type { Revised } from '../../content/revised';
import { findAnswer, findThread } from './store';
import { answerWording, threadWording } from './wording';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Nothing puts back an earlier version of what was said in the open; its author writes it again. */
async function restore(): Promise<never> {
  throw new Error('Questions and answers are not restored');
}

/** Questions version by version. */
export const revisedThreads: Revised = {
  async current(db, read, id) {
    const row = await findThread(db, read, id);
    return row && threadWording(row.thread);
  },
  labels: { title: '标题', body: '补充', category: '分类' },
  textOf: (field, words) =>
    field === 'category' ? (threadCategoryNames[words.category as ThreadCategory] ?? '') : text(words[field]),
  blocksOf: () => null,
  restore,
};

/** Answers version by version. */
export const revisedAnswers: Revised = {
  async current(db, read, id) {
    const answer = await findAnswer(db, read, id);
    return answer && answerWording(answer);
  },
  labels: { body: '回答' },
  textOf: (field, words) => text(words[field]),
  blocksOf: () => null,
  restore,
};
