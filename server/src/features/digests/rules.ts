import type { DigestPiece } from '@qihang/shared/digests/contract';
import { groupIdLength } from '@qihang/shared/digests/scene';
import { foldWidth } from '@qihang/shared/text/width';
import { type Actor, canModerate, hasRole, isMuted } from '../../actor/rules';
import type { DigestRow, Item, OpenRow } from './store';

/** How names of groups are compared: 车辆２０２７届 is 车辆2027届. */
export const nameKeyOf = (name: string): string => foldWidth(name).replace(/\s+/g, '').toLowerCase();

/** The end of an id, which leaves room for a piece's in a scene: still 35 bits of time and 35 of chance. */
export const groupIdOf = (id: string): string => id.slice(-groupIdLength);

/** Those who keep a board clean carry what is on it into the groups. */
export const canSend = (actor: Actor, board: string): boolean => !isMuted(actor) && canModerate(actor, board);

/** A mark is taken back by the person who made it, or by the office. */
export const canUnmark = (actor: Actor, { sentById }: Pick<DigestRow, 'sentById'>): boolean =>
  sentById === actor.id || hasRole(actor, ['teacher', 'admin']);

/** Each piece once, in the order of the first. */
export const distinct = (items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [`${item.type} ${item.pieceId}`, item])).values(),
];

/** Not sent yet comes first; within that the newest. */
export const byFreshness = <P extends { sentAt: string | null; publishedAt: string; id: string }>(
  a: P,
  b: P,
): number =>
  Number(a.sentAt !== null) - Number(b.sentAt !== null) ||
  b.publishedAt.localeCompare(a.publishedAt) ||
  b.id.localeCompare(a.id);

/** For pictures: what closes first leads, then jobs without a deadline, then articles. */
export const byDeadline = (a: DigestPiece, b: DigestPiece): number => {
  const rank = ({ type, deadlineAt }: DigestPiece) => (type === 'post' ? 2 : deadlineAt === null ? 1 : 0);
  return rank(a) - rank(b) || (a.deadlineAt ?? '').localeCompare(b.deadlineAt ?? '');
};

/** The openings that came of a digest: of its own page and of its pieces, from its group, since its day. */
export function opensOf(
  digest: Pick<DigestRow, 'id' | 'groupId'>,
  day: string,
  items: readonly Item[],
  rows: readonly OpenRow[],
): { opens: number; favourite: Item | null } {
  const own = rows.filter((row) => row.groupId === digest.groupId && row.day >= day);
  const sumOf = (of: (row: OpenRow) => boolean) => own.filter(of).reduce((n, { opens }) => n + opens, 0);
  const counted = items.map((item) => ({
    item,
    n: sumOf(({ type, pieceId }) => type === item.type && pieceId === item.pieceId),
  }));
  const most = [...counted].sort((a, b) => b.n - a.n)[0];
  return {
    opens:
      counted.reduce((sum, { n }) => sum + n, 0) +
      sumOf(({ type, pieceId }) => type === 'digest' && pieceId === digest.id),
    favourite: most && most.n > 0 ? most.item : null,
  };
}
