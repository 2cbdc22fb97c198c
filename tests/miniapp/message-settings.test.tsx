import type { NotificationSettings } from '@qihang/shared/notifications/settings';
import type { Subscriptions } from '@qihang/shared/subscriptions/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { kept } from '@/common/reach/subscriptions';
import { creditRows, lineOf, refillWords } from '@/features/notifications/credit-words';
import InboxPage from '@/features/notifications/pages/list/index';
import SettingsPage from '@/features/notifications/pages/settings/index';
import { changedBy, undoing } from '@/features/notifications/settings';
import { useToast } from '@/platform/feedback';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { subscriptions, template } from './support/reach';
import { phone } from './support/taro';
import { refusal } from './support/threads';

const now = new Date('2026-11-20T02:24:00Z');

const usual = (): NotificationSettings => ({
  quiet: true,
  quietFrom: '22:00',
  quietTo: '08:00',
  switches: { deadlines: true, answers: true, followed: true, matches: false, 'job-changes': true },
});

describe('the words of credits', () => {
  it('say what the next message of each template is for', () => {
    const state = subscriptions({
      templates: [
        template({
          credits: 1,
          waiting: 1,
          next: { at: '2026-11-20T07:00:00.000Z', title: '嵌入式软件工程师' },
        }),
        template({ id: 'a', purpose: 'answer', credits: 1, waiting: 2 }),
        template({ id: 'b', purpose: 'decision' }),
      ],
    });
    expect(creditRows(state, now)).toEqual([
      {
        id: 'deadline-template',
        name: '截止提醒',
        use: '下一条：今天 15:00，嵌入式软件工程师',
        credits: 1,
      },
      { id: 'a', name: '回答提醒', use: '等你的 2 个问题有人回答', credits: 1 },
      { id: 'b', name: '审核结果', use: '没有了，结果会留在消息里', credits: 0 },
    ]);
  });

  it('are one row for purposes that share a template', () => {
    const shared = [template({ credits: 2 }), template({ purpose: 'decision', credits: 2, waiting: 1 })];
    expect(creditRows(subscriptions({ templates: shared }), now)).toEqual([
      { id: 'deadline-template', name: '截止提醒、审核结果', use: '等审核有结果', credits: 2 },
    ]);
  });

  it('say how much the button adds', () => {
    expect([1, 2, 3].map(refillWords)).toEqual(['补充 1 条', '补充，两种各加 1 条', '补充，三种各加 1 条']);
  });

  it.each<[string, Partial<Subscriptions>, ReturnType<typeof lineOf>]>([
    ['short', {}, { credits: 2, why: '收藏里还有 4 个没投' }],
    ['enough', { templates: [template({ credits: 4, waiting: 4 })] }, null],
    ['nothing waits', { templates: [template()] }, null],
    [
      'none left',
      { credits: 0, templates: [template({ waiting: 1 })] },
      { credits: 0, why: '消息只在这里显示' },
    ],
    ['not set up', { configured: false }, null],
    ['no WeChat account', { linked: false }, null],
  ])('of the inbox: %s', (_, part, line) => expect(lineOf(subscriptions(part))).toEqual(line));
});

describe('a change of the settings', () => {
  it('is undone by itself, without what was changed next to it', () => {
    const change = { quietTo: '07:00', switches: { matches: true } };
    const undo = undoing(usual(), change);
    expect(undo).toEqual({ quietTo: '08:00', switches: { matches: false } });
    const both = changedBy(changedBy(usual(), change), { switches: { answers: false } });
    expect(changedBy(both, undo)).toEqual({ ...usual(), switches: { ...usual().switches, answers: false } });
  });
});

describe('pages', () => {
  let settings: NotificationSettings;
  let state: Subscriptions;
  let broken: string[];
  const bodies = (end: string) =>
    phone.requests
      .filter(({ url, method }) => url.endsWith(end) && method !== 'GET')
      .map(({ data }) => JSON.parse(data ?? ''));

  beforeEach(() => {
    phone.reset();
    useToast.setState({ toast: null });
    settings = usual();
    state = subscriptions();
    broken = [];
    phone.answer = ({ url, method, data }) => {
      if (broken.some((part) => url.includes(part))) throw new Error('request:fail');
      if (url.endsWith('/me/notification-settings')) {
        if (method !== 'GET') settings = changedBy(settings, JSON.parse(data ?? '{}'));
        return { statusCode: 200, data: settings };
      }
      if (url.endsWith('/subscriptions/grants')) {
        const { results } = JSON.parse(data ?? '{}') as { results: Record<string, string> };
        const added = (id: string) => Number(results[id] === 'accept');
        state = {
          ...state,
          credits: state.credits + Object.values(results).filter((one) => one === 'accept').length,
          templates: state.templates.map((one) => ({ ...one, credits: one.credits + added(one.id) })),
        };
        return { statusCode: 200, data: state };
      }
      if (url.endsWith('/subscriptions')) return { statusCode: 200, data: state };
      const counts = { deadlines: 0, threads: 0, review: 0, notices: 0 };
      return { statusCode: 200, data: { items: [], nextCursor: null, unread: 0, counts } };
    };
    act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
  });
  afterEach(() => {
    cleanup();
    queryClient.clear();
    act(endSession);
  });
  const show = (Page: () => React.ReactNode) =>
    render(
      <QueryClientProvider client={queryClient}>
        <Page />
      </QueryClientProvider>,
    );

  describe('消息设置', () => {
    it('shows what is left, and adds one of each in one tap', async () => {
      show(SettingsPage);
      await screen.findByText('还能收到 2 条微信提醒');
      fireEvent.click(screen.getByRole('button', { name: '补充，三种各加 1 条' }));
      expect(phone.consents).toEqual([['deadline-template', 'decision-template', 'answer-template']]);
      await screen.findByText('已加 3 条微信提醒');
      await screen.findByText('还能收到 5 条微信提醒');
    });

    it('says nothing of what was declined', async () => {
      phone.consent = async (ids) => Object.fromEntries(ids.map((id) => [id, 'reject']));
      show(SettingsPage);
      const [refill] = await screen.findAllByText('补充，三种各加 1 条');
      fireEvent.click(refill as HTMLElement);
      await waitFor(() => expect(bodies('/subscriptions/grants')).toHaveLength(1));
      await screen.findByText('补充，三种各加 1 条');
      expect(useToast.getState().toast).toBeNull();
      expect(screen.getByText('还能收到 2 条微信提醒')).toBeTruthy();
    });

    it.each([
      [20005, '微信停用了启航的提醒，消息照样在这里'],
      [10005, '微信没能弹出来，回到启航再点一次'],
      [10002, '微信没有回应，请稍后再点一次'],
    ])('says what the code %i means', async (errCode, words) => {
      phone.consent = () => Promise.reject(Object.assign(new Error('refused'), { errCode }));
      show(SettingsPage);
      fireEvent.click(await screen.findByRole('button', { name: '补充，三种各加 1 条' }));
      await screen.findByText(words);
    });

    it('leads to the settings of WeChat where messages are switched off there', async () => {
      phone.consent = () => Promise.reject(Object.assign(new Error('off'), { errCode: 20004 }));
      show(SettingsPage);
      fireEvent.click(await screen.findByRole('button', { name: '补充，三种各加 1 条' }));
      fireEvent.click(await screen.findByRole('button', { name: '去打开' }));
      expect(phone.settings).toBe(1);
    });

    it('counts a consent that could not be sent, says so, and sends it later', async () => {
      show(SettingsPage);
      await screen.findByText('还能收到 2 条微信提醒');
      broken = ['/subscriptions'];
      fireEvent.click(screen.getByRole('button', { name: '补充，三种各加 1 条' }));
      await screen.findByText('刚同意的 3 条还没传上去，联网后会自动补上');
      expect(screen.getByText('还能收到 5 条微信提醒')).toBeTruthy();
      broken = [];
      await act(() => queryClient.refetchQueries({ queryKey: ['subscriptions'] }));
      await waitFor(() => expect(screen.queryByText(/还没传上去/)).toBeNull());
      expect(kept().grants).toEqual([]);
      expect(screen.getByText('还能收到 5 条微信提醒')).toBeTruthy();
    });

    it.each<[string, Partial<Subscriptions>]>([
      ['微信提醒还没开通', { configured: false, templates: [], credits: 0 }],
      ['这个账号没有用微信登录过', { linked: false }],
    ])('%s', async (words, part) => {
      state = subscriptions(part);
      show(SettingsPage);
      await screen.findByText(words);
      expect(screen.queryByText(/^补充/)).toBeNull();
    });

    it('turns switches at once, and back where the server refuses', async () => {
      show(SettingsPage);
      const matches = await screen.findByRole('switch', { name: '对口新岗位' });
      fireEvent.click(matches);
      await waitFor(() =>
        expect(bodies('/me/notification-settings')).toEqual([{ switches: { matches: true } }]),
      );
      expect(matches.getAttribute('aria-checked')).toBe('true');
      const old = phone.answer;
      phone.answer = (request) =>
        request.method === 'PATCH' || request.method === 'POST'
          ? refusal(503, 'database.busy', '请稍后再试')
          : old(request);
      fireEvent.click(screen.getByRole('switch', { name: '我的问题有回答' }));
      await screen.findByText('请稍后再试');
      expect(screen.getByRole('switch', { name: '我的问题有回答' }).getAttribute('aria-checked')).toBe(
        'true',
      );
      expect(matches.getAttribute('aria-checked')).toBe('true');
    });

    it('sets the quiet hours, but not to begin and end at once', async () => {
      show(SettingsPage);
      fireEvent.click(await screen.findByRole('switch', { name: '夜里不打扰' }));
      await waitFor(() => expect(bodies('/me/notification-settings')).toEqual([{ quiet: false }]));
      expect(screen.queryByText(/提前到当晚 21:30/)).toBeNull();
    });

    it('has words in the place of a switch for what always comes', async () => {
      show(SettingsPage);
      await screen.findByText('必读通知、审核和举报结果');
      expect(screen.getByText('一直会收')).toBeTruthy();
      expect(screen.getAllByRole('switch')).toHaveLength(6);
    });

    it('keeps the switches where the credits cannot be read', async () => {
      broken = ['/subscriptions'];
      show(SettingsPage);
      await screen.findByText(/没能取到微信提醒的条数/);
      expect(screen.getByRole('switch', { name: '截止提醒' })).toBeTruthy();
    });

    it('asks a visitor to sign in', async () => {
      act(endSession);
      show(SettingsPage);
      await screen.findByText('登录后设置消息');
    });
  });

  describe('the inbox', () => {
    it('has a line where something waits that no message is left for, and its 补充', async () => {
      show(InboxPage);
      await screen.findByText(/还能收到 2 条微信提醒/);
      expect(screen.getByText(/收藏里还有 4 个没投/)).toBeTruthy();
      fireEvent.click(screen.getByRole('button', { name: '补充' }));
      await screen.findByText('已加 3 条微信提醒');
      expect(phone.consents).toHaveLength(1);
    });

    it('has none where there is enough', async () => {
      state = subscriptions({ templates: [template({ credits: 1, waiting: 1 })] });
      show(InboxPage);
      await screen.findByText('还没有消息');
      await waitFor(() => expect(queryClient.getQueryData(['subscriptions'])).toBeTruthy());
      expect(screen.queryByText('补充')).toBeNull();
    });

    it('leads to the settings', async () => {
      show(InboxPage);
      fireEvent.click(await screen.findByRole('button', { name: '消息设置' }));
      expect(phone.opened).toEqual(['/features/notifications/pages/settings/index']);
    });
  });
});
