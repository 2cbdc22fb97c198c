import type { Database } from '../../db/types';

export type ThreadRow = Database['tables']['threads']['$inferSelect'];
export type AnswerRow = Database['tables']['answers']['$inferSelect'];
