import type { Database } from '../../db/types';

export type BoardRow = Database['tables']['boards']['$inferSelect'];
