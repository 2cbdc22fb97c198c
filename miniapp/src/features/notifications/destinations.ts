import type { Notification } from '@qihang/shared/notifications/contract';
import type { NotificationPage } from '@qihang/shared/notifications/vocabulary';
import type { Page } from '@/app.pages';
import { open } from '@/platform/navigation';

/** The pages that messages open. A page that an older program lacks opens nothing. */
const pages: Partial<Record<NotificationPage, Page>> = {
  job: 'job',
  post: 'post',
  thread: 'thread',
  queue: 'review',
  'my-reports': 'myReports',
  duty: 'duty',
  saved: 'saved',
  handover: 'handover',
  people: 'people',
  weekly: 'weekly',
};

type Link = Notification['link'];

/** Opens what a message is about; undefined where it leads nowhere. */
export function wayTo(link: Link): (() => void) | undefined {
  if (!link) return undefined;
  const { page, id, threadId, state } = link;
  if (page === 'answer')
    return threadId && id ? () => open('thread', { id: threadId, answer: id }) : undefined;
  const to = pages[page];
  return (
    to && (() => open(to, { ...(id === null ? {} : { id }), ...(state === undefined ? {} : { state }) }))
  );
}
