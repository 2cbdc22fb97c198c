import { type Catalogue, nationalCatalogue } from '@qihang/shared/jobs/majors/catalogue';
import type { Database, Reader } from '../../../db/types';
import { extendNational } from './extend';
import { findImportedAt, listSchoolMajors } from './store';

const built = new WeakMap<Database, { importedAt: number; catalogue: Catalogue }>();

/**
 * The catalogue of this school: the national one, with the school's own list if there is one. Another process may have
 * imported a list since, so the database is asked each time, for one row.
 */
export async function schoolCatalogue(db: Database, read: Reader): Promise<Catalogue> {
  const importedAt = (await findImportedAt(db, read))?.getTime();
  if (importedAt === undefined) return nationalCatalogue;
  const known = built.get(db);
  if (known?.importedAt === importedAt) return known.catalogue;
  const catalogue = extendNational(await listSchoolMajors(db, read));
  built.set(db, { importedAt, catalogue });
  return catalogue;
}
