import type { ReviewColumn } from '../../content/columns';
import type { Database } from '../../db/types';

export type ThreadRow = Database['tables']['threads']['$inferSelect'];
export type AnswerRow = Database['tables']['answers']['$inferSelect'];

/** A question or answer as it comes in: what was not sent back, nor waits for review, leaves those columns out. */
export type NewThreadRow = Omit<ThreadRow, ReviewColumn> & Partial<Pick<ThreadRow, ReviewColumn>>;
export type NewAnswerRow = Omit<AnswerRow, ReviewColumn> & Partial<Pick<AnswerRow, ReviewColumn>>;
