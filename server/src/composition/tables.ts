import type { Kit } from '../db/kit/pg';
import type { Tables } from '../db/types';
import { features } from './features';

/** Every table, made for one engine. */
export function makeTables(kit: Kit): Tables {
  const tables = {} as Tables;
  for (const feature of features) Object.assign(tables, feature.tables?.(kit, tables));
  return tables;
}
