import { inboxPage, messagePage, messagePages } from '@qihang/shared/deliveries/pages';
import { notificationPages } from '@qihang/shared/notifications/vocabulary';
import { addresses } from '../../miniapp/src/app.pages';

it('opens pages that the mini-program has', () => {
  const known = Object.values(addresses).map((address) => address.slice(1));
  expect(known).toEqual(expect.arrayContaining([inboxPage, ...Object.values(messagePages)]));
});

it('leads to what a message is about, and to the inbox where there is nothing to open', () => {
  expect(messagePage({ page: 'answer', id: 'a1', threadId: 't1' })).toBe(
    'features/threads/pages/detail/index?id=t1&answer=a1',
  );
  expect(messagePage({ page: 'answer', id: 'a1' })).toBe(inboxPage);
  expect(messagePage({ page: 'job', id: 'j1' })).toBe('features/jobs/pages/detail/index?id=j1');
  expect(messagePage({ page: 'queue', id: null })).toBe('features/review/pages/queue/index');
  expect(messagePage(null)).toBe(inboxPage);
  for (const page of notificationPages)
    expect(messagePage({ page, id: '0123456789abcdef', threadId: '0123456789abcdef' }).length).toBeLessThan(
      128,
    );
});
