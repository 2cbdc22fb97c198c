import type { Context } from '../context';
import { countPeople, listDemoPeople } from '../demo/store';
import { fingerprintOf } from '../ports/secret';
import { StartRefused } from '../start-refused';
import { type Purpose, purposeRefusal, secretRefusal } from './rules';
import { findInstallation, putInstallation, settleInstallation } from './store';

/**
 * Keeps demo and real people in databases of their own, and settles what a new database is for.
 * @throws StartRefused
 */
export async function admitPurpose({ db, config: { demo } }: Context): Promise<void> {
  const refused = await db.write(async (tx) => {
    const purpose = await findInstallation(db, tx, 'purpose');
    const people = await countPeople(db, tx);
    const demoPeople = (await listDemoPeople(db, tx)).length;
    const refusal = purposeRefusal({ purpose, demoPeople, others: people - demoPeople }, demo);
    // An empty database becomes a demo with its demo people, in their transaction.
    if (refusal === null && purpose === undefined && (!demo || people > 0))
      await settleInstallation(db, tx, 'purpose', (demo ? 'demo' : 'real') satisfies Purpose);
    return refusal;
  });
  if (refused !== null) throw new StartRefused(refused);
}

/**
 * Compares the secret with the one that the database has been used with; the first one is noted.
 * @throws StartRefused
 */
export async function admitSecret({ db, secret }: Context): Promise<void> {
  const fingerprint = fingerprintOf(secret);
  const known =
    (await findInstallation(db, db.read, 'secret')) ??
    (await db.write((tx) => settleInstallation(db, tx, 'secret', fingerprint)));
  const refused = secretRefusal(known, fingerprint);
  if (refused !== null) throw new StartRefused(refused);
}

/**
 * All that must hold before anything else is done with an open database.
 * @throws StartRefused with words for the operator
 */
export async function admitStart(context: Context): Promise<void> {
  await admitPurpose(context);
  await admitSecret(context);
}

/** From here on the database belongs to the present secret. */
export async function replaceSecret({ db, secret }: Context): Promise<void> {
  await db.write((tx) => putInstallation(db, tx, 'secret', fingerprintOf(secret)));
}
