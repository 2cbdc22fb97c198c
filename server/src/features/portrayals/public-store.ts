import type { Database, Tx } from '../../db/types';

export type PortrayalRow = Database['tables']['portrayals']['$inferSelect'];

export const insertPortrayal = ({ tables: { portrayals } }: Database, tx: Tx, row: PortrayalRow) =>
  tx.insert(portrayals).values(row);
