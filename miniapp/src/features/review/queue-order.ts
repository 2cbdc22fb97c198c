import type { CaseItem } from '@qihang/shared/cases/contract';

type Listed = Pick<CaseItem, 'id' | 'claimedBy' | 'viewer'>;

/** Whether another person has it in hand; a claim that is over binds nobody. */
export const isTaken = ({ claimedBy }: Pick<CaseItem, 'claimedBy'>, now: Date): boolean =>
  claimedBy !== null && !claimedBy.mine && Date.parse(claimedBy.until) > now.getTime();

/** Whether I have it in hand. */
export const isMine = ({ claimedBy }: Pick<CaseItem, 'claimedBy'>, now: Date): boolean =>
  claimedBy?.mine === true && Date.parse(claimedBy.until) > now.getTime();

/** The words by which one decides about a case. */
const decisions = ['approve', 'return', 'hide', 'dismiss', 'recheck'];

export const isDecidable = ({ viewer }: Pick<CaseItem, 'viewer'>): boolean =>
  viewer.can.some((word) => decisions.includes(word));

/** What comes after a case in the queue, past what another has in hand; at the end, the first of those before it. */
export function nextCase<T extends Listed>(items: readonly T[], id: string, now: Date): T | undefined {
  const at = items.findIndex((item) => item.id === id);
  const after = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return after.find((item) => isDecidable(item) && !isTaken(item, now));
}

/** The neighbour of a case, `1` below or `-1` above it; the first where none is open. */
export function besideCase<T extends Listed>(
  items: readonly T[],
  id: string | undefined,
  step: 1 | -1,
): T | undefined {
  const at = items.findIndex((item) => item.id === id);
  return at < 0 ? items[0] : items[at + step];
}
