import { fold, termsOf } from './terms';

/** `[start, end)` in UTF-16 units of the text as it was given. */
export type Mark = [start: number, end: number];

export interface Marked {
  text: string;
  marks: Mark[];
}

// Marks that folding joins to the character before them: accents, voicing, Hangul vowels and finals.
const joining = '\\u0300-\\u036f\\u1160-\\u11ff\\u20d0-\\u20ff\\u3099\\u309a\\ufe20-\\ufe2f\\uff9e\\uff9f';
// Characters that fold one unit for one: ASCII, curly quotes, Chinese and its punctuation, full-width ASCII.
const plain = '\\n\\r\\t -~\\u2018-\\u201d\\u3001\\u3002\\u3008-\\u3011\\u4e00-\\u9fff\\uff01-\\uff5e';
const startsPlain = new RegExp(`^[${plain}]`);
const pieces = new RegExp(
  `[${plain}]+(?![${joining}])|(?:[\\ud800-\\udbff][\\udc00-\\udfff]|[\\s\\S])[${joining}]*`,
  'g',
);

interface Piece {
  /** Where it starts in the text, and how long it is there. */
  start: number;
  length: number;
  /** Where it starts in the folded text. */
  at: number;
  /** Its units are those of the folded text, one for one. */
  even: boolean;
}

/** Folds a text in pieces, so that a place in the folded text can be led back to the original. */
function foldInPieces(text: string): { folded: string; pieces: Piece[] } {
  const found: Piece[] = [];
  let folded = '';
  let start = 0;
  for (const part of text.match(pieces) ?? []) {
    const form = fold(part);
    const even = form.length === part.length && startsPlain.test(part);
    found.push({ start, length: part.length, at: folded.length, even });
    folded += form;
    start += part.length;
  }
  return { folded, pieces: found };
}

/** Leads ascending, separate ranges of the folded text back; half a piece counts as the whole of it. */
function unfold(ranges: readonly Mark[], of: readonly Piece[]): Mark[] {
  let i = 0;
  const pieceOf = (at: number): Piece => {
    while (of[i + 1] && (of[i + 1] as Piece).at <= at) i += 1;
    return of[i] as Piece;
  };
  return ranges.map(([from, to]) => {
    const first = pieceOf(from);
    const start = first.even ? first.start + from - first.at : first.start;
    const last = pieceOf(to - 1);
    const end = last.even ? last.start + to - last.at : last.start + last.length;
    return [start, end];
  });
}

/** Sorts ranges and joins those that touch. */
function joined(ranges: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

function placesOf(term: string, folded: string): Mark[] {
  const places: Mark[] = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
    places.push([at, at + term.length]);
  }
  return places;
}

/** Where the terms of the query stand in the text, by the rules by which it is found; in order, none touching. */
export function highlight(text: string, query: string): Mark[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const { folded, pieces: of } = foldInPieces(text);
  const places = joined(terms.flatMap((term) => placesOf(term, folded)));
  return joined(unfold(places, of));
}
