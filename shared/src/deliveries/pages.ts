import type { Notification } from '../notifications/contract';
import type { NotificationPage } from '../notifications/vocabulary';

/** The pages of the mini-program that a message opens, as app.json names them. */
export const messagePages: Record<NotificationPage, string> = {
  job: 'features/jobs/pages/detail/index',
  post: 'features/posts/pages/detail/index',
  thread: 'features/threads/pages/detail/index',
  answer: 'features/threads/pages/detail/index',
  queue: 'features/review/pages/queue/index',
  'my-reports': 'features/reports/pages/mine/index',
  duty: 'features/duty/pages/rota/index',
  saved: 'features/jobs/pages/saved/index',
  handover: 'features/people/pages/handover/index',
  people: 'features/people/pages/list/index',
  weekly: 'features/jobs/pages/weekly/index',
};

export const inboxPage = 'features/notifications/pages/list/index';

/** Where a message leads, with its query: to what it is about, or to the inbox. */
export function messagePage(link: Notification['link']): string {
  if (!link) return inboxPage;
  const { page, id, threadId } = link;
  if (page === 'answer')
    return threadId && id ? `${messagePages.answer}?id=${threadId}&answer=${id}` : inboxPage;
  return id === null ? messagePages[page] : `${messagePages[page]}?id=${id}`;
}
