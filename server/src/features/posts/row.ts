import type { WrittenColumn } from '../../content/written';
import type { Database } from '../../db/types';

export type PostRow = Database['tables']['posts']['$inferSelect'];

/** An article as it comes in; what is not planned and was not sent back may be left out. */
export type NewPostRow = Omit<PostRow, WrittenColumn> & Partial<Pick<PostRow, WrittenColumn>>;
