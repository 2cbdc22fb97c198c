import type { Board } from '@qihang/shared/boards/contract';
import type { PostSummary } from '@qihang/shared/posts/contract';
import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { changeFilters, noFilters, useJobFilters } from '@/features/jobs/browse/filters';
import { JobChips } from '@/features/jobs/browse/job-filter-bar';
import {
  changeThreadFilters,
  threadFiltersOf,
  threadQueryOf,
  useThreadFilters,
} from '@/features/threads/filters';
import AskPage from '@/features/threads/pages/ask/index';
import HomePage from '@/pages/home/index';
import QuestionsPage from '@/pages/questions/index';
import * as navigation from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';
import { threadSummary } from './support/threads';

const board = (slug: string, name: string, more: Partial<Board> = {}): Board => ({
  slug,
  name,
  kind: 'article',
  sourceRequired: false,
  consentRequired: false,
  review: 'direct',
  strip: false,
  colour: 'teal',
  activity: { today: 0, week: 0, firstAnswerMinutes: null },
  viewer: { can: [] },
  ...more,
});
const questions = (slug: string, name: string, firstAnswerMinutes: number | null) =>
  board(slug, name, { kind: 'thread', activity: { today: 0, week: 0, firstAnswerMinutes } });

const thread = (of: string, title: string): ThreadSummary =>
  threadSummary({ id: `${of}-1`, board: of, title, category: 'mood' });

const post = (of: string, title: string, pinned: boolean): PostSummary => ({
  id: `${of}-${title}`,
  board: of,
  title,
  summary: '',
  cover: null,
  author: { name: '王立群 老师', about: '' },
  pinnedUntil: null,
  pinned,
  readingMinutes: 1,
  publishedAt: '2026-11-20T02:24:00.000Z',
  life: 'published',
  state: 'published',
  hidden: false,
  viewer: { can: [] },
});

const first = questions('threads', '在线互动', 300);
const second = questions('counsel', '心理咨询', 40);
const asked = [thread('threads', '签过三方还能报选调吗'), thread('counsel', '面试总是很紧张')];

let boards: Board[];
let posts: PostSummary[];
let query: Record<string, string>;

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  changeThreadFilters({ board: '', category: null, tab: 'answered' });
  changeFilters(noFilters);
  boards = [first, second];
  posts = [];
  query = {};
  jest.spyOn(navigation, 'usePageQuery').mockImplementation(() => query);
  phone.answer = ({ url, method }) => {
    const { pathname, searchParams } = new URL(url, 'http://phone');
    const on = searchParams.get('board');
    const items = <T extends { board: string }>(all: T[]) => ({
      statusCode: 200,
      data: { items: all.filter((one) => on === null || one.board === on), nextCursor: null },
    });
    if (pathname.endsWith('/boards')) return { statusCode: 200, data: { items: boards } };
    if (pathname.endsWith('/posts')) return items(posts);
    if (pathname.endsWith('/threads') && method === 'GET') return items(asked);
    if (pathname.endsWith('/threads/similar')) return items(asked);
    return { statusCode: 404, data: {} };
  };
});
afterEach(() => {
  jest.restoreAllMocks();
  act(endSession);
});

const show = (page: ReactElement) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
const requested = (end: string) =>
  phone.requests
    .map(({ url }) => new URL(url, 'http://phone'))
    .filter(({ pathname }) => pathname.endsWith(end))
    .map(({ searchParams }) => searchParams.get('board'));

describe('the home page', () => {
  const tile = (name: RegExp) => screen.findByRole('link', { name });

  it('draws each tile in the colour of its board', async () => {
    boards = [
      board('studies', '时政学习', { sourceRequired: true, colour: 'red' }),
      board('affairs', '老栏目', { colour: 'slate' }),
      first,
    ];
    show(<HomePage />);
    expect((await tile(/^时政学习/)).querySelector('.bm-red.i-book')).toBeTruthy();
    expect((await tile(/^老栏目/)).querySelector('.bm-slate.i-file')).toBeTruthy();
    expect((await tile(/^在线互动/)).querySelector('.bm-teal.i-chat')).toBeTruthy();
  });

  it('is led by what is pinned on every board that leads it, and on no other', async () => {
    boards = [
      board('news', '快讯', { strip: true }),
      board('notices', '通知公告'),
      board('urgent', '急事', { strip: true }),
      board('quiet', '没有置顶', { strip: true }),
    ];
    posts = [
      post('news', '双选会改到周六', true),
      post('notices', '不在首页的置顶', true),
      post('urgent', '明天停电', true),
      post('quiet', '普通文章', false),
    ];
    show(<HomePage />);
    const led = [/^快讯：双选会改到周六$/, /^急事：明天停电$/];
    for (const name of led) expect(await tile(name)).toBeTruthy();
    await waitFor(() => expect(requested('/posts').sort()).toEqual(['news', 'quiet', 'urgent']));
    expect(screen.queryByText('不在首页的置顶')).toBeNull();
    expect(screen.queryByText('普通文章')).toBeNull();
  });

  it('leads from a tile to the questions of that board', async () => {
    changeThreadFilters({ category: 'policy' });
    show(<HomePage />);
    fireEvent.click(await tile(/^心理咨询，40 分钟内答/));
    expect(phone.opened).toEqual(['/pages/questions/index']);
    expect(useThreadFilters.getState()).toMatchObject({ board: 'counsel', category: null });
  });

  it('names no board where there is one of its kind', async () => {
    boards = [first, board('work', '岗位', { kind: 'job' })];
    show(<HomePage />);
    fireEvent.click(await tile(/^在线互动/));
    fireEvent.click(await tile(/^岗位/));
    expect(useThreadFilters.getState().board).toBe('');
    expect(useJobFilters.getState().board).toBe('');
  });

  it('leads to one of several job boards, which can be lifted there', async () => {
    boards = [board('jobs', '招聘信息', { kind: 'job' }), board('intern', '实习专区', { kind: 'job' })];
    const home = show(<HomePage />);
    fireEvent.click(await tile(/^实习专区/));
    expect(useJobFilters.getState().board).toBe('intern');
    home.unmount();
    show(<JobChips filters={useJobFilters.getState()} />);
    fireEvent.click(await screen.findByRole('button', { name: '去掉 实习专区' }));
    expect(useJobFilters.getState().board).toBe('');
  });
});

describe('the filters of questions in an address', () => {
  it('come back as they were written', () => {
    const filters = { board: 'counsel', category: 'mood', tab: 'waiting' } as const;
    expect(threadQueryOf(filters)).toEqual(filters);
    expect(threadFiltersOf({ board: ['counsel'], category: ['mood'], tab: ['waiting'] })).toEqual(filters);
    const none = { board: '', category: null, tab: 'answered' } as const;
    expect(threadFiltersOf({ category: ['nonsense'], tab: ['nonsense'] })).toEqual(none);
    expect(threadQueryOf(none)).toEqual({});
  });
});

describe('the questions', () => {
  it('are those of the board that is chosen, with its own wait', async () => {
    changeThreadFilters({ board: 'counsel' });
    show(<QuestionsPage />);
    expect(await screen.findByText('面试总是很紧张')).toBeTruthy();
    expect(screen.queryByText('签过三方还能报选调吗')).toBeNull();
    expect(screen.getByText('40 分钟')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: '在线互动' }));
    expect(await screen.findByText('签过三方还能报选调吗')).toBeTruthy();
    expect(screen.queryByText('面试总是很紧张')).toBeNull();
    expect(screen.getByText('5 小时')).toBeTruthy();
    expect(requested('/threads')).toEqual(['counsel', 'threads']);
  });

  it('of all boards each name theirs, and promise no wait in common', async () => {
    const { container } = show(<QuestionsPage />);
    await screen.findByText('面试总是很紧张');
    const cards = [...container.querySelectorAll<HTMLElement>('.tc')];
    const named = cards.map((card) =>
      ['在线互动', '心理咨询'].filter((name) => within(card).queryByText(name)),
    );
    expect(named).toEqual([['在线互动'], ['心理咨询']]);
    expect(screen.queryByText(/内答复/)).toBeNull();
    expect(requested('/threads')).toEqual([null]);
  });

  it('show no boards to choose from where there is one', async () => {
    boards = [second];
    const { container } = show(<QuestionsPage />);
    await screen.findByText('40 分钟');
    expect(screen.queryAllByRole('checkbox', { name: /全部栏目|心理咨询/ })).toEqual([]);
    const card = await waitFor(() => container.querySelector<HTMLElement>('.tc-h .cap'));
    expect(card?.textContent).toBe('心情');
  });

  it('lead to asking on the same board', async () => {
    changeThreadFilters({ board: 'counsel', category: 'mood' });
    show(<QuestionsPage />);
    fireEvent.click(await screen.findByRole('button', { name: '提问' }));
    expect(phone.opened).toEqual(['/features/threads/pages/ask/index?board=counsel&category=mood']);
  });

  it('of a board that is closed lead to those of the others', async () => {
    changeThreadFilters({ board: 'gone' });
    show(<QuestionsPage />);
    expect(await screen.findByText('这个栏目暂时关闭')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看其他问题' }));
    expect(await screen.findByText('面试总是很紧张')).toBeTruthy();
  });
});

describe('asking', () => {
  beforeEach(() => act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' })));
  const send = async () => {
    fireEvent.change(screen.getByLabelText('问题'), { target: { value: '面试总是很紧张，怎么办' } });
    fireEvent.click(screen.getByRole('button', { name: '匿名发布' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    return sent()[0];
  };
  const sent = () =>
    phone.requests.filter(({ method }) => method === 'POST').map(({ data }) => JSON.parse(data ?? 'null'));

  it('goes to the board that was shown, and compares with its questions', async () => {
    query = { board: 'counsel', category: 'mood' };
    show(<AskPage />);
    await screen.findByRole('button', { name: '栏目，心理咨询' });
    expect(await send()).toMatchObject({ board: 'counsel', category: 'mood' });
    expect(await screen.findByText('面试总是很紧张')).toBeTruthy();
    expect(screen.queryByText('签过三方还能报选调吗')).toBeNull();
    expect(new Set(requested('/threads/similar'))).toEqual(new Set(['counsel']));
  });

  it('goes to another board that is chosen, and says beside it when that is closed', async () => {
    query = { category: 'mood' };
    const answer = phone.answer;
    phone.answer = (request) =>
      request.method === 'POST'
        ? {
            statusCode: 404,
            data: {
              type: 'about:blank',
              title: '内容不存在',
              status: 404,
              code: 'resource.not-found',
              detail: '内容不存在，或已经下线',
              requestId: 'r7',
              errors: [],
            },
          }
        : answer(request);
    show(<AskPage />);
    fireEvent.click(await screen.findByRole('button', { name: '栏目，在线互动' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '心理咨询' }));
    expect(await send()).toMatchObject({ board: 'counsel' });
    const message = await screen.findByText('这个栏目暂时关闭，请换一个');
    expect(message.closest('.fd')?.textContent).toContain('栏目');
  });

  it('offers no choice where there is one board, and names it', async () => {
    boards = [second];
    query = { category: 'mood' };
    show(<AskPage />);
    await waitFor(() => expect(requested('/boards')).toHaveLength(1));
    expect(await send()).toMatchObject({ title: '面试总是很紧张，怎么办' });
    expect(screen.queryByRole('button', { name: /^栏目/ })).toBeNull();
  });
});
