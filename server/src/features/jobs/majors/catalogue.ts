import { type Catalogue, nationalCatalogue } from '@qihang/shared/jobs/majors/catalogue';
import type { Database, Reader } from '../../../db/types';
import { extendNational } from './extend';

const built = new WeakMap<Database, { importedAt: number; catalogue: Catalogue }>();

/**
 * The catalogue of this school: the national one, with the school's own list if there is one. Another process may have
 * imported a list since, so the database is asked each time, for one row.
 */
export async function schoolCatalogue(db: Database, read: Reader): Promise<Catalogue> {
  const { schoolMajors } = db.tables;
  const [first] = await read.select({ importedAt: schoolMajors.importedAt }).from(schoolMajors).limit(1);
  if (!first) return nationalCatalogue;
  const importedAt = first.importedAt.getTime();
  const known = built.get(db);
  if (known?.importedAt === importedAt) return known.catalogue;
  const catalogue = extendNational(await read.select().from(schoolMajors).orderBy(schoolMajors.name));
  built.set(db, { importedAt, catalogue });
  return catalogue;
}
