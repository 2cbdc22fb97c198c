import { createClient } from '@qihang/shared/contract/client';
import { type Subscriptions, subscriptionsContract } from '@qihang/shared/subscriptions/contract';
import type { GrantResult } from '@qihang/shared/subscriptions/vocabulary';
import { asApiError } from '@/platform/api-error';
import { now } from '@/platform/clock';
import { queryClient } from '@/platform/query-client';
import { forget, store, stored } from '@/platform/storage';
import { askForMessages, subscribeCodes } from '@/platform/subscribe';
import { transport } from '@/platform/transport';
import { type Kept, nothingKept, resting, resultsOf, stillCounted, withAnswer } from './credits';

const api = createClient(subscriptionsContract, transport);

const place = 'reach';

export const subscriptionsKey = ['subscriptions'];

export const kept = (): Kept => stored<Kept>(place) ?? nothingKept;
const keep = (change: (before: Kept) => Kept) => store(place, change(kept()));

/** What one person granted, and was asked for, is not the next one's. */
export const forgetKept = () => forget(place);

const newKey = () =>
  [now().getTime(), Math.random(), Math.random()]
    .map((part) => part.toString(36).replace('0.', ''))
    .join('-');

function learn(known: Subscriptions): Subscriptions {
  keep((before) => ({ ...before, known }));
  queryClient.setQueryData(subscriptionsKey, known);
  return known;
}

let sending: Promise<void> | undefined;

/** Sends what the person answered, in order and one at a time: what the server did not take stays for the next try. */
export function sendGrants(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  keep((before) => ({ ...before, grants: stillCounted(before.grants, now().getTime()) }));
  for (let [next] = kept().grants; next; [next] = kept().grants) {
    const { key } = next;
    const drop = () =>
      keep((before) => ({ ...before, grants: before.grants.filter((one) => one.key !== key) }));
    try {
      const known = await api.grant({ body: next });
      drop();
      learn(known);
    } catch (error) {
      // Refused as it is, it would be refused for ever and hold up the others.
      if (asApiError(error).code !== 'request.invalid') return;
      drop();
    }
  }
}

/** What can still be sent, and for what: after what the phone has to tell about it. */
export async function readSubscriptions(): Promise<Subscriptions> {
  await sendGrants();
  return learn(await api.show({}));
}

/** Asks in passing again, also for what was declined: the person has gone to change their mind. */
export const askAgain = () => keep((before) => ({ ...before, declined: {} }));

/** What became of a question: what the person answered, or the code of WeChat for why it did not ask. */
export type Asked = { results: Record<string, GrantResult> } | { code: number };

/** Asks for one message of each template, within a tap, and keeps the answer until the server has it. */
export async function ask(ids: readonly string[]): Promise<Asked> {
  const answer = await askForMessages(ids);
  const at = now();
  if ('code' in answer) {
    const { code } = answer;
    if (code === subscribeCodes.switchedOff || code === subscribeCodes.banned)
      keep((before) => resting(before, ids, at.getTime()));
    return answer;
  }
  const results = resultsOf(answer.words);
  if (Object.keys(results).length > 0) {
    keep((before) => withAnswer(before, { results, key: newKey(), at: at.toISOString() }));
    void sendGrants();
  }
  return { results };
}
