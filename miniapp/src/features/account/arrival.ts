import { consentsContract } from '@qihang/shared/consents/contract';
import { createClient } from '@qihang/shared/contract/client';
import { asApiError } from '@/platform/api-error';
import { back, openInstead } from '@/platform/navigation';
import { transport } from '@/platform/transport';

const api = createClient(consentsContract, transport);

/**
 * Leaves the sign-in page: for the documents when they wait for an answer, for the way back into an account that is being closed,
 * else back to where one was. Signing in itself needs no consent, so a failure here holds nobody up.
 */
export async function leaveSignIn(): Promise<void> {
  const next = await api.mine({}).then(
    ({ items }) => (items.some(({ acceptedAt }) => acceptedAt === null) ? 'consent' : null),
    (error) => (asApiError(error).code === 'account.closing' ? 'leave' : null),
  );
  await (next ? openInstead(next) : back());
}
