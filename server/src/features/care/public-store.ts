import type { CareContact, CareSettings } from '@qihang/shared/care/contract';
import { eq } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import { careRow } from './tables';

/** The national line for mental health, until a school fills in its own. */
const national: CareSettings = {
  lines: [{ name: '全国心理援助热线', about: '24 小时', phone: '12356' }],
  person: null,
  promise: null,
};

export async function getCareSettings(
  { tables: { careSettings } }: Database,
  read: Reader,
): Promise<CareSettings> {
  const [row] = await read.select().from(careSettings).where(eq(careSettings.id, careRow));
  if (!row) return national;
  const { lines, personName: name, personAbout: about, personId: userId, promise } = row;
  return { lines, person: name === null ? null : { name, about, userId }, promise };
}

/** Whom a person in distress may turn to: what everybody may read of the settings. */
export async function careContact(db: Database, read: Reader): Promise<CareContact> {
  const { lines, person, promise } = await getCareSettings(db, read);
  return { lines, person: person && { name: person.name, about: person.about }, promise };
}

export async function saveCareSettings(
  { tables: { careSettings } }: Database,
  tx: Tx,
  { lines, person, promise }: CareSettings,
  at: Date,
): Promise<void> {
  const row = {
    lines,
    promise,
    personName: person?.name ?? null,
    personAbout: person?.about ?? null,
    personId: person?.userId ?? null,
    savedAt: at,
  };
  await tx
    .insert(careSettings)
    .values({ id: careRow, ...row })
    .onConflictDoUpdate({ target: careSettings.id, set: row });
}
