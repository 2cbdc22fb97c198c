import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';

/** A browser has no messages of WeChat to ask for. */
export const asksWechat = false;
export const askFor = (_: Purpose): void => undefined;
export const startAsking = (): void => undefined;
