import type { TransportRequest } from '@qihang/shared/contract/client';
import { ApiError } from './api-error';
import { now } from './clock';
import { store, stored } from './storage';

interface Unanswered {
  key: string;
  /** Milliseconds since 1970. */
  since: number;
}

const place = 'unansweredWrites';
const most = 20;
/** As long as the server remembers a key. */
const lifetime = 24 * 3_600_000;

// After these nobody knows whether the write happened. Everything else is the server's word on it.
const unknown: string[] = [
  'network',
  'server.failed',
  'server.busy',
  'database.busy',
  'database.full',
  'database.read-only',
  'database.unavailable',
  'wechat.unavailable',
  'upload.storage',
  'idempotency.in-progress',
];

/** Tries after the first, and the pause before each in milliseconds. */
const tries = {
  'idempotency.in-progress': { most: 3, pause: 1_000 },
  'server.busy': { most: 2, pause: 2_000 },
};
/** A person waits in front of the form. */
const longestPause = 5_000;

type Writes = Record<string, Unanswered>;

const unanswered = () => stored<Writes>(place) ?? {};

// What is sent to the same address is the same try, also when it was changed in between: the server then says that the first
// one had arrived. PUT and DELETE say the whole of what is to be, so what they say is part of the try; files that are sent side by
// side are a try each.
const tryOf = ({ method, path, body, file }: TransportRequest) =>
  `${method} ${path}${method === 'PUT' || method === 'DELETE' ? ` ${JSON.stringify(body)}` : ''}${file?.key ? ` ${file.key}` : ''}`;

const newKey = (since: number) =>
  [since, Math.random(), Math.random()].map((part) => part.toString(36).replace('0.', '')).join('-');

/** Kept on the phone before it is sent, like the draft it comes from: also an app that was closed repeats with the same key. */
function keyOf(request: TransportRequest): string {
  const writes = unanswered();
  const name = tryOf(request);
  const since = now().getTime();
  const known = writes[name];
  if (known && since - known.since < lifetime) return known.key;
  const key = newKey(since);
  const fresh = Object.entries({ ...writes, [name]: { key, since } }).filter(
    ([, write]) => since - write.since < lifetime,
  );
  store(place, Object.fromEntries(fresh.sort(([, a], [, b]) => a.since - b.since).slice(-most)));
  return key;
}

function answered(request: TransportRequest) {
  const { [tryOf(request)]: known, ...others } = unanswered();
  if (known) store(place, others);
}

/** The header under which a write is carried out once, however often it is sent. */
export const idempotencyHeader = (request: TransportRequest): Record<string, string> =>
  request.keyed ? { 'Idempotency-Key': keyOf(request) } : {};

/**
 * Sends a write under its key, which outlives the try as long as nobody knows what became of it: the next tap asks for the same
 * thing once more, not for a second one. Waits a few seconds for an earlier try that is still being carried out, and for a
 * server that is too busy.
 */
export async function withKey<T>(request: TransportRequest, send: () => Promise<T>): Promise<T> {
  if (!request.keyed) return send();
  for (let tried = 0; ; tried++) {
    try {
      const answer = await send();
      answered(request);
      return answer;
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'network';
      if (!unknown.includes(code)) answered(request);
      const again = code === 'idempotency.in-progress' || code === 'server.busy' ? tries[code] : undefined;
      if (!again || tried >= again.most) throw error;
      const asked = (error as ApiError).retryAfter ?? 0;
      const pause = Math.min(longestPause, Math.max(again.pause, asked * 1_000));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
