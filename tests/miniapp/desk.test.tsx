import type { Desk, DeskPiece } from '@qihang/shared/desk/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import DeskPage from '@/features/desk/pages/desk/index';
import { numbersOf, officeNumbers, pieceWords } from '@/features/desk/words';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { readyToAsk } from './support/reach';
import { phone } from './support/taro';

const problem = (statusCode: number, code: string, detail: string) => ({
  statusCode,
  data: { type: 'about:blank', title: detail, status: statusCode, code, detail, requestId: 'r7' },
});

const now = new Date('2026-11-20T10:24:00+08:00');

const none: Desk['numbers'] = {
  review: { count: 0, since: null },
  answer: { count: 0, due: null },
  verify: { count: 0, reports: 0 },
  expiring: { count: 0, next: null },
};

const record: Desk['record'] = {
  from: '2026-06-22T00:00:00.000Z',
  to: null,
  published: 34,
  updated: 0,
  reviewed: 58,
  answered: 27,
  fresh: 0,
  savedBy: 214,
};

const desk = (change: Partial<Desk> = {}): Desk => ({
  term: null,
  numbers: none,
  office: null,
  drafts: [],
  returned: [],
  inReview: [],
  scheduled: [],
  toReview: [],
  toAnswer: [],
  expiring: [],
  feedback: [],
  unfinished: 0,
  published: 0,
  withdrawn: 0,
  record,
  viewer: { can: ['publish-jobs', 'import-jobs', 'publish-posts'] },
  ...change,
});

const piece = (change: Partial<DeskPiece> = {}): DeskPiece => ({
  type: 'post',
  id: 'p1',
  title: '国企笔试备考时间表',
  board: 'guidance',
  about: '',
  life: 'returned',
  state: 'returned',
  at: '2026-11-20T00:05:00.000Z',
  why: '张立群 老师：第 3 段没写来源',
  schedule: null,
  seen: { now: false, why: '被退回，改好再送审或发布才会公开' },
  version: 2,
  viewer: { can: ['edit', 'submit', 'discard', 'history'] },
  ...change,
});

describe('the four numbers', () => {
  it('say the worst of each', () => {
    const words = numbersOf(
      {
        numbers: {
          review: { count: 6, since: '2026-11-19T23:12:00.000Z' },
          answer: { count: 2, due: '2026-11-20T10:00:00.000Z' },
          verify: { count: 1, reports: 2 },
          expiring: { count: 4, next: '2026-11-20T16:00:00.000Z' },
        },
        expiring: [
          {
            type: 'job',
            id: 'j1',
            title: '嵌入式软件工程师',
            board: 'jobs',
            about: '澄江汽车电子',
            end: 'closing',
            at: '2026-11-20T16:00:00.000Z',
          },
        ],
      },
      now,
    );
    expect(Object.values(words).map(({ worst, urgent }) => [worst, urgent])).toEqual([
      ['最久等了 3 小时 12 分', false],
      ['最早 今天 18:00 到点', true],
      ['2 人说已停招', false],
      ['最早 今天 24:00 截止', true],
    ]);
  });

  it('say what is over, and what there is none of', () => {
    const { answer, review } = numbersOf(
      { numbers: { ...none, answer: { count: 1, due: '2026-11-20T01:00:00.000Z' } }, expiring: [] },
      now,
    );
    expect(answer.worst).toBe('今天 09:00 就该答了');
    expect(review).toMatchObject({ count: 0, worst: '没有要审的', urgent: false });
  });

  it('are others for the office', () => {
    const words = officeNumbers(
      {
        orphans: { job: 2, thread: 1 },
        terms: { count: 2, next: { name: '李沐', endsAt: '2026-12-20T16:00:00.000Z' } },
        unverified: { count: 41, of: 1286, year: 2027 },
      },
      now,
    );
    expect(Object.values(words).map(({ count, worst }) => [count, worst])).toEqual([
      [3, '2 个岗位，1 个问题'],
      [2, '李沐还有 31 天'],
      [41, '2027 届 1286 人里'],
    ]);
  });
});

describe('the line under a title', () => {
  it.each([
    ['a draft', { life: 'draft', at: '2026-11-19T14:10:00.000Z' }, '昨天 22:10 存'],
    ['a returned piece', {}, '张立群 老师：第 3 段没写来源'],
    ['a piece in review', { life: 'in-review', at: '2026-11-20T01:32:00.000Z' }, '已等 52 分钟'],
    [
      'a scheduled piece',
      {
        life: 'scheduled',
        at: '2026-11-20T10:00:00.000Z',
        schedule: { publishAt: '2026-11-20T10:00:00.000Z', unpublishAt: '2026-11-28T16:00:00.000Z' },
      },
      '今天 18:00 发布，11月28日 24:00 下架',
    ],
    [
      'a piece whose board is off',
      { life: 'published', seen: { now: false, why: '栏目已停用' }, why: '栏目已停用' },
      '栏目已停用',
    ],
  ] as const)('of %s', (_, change, words) => {
    expect(pieceWords(piece(change as Partial<DeskPiece>), now)).toBe(words);
  });
});

describe('the page', () => {
  let shown: Desk;
  let items: DeskPiece[];
  const open = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <DeskPage />
      </QueryClientProvider>,
    );
  const sent = () =>
    phone.requests.filter(({ method }) => method !== 'GET').map(({ url }) => url.split('/api/v1')[1]);

  beforeEach(() => {
    phone.reset();
    queryClient.clear();
    beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
    shown = desk();
    items = [];
    phone.answer = ({ url }) => ({
      statusCode: 200,
      data: url.includes('/me/desk') ? shown : { items, nextCursor: null },
    });
  });
  afterEach(() => {
    cleanup();
    endSession();
  });

  it('asks visitors to sign in, and the server nothing', () => {
    endSession();
    open();
    expect(screen.getByText('登录后打开工作台')).toBeTruthy();
    expect(phone.requests).toEqual([]);
  });

  it('says that nothing waits, and keeps the way to work', async () => {
    open();
    expect(await screen.findByText('今天没有要处理的')).toBeTruthy();
    expect(screen.getByRole('button', { name: '粘贴群消息，识别成岗位' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '待审 0，没有要审的' })).toBeTruthy();
    expect(await screen.findByText(/没有没发完的/)).toBeTruthy();
  });

  it('tells a lead whose term is over why, and still hands out the record', async () => {
    phone.answer = () => problem(403, 'action.forbidden', '你的宣传骨干任期已于 2026年11月19日 24:00 结束');
    open();
    expect(await screen.findByText('工作台给任期内的同学和老师用')).toBeTruthy();
    expect(screen.getByText(/任期已于/)).toBeTruthy();
  });

  it('offers another try when the server failed', async () => {
    phone.answer = () => problem(500, 'server.failed', '服务器出错了，请稍后再试');
    open();
    const again = await screen.findByRole('button', { name: '重试' });
    phone.answer = ({ url }) => ({
      statusCode: 200,
      data: url.includes('/me/desk') ? shown : { items, nextCursor: null },
    });
    fireEvent.click(again);
    expect(await screen.findByText('今天没有要处理的')).toBeTruthy();
  });

  it('says of a row whether readers see it and why, and sends it to review', async () => {
    shown = desk({ unfinished: 1 });
    items = [piece()];
    open();
    const row = '国企笔试备考时间表，读者现在看不到，张立群 老师：第 3 段没写来源';
    expect(await screen.findByRole('link', { name: row })).toBeTruthy();
    expect(screen.getByText('已退回')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '管理 国企笔试备考时间表' }));
    readyToAsk();
    fireEvent.click(screen.getByText('送审'));
    expect(phone.consents).toEqual([['decision-template']]);
    await waitFor(() => expect(sent()).toContain('/posts/p1/submit'));
  });

  it('leads to the form when something is missing', async () => {
    shown = desk({ unfinished: 1 });
    items = [piece({ life: 'draft', state: 'draft' })];
    open();
    fireEvent.click(await screen.findByRole('button', { name: '管理 国企笔试备考时间表' }));
    const answer = phone.answer;
    phone.answer = (request) => {
      if (request.method !== 'POST') return answer(request);
      const { data, statusCode } = problem(400, 'request.invalid', '填写有误');
      return { statusCode, data: { ...data, errors: [{ path: 'markdown', message: '正文不能为空' }] } };
    };
    fireEvent.click(screen.getByText('送审'));
    expect(await screen.findByText('正文不能为空')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '去补上' }));
    await waitFor(() => expect(phone.opened.at(-1)).toContain('features/posts/pages/form/index?id=p1'));
  });

  it('asks before a draft is deleted', async () => {
    shown = desk({ unfinished: 1 });
    items = [piece({ life: 'draft', state: 'draft' })];
    open();
    fireEvent.click(await screen.findByRole('button', { name: '管理 国企笔试备考时间表' }));
    fireEvent.click(screen.getByText('删除草稿'));
    expect(await screen.findByText('删掉以后找不回来')).toBeTruthy();
    expect(sent()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    await waitFor(() => expect(sent()).toEqual(['/posts/p1']));
  });

  it('opens nothing of a board that is off', async () => {
    shown = desk({ published: 1 });
    items = [
      piece({
        life: 'published',
        seen: { now: false, why: '栏目已停用' },
        why: '栏目已停用',
        viewer: { can: [] },
      }),
    ];
    open();
    const row = await screen.findByRole('link', { name: '国企笔试备考时间表，读者现在看不到，栏目已停用' });
    fireEvent.click(row);
    expect(phone.opened).toEqual([]);
    expect(screen.queryByRole('button', { name: '管理 国企笔试备考时间表' })).toBeNull();
  });

  it('groups the pages of the office, with what waits there', async () => {
    shown = desk({
      numbers: { ...none, review: { count: 6, since: '2026-11-20T00:00:00.000Z' } },
      office: {
        orphans: { job: 2, thread: 1 },
        terms: { count: 0, next: null },
        unverified: { count: 0, of: 0, year: null },
      },
      viewer: { can: ['see-orphans', 'see-people', 'see-audit'] },
    });
    open();
    expect(await screen.findByRole('link', { name: '审核，待审 6' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '无主事项，3 件没人管' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '操作记录，谁在何时做了什么' })).toBeTruthy();
    expect(['内容', '人', '系统'].map((name) => screen.getByRole('heading', { name }).textContent)).toEqual([
      '内容',
      '人',
      '系统',
    ]);
  });
});
