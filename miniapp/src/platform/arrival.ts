import { consentsContract } from '@qihang/shared/consents/contract';
import { createClient } from '@qihang/shared/contract/client';
import { back, openInstead } from './navigation';
import { transport } from './transport';

const api = createClient(consentsContract, transport);

/**
 * Leaves the sign-in page: for the documents when they wait for an answer, else back to where one was. Signing in itself
 * needs no consent, so a failure here holds nobody up.
 */
export async function leaveSignIn(): Promise<void> {
  const asked = await api.mine({}).then(
    ({ items }) => items.some(({ acceptedAt }) => acceptedAt === null),
    () => false,
  );
  await (asked ? openInstead('consent') : back());
}
