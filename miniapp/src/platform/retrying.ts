import type { Query } from '@tanstack/react-query';
import { ApiError, type ApiErrorCode } from './api-error';

/** Nobody said no: the same may succeed a moment later. */
const passing: ApiErrorCode[] = ['network', 'server.busy', 'wechat.unavailable'];

const firstMs = 2_000;
const mostMs = 30_000;

// Phones that were refused together do not come back together.
const spread = 1 + Math.random() / 3;

const isPassing = ({ code }: ApiError): boolean => passing.includes(code);

/** Milliseconds until the next try after `failures` in a row: twice as long each time, and not before the server says. */
export const waitAfter = (failures: number, { retryAfter = 0 }: ApiError): number =>
  Math.max(retryAfter * 1_000, Math.min(mostMs, firstMs * 2 ** (failures - 1))) * spread;

/** When a query that failed is asked again by itself; false for one that was answered. */
export const retryOf = ({ state: { error, errorUpdateCount } }: Query): number | false =>
  error instanceof ApiError && isPassing(error) ? waitAfter(Math.max(1, errorUpdateCount), error) : false;

/** What a failed read tells the reader. */
export const failureWords = (error: ApiError): string =>
  isPassing(error) ? `${error.message}。恢复后会自动显示` : error.message;
