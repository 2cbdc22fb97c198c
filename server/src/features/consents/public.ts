import type { consentClients } from '@qihang/shared/consents/vocabulary';
import type { Context } from '../../context';
import type { Database, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { currentDocuments } from './documents';
import { missingConsents } from './rules';
import { insertConsents, listConsents } from './store';

/** @throws AppError `consent.required`, naming each text this person has yet to agree to */
export async function requireConsent({ db }: Pick<Context, 'db'>, userId: string): Promise<void> {
  const missing = missingConsents(currentDocuments(), await listConsents(db, db.read, userId));
  if (missing.length === 0) return;
  throw new AppError(
    'consent.required',
    undefined,
    missing.map(({ name, title, version }) => ({ path: name, message: `《${title}》${version} 版` })),
  );
}

/** Records that these people agreed to the current version of every text; for demo data and tests. */
export async function insertFullConsents(
  db: Database,
  tx: Tx,
  userIds: readonly string[],
  client: (typeof consentClients)[number],
  acceptedAt: Date,
): Promise<void> {
  const rows = userIds.flatMap((userId) =>
    currentDocuments().map(({ name, version, hash }) => ({
      userId,
      document: name,
      version,
      hash,
      client,
      acceptedAt,
    })),
  );
  if (rows.length > 0) await insertConsents(db, tx, rows);
}
