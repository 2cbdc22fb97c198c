import type { Kit } from '../../../db/kit/pg';

/** The school's own majors, beside the national catalogue: all of one import, which replaces the one before. */
export function majorTables({ table, str, json, instant }: Kit) {
  const schoolMajors = table('school_majors', {
    name: str().primaryKey(),
    className: str().notNull(),
    /** Where the class is not of the national catalogue either. */
    category: str(),
    aliases: json<string[]>().notNull(),
    importedAt: instant().notNull(),
  });
  return { schoolMajors };
}
