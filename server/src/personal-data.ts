import type { PostFate } from '@qihang/shared/my-data/vocabulary';
import type { Context } from './context';
import type { Database, Tx } from './db/types';

/**
 * What erasing a person does with the rows of a column that names one: `deleted` removes them, `by-choice` removes them
 * if the person asked for it, `unnamed` keeps them with the id of the emptied person, `unbound` keeps them, since they are
 * not the person's, with null in the column.
 */
export type Fate = 'deleted' | 'by-choice' | 'unnamed' | 'unbound';

/** One kind of record about a person, in the words of 我的数据. */
export interface Section {
  title: string;
  what: string;
  why: string;
  kept: string;
}

/** A row of the export: instants become ISO 8601. Never holds a token, an openid or anything of another person. */
export type ExportRow = Record<string, unknown>;

/** What a feature keeps about people. Every feature with a column that names a person declares one in its feature.ts. */
export interface PersonalData<K extends string = string> {
  /** By `table.column` as the database names them. */
  columns: Readonly<Record<string, Fate>>;
  sections: Readonly<Record<K, Section>>;
  exportOf(db: Database, userId: string): Promise<Record<K, ExportRow[]>>;
  /** In the one transaction that erases the person; the row of the person itself stays, empty. */
  erase(context: Context, tx: Tx, userId: string, posts: PostFate, now: Date): Promise<void>;
}

/** Keeps the keys of the sections and of the export in step. */
export const definePersonalData = <K extends string>(data: PersonalData<K>): PersonalData<K> => data;
