/**
 * What search reads in a text. Text and query are folded (NFKC, lower case) and cut into runs of searchable characters;
 * a query's term is found where it stands inside a run, so a document is a hit exactly when every term is a substring of
 * its folded title or body. No rule depends on a script: Chinese, Latin and mixed terms (`AI产品`) work alike.
 */

// Blanks, punctuation, arrows, boxes, dingbats, private use and specials; `# & + - .` are no separators. Spelt out because
// phones of the base library we support have no \p{…}.
const separators =
  '\\s\\u0000-"$%\'()*,/:;<=>?@\\[\\\\\\]^_`{|}~\\u007f-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff' +
  '\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30a0\\u30fb\\ue000-\\uf8ff\\ufe00-\\ufe6f\\ufff0-\\uffff';

// A pair is searchable unless it is an emoji (U+1F000–U+1FBFF); half a pair never is.
const run = new RegExp(
  `(?:[^${separators}\\ud800-\\udfff]|[\\ud800-\\ud83b\\ud83f-\\udbff][\\udc00-\\udfff])+`,
  'g',
);

/** Full-width, compatibility and upper-case forms become the plain ones; the length may change. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The stretches of folded text in which a term can stand, in order. */
export const runsOf = (text: string): string[] => fold(text).match(run) ?? [];

// Joiners belong to a term inside it (`R&D`, `Node.js`, `三-五`), plus and sharp also behind it, and a point before a Latin
// letter (`.NET`); elsewhere they are punctuation of the sentence.
const tidy = (word: string): string => word.replace(/^(?:[#&+-]|\.(?![a-z]))+/, '').replace(/[.&-]+$/, '');

function readTerms(query: string): string[] {
  const words = runsOf(query)
    .flatMap((text) => text.split(/[.&-]{2,}/))
    .map(tidy)
    .filter((word) => word !== '');
  const terms = [...new Set(words)];
  return terms.filter((term) => !terms.some((other) => other !== term && other.includes(term)));
}

// A page of hits asks for the same query with each of its texts.
let last: { query: string; terms: readonly string[] } = { query: '', terms: [] };

/** The terms of a query, folded, without those that another one contains; empty when nothing can be searched for. */
export function termsOf(query: string): readonly string[] {
  if (query !== last.query) last = { query, terms: readTerms(query) };
  return last.terms;
}
