import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { Notification } from '@qihang/shared/notifications/contract';
import { actOf, groupOf, opensOf, queueStateOf, tell } from '@qihang/shared/notifications/kinds';
import type { Piece } from '../../content/piece';
import type { NotificationRow } from './store';

const titleLength = 40;

const pieceNames = {
  job: '一个岗位',
  post: '一篇文章',
  thread: '一个问题',
  answer: '一条回答',
} as const satisfies Record<ContentType, string>;

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > titleLength ? `${line.slice(0, titleLength)}…` : line;
};

/** The reason that a piece carries, for its author and while it is in the state that was told. */
function reasonOf({ kind, userId }: NotificationRow, piece: Piece | undefined): string {
  const states: Partial<Record<string, string>> = { 'piece.returned': 'returned', 'piece.hidden': 'hidden' };
  return piece && piece.authorId === userId && states[kind] === piece.life ? (piece.lifeReason ?? '') : '';
}

function linkOf(
  { kind, refType, refId }: NotificationRow,
  piece: Piece | undefined,
  threadId: string | undefined,
  count: number,
): Notification['link'] {
  const page = opensOf(kind, count);
  const state = queueStateOf(kind);
  if (page) return { page, id: null, ...(state === null ? {} : { state }) };
  if (!piece || refType === null || refId === null) return null;
  return { page: refType, id: refId, ...(threadId === undefined ? {} : { threadId }) };
}

/** The piece by its opening words, or by what it is where the person may not see it; '' for no piece. */
export const aboutWords = ({ refType }: NotificationRow, piece: Piece | undefined): string =>
  piece ? excerpt(piece.title) : refType ? pieceNames[refType] : '';

/**
 * A row in words.
 * @param piece undefined where its person may not see it, or it is gone
 * @param threadId the question of an answer
 */
export function viewNotification(
  row: NotificationRow,
  piece: Piece | undefined,
  threadId: string | undefined,
  count: number,
): Notification {
  const { id, kind, data, at, readAt } = row;
  return {
    id,
    kind,
    group: groupOf(kind),
    ...tell(kind, { count, piece: aboutWords(row, piece), reason: reasonOf(row, piece), data }),
    act: actOf(kind),
    link: linkOf(row, piece, threadId, count),
    at: at.toISOString(),
    count,
    read: readAt !== null,
  };
}
