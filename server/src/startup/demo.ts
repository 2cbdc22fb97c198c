import type { Tx } from '../db/types';
import type { Seeding, Unseeding } from '../demo/seeding';
import { StartRefused } from '../start-refused';
import { type Purpose, purposeRefusal } from './rules';
import { deleteInstallation, settleInstallation } from './store';

/** Marks the database as a demo, in the transaction that writes the demo people. */
export async function seedPurpose({ context: { db } }: Seeding, tx: Tx): Promise<void> {
  const purpose = await settleInstallation(db, tx, 'purpose', 'demo' satisfies Purpose);
  const refused = purposeRefusal({ purpose, demoPeople: 0, others: 0 }, true);
  if (refused !== null) throw new StartRefused(refused);
}

/** Leaves open what the database is used for next, and with which secret: that of the demo is public. */
export async function unseedPurpose({ context: { db } }: Unseeding, tx: Tx): Promise<void> {
  await deleteInstallation(db, tx, ['purpose', 'secret']);
}
