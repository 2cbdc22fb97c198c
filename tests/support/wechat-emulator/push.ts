import { createCipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import type { PushAddress, World } from './world';

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

type Fields = Record<string, unknown>;

const wrapped = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, field]) => `<${name}>${wrapped(field)}</${name}>`)
        .join('')
    : typeof value === 'number'
      ? String(value)
      : `<![CDATA[${String(value)}]]>`;

const written = (fields: Fields, format: PushAddress['format']): string =>
  format === 'xml' ? `<xml>${wrapped(fields)}</xml>` : JSON.stringify(fields);

/** 安全模式: chance, length, text and appid, padded to 32 bytes, under AES-256-CBC. */
function encrypted(text: string, aesKey: string, appid: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const whole = Buffer.concat([randomBytes(16), length, bytes, Buffer.from(appid)]);
  const pad = 32 - (whole.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([whole, Buffer.alloc(pad, pad)])),
    cipher.final(),
  ]).toString('base64');
}

/** Pushes an event, signed, in the form the operator chose; without `success` or an empty answer in 5 s twice more. */
export async function deliver(
  world: World,
  openid: string,
  event: Event,
  at = Math.floor(world.now() / 1000),
): Promise<void> {
  const { push } = world;
  if (!push) return;
  const to = { ToUserName: 'gh_0123456789ab' };
  const text = written(
    { ...to, FromUserName: openid, CreateTime: at, MsgType: 'event', ...event },
    push.format,
  );
  for (let attempt = 1; attempt <= tries; attempt++) {
    const url = new URL(push.url);
    const query = signedQuery(push.token, world.now());
    let body = text;
    if (push.aesKey !== undefined) {
      const Encrypt = encrypted(text, push.aesKey, world.options.appid);
      const words = [push.token, query.get('timestamp') ?? '', query.get('nonce') ?? '', Encrypt];
      query.set('encrypt_type', 'aes');
      query.set('msg_signature', createHash('sha1').update(words.sort().join('')).digest('hex'));
      body = written({ ...to, Encrypt }, push.format);
    }
    for (const [name, value] of query) url.searchParams.set(name, value);
    url.searchParams.set('openid', openid);
    const { status, text: answer } = await post(url, body, push.format);
    const accepted = status === 200 && (answer === 'success' || answer === '');
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

async function post(
  url: URL,
  body: string,
  format: PushAddress['format'],
): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': format === 'xml' ? 'text/xml' : 'application/json' },
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
