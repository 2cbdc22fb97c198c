import type { Database } from '../../db/types';

export type PostRow = Database['tables']['posts']['$inferSelect'];
