import type { Thread } from '@qihang/shared/threads/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import EditThreadPage from '@/features/threads/pages/edit/index';
import EditAnswerPage from '@/features/threads/pages/edit-answer/index';
import PastWordsPage from '@/features/threads/pages/past-words/index';
import * as navigation from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';
import { answer, refusal, thread } from './support/threads';

let shown: Thread;
let saved: () => { statusCode: number; data: unknown };
let query: Record<string, string>;

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  query = { id: 'q1' };
  shown = thread({ version: 3, viewer: { can: ['edit'] } });
  saved = () => ({ statusCode: 200, data: shown });
  jest.spyOn(navigation, 'usePageQuery').mockImplementation(() => query);
  phone.answer = ({ url, method }) => {
    const { pathname } = new URL(url, 'http://phone');
    if (method !== 'GET') return saved();
    if (pathname.endsWith('/threads/q1')) return { statusCode: 200, data: shown };
    if (pathname.endsWith('/revisions'))
      return {
        statusCode: 200,
        data: {
          items: [
            {
              rev: 2,
              at: '2026-11-20T04:52:00.000Z',
              by: '提问者',
              changed: ['补充'],
              fields: [
                { field: 'title', label: '问题', text: '签过三方还能报选调吗' },
                { field: 'body', label: '补充', text: '' },
              ],
            },
          ],
        },
      };
    return { statusCode: 404, data: {} };
  };
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
});
afterEach(() => {
  jest.restoreAllMocks();
  act(endSession);
});

const show = (page: ReactElement) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label).value;
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const writes = () =>
  phone.requests.filter(({ method }) => method !== 'GET').map(({ data }) => JSON.parse(data ?? 'null'));

describe('changing a question', () => {
  it('begins with its words, sends them with the version that was read, and goes back', async () => {
    show(<EditThreadPage />);
    await screen.findByLabelText('补充');
    expect(field('补充')).toBe('10 月签的三方。');
    type('补充', '9 月签的三方。');
    fireEvent.click(screen.getByRole('checkbox', { name: '考试' }));
    tap('保存修改');
    expect(await screen.findByText('已保存，读者看得到改过')).toBeTruthy();
    expect(writes()).toEqual([{ title: shown.title, body: '9 月签的三方。', category: 'exam', version: 3 }]);
    expect(phone.opened).toEqual(['/pages/home/index']);
  });

  it('sends what was returned to review again, with the reason in sight', async () => {
    shown = thread({
      life: 'returned',
      state: 'pending',
      returned: {
        by: '王立群 老师',
        at: '2026-11-20T03:00:00.000Z',
        note: '请去掉手机号',
        reasons: [],
        marks: [],
        appealable: true,
        appeal: null,
      },
      viewer: { can: ['edit'] },
    });
    saved = () => ({ statusCode: 200, data: { ...shown, life: 'in-review' } });
    show(<EditThreadPage />);
    expect(await screen.findByText('请去掉手机号')).toBeTruthy();
    tap('改了再送审');
    expect(await screen.findByText('已送审，通过后大家才看得到')).toBeTruthy();
  });

  it('shows what is there now when another changed it meanwhile, and keeps what was typed', async () => {
    show(<EditThreadPage />);
    await screen.findByLabelText('补充');
    type('补充', '我的新话');
    saved = () => refusal(409, 'version.stale', '别人刚改过这条内容，请刷新后再改');
    shown = { ...shown, version: 4, body: '老师改过的话' };
    tap('保存修改');
    expect(await screen.findByText(/老师改过的话/)).toBeTruthy();
    expect(field('补充')).toBe('我的新话');
    saved = () => ({ statusCode: 200, data: shown });
    tap('保存修改');
    await waitFor(() => expect(writes()).toHaveLength(2));
    expect(writes()[1]).toMatchObject({ body: '我的新话', version: 4 });
  });

  it('is there again after the page was left, and gone when it is dropped', async () => {
    const first = show(<EditThreadPage />);
    await screen.findByLabelText('补充');
    type('补充', '我的新话');
    first.unmount();
    const second = show(<EditThreadPage />);
    await screen.findByLabelText('补充');
    expect(field('补充')).toBe('我的新话');
    tap('不改了');
    second.unmount();
    show(<EditThreadPage />);
    await screen.findByLabelText('补充');
    expect(field('补充')).toBe('10 月签的三方。');
  });

  it('is not offered to others', async () => {
    shown = thread();
    show(<EditThreadPage />);
    expect(await screen.findByText('你现在不能修改这个问题')).toBeTruthy();
  });
});

describe('changing an answer', () => {
  beforeEach(() => {
    query = { id: 'q1', answer: 'a1' };
    shown = thread({ answers: [answer({ version: 7, viewer: { can: ['edit'] } })] });
  });

  it('sends its words with its own version', async () => {
    show(<EditAnswerPage />);
    await screen.findByLabelText('回答');
    type('回答', '算，还要看社保。');
    tap('保存修改');
    await waitFor(() => expect(writes()).toEqual([{ body: '算，还要看社保。', version: 7 }]));
  });

  it('says beside the field what is wrong with it', async () => {
    show(<EditAnswerPage />);
    await screen.findByLabelText('回答');
    type('回答', '算');
    tap('保存修改');
    expect(await screen.findByText(/至少/)).toBeTruthy();
    expect(writes()).toEqual([]);
  });

  it('is not offered for one that is gone', async () => {
    query = { id: 'q1', answer: 'other' };
    show(<EditAnswerPage />);
    expect(await screen.findByText('你现在不能修改这个回答')).toBeTruthy();
  });
});

describe('what it said before', () => {
  it('is shown version by version, signed as the piece is', async () => {
    show(<PastWordsPage />);
    expect(await screen.findByText('第 2 版')).toBeTruthy();
    expect(screen.getByText(/提问者，.*改了补充/)).toBeTruthy();
    expect(screen.getByText('签过三方还能报选调吗')).toBeTruthy();
    expect(screen.getByText('（空）')).toBeTruthy();
    expect(phone.requests.some(({ url }) => url.endsWith('/threads/q1/revisions'))).toBe(true);
  });

  it('is that of an answer where one is named', async () => {
    query = { id: 'q1', answer: 'a1' };
    show(<PastWordsPage />);
    await screen.findByText('第 2 版');
    expect(phone.requests.some(({ url }) => url.endsWith('/answers/a1/revisions'))).toBe(true);
  });

  it('asks visitors to sign in', () => {
    act(endSession);
    show(<PastWordsPage />);
    tap('登录');
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
  });
});
