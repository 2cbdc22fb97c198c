import type { Weekly } from '@qihang/shared/weekly/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { changeFilters, noFilters, useJobFilters } from '@/features/jobs/browse/filters';
import WeeklyPage from '@/features/jobs/pages/weekly/index';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { jobSummary } from './support/jobs';
import { phone } from './support/taro';

const weekOf = (part: Partial<Weekly> = {}): Weekly => ({
  from: '2026-11-15T11:00:00.000Z',
  to: '2026-11-22T11:00:00.000Z',
  matches: { total: 0, items: [] },
  follows: [],
  closing: [],
  threads: [],
  improve: [],
  ...part,
});

const show = (week: Weekly) => {
  phone.answer = () => ({ statusCode: 200, data: week });
  return render(
    <QueryClientProvider client={queryClient}>
      <WeeklyPage />
    </QueryClientProvider>,
  );
};

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  changeFilters(noFilters);
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
});
afterEach(() => {
  cleanup();
  act(endSession);
});

it('shows what closes, what fits, what is followed and questions, each leading to its page', async () => {
  show(
    weekOf({
      matches: { total: 12, items: [jobSummary({ id: 'fit', title: '对口的岗位' })] },
      closing: [jobSummary({ id: 'closing', title: '快截止的岗位' })],
      follows: [
        {
          id: 'f1',
          kind: 'board',
          title: '就业指导',
          total: 1,
          jobs: [],
          posts: [{ id: 'p1', title: '签三方前核对', publishedAt: '2026-11-20T02:00:00.000Z' }],
        },
      ],
      threads: [{ id: 't1', title: '补贴怎么领？', mine: true, answers: 2, waits: true }],
    }),
  );
  expect(await screen.findByText('对口新岗位 12')).toBeTruthy();
  expect(screen.getByText('收藏快截止 1')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('签三方前核对'));
  fireEvent.click(screen.getByLabelText('补贴怎么领？，我的问题，2 个新回答，有用就采纳'));
  fireEvent.click(screen.getByLabelText(/^快截止的岗位/));
  expect(phone.opened).toEqual([
    '/features/posts/pages/detail/index?id=p1',
    '/features/threads/pages/detail/index?id=t1',
    '/features/jobs/pages/detail/index?id=closing',
  ]);
  fireEvent.click(screen.getByLabelText('看全部对口岗位'));
  expect(useJobFilters.getState().sort).toBe('match');
});

it('says what to fill in, and has a way on without anything new', async () => {
  show(weekOf({ improve: ['填写专业，优先看到对口的岗位'] }));
  expect(await screen.findByText('这一周没有新的')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('去填'));
  expect(phone.opened).toEqual(['/features/account/pages/profile/index']);
});

it('can be tried again, and asks a visitor to sign in', async () => {
  show(weekOf());
  cleanup();
  queryClient.clear();
  phone.answer = () => ({ statusCode: 500, data: { code: 'server.failed' } });
  render(
    <QueryClientProvider client={queryClient}>
      <WeeklyPage />
    </QueryClientProvider>,
  );
  expect(await screen.findByText('没能打开这一周')).toBeTruthy();
  act(endSession);
  expect(await screen.findByText('登录后看这一周')).toBeTruthy();
});
