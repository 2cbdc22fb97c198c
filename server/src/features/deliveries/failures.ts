import type { DeliveryReason } from '@qihang/shared/deliveries/vocabulary';
import { errcodes, WechatError, WechatUnreachable } from '../../ports/wechat/error';

/** What an attempt that did not succeed comes to. */
export type Failure =
  /** WeChat has no consent of the person's. */
  | { means: 'no-consent'; errcode: number }
  /** Nothing was sent, and later it may be. */
  | { means: 'later'; errcode: number | null }
  /** Nothing was sent, and as it is nothing will be. */
  | { means: 'failed'; reason: DeliveryReason; errcode: number }
  /** Nobody knows. */
  | { means: 'unknown' };

const refusals: Readonly<Record<number, DeliveryReason>> = {
  40003: 'bad-address',
  40037: 'bad-template',
  41030: 'bad-page',
  47003: 'bad-values',
  43107: 'banned',
  45168: 'sensitive',
};

const passing: readonly number[] = [
  errcodes.addressNotListed,
  errcodes.busy,
  errcodes.tooOften,
  errcodes.quotaOver,
  errcodes.sendingAlready,
  ...errcodes.badToken,
];

/** @throws what is no answer of WeChat's */
export function failureOf(error: unknown, sendCall: string): Failure {
  if (error instanceof WechatUnreachable)
    return error.call !== sendCall || error.neverAsked
      ? { means: 'later', errcode: null }
      : { means: 'unknown' };
  if (!(error instanceof WechatError)) throw error;
  const { errcode, call } = error;
  if (errcode === errcodes.noConsent) return { means: 'no-consent', errcode };
  // Without an access token nothing was asked: an operator has to look, and the messages wait.
  if (call !== sendCall || passing.includes(errcode)) return { means: 'later', errcode };
  return { means: 'failed', reason: refusals[errcode] ?? 'refused', errcode };
}
