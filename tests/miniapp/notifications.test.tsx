import type { Notification } from '@qihang/shared/notifications/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { byDay, timeWords } from '@/features/notifications/days';
import NotificationsPage from '@/features/notifications/pages/list/index';
import { badgeWords } from '@/platform/badge';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { subscriptions } from './support/reach';
import { phone } from './support/taro';

const message = (change: Partial<Notification> = {}): Notification => ({
  id: 'm1',
  kind: 'thread.answered',
  group: 'threads',
  title: '你的问题有 3 个新回答',
  body: '签过三方，还能按应届报选调吗？',
  act: null,
  link: { page: 'thread', id: 't1' },
  at: new Date().toISOString(),
  count: 3,
  read: false,
  ...change,
});

describe('days', () => {
  const now = new Date('2026-11-20T02:24:00.000Z');
  const at = (time: string) => message({ id: time, at: `${time}:00.000Z` });

  it('head each day once, also where a page ends within it', () => {
    const pages = [
      [at('2026-11-20T01:00'), at('2026-11-19T12:00')],
      [at('2026-11-19T03:00'), at('2026-11-12T03:00')],
    ];
    expect(
      byDay(pages, now).map((days) => days.map(({ heading, items }) => [heading, items.length])),
    ).toEqual([
      [
        ['今天', 1],
        ['昨天', 1],
      ],
      [
        [null, 1],
        ['更早', 1],
      ],
    ]);
  });

  it('say the time next to the day', () => {
    expect(timeWords('2026-11-20T00:20:00.000Z', now)).toBe('08:20');
    expect(timeWords('2026-11-15T00:20:00.000Z', now)).toBe('周日');
    expect(timeWords('2026-11-12T00:20:00.000Z', now)).toBe('11/12');
  });
});

it('a number on a tab stays short', () => {
  expect([badgeWords(undefined), badgeWords(0), badgeWords(7), badgeWords(120)]).toEqual([
    '',
    '',
    '7',
    '99+',
  ]);
});

describe('the page', () => {
  let items: Notification[];
  const reads = () =>
    phone.requests
      .filter(({ url }) => url.endsWith('/notifications/read'))
      .map(({ data }) => JSON.parse(data ?? ''));

  beforeEach(() => {
    phone.reset();
    items = [message()];
    phone.answer = ({ url }) => {
      if (url.endsWith('/notifications/read'))
        return {
          statusCode: 200,
          data: { changed: ['m1'], unread: 0, counts: { deadlines: 0, threads: 0, review: 0, notices: 0 } },
        };
      if (url.endsWith('/subscriptions'))
        return { statusCode: 200, data: subscriptions({ configured: false, templates: [], credits: 0 }) };
      const unread = items.filter(({ read }) => !read).length;
      return {
        statusCode: 200,
        data: {
          items,
          nextCursor: null,
          unread,
          counts: { deadlines: 0, threads: unread, review: 0, notices: 0 },
        },
      };
    };
    beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
  });
  afterEach(() => {
    cleanup();
    queryClient.clear();
    endSession();
  });
  const show = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <NotificationsPage />
      </QueryClientProvider>,
    );

  it('opens what a message is about, and marks it as read', async () => {
    show();
    fireEvent.click(await screen.findByLabelText(/^未读，你的问题有 3 个新回答/));
    await waitFor(() => expect(reads()).toEqual([{ ids: ['m1'] }]));
    expect(phone.opened).toContain('/features/threads/pages/detail/index?id=t1');
  });

  it.each([
    ['queue', '/features/review/pages/queue/index'],
    ['my-reports', '/features/reports/pages/mine/index'],
    ['duty', '/features/duty/pages/rota/index'],
  ] as const)('leads from a message about %s to its page', async (page, address) => {
    items = [message({ link: { page, id: null } })];
    show();
    fireEvent.click(await screen.findByLabelText(/^未读，你的问题有 3 个新回答/));
    expect(phone.opened).toEqual([address]);
  });

  it('leads from a message about an appeal to the list of appeals', async () => {
    items = [message({ link: { page: 'queue', id: null, state: 'appealed' } })];
    show();
    fireEvent.click(await screen.findByLabelText(/^未读，你的问题有 3 个新回答/));
    expect(phone.opened).toEqual(['/features/review/pages/queue/index?state=appealed']);
  });

  it('marks all as read, and takes that back', async () => {
    show();
    fireEvent.click(await screen.findByLabelText('全部已读'));
    fireEvent.click(await screen.findByLabelText('撤销'));
    await waitFor(() => expect(reads()).toEqual([{ all: true }, { ids: ['m1'], read: false }]));
  });

  it('offers no 全部已读 where all is read', async () => {
    items = [message({ read: true })];
    show();
    await screen.findByText('你的问题有 3 个新回答');
    expect(screen.queryByLabelText('全部已读')).toBeNull();
  });

  it('offers the act of a message where it leads somewhere, and none where it does not', async () => {
    items = [
      message({ id: 'm2', act: '去修改', link: { page: 'post', id: 'p1' } }),
      message({ id: 'm3', act: '去审核', link: null, title: '一篇文章' }),
    ];
    show();
    expect(await screen.findByLabelText('去修改')).toBeTruthy();
    expect(screen.queryByLabelText('去审核')).toBeNull();
  });

  it('lets one say in the row that one has applied, and take that back', async () => {
    // Kinds of jobs begin so; of the words that this one is told in the row knows nothing.
    const kind = 'job.closing-soon' as Notification['kind'];
    items = [
      message({
        kind,
        group: 'deadlines',
        title: '今天 18:00 截止：嵌入式软件工程师',
        link: { page: 'job', id: 'j1' },
      }),
    ];
    show();
    fireEvent.click(await screen.findByRole('button', { name: '我投了' }));
    await screen.findByText('已标为投递，不再提醒');
    expect(reads()).toEqual([{ ids: ['m1'] }]);
    fireEvent.click(screen.getByLabelText('撤销'));
    await screen.findByText('已改回收藏');
    const saves = phone.requests.filter(({ url }) => url.endsWith('/jobs/j1/saved'));
    expect(saves.map(({ method, data }) => [method, JSON.parse(data ?? '').progress])).toEqual([
      ['PUT', 'applied'],
      ['PUT', 'saved'],
    ]);
    fireEvent.click(screen.getByRole('button', { name: '去投递' }));
    expect(phone.opened).toContain('/features/jobs/pages/detail/index?id=j1');
  });

  it('says what will come to somebody who has no message yet', async () => {
    items = [];
    show();
    expect(await screen.findByText('还没有消息')).toBeTruthy();
  });

  it('asks a visitor to sign in', async () => {
    endSession();
    show();
    expect(await screen.findByText('登录后看消息')).toBeTruthy();
    expect(phone.requests).toEqual([]);
  });
});
