import type { Consent } from '@qihang/shared/consents/contract';
import type { Document } from './documents';
import type { ConsentRow } from './store';

export const viewDocument = ({ name, title, version, hash }: Document) => ({ name, title, version, hash });

export function viewConsent({ name, title, version, hash }: Document, given: readonly ConsentRow[]): Consent {
  const mine = given.filter(({ document }) => document === name);
  const current = mine.find((row) => row.hash === hash);
  const last = current ?? mine.at(-1);
  return {
    name,
    title,
    version,
    acceptedAt: current?.acceptedAt.toISOString() ?? null,
    acceptedVersion: last?.version ?? null,
  };
}
