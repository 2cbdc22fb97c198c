import type { Follow } from '@qihang/shared/follows/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { FollowBoard } from '@/common/follows/follow-board';
import { FollowEmployer } from '@/common/follows/follow-employer';
import { changeFilters, noFilters, useJobFilters } from '@/features/jobs/browse/filters';
import { FollowFilter } from '@/features/jobs/follows/follow-filter';
import { draftOf, followable, isOf } from '@/features/jobs/follows/followed-filter';
import FollowsPage from '@/features/jobs/pages/follows/index';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { Toast } from '@/ui/toast';
import { phone } from './support/taro';

const follow = (change: Partial<Follow> = {}): Follow => ({
  id: 'f1',
  kind: 'filter',
  title: '江州 · 机械类',
  board: null,
  company: null,
  filter: { city: ['江州'], major: ['机械类'] },
  mode: 'weekly',
  createdAt: '2026-11-20T02:24:00.000Z',
  recent: 3,
  off: false,
  ...change,
});
const boards = [
  { slug: 'jobs', name: '招聘信息', kind: 'job' },
  { slug: 'guidance', name: '就业指导', kind: 'article' },
];

let items: Follow[];
let failure: number | undefined;

/** The server as far as follows go. */
function answer({ url, method, data }: Parameters<typeof phone.answer>[0]) {
  if (url.endsWith('/boards')) return { statusCode: 200, data: { items: boards } };
  if (failure !== undefined)
    return { statusCode: failure, data: { code: 'server.failed', detail: '出错了' } };
  const body = data ? JSON.parse(data) : {};
  if (method === 'POST') {
    items = [follow({ id: 'new', ...body, filter: body.filter ?? null }), ...items];
    return { statusCode: 201, data: items[0] };
  }
  const id = /follows\/(\w+)$/.exec(url)?.[1];
  if (method === 'PATCH') {
    items = items.map((one) => (one.id === id ? { ...one, ...body } : one));
    return { statusCode: 200, data: items.find((one) => one.id === id) };
  }
  if (method === 'DELETE') {
    items = items.filter((one) => one.id !== id);
    return { statusCode: 204, data: '' };
  }
  return { statusCode: 200, data: { items } };
}

const sent = (method: string) =>
  phone.requests
    .filter((request) => request.method === method && request.url.includes('/follows'))
    .map(({ data }) => (data ? JSON.parse(data) : null));
const shown = (node: React.ReactNode) =>
  render(
    <QueryClientProvider client={queryClient}>
      {node}
      <Toast />
    </QueryClientProvider>,
  );

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  items = [];
  failure = undefined;
  phone.answer = answer;
  changeFilters(noFilters);
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
});
afterEach(() => {
  cleanup();
  act(endSession);
});

describe('a filter of the list', () => {
  it('can be followed where more is chosen than an order and the state of jobs', () => {
    expect(followable(noFilters)).toBeNull();
    expect(followable({ ...noFilters, sort: 'match', state: ['closed'] })).toBeNull();
    expect(followable({ ...noFilters, city: ['宁波', '江州'], sort: 'deadline', local: true })).toEqual({
      city: ['宁波', '江州'].sort(),
      local: true,
    });
  });

  it('is the same in any order, and the board alone is the board', () => {
    expect(isOf(follow({ filter: { city: ['宁波', '江州'] } }), { city: ['江州', '宁波'] })).toBe(true);
    expect(isOf(follow({ filter: { city: ['宁波'] } }), { city: ['江州', '宁波'] })).toBe(false);
    expect(draftOf({ board: 'jobs' })).toEqual({ kind: 'board', board: 'jobs' });
    expect(isOf(follow({ kind: 'board', board: 'jobs', filter: null }), { board: 'jobs' })).toBe(true);
  });
});

describe('关注这个筛选', () => {
  const filters = { ...noFilters, city: ['江州'], major: ['机械类'] };

  it('is offered for a filter, follows it, and then says so', async () => {
    shown(<FollowFilter filters={filters} />);
    fireEvent.click(await screen.findByLabelText('关注这个筛选'));
    expect(await screen.findByText('已关注这个筛选，每周汇总')).toBeTruthy();
    expect(sent('POST')).toEqual([
      { kind: 'filter', filter: { city: ['江州'], major: ['机械类'] }, mode: 'weekly' },
    ]);
    fireEvent.click(await screen.findByLabelText('改成马上提醒'));
    expect(await screen.findByText('已关注这个筛选，马上提醒')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('管理我的关注'));
    expect(phone.opened).toEqual(['/features/jobs/pages/follows/index']);
  });

  it('is not offered without a filter, and asks nothing of the server then', async () => {
    const { container } = shown(<FollowFilter filters={noFilters} />);
    expect(container.querySelector('.fl')).toBeNull();
    expect(phone.requests).toEqual([]);
  });

  it('knows what is followed already', async () => {
    items = [follow()];
    shown(<FollowFilter filters={filters} />);
    expect(await screen.findByText('已关注这个筛选，每周汇总')).toBeTruthy();
    expect(screen.queryByLabelText('关注这个筛选')).toBeNull();
  });

  it('sends a visitor to sign in', async () => {
    act(endSession);
    shown(<FollowFilter filters={filters} />);
    fireEvent.click(await screen.findByLabelText('关注这个筛选'));
    expect(phone.opened.some((address) => address.includes('sign-in'))).toBe(true);
    expect(sent('POST')).toEqual([]);
  });

  it('says why it could not be followed, and can be tapped again', async () => {
    shown(<FollowFilter filters={filters} />);
    await screen.findByLabelText('关注这个筛选');
    failure = 409;
    fireEvent.click(screen.getByLabelText('关注这个筛选'));
    expect(await screen.findByText(/出错了/)).toBeTruthy();
    expect(screen.getByLabelText('关注这个筛选')).toBeTruthy();
  });
});

it('an employer and a board of articles are followed from their pages', async () => {
  shown(
    <>
      <FollowEmployer company="临江电气有限公司" />
      <FollowBoard slug="guidance" />
    </>,
  );
  fireEvent.click(await screen.findByLabelText('关注这家单位'));
  await waitFor(() => expect(sent('POST')).toHaveLength(1));
  await screen.findByText('已关注这家单位，每周汇总');
  fireEvent.click(await screen.findByLabelText('关注这个栏目'));
  expect(await screen.findByText('已关注这个栏目，每周汇总')).toBeTruthy();
  expect(sent('POST')).toEqual([
    { kind: 'employer', company: '临江电气有限公司', mode: 'weekly' },
    { kind: 'board', board: 'guidance', mode: 'weekly' },
  ]);
});

describe('我的关注', () => {
  it('lists what is followed with what is new, and chooses when it is told', async () => {
    items = [
      follow(),
      follow({ id: 'f2', kind: 'employer', title: '临江电气', company: '临江电气', filter: null, recent: 0 }),
      follow({ id: 'f3', kind: 'board', title: '旧栏目', board: 'old', filter: null, recent: 0, off: true }),
    ];
    shown(<FollowsPage />);
    expect(await screen.findByText('最近 7 天 3 个新的')).toBeTruthy();
    expect(screen.getByText('最近 7 天没有新的')).toBeTruthy();
    expect(screen.getByText('栏目停用了，暂时没有新的')).toBeTruthy();
    fireEvent.click(screen.getAllByText('马上提醒')[0] as HTMLElement);
    await waitFor(() => expect(sent('PATCH')).toEqual([{ mode: 'at-once' }]));
  });

  it('stops following, and takes that back', async () => {
    items = [follow({ mode: 'at-once' })];
    shown(<FollowsPage />);
    fireEvent.click(await screen.findByLabelText('取消关注 江州 · 机械类'));
    expect(await screen.findByText('还没有关注')).toBeTruthy();
    fireEvent.click((await screen.findAllByLabelText('撤销'))[0] as HTMLElement);
    expect(await screen.findByText('江州 · 机械类')).toBeTruthy();
    expect(sent('POST')).toEqual([
      { kind: 'filter', filter: { city: ['江州'], major: ['机械类'] }, mode: 'at-once' },
    ]);
  });

  it('opens the list as it is followed, and the board of articles', async () => {
    items = [
      follow(),
      follow({ id: 'f2', kind: 'board', title: '就业指导', board: 'guidance', filter: null }),
    ];
    shown(<FollowsPage />);
    fireEvent.click(await screen.findByLabelText('打开 江州 · 机械类'));
    expect(useJobFilters.getState()).toMatchObject({ city: ['江州'], major: ['机械类'] });
    await waitFor(() => {
      fireEvent.click(screen.getByLabelText('打开 就业指导'));
      expect(phone.opened.at(-1)).toBe('/features/posts/pages/list/index?board=guidance');
    });
  });

  it('has a way on when it is empty, and for a visitor', async () => {
    shown(<FollowsPage />);
    fireEvent.click(await screen.findByLabelText('去选条件'));
    expect(phone.opened).toEqual(['/pages/jobs/index']);
    act(endSession);
    expect(await screen.findByText('登录后看关注')).toBeTruthy();
  });

  it('can be tried again, and stays with its age when the network is gone', async () => {
    failure = 500;
    shown(<FollowsPage />);
    expect(await screen.findByText('没能打开关注')).toBeTruthy();
    failure = undefined;
    items = [follow()];
    fireEvent.click(screen.getByLabelText('重试'));
    expect(await screen.findByText('江州 · 机械类')).toBeTruthy();
    phone.answer = () => Promise.reject(new Error('request:fail'));
    await act(() => queryClient.invalidateQueries({ queryKey: ['follows'] }));
    expect(await screen.findByText(/没有网络/)).toBeTruthy();
    expect(screen.getByText('江州 · 机械类')).toBeTruthy();
  });
});
