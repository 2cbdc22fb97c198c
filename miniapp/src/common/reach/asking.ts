import type { Purpose } from '@qihang/shared/subscriptions/vocabulary';
import { onlineManager } from '@tanstack/react-query';
import { now } from '@/platform/clock';
import { sessionToken, useSession } from '@/platform/session';
import { guideToMessageSettings, subscribeCodes, whenInFront } from '@/platform/subscribe';
import { passingId } from './credits';
import { ask, askAgain, forgetKept, kept, readSubscriptions } from './subscriptions';

/** Whether messages of WeChat can be asked for at all. */
export const asksWechat = true;

/**
 * Asks for a message of WeChat where the tap that is being handled begins something one will want to hear of, and credits are
 * short. Nothing may be awaited before it in that tap. What the tap is for goes on whatever is answered.
 */
export function askFor(purpose: Purpose): void {
  const id = sessionToken() === null ? null : passingId(kept(), purpose, now().getTime());
  if (id === null) return;
  ask([id]).then((answer) => {
    if ('code' in answer && answer.code === subscribeCodes.switchedOff) guideToMessageSettings(askAgain);
  });
}

const oldMs = 10 * 60_000;
let readAt = Number.NEGATIVE_INFINITY;

/** Reads what there is to ask for, so that a tap finds it on the phone; an answer that waits for the server goes first. */
function prepare(): void {
  if (sessionToken() === null) return;
  const at = now().getTime();
  if (at - readAt < oldMs && kept().grants.length === 0) return;
  readAt = at;
  readSubscriptions().catch(() => {
    readAt = Number.NEGATIVE_INFINITY;
  });
}

/** Keeps the phone ready to ask, once at start. */
export function startAsking(): void {
  whenInFront(prepare);
  onlineManager.subscribe((online) => {
    if (online) prepare();
  });
  useSession.subscribe(({ token }, before) => {
    if (token === before.token) return;
    forgetKept();
    readAt = Number.NEGATIVE_INFINITY;
    prepare();
  });
  prepare();
}
