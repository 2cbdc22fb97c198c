import type { Database } from '../../db/types';

export type ThreadRow = Database['tables']['threads']['$inferSelect'];
export type AnswerRow = Database['tables']['answers']['$inferSelect'];

/** A question or answer as it comes in: what has a default, or did not happen yet, is left out. */
export type NewThreadRow = Database['tables']['threads']['$inferInsert'];
export type NewAnswerRow = Database['tables']['answers']['$inferInsert'];
