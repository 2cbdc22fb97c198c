import type { TextSpan } from '../../text/link';
import type { OwnCities } from '../text/city';
import { fold } from '../text/fold';
import { type Entry, toEntries } from './entries';
import type { LabelField } from './labels';
import { type Line, toLines } from './lines';
import { type Table, toTable } from './table';

export type { Entry } from './entries';
export type { Line } from './lines';
export type { Cell, Row, Table } from './table';

/** A pasted text, folded (same length as the original, so that offsets hold) and cut into lines and entries. */
export interface Document {
  text: string;
  original: string;
  lines: Line[];
  entries: Entry[];
  table: Table | null;
  ownCities: OwnCities;
}

/** Longer texts are read up to here: no announcement is longer, and a phone must not stall on a pasted book. */
export const longestRead = 20000;

/** Folds and cuts a pasted text. `\r\n` and page breaks end lines. `ownCities` are cities that the list need not know. */
export function readDocument(original: string, ownCities: OwnCities = []): Document {
  const cut = original.slice(0, longestRead);
  const text = fold(cut)
    .replace(/\r\n/g, ' \n')
    .replace(/[\r\u2028\u2029\v\f]/g, '\n')
    .replace(/丨/g, '|');
  const lines = toLines(text);
  const entries = toEntries(text, lines);
  return { text, original: cut, lines, entries, table: toTable(text, lines), ownCities };
}

/** What stands in the original at a span, blanks joined: the form in which names are handed on. */
export function written(document: Document, span: TextSpan): string {
  return document.original.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}

export function entriesOf(document: Document, ...fields: LabelField[]): Entry[] {
  return document.entries.filter((entry) => fields.includes(entry.field));
}
