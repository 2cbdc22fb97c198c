import { createHash, randomInt } from 'node:crypto';
import type { World } from './world';

const tries = 3;
const patienceMs = 5_000;

/** SHA-1 of token, timestamp and nonce, sorted and joined: how WeChat signs a push. */
export const signatureOf = (token: string, timestamp: string, nonce: string): string =>
  createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');

function signedQuery(token: string, now: number): URLSearchParams {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = String(randomInt(1_000_000_000, 2_000_000_000));
  return new URLSearchParams({ signature: signatureOf(token, timestamp, nonce), timestamp, nonce });
}

interface Event {
  Event: string;
  trace_id?: string;
  /** Of subscriptions: an object for one item, a list only for several. */
  List?: object;
}

/** Pushes an event in plain JSON, signed; without `success` or an empty answer in 5 s twice more. */
export async function deliver(world: World, openid: string, event: Event): Promise<void> {
  if (!world.push) return;
  const body = JSON.stringify({
    ToUserName: 'gh_0123456789ab',
    FromUserName: openid,
    CreateTime: Math.floor(world.now() / 1000),
    MsgType: 'event',
    ...event,
  });
  for (let attempt = 1; attempt <= tries; attempt++) {
    const url = new URL(world.push.url);
    for (const [name, value] of signedQuery(world.push.token, world.now())) url.searchParams.set(name, value);
    url.searchParams.set('openid', openid);
    const { status, text } = await post(url, body);
    const accepted = status === 200 && (text === 'success' || text === '');
    world.deliveries.push({
      event: event.Event,
      ...(event.trace_id === undefined ? {} : { traceId: event.trace_id }),
      attempt,
      status,
      accepted,
    });
    if (accepted) return;
  }
}

async function post(url: URL, body: string): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

/** Asks the push address whether it is ours, as WeChat does when an operator saves it: true when the echo comes back. */
export async function verifyPushAddress(world: World): Promise<boolean> {
  if (!world.push) return false;
  const url = new URL(world.push.url);
  const echo = String(randomInt(1_000_000_000, 2_000_000_000));
  for (const [name, value] of signedQuery(world.push.token, world.now())) url.searchParams.set(name, value);
  url.searchParams.set('echostr', echo);
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  return response.ok && (await response.text()) === echo;
}
