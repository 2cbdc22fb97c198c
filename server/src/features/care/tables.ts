import type { CareSettings } from '@qihang/shared/care/contract';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

/** There is one set of settings; its row has this id. */
export const careRow = 'care';

export function careTables({ table, str, instant, json }: Kit, { users }: UserTables) {
  /** Whom a person in distress may turn to, as the school filled it in; without a row, the national line alone. */
  const careSettings = table('care_settings', {
    id: str().primaryKey(),
    lines: json<CareSettings['lines']>().notNull(),
    personName: str(),
    personAbout: str(),
    personId: str().references(() => users.id, { onDelete: 'set null' }),
    promise: str(),
    savedAt: instant().notNull(),
  });
  return { careSettings };
}

type CareTables = ReturnType<typeof careTables>;

declare module '../../db/types' {
  interface Tables extends CareTables {}
}
