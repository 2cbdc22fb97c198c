import { type Purpose, purposes } from '@qihang/shared/subscriptions/vocabulary';
import type { Database, Reader } from '../../db/types';
import { type Account, creditOf, listTemplates } from './store';
import type { MessageField } from './tables';

export interface Template {
  purpose: Purpose;
  templateId: string;
  fields: readonly MessageField[];
}

/** The templates that are set up, in the order of priority. */
export async function activeTemplates(db: Database, read: Reader): Promise<Template[]> {
  const rows = await listTemplates(db, read);
  return purposes.flatMap((purpose) => {
    const row = rows.find((one) => one.purpose === purpose);
    return row && row.templateId !== null
      ? [{ purpose, templateId: row.templateId, fields: row.fields }]
      : [];
  });
}

export async function balanceOf(db: Database, read: Reader, account: Account): Promise<number> {
  const { messageCredits } = db.tables;
  const [row] = await read
    .select({ balance: messageCredits.balance })
    .from(messageCredits)
    .where(creditOf(db, account));
  return row?.balance ?? 0;
}
