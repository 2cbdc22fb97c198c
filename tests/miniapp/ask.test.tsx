import type { Me } from '@qihang/shared/session/contract';
import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import AskPage from '@/features/threads/pages/ask/index';
import * as navigation from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { readyToAsk } from './support/reach';
import { phone } from './support/taro';
import { refusal, thread, threadSummary } from './support/threads';

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
const graduate = { verification: 'verified', muted: null, roles: [] } as unknown as Me;

let me: Me;
let similar: ThreadSummary[];
let query: Record<string, string>;
let onAsk: () => { statusCode: number; data: unknown };
let online: boolean;

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  me = graduate;
  similar = [];
  query = {};
  online = true;
  onAsk = () => ({ statusCode: 201, data: thread({ id: 'new', state: 'open' }) });
  jest.spyOn(navigation, 'usePageQuery').mockImplementation(() => query);
  phone.answer = ({ url, method }) => {
    if (!online) throw new Error('request:fail');
    const { pathname } = new URL(url, 'http://phone');
    const ok = (data: unknown) => ({ statusCode: 200, data });
    if (method === 'POST') return onAsk();
    if (pathname.endsWith('/boards')) return ok({ items: [board] });
    if (pathname.endsWith('/me')) return ok(me);
    if (pathname.endsWith('/care'))
      return ok({
        lines: [{ name: '学校心理热线', about: '24 小时有人接', phone: '0555-2316110' }],
        person: { name: '周敏 老师', about: '心理中心' },
        promise: null,
      });
    if (pathname.endsWith('/threads/similar')) return ok({ items: similar });
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
      <AskPage />
    </QueryClientProvider>,
  );
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label).value;
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const asks = () =>
  phone.requests.filter(({ method }) => method === 'POST').map(({ data }) => JSON.parse(data ?? 'null'));

describe('what is said before one writes', () => {
  it('names who answers and until when, and how one is seen', async () => {
    show();
    expect(await screen.findByText(/今天 陈同学 值班，.*10:24 前答复/)).toBeTruthy();
    expect(screen.getByText('别人只看到“提问者”，别处认不出你')).toBeTruthy();
    expect(screen.getByText('名字只有管理员在写明理由后能查，查了会告诉你。')).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: '匿名提问' }));
    expect(screen.getByText('会显示你的姓名、专业和届别')).toBeTruthy();
    expect(screen.queryByText('名字只有管理员在写明理由后能查，查了会告诉你。')).toBeNull();
  });

  it('tells who is not verified, and leads there without losing a word', async () => {
    me = { ...graduate, verification: 'unverified' };
    show();
    expect(await screen.findByText('认证后才能发布问题')).toBeTruthy();
    type('问题', '单位要毁三方，违约金怎么赔');
    tap('去认证，再发布');
    expect(phone.opened).toEqual(['/features/verification/pages/identity/index?goBack=true']);
    expect(asks()).toEqual([]);
    expect(field('问题')).toBe('单位要毁三方，违约金怎么赔');
  });

  it('tells who is muted until when', async () => {
    me = { ...graduate, muted: { until: '2026-11-22T02:00:00.000Z', reason: '反复发广告' } };
    show();
    expect(await screen.findByText(/你被禁言到 .*：反复发广告/)).toBeTruthy();
  });
});

describe('the category', () => {
  it('is proposed by the title, says so, and is sent with it', async () => {
    show();
    await screen.findByText(/陈同学 值班/);
    type('问题', '单位要毁三方，违约金怎么赔');
    expect(screen.getByText('按标题猜的，可以改')).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: '政策' }).getAttribute('aria-checked')).toBe('true');
    tap('匿名发布');
    await waitFor(() => expect(asks()).toHaveLength(1));
    expect(asks()[0]).toMatchObject({ category: 'policy', anonymous: true, board: 'threads' });
  });

  it('stays what the asker chose, whatever the title becomes', () => {
    show();
    fireEvent.click(screen.getByRole('checkbox', { name: '心情' }));
    type('问题', '简历要写几页');
    expect(screen.getByRole('checkbox', { name: '心情' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.queryByText('按标题猜的，可以改')).toBeNull();
  });

  it('is asked for where the title does not say', async () => {
    show();
    type('问题', '食堂几点开门');
    tap('匿名发布');
    expect(await screen.findByText('请选一个分类')).toBeTruthy();
    expect(asks()).toEqual([]);
  });
});

describe('questions asked before', () => {
  it('stand below the title until none of them is meant, and can be seen again', async () => {
    similar = [threadSummary({ state: 'solved' })];
    show();
    type('问题', '签三方后还能报选调');
    expect(await screen.findByText('有人问过，先看看')).toBeTruthy();
    tap('都不是我要问的，接着写');
    expect(screen.queryByText('有人问过，先看看')).toBeNull();
    tap('再看一遍相近的问题');
    expect(screen.getByText('有人问过，先看看')).toBeTruthy();
  });

  it('come again when a question appears that was not passed over', async () => {
    similar = [threadSummary({ id: 'q1' })];
    show();
    type('问题', '签三方后还能报选调');
    await screen.findByText('有人问过，先看看');
    tap('都不是我要问的，接着写');
    similar = [threadSummary({ id: 'q1' }), threadSummary({ id: 'q2', title: '选调要不要党员' })];
    type('问题', '签三方后还能报选调，要党员吗');
    expect(await screen.findByRole('link', { name: '已回答，选调要不要党员' })).toBeTruthy();
  });
});

describe('words that sound like despair', () => {
  it('bring people first, above what was written, and can be published all the same', async () => {
    similar = [threadSummary()];
    show();
    type('问题', '被拒了五次，不知道还要不要继续');
    type('补充', '最近晚上睡不着，觉得活着没意思，不想活了');
    expect(await screen.findByText('先别一个人扛着')).toBeTruthy();
    expect(screen.getByRole('link', { name: '拨打 学校心理热线，0555-2316110' })).toBeTruthy();
    expect(screen.getByText('发出后 周敏 老师 会先看到，再给同学看')).toBeTruthy();
    expect(screen.queryByText('有人问过，先看看')).toBeNull();
    expect(field('补充')).toContain('不想活了');
    fireEvent.click(screen.getByRole('checkbox', { name: '心情' }));
    tap('照样发布');
    await waitFor(() => expect(asks()).toHaveLength(1));
  });
});

describe('what was typed', () => {
  const words = '单位要毁三方，违约金怎么赔';
  const write = () => {
    type('问题', words);
    type('补充', '协议写违约金 5000');
  };
  const expectKept = () => {
    expect(field('问题')).toBe(words);
    expect(field('补充')).toBe('协议写违约金 5000');
  };

  it('stays when there is no network, and goes with the next try', async () => {
    show();
    write();
    online = false;
    tap('匿名发布');
    expect(await screen.findByText('没有连上服务器，请检查网络后重试')).toBeTruthy();
    expectKept();
    online = true;
    tap('匿名发布');
    await waitFor(() => expect(phone.opened).toEqual(['/features/threads/pages/detail/index?id=new']));
  });

  it('stays when it is refused', async () => {
    onAsk = () => refusal(429, 'thread.daily-limit', '今天问得够多了，明天再来');
    show();
    write();
    tap('匿名发布');
    expect(await screen.findByText('今天问得够多了，明天再来')).toBeTruthy();
    expectKept();
  });

  it('stays when verification is asked for only then', async () => {
    onAsk = () => refusal(403, 'verification.required', '请先认证');
    show();
    write();
    tap('匿名发布');
    await waitFor(() =>
      expect(phone.opened).toEqual(['/features/verification/pages/identity/index?goBack=true']),
    );
    expectKept();
  });

  it('stays for a visitor who signs in at the end', () => {
    act(endSession);
    show();
    write();
    tap('登录后发布');
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
    expectKept();
  });

  it('is there again after the page was left', () => {
    const { unmount } = show();
    write();
    unmount();
    show();
    expectKept();
  });

  it('is kept at once when the program leaves the screen', () => {
    show();
    write();
    act(() => phone.fire('hide'));
    expect([...phone.storage.values()].join()).toContain(words);
  });

  it('is gone from the phone once it was sent', async () => {
    const { unmount } = show();
    write();
    tap('匿名发布');
    await waitFor(() => expect(phone.opened).toHaveLength(1));
    unmount();
    show();
    expect(field('问题')).toBe('');
  });
});

describe('what becomes of it', () => {
  const send = () => {
    type('问题', '单位要毁三方，违约金怎么赔');
    tap('匿名发布');
  };

  it('is said when readers see it', async () => {
    show();
    send();
    expect(await screen.findByText('问题已发布，有回答会显示在这里')).toBeTruthy();
  });

  it('can be told by WeChat, which is asked in the tap that sends it and in no other', async () => {
    readyToAsk();
    show();
    tap('匿名发布');
    expect(phone.consents).toEqual([]);
    send();
    expect(phone.consents).toEqual([['answer-template']]);
    expect(await screen.findByText('问题已发布，有回答会显示在这里')).toBeTruthy();
  });

  it('is said when it is held for a person', async () => {
    onAsk = () => ({
      statusCode: 201,
      data: thread({ id: 'new', state: 'pending', life: 'in-review' }),
    });
    show();
    send();
    expect(await screen.findByText('已送审，通过后大家才看得到')).toBeTruthy();
    expect(phone.opened).toEqual(['/features/threads/pages/detail/index?id=new']);
  });
});
