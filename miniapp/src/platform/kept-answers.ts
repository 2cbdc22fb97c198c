import { forget, store, stored } from './storage';

// WeChat allows 1 MB a key and 10 MB in all; a character takes up to three bytes.
const longestAnswer = 300_000;
const longestTotal = 2_400_000;

const indexKey = 'kept';

interface KeptAnswer {
  data: unknown;
  /** Phone time in milliseconds, as react-query counts. */
  updatedAt: number;
}
type Index = { key: string; length: number }[];

const readIndex = () => stored<Index>(indexKey) ?? [];

/** An answer of an earlier visit, however old: the reader is told its age. */
export const keptAnswer = (hash: string) => stored<KeptAnswer>(`kept:${hash}`);

/** Keeps an answer for reading without a network; the longest unused give way. */
export function keepAnswer(hash: string, answer: KeptAnswer) {
  const length = JSON.stringify(answer).length;
  if (length > longestAnswer) return;
  const index = [{ key: hash, length }, ...readIndex().filter(({ key }) => key !== hash)];
  let total = 0;
  const fits = index.filter((entry) => {
    total += entry.length;
    return total <= longestTotal;
  });
  for (const { key } of index.slice(fits.length)) forget(`kept:${key}`);
  if (store(`kept:${hash}`, answer)) store(indexKey, fits);
}

/** Drops everything kept, as on signing out: answers may hold what only that person could see. */
export function dropKeptAnswers() {
  for (const { key } of readIndex()) forget(`kept:${key}`);
  forget(indexKey);
}
