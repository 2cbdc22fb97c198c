import type { CaseDetail, CaseItem } from '@qihang/shared/cases/contract';
import type { QueueState } from '@qihang/shared/cases/vocabulary';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import QueuePage from '@/features/review/pages/queue/index';
import { noteServerTime } from '@/platform/clock';
import { useToast } from '@/platform/feedback';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';

const now = new Date('2026-11-20T10:24:00+08:00');
const minute = 60_000;
const before = (minutes: number) => new Date(now.getTime() - minutes * minute).toISOString();

const item = (id: string, change: Partial<CaseItem> = {}): CaseItem => ({
  id,
  kind: 'review',
  state: 'open',
  target: { type: 'post', id: `p-${id}` },
  title: `标题 ${id}`,
  excerpt: '',
  board: 'guidance',
  author: { name: '李沐', about: '车辆 2027 届', anonymous: false },
  waitingSince: before(52),
  urgent: false,
  care: false,
  round: 1,
  verdict: { verdict: 'pass', words: [], marks: [] },
  lastReturn: null,
  reports: null,
  appeal: null,
  claimedBy: null,
  decided: null,
  version: 3,
  viewer: { can: ['claim', 'approve', 'return'] },
  ...change,
});

const piece: NonNullable<CaseDetail['piece']> = {
  title: '标题',
  parts: [
    { path: 'title', label: '标题', text: '国企笔试备考时间表' },
    { path: 'body', label: '正文', text: '先做一套真题，不看答案。加 bk_2027 领资料。' },
  ],
  changes: null,
  blocks: null,
  within: null,
};

/** A server with one queue: claims are taken and given back, decided cases leave it, the last comes back when it is undone. */
let decided: CaseItem | undefined;
let queue: Record<QueueState, CaseItem[]>;
let pieceShown: CaseDetail['piece'];
/** Answers given in the place of the server's own, by the end of the path. */
let refuse: Record<string, { statusCode: number; data: unknown } | (() => Promise<never>)>;

const problem = (statusCode: number, code: string, detail: string) => ({
  statusCode,
  data: { type: 'about:blank', title: detail, status: statusCode, code, detail, requestId: 'r7' },
});
const all = () => Object.values(queue).flat();
const put = (next: CaseItem) => {
  for (const state of Object.keys(queue) as QueueState[])
    queue[state] = queue[state].map((one) => (one.id === next.id ? next : one));
  return next;
};
const drop = (id: string) => {
  decided = all().find((one) => one.id === id);
  for (const state of Object.keys(queue) as QueueState[])
    queue[state] = queue[state].filter((one) => one.id !== id);
};

function answer({ url, method, data }: { url: string; method: string; data?: string }) {
  const path = url.split('/api/v1')[1] ?? '';
  const refused = Object.entries(refuse).find(([end]) => path.split('?')[0]?.endsWith(end));
  if (refused) return typeof refused[1] === 'function' ? refused[1]() : refused[1];
  const ok = (body: unknown, statusCode = 200) => ({ statusCode, data: body });
  if (path.startsWith('/moderation/queue')) {
    const state = (new URLSearchParams(path.split('?')[1]).get('state') ?? 'pending') as QueueState;
    const counts = Object.fromEntries(Object.entries(queue).map(([name, list]) => [name, list.length]));
    return ok({ items: queue[state], nextCursor: null, counts });
  }
  const [, id = '', act] = /^\/moderation\/cases\/(\w+)\/?(\w*)/.exec(path) ?? [];
  const known = all().find((one) => one.id === id);
  if (act === 'claim' && method === 'DELETE') {
    if (known) put({ ...known, claimedBy: null });
    return ok(null, 204);
  }
  if (path.startsWith('/moderation/decisions')) {
    const { cases } = JSON.parse(data ?? '{}') as { cases: { id: string }[] };
    return ok({
      outcomes: cases.map((one) => {
        const taken = one.id === 'taken';
        if (!taken) drop(one.id);
        return { id: one.id, done: !taken, code: null, detail: taken ? '张老师 正在处理' : null };
      }),
    });
  }
  if (act === 'undo' && decided) {
    queue.pending.unshift(decided);
    return ok(decided);
  }
  if (!known)
    return path.startsWith('/boards') ? ok({ items: [] }) : problem(404, 'resource.not-found', '没有');
  if (act === 'claim') {
    const until = new Date(Date.now() + 10 * minute).toISOString();
    return ok(put({ ...known, claimedBy: { name: '周晓雯', until, secondsLeft: 600, mine: true } }));
  }
  if (act === 'decision') {
    drop(id);
    return ok({ ...known, state: 'decided' });
  }
  return ok({ ...known, piece: pieceShown });
}

const sent = () =>
  phone.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url }) => `${method} ${url.split('/api/v1')[1]}`);
const lastBody = () => JSON.parse(phone.requests.filter(({ data }) => data).at(-1)?.data ?? '{}');
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const settle = () => pass(50);
const tap = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const press = async (key: string, on: Element | Window = window, more: object = {}) => {
  fireEvent.keyDown(on, { key, ...more });
  await settle();
};
const toasted = () => useToast.getState().toast?.text;
const windowOf = (wide: boolean) => {
  window.matchMedia = () =>
    ({ matches: wide, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
};
const open = async () => {
  const page = render(
    <QueryClientProvider client={queryClient}>
      <QueuePage />
    </QueryClientProvider>,
  );
  await settle();
  return page;
};

beforeEach(() => {
  jest.useFakeTimers({ now });
  windowOf(false);
  phone.reset();
  queryClient.clear();
  useToast.setState({ toast: null });
  noteServerTime(now.toISOString());
  beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
  queue = {
    pending: [item('a'), item('b'), item('c')],
    approved: [],
    returned: [],
    reported: [],
    appealed: [],
  };
  pieceShown = piece;
  refuse = {};
  phone.answer = answer;
});
afterEach(() => {
  cleanup();
  endSession();
  noteServerTime(new Date().toISOString());
  jest.useRealTimers();
});

describe('the list', () => {
  it('asks visitors to sign in, and the server nothing', async () => {
    endSession();
    await open();
    expect(screen.getByText('登录后审核')).toBeTruthy();
    expect(phone.requests).toEqual([]);
  });

  it('counts every tab, and says what is known of a case before it is opened', async () => {
    queue.pending = [
      item('a', {
        urgent: true,
        care: true,
        target: { type: 'thread', id: 't' },
        author: { name: '提问者', about: '', anonymous: true },
      }),
      item('b', { verdict: { verdict: 'block', words: ['疑似收费：“交 200 元”'], marks: [] } }),
      item('c', {
        claimedBy: {
          name: '张老师',
          until: new Date(now.getTime() + 8 * minute).toISOString(),
          secondsLeft: 480,
          mine: false,
        },
      }),
    ];
    queue.reported = [item('r')];
    await open();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      '待审 3',
      '举报 1',
      '申诉 0',
      '已过 0',
      '已退 0',
    ]);
    expect(screen.getByText('匿名的提问者')).toBeTruthy();
    expect(screen.getByText('可能需要关心，已同时通知老师')).toBeTruthy();
    expect(screen.getByText('疑似收费：“交 200 元”')).toBeTruthy();
    expect(screen.getByText('张老师 正在处理')).toBeTruthy();
    expect(screen.getAllByText('已等 52 分钟')).toHaveLength(3);
  });

  it('says that all is done', async () => {
    queue.pending = [];
    await open();
    expect(screen.getByText('都审完了')).toBeTruthy();
  });

  it('offers another try when the server failed', async () => {
    refuse = { '/queue': problem(500, 'server.failed', '服务器出错了') };
    await open();
    expect(screen.getByText('没能取到要审的')).toBeTruthy();
    expect(screen.getByText('编号 r7，反馈时带上它')).toBeTruthy();
    refuse = {};
    await tap('重试');
    expect(screen.getByText('标题 a')).toBeTruthy();
  });

  it('tells a lead whose term is over why', async () => {
    refuse = { '/queue': problem(403, 'action.forbidden', '你的任期已于 11月19日 结束') };
    await open();
    expect(screen.getByText('这里由任期内的骨干和老师审核')).toBeTruthy();
    expect(screen.getByText('你的任期已于 11月19日 结束')).toBeTruthy();
  });

  it('keeps an old queue without a network, and says how old it is', async () => {
    const { unmount } = await open();
    unmount();
    await pass(minute);
    refuse = { '/queue': () => Promise.reject(new Error('request:fail')) };
    await open();
    expect(screen.getByText('标题 a')).toBeTruthy();
    expect(screen.getByText(/没有网络/)).toBeTruthy();
  });
});

describe('a claim', () => {
  it('is made by opening a case on a phone, and counts down by the clock of the server', async () => {
    // The phone is an hour behind.
    noteServerTime(new Date(now.getTime() + 60 * minute).toISOString());
    refuse = {};
    phone.answer = (request) => {
      const given = answer(request);
      if (request.url.endsWith('/claim') && 'data' in given && request.method === 'POST') {
        const until = new Date(Date.now() + 70 * minute).toISOString();
        return {
          ...given,
          data: put({
            ...(given.data as CaseItem),
            claimedBy: { name: '周晓雯', until, secondsLeft: 600, mine: true },
          }),
        };
      }
      return given;
    };
    await open();
    await tap(/标题 a/);
    expect(sent()).toEqual(['POST /moderation/cases/a/claim']);
    await pass(12_000);
    expect(screen.getByText(/你正在处理，9 分 4\d 秒后放回队列/)).toBeTruthy();
  });

  it('can be given back, and is when the page is left', async () => {
    const page = await open();
    await tap(/标题 a/);
    await tap('放回');
    expect(sent()).toEqual(['POST /moderation/cases/a/claim', 'DELETE /moderation/cases/a/claim']);
    await tap(/标题 b/);
    page.unmount();
    await settle();
    expect(sent().slice(2)).toEqual(['POST /moderation/cases/b/claim', 'DELETE /moderation/cases/b/claim']);
  });

  it('is of one case at a time', async () => {
    windowOf(true);
    await open();
    await press('c');
    await press('j');
    await press('c');
    expect(sent()).toEqual([
      'POST /moderation/cases/a/claim',
      'DELETE /moderation/cases/a/claim',
      'POST /moderation/cases/b/claim',
    ]);
  });

  it('warns in its last minute, and can be prolonged', async () => {
    await open();
    await tap(/标题 a/);
    expect(screen.queryByRole('button', { name: '再要 10 分钟' })).toBeNull();
    await pass(9 * minute + 15_000);
    expect(screen.getByText(/你正在处理，4\d 秒后放回队列/)).toBeTruthy();
    await tap('再要 10 分钟');
    expect(screen.getByText(/你正在处理，(10 分 0|9 分 59) 秒后放回队列/)).toBeTruthy();
  });

  it('leaves the reason that was typed when it is over', async () => {
    await open();
    await tap(/标题 a/);
    await tap('退回，写原因');
    fireEvent.change(screen.getByLabelText('告诉作者怎么改'), { target: { value: '写一句题目是谁出的' } });
    await tap('关闭');
    await pass(10 * minute + 2_000);
    expect(screen.getByText('已放回队列，你写的原因还在')).toBeTruthy();
    await tap('再认领');
    await tap('退回，写原因');
    expect(screen.getByLabelText<HTMLTextAreaElement>('告诉作者怎么改').value).toBe('写一句题目是谁出的');
  });

  it('of another locks the case, and a race for it is told to who comes second', async () => {
    refuse = { '/cases/a/claim': problem(409, 'case.claimed', '张老师 正在处理，到 10:34') };
    await open();
    await tap(/标题 a/);
    expect(toasted()).toBe('张老师 正在处理，到 10:34');
  });

  it('of another keeps the reason of who decides too late', async () => {
    await open();
    await tap(/标题 a/);
    await tap('退回，写原因');
    fireEvent.click(screen.getByRole('checkbox', { name: '来源不清，核实不了' }));
    refuse = { '/decision': problem(409, 'case.claimed', '张老师 正在处理，到 10:34') };
    await tap('退回');
    expect(screen.getAllByText('张老师 正在处理，到 10:34').length).toBeGreaterThan(0);
    expect(screen.getByRole('checkbox', { name: '来源不清，核实不了' }).getAttribute('aria-checked')).toBe(
      'true',
    );
  });
});

describe('the buttons', () => {
  const look = (name: string) =>
    screen.getByRole('button', { name }).className.match(/btn-(main|normal|danger)/)?.[1];

  it.each([
    ['found nothing', 'pass', 'main', '机器没看出问题'],
    ['doubts', 'review', 'normal', '机器判断：请人看一看'],
    ['objects', 'block', 'normal', '机器判断：不建议通过'],
    ['could not look', 'unavailable', 'normal', '机器没能检查，请自己看一遍'],
  ] as const)('where the machine %s', async (_, verdict, approve, words) => {
    queue.pending = [item('a', { verdict: { verdict, words: ['一句话'], marks: [] } })];
    await open();
    await tap(/标题 a/);
    expect([look('通过'), look('退回，写原因')]).toEqual([approve, 'danger']);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('of a report begin with taking it down, and none is filled', async () => {
    queue.reported = [
      item('r1', {
        kind: 'report',
        target: { type: 'job', id: 'j' },
        reports: { count: 3, reasons: [{ reason: '收费', n: 3 }], notes: ['打电话问了，要先转账'] },
        viewer: { can: ['claim', 'hide', 'dismiss', 'recheck'] },
      }),
    ];
    await open();
    fireEvent.click(screen.getByRole('tab', { name: '举报 1' }));
    await settle();
    await tap(/标题 r1/);
    expect(['下架，写原因', '先标待核实', '没问题，结案'].map(look)).toEqual(['danger', 'normal', 'normal']);
    expect(screen.getByText('结果会告诉 3 位举报人，不告诉作者是谁举报的')).toBeTruthy();
    expect(screen.getAllByText('3 人举报：收费').length).toBeGreaterThan(0);
  });

  it('of an appeal are equal, and both ask for a reason that both sides read', async () => {
    queue.appealed = [
      item('a1', {
        kind: 'appeal',
        appeal: {
          text: '写的是我自己的经历',
          against: { by: '陈一鸣 同学', at: before(900), note: '像广告', action: 'return', marks: [] },
          steps: [{ at: before(900), who: '陈一鸣 同学', what: '退回：像广告' }],
        },
        viewer: { can: ['claim', 'approve', 'dismiss'] },
      }),
    ];
    await open();
    fireEvent.click(screen.getByRole('tab', { name: '申诉 1' }));
    await settle();
    await tap(/标题 a1/);
    expect(['维持退回', '撤销退回，发布'].map(look)).toEqual(['normal', 'normal']);
    expect(screen.getByText('陈一鸣 同学 退回：像广告')).toBeTruthy();
    await tap('撤销退回，发布');
    expect(sent().some((one) => one.includes('decision'))).toBe(false);
    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '没有推广' } });
    fireEvent.click(screen.getAllByRole('button', { name: '撤销退回，发布' }).at(-1) as HTMLElement);
    await settle();
    expect(lastBody()).toMatchObject({ action: 'approve', note: '没有推广' });
  });

  it('are not there for who may not decide', async () => {
    queue.pending = [item('a', { viewer: { can: [] } })];
    await open();
    await tap(/标题 a/);
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull();
    expect(sent()).toEqual([]);
  });
});

describe('the words', () => {
  it('show what the machine found in them, and what changed since they were sent back', async () => {
    queue.pending = [
      item('a', {
        round: 2,
        lastReturn: { by: '张立群 老师', at: before(140), note: '第 3 段没写来源', marks: [] },
        verdict: {
          verdict: 'review',
          words: ['疑似私人微信号'],
          marks: [{ path: 'body', quote: 'bk_2027', why: '私人微信号' }],
        },
      }),
    ];
    pieceShown = {
      ...piece,
      changes: [
        {
          path: 'body',
          label: '正文',
          parts: [
            { text: '先做一套真题。', op: 'same' },
            { text: '来自内部资料', op: 'removed' },
            { text: '用的是公开真题', op: 'added' },
          ],
        },
      ],
    };
    await open();
    await tap(/标题 a/);
    expect(screen.getByText(/第 3 段没写来源（张立群 老师，今天 08:04）/)).toBeTruthy();
    expect(screen.getByText('来自内部资料').className).toContain('df-del');
    fireEvent.click(screen.getByRole('tab', { name: '全文' }));
    await settle();
    expect(screen.getByText('bk_2027').className).toContain('mk');
  });

  it('can be pointed at clause by clause, and go with the return', async () => {
    await open();
    await tap(/标题 a/);
    await tap('退回，写原因');
    await tap('去原文里划出要改的地方');
    fireEvent.click(screen.getByRole('checkbox', { name: '加 bk_2027 领资料' }));
    await settle();
    await tap('划好了');
    fireEvent.click(screen.getByRole('checkbox', { name: '含有联系方式或引流' }));
    await tap('退回');
    expect(lastBody()).toEqual({
      action: 'return',
      reasons: ['contact'],
      note: '',
      marks: [{ path: 'body', quote: '加 bk_2027 领资料', why: '含有联系方式或引流' }],
      version: 3,
    });
  });

  it('that the machine found are proposed, and can be struck', async () => {
    const mark = { path: 'body', quote: 'bk_2027', why: '私人微信号' };
    queue.pending = [item('a', { verdict: { verdict: 'block', words: ['x'], marks: [mark] } })];
    await open();
    await tap(/标题 a/);
    await tap('退回，写原因');
    expect(screen.getByLabelText<HTMLInputElement>('第 1 处哪里不对').value).toBe('私人微信号');
    await tap('不划“bk_2027”');
    expect(screen.queryByLabelText('第 1 处哪里不对')).toBeNull();
  });

  it('that could not be read can be asked for again', async () => {
    refuse = { '/cases/a': problem(500, 'server.failed', '服务器出错了') };
    await open();
    await tap(/标题 a/);
    expect(screen.getByText('服务器出错了')).toBeTruthy();
    refuse = {};
    await tap('重试');
    expect(screen.getByText(/先做一套真题/)).toBeTruthy();
  });
});

describe('a decision', () => {
  it('is followed by the next case, and can be taken back for five seconds', async () => {
    await open();
    await tap(/标题 a/);
    await tap('通过');
    expect(lastBody()).toMatchObject({ action: 'approve', version: 3 });
    expect(screen.getByText('已通过“标题 a”')).toBeTruthy();
    expect(sent().at(-1)).toBe('POST /moderation/cases/b/claim');
    expect(screen.getByRole('heading', { name: '标题 b' })).toBeTruthy();
    await pass(2_000);
    expect(screen.getByText('撤销 3 秒')).toBeTruthy();
    await tap('撤销');
    expect(sent().at(-1)).toBe('POST /moderation/cases/a/undo');
    expect(screen.queryByText('已通过“标题 a”')).toBeNull();
    expect(toasted()).toBe('撤销了，回到队列里');
    expect(screen.getByRole('heading', { name: '标题 a' })).toBeTruthy();
  });

  it('stands after five seconds', async () => {
    await open();
    await tap(/标题 a/);
    await tap('通过');
    await pass(5_100);
    expect(screen.queryByText('已通过“标题 a”')).toBeNull();
  });

  it('passes over what another has in hand', async () => {
    queue.pending = [
      item('a'),
      item('b', {
        claimedBy: {
          name: '张老师',
          until: new Date(now.getTime() + 8 * minute).toISOString(),
          secondsLeft: 480,
          mine: false,
        },
      }),
      item('c'),
    ];
    await open();
    await tap(/标题 a/);
    await tap('通过');
    expect(sent().at(-1)).toBe('POST /moderation/cases/c/claim');
  });

  it('about words that changed meanwhile is refused until they are read', async () => {
    await open();
    await tap(/标题 a/);
    put(item('a', { version: 4 }));
    refuse = { '/decision': problem(409, 'version.stale', '刚改过') };
    await tap('通过');
    expect(lastBody()).toMatchObject({ version: 3 });
    expect(toasted()).toBe('作者刚改过，已换成最新的，请再看一遍');
    refuse = {};
    await tap('看过了');
    await tap('通过');
    expect(lastBody()).toMatchObject({ version: 4 });
    expect(screen.getByText('已通过“标题 a”')).toBeTruthy();
  });

  it('does not follow what its author changes while it is read', async () => {
    await open();
    await tap(/标题 a/);
    put({ ...item('a', { version: 4 }), claimedBy: queue.pending[0]?.claimedBy ?? null });
    await pass(31_000);
    expect(screen.getByText('作者刚改过，下面是最新的，请再看一遍')).toBeTruthy();
    await tap('通过');
    expect(lastBody()).toMatchObject({ version: 3 });
  });

  it('that is taken back leaves its reason', async () => {
    await open();
    await tap(/标题 a/);
    await tap('退回，写原因');
    fireEvent.change(screen.getByLabelText('告诉作者怎么改'), { target: { value: '补上来源' } });
    await tap('退回');
    await tap('撤销');
    expect(screen.getByRole('heading', { name: '标题 a' })).toBeTruthy();
    await tap('退回，写原因');
    expect(screen.getByLabelText<HTMLTextAreaElement>('告诉作者怎么改').value).toBe('补上来源');
  });

  it('that another made first leads on to the next', async () => {
    await open();
    await tap(/标题 a/);
    refuse = { '/decision': problem(409, 'moderation.already-done', '张老师 已经处理过了') };
    await tap('通过');
    expect(toasted()).toBe('张老师 已经处理过了');
    expect(screen.getByRole('heading', { name: '标题 b' })).toBeTruthy();
  });

  it('without a network keeps the reason', async () => {
    await open();
    await tap(/标题 a/);
    await tap('退回，写原因');
    fireEvent.change(screen.getByLabelText('告诉作者怎么改'), { target: { value: '补上来源' } });
    refuse = { '/decision': () => Promise.reject(new Error('request:fail')) };
    await tap('退回');
    expect(screen.getByLabelText<HTMLTextAreaElement>('告诉作者怎么改').value).toBe('补上来源');
    expect(screen.getAllByText(/没有连上服务器/).length).toBeGreaterThan(0);
  });
});

describe('several at once', () => {
  it('are chosen by what the machine passed, decided alike, and each outcome counts', async () => {
    queue.pending = [
      item('a'),
      item('taken'),
      item('c', { verdict: { verdict: 'block', words: [], marks: [] } }),
    ];
    await open();
    await tap('批量');
    await tap('选机器没看出问题的');
    await tap('通过 2 条');
    expect(lastBody()).toMatchObject({
      action: 'approve',
      cases: [
        { id: 'a', version: 3 },
        { id: 'taken', version: 3 },
      ],
    });
    expect(screen.getByText('通过了 1 条，1 条没有：张老师 正在处理')).toBeTruthy();
    await tap('撤销');
    expect(sent().slice(-1)).toEqual(['POST /moderation/cases/a/undo']);
  });

  it('are returned with one reason', async () => {
    await open();
    await tap('批量');
    fireEvent.click(screen.getByRole('checkbox', { name: /标题 a/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /标题 b/ }));
    await settle();
    await tap('退回 2 条');
    expect(sent()).toEqual([]);
    fireEvent.click(screen.getByRole('checkbox', { name: '和已有的重复' }));
    fireEvent.click(screen.getAllByRole('button', { name: '退回 2 条' }).at(-1) as HTMLElement);
    await settle();
    expect(lastBody()).toMatchObject({ action: 'return', reasons: ['duplicate'], note: '' });
    expect(lastBody().cases).toHaveLength(2);
  });
});

describe('keys on a wide window', () => {
  beforeEach(() => windowOf(true));
  const title = () =>
    screen
      .getAllByRole('heading')
      .map(({ textContent }) => textContent)
      .find((text) => text?.startsWith('标题'));

  it('walk through the list, claim, approve and take back', async () => {
    await open();
    expect(title()).toBe('标题 a');
    await press('j');
    expect(title()).toBe('标题 b');
    await press('k');
    expect(title()).toBe('标题 a');
    expect(sent()).toEqual([]);
    await press('c');
    expect(sent()).toEqual(['POST /moderation/cases/a/claim']);
    await press('A');
    expect(sent().slice(1)).toEqual(['POST /moderation/cases/a/decision', 'POST /moderation/cases/b/claim']);
    await press('z');
    expect(sent().at(-1)).toBe('POST /moderation/cases/a/undo');
  });

  it('open the reason with R, and never return at once', async () => {
    await open();
    await press('r');
    expect(screen.getByRole('dialog', { name: '退回给作者' })).toBeTruthy();
    expect(sent()).toEqual([]);
    await press('r');
    await press('a');
    expect(sent()).toEqual([]);
    await press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('rest while one types, with other keys, and while a key is held', async () => {
    await open();
    await press('r');
    const field = screen.getByLabelText('告诉作者怎么改');
    await press('a', field);
    await press('z', field);
    await press('Escape');
    const outside = document.body.appendChild(document.createElement('textarea'));
    await press('a', outside);
    await press('j', outside);
    outside.remove();
    await press('a', window, { ctrlKey: true });
    await press('a', window, { repeat: true });
    await press('a', window, { isComposing: true });
    expect(sent()).toEqual([]);
    expect(title()).toBe('标题 a');
  });

  it('close a sheet with Esc before they give the case back', async () => {
    await open();
    await press('c');
    await press('r');
    await press('Escape');
    expect(sent()).toEqual(['POST /moderation/cases/a/claim']);
    await press('Escape');
    expect(sent().at(-1)).toBe('DELETE /moderation/cases/a/claim');
  });
});
