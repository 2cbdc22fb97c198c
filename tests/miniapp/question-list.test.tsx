import type { ThreadSummary } from '@qihang/shared/threads/contract';
import type { ThreadTab } from '@qihang/shared/threads/vocabulary';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { changeThreadFilters } from '@/features/threads/filters';
import QuestionsPage from '@/pages/questions/index';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import * as screenWidth from '@/platform/window';
import { phone } from './support/taro';
import { asker, thread, threadSummary } from './support/threads';

const board = {
  slug: 'threads',
  name: '在线互动',
  kind: 'thread',
  sourceRequired: false,
  consentRequired: false,
  review: 'direct',
  strip: false,
  colour: 'teal',
  activity: { today: 0, week: 0, firstAnswerMinutes: 300 },
  viewer: { can: [] },
};

let lists: Partial<Record<ThreadTab, ThreadSummary[]>>;
let counts: Record<ThreadTab, number | null>;
let roles: { role: string; boards: readonly string[] | null }[];

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  changeThreadFilters({ board: '', category: null, tab: 'answered' });
  lists = {};
  roles = [];
  counts = { answered: 86, waiting: 12, mine: 3, following: 5 };
  phone.answer = ({ url }) => {
    const { pathname, searchParams } = new URL(url, 'http://phone');
    const ok = (data: unknown) => ({ statusCode: 200, data });
    const tab = searchParams.get('tab') as ThreadTab;
    if (pathname.endsWith('/me')) return ok({ verification: 'verified', muted: null, roles });
    if (pathname.endsWith('/boards')) return ok({ items: [board] });
    if (pathname.endsWith('/threads/counts')) return ok(counts);
    if (pathname.endsWith('/threads')) return ok({ items: lists[tab] ?? [], nextCursor: null });
    if (pathname.endsWith('/threads/similar')) return ok({ items: [] });
    if (/\/threads\/q\d$/.test(pathname)) {
      const id = pathname.slice(-2);
      return ok(thread({ id, title: `整个问题 ${id}` }));
    }
    if (pathname.endsWith('/duty'))
      return ok({
        board: 'threads',
        person: { name: '陈同学', about: '' },
        until: '2026-11-20T14:00:00.000Z',
        dueAt: '2026-11-21T02:24:00.000Z',
        answerHours: 24,
        clock: 'hours',
        firstAnswerMinutes: 300,
      });
    return { statusCode: 404, data: {} };
  };
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
});
afterEach(() => {
  jest.restoreAllMocks();
  act(endSession);
});

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <QuestionsPage />
    </QueryClientProvider>,
  );
/** The tabs of the list stand above those of the program. */
const tab = async (name: string) => (await screen.findAllByRole('tab', { name }))[0] as HTMLElement;
const listed = () =>
  phone.requests
    .map(({ url }) => new URL(url, 'http://phone'))
    .filter(({ pathname }) => pathname.endsWith('/threads'))
    .map(({ searchParams }) => searchParams.get('tab'));

it('begins with answers, and says how many each tab has', async () => {
  lists.answered = [
    threadSummary({
      state: 'solved',
      author: asker,
      answerCount: 2,
      topAnswer: { author: '王立群 老师', official: true, excerpt: '算。看两点', useful: 41 },
    }),
  ];
  show();
  const card = await screen.findByRole('link', { name: /^已解决，签过三方/ });
  expect(card.textContent).toContain('老师官方答复算。看两点');
  expect(card.textContent).toContain('匿名提问者');
  expect(card.textContent).toContain('2 个回答');
  expect(card.textContent).toContain('41 人觉得有用');
  for (const name of ['有答案 86', '等回答 12', '我的 3', '我关注的 5']) expect(await tab(name)).toBeTruthy();
  expect(screen.getByText('陈同学')).toBeTruthy();
  expect(screen.getByText('5 小时')).toBeTruthy();
});

it('shows those that wait with their clock, and who is late', async () => {
  lists.waiting = [
    threadSummary({ state: 'open', dueAt: '2099-11-21T00:15:00.000Z', onDuty: '陈同学', answerCount: 0 }),
    threadSummary({
      id: 'q2',
      title: '专业排名靠后要不要写',
      state: 'open',
      dueAt: '2026-11-18T00:15:00.000Z',
      overdue: true,
      onDuty: '张老师',
      answerCount: 0,
    }),
  ];
  show();
  fireEvent.click(await tab('等回答 12'));
  expect(await screen.findByText('陈同学 值班')).toBeTruthy();
  expect(screen.getByRole('link', { name: '已超时，转张老师，专业排名靠后要不要写' })).toBeTruthy();
  expect(listed()).toEqual(['answered', 'waiting']);
});

it('marks what may be out of date, what was taken down and what was returned', async () => {
  lists.mine = [
    threadSummary({ outdated: true }),
    threadSummary({ id: 'q2', state: 'pending', life: 'returned' }),
    threadSummary({ id: 'q3', hidden: true, life: 'hidden' }),
  ];
  show();
  fireEvent.click(await tab('我的 3'));
  expect(await screen.findByText('可能过期')).toBeTruthy();
  expect(screen.getByText('已退回')).toBeTruthy();
  expect(screen.getByText('已下架')).toBeTruthy();
});

it('asks a visitor to sign in for what is personal, and asks the service nothing', async () => {
  act(endSession);
  counts = { ...counts, mine: null, following: null };
  show();
  fireEvent.click(await tab('我的'));
  expect(await screen.findByText('登录后看你问过的')).toBeTruthy();
  fireEvent.click(await tab('我关注的'));
  expect(await screen.findByText('登录后看你关注的')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
  expect(listed()).toEqual(['answered']);
});

it('leads from a tab without answers to those that wait', async () => {
  show();
  expect(await screen.findByText('还没有回答过的问题')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '看等回答的 12 个' }));
  expect(await screen.findByText('都有人回答了')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '看有答案的' }));
  expect(await screen.findByText('还没有回答过的问题')).toBeTruthy();
});

it.each([
  ['lead', ['threads'], true],
  ['teacher', null, true],
  ['lead', ['jobs'], false],
  ['graduate', null, false],
] as const)('shows the way to the rota to a %s of %j: %s', async (role, boards, keeps) => {
  roles = [{ role, boards }];
  show();
  expect(await screen.findByText('陈同学')).toBeTruthy();
  await waitFor(() => expect(queryClient.getQueryData(['me'])).toBeTruthy());
  await waitFor(() => expect(screen.queryByRole('link', { name: '看值班表' }) !== null).toBe(keeps));
  if (!keeps) return;
  fireEvent.click(screen.getByRole('link', { name: '看值班表' }));
  expect(phone.opened).toEqual(['/features/duty/pages/rota/index?board=threads']);
});

it('opens a question on a page of its own on a phone', async () => {
  lists.answered = [threadSummary()];
  show();
  fireEvent.click(await screen.findByRole('link', { name: /^已回答/ }));
  expect(phone.opened).toEqual(['/features/threads/pages/detail/index?id=q1']);
});

describe('on a wide window', () => {
  beforeEach(() => {
    jest.spyOn(screenWidth, 'useWide').mockReturnValue(true);
    lists.answered = [threadSummary({ id: 'q1' }), threadSummary({ id: 'q2', title: '面试穿什么' })];
  });

  it('opens the first question beside the list, and another that is chosen', async () => {
    show();
    expect(await screen.findByRole('heading', { name: '整个问题 q1' })).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '已回答，面试穿什么' }));
    expect(await screen.findByRole('heading', { name: '整个问题 q2' })).toBeTruthy();
    expect(phone.opened).toEqual([]);
    await waitFor(() =>
      expect(screen.getByRole('link', { name: '已回答，面试穿什么' }).className).toContain('tc-sel'),
    );
    expect(screen.getByText('答复时限')).toBeTruthy();
  });
});
