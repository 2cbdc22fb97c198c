import { runsOf, termsOf } from '@qihang/shared/search/terms';
import { closingTokens } from './closing';

/**
 * Character bigrams, the same for both engines. A token of one or two characters says that these are adjacent in
 * title or body; with `=` before it, in the title. No run has a `=` in it.
 */
const inTitle = (token: string): string => `=${token}`;

const pairs = (run: string): string[] => {
  const characters = Array.from(run);
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
};

// The last character of a run ends it, so that no phrase of pairs reaches over to the next one.
const runTokens = (run: string): string[] => [...pairs(run), Array.from(run).at(-1) ?? ''];

// Each character once more by itself: a term of one character is then one token, not all tokens that begin with it.
function textTokens(runs: readonly string[]): string[] {
  const tokens = runs.flatMap(runTokens);
  const known = new Set(tokens);
  const characters = new Set(runs.flatMap((run) => Array.from(run)));
  return [...tokens, ...[...characters].filter((character) => !known.has(character))];
}

/** The tokens of a document; those of a run follow one another in its order. */
export function documentTokens(doc: { title: string; body: string; closesAt: Date | null }): string[] {
  const title = runsOf(doc.title);
  const text = textTokens([...title, ...runsOf(doc.body)]);
  return [...textTokens(title).map(inTitle), ...text, ...closingTokens(doc.closesAt)];
}

/** A term of a query and its tokens, which must follow one another. */
export interface Phrase {
  term: string;
  tokens: string[];
}

/** One phrase a term; none when the query has nothing to search for. */
export function phrasesOf(query: string): Phrase[] {
  return termsOf(query).map((term) => {
    const tokens = pairs(term);
    return { term, tokens: tokens.length === 0 ? [term] : tokens };
  });
}

/** The same phrases, to be found in the title. */
export const inTitles = (phrases: readonly Phrase[]): Phrase[] =>
  phrases.map(({ term, tokens }) => ({ term, tokens: tokens.map(inTitle) }));

/** Pairs in which most questions are alike: they say that something is asked, not what. */
const asking = new Set(
  '怎么 么办 什么 可以 如何 请问 是不 不是 能不 不能 有没 没有 一下 大家 还能 需要 应该 要不 不要 的话 是否 我的 这个 一个'.split(
    ' ',
  ),
);

/** So many pairs of a title are looked for at most. */
const mostPairs = 40;

/** The tokens by which titles are compared: each pair of characters once, as it is in a title. */
export const titlePairs = (title: string): string[] =>
  [...new Set(runsOf(title).flatMap(pairs))]
    .filter((pair) => !asking.has(pair))
    .slice(0, mostPairs)
    .map(inTitle);
