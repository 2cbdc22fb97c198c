import { chunksOf } from '../../../db/chunks';
import type { Database, Reader, Tx } from '../../../db/types';
import type { SchoolMajor } from './extend';

/** When the school's list was imported; undefined while there is none. */
export async function findImportedAt(
  { tables: { schoolMajors } }: Database,
  read: Reader,
): Promise<Date | undefined> {
  const [first] = await read.select({ importedAt: schoolMajors.importedAt }).from(schoolMajors).limit(1);
  return first?.importedAt;
}

export const listSchoolMajors = ({ tables: { schoolMajors } }: Database, read: Reader) =>
  read.select().from(schoolMajors).orderBy(schoolMajors.name);

export async function replaceSchoolMajors(
  { tables: { schoolMajors } }: Database,
  tx: Tx,
  majors: readonly SchoolMajor[],
  importedAt: Date,
): Promise<void> {
  await tx.delete(schoolMajors);
  for (const chunk of chunksOf(majors.map((major) => ({ ...major, importedAt }))))
    await tx.insert(schoolMajors).values(chunk);
}
