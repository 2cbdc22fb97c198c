import { setTimeout as sleep } from 'node:timers/promises';
import { errcodes, WechatError, WechatUnreachable } from './error';
import type { RawReply } from './reply';

/** Which failures allow the same request once more. */
export type Repeat =
  /** WeChat may have acted although no answer came, and acting twice would show: only an explicit "busy" is no act. */
  | 'when-busy'
  /** Acting twice is the same as acting once. */
  | 'always'
  /** Not even after "busy". */
  | 'never';

export interface Patience {
  /** For one attempt, from the first byte sent to the last received. */
  timeoutMs: number;
  /** Before the one repeat. */
  pauseMs: number;
}

/** Two attempts end before the 10 s after which the mini-program gives up. */
export const defaultPatience: Patience = { timeoutMs: 4_000, pauseMs: 300 };

const reasonOf = (error: unknown): string => {
  const { name, cause } = error as Error;
  if (name === 'TimeoutError') return 'timeout';
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? name;
};

/**
 * One request and its whole body.
 * @throws WechatUnreachable when none came in time; it names no address, since the query holds secrets
 */
export async function exchange(
  call: string,
  url: URL,
  body: object | undefined,
  timeoutMs: number,
): Promise<RawReply> {
  try {
    const response = await fetch(url, {
      // WeChat never redirects; following one would carry a secret to somebody else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    throw new WechatUnreachable(call, reasonOf(error));
  }
}

const mayRepeat = (repeat: Repeat, error: unknown): boolean => {
  if (repeat === 'never') return false;
  if (error instanceof WechatUnreachable) return repeat === 'always';
  return error instanceof WechatError && error.errcode === errcodes.busy;
};

/** Runs `attempt`, and once more after a pause where that is safe. */
export async function withRepeat<T>(
  repeat: Repeat,
  { pauseMs }: Patience,
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!mayRepeat(repeat, error)) throw error;
    await sleep(pauseMs);
    return attempt();
  }
}
