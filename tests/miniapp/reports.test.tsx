import type { Report } from '@qihang/shared/reports/contract';
import { reportReasonNames, reportReasons } from '@qihang/shared/reports/vocabulary';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { useReporting } from '@/common/reports/use-reporting';
import MyReportsPage from '@/features/reports/pages/mine/index';
import TotalsPage from '@/features/reports/pages/totals/index';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { Toast } from '@/ui/toast';
import { phone } from './support/taro';

const signIn = () => act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  phone.answer = () => ({ statusCode: 201, data: { id: 'r-1' } });
});
afterEach(() => act(endSession));

const shown = (node: React.ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{node}</QueryClientProvider>);

/** A page whose content is read again while the sheet is open, as signing in does. */
function Page() {
  const { report, sheet } = useReporting();
  const [readings, setReadings] = useState(0);
  return (
    <>
      <button
        type="button"
        key={readings}
        onClick={() => report({ type: 'answer', id: 'a-1', noun: '回答' })}
      >
        举报回答
      </button>
      <button type="button" onClick={() => setReadings(readings + 1)}>
        重新读
      </button>
      {sheet}
      <Toast />
    </>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const choose = (text: string) => fireEvent.click(screen.getByRole('checkbox', { name: text }));
const write = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
const isOff = (name: string) =>
  button(name).getAttribute('aria-disabled') === 'true' || button(name).classList.contains('btn-off');

describe('the sheet', () => {
  it('offers every reason, and sends what was chosen and written', async () => {
    signIn();
    shown(<Page />);
    fireEvent.click(button('举报回答'));
    for (const reason of reportReasons) expect(screen.getByText(reportReasonNames[reason])).toBeTruthy();
    expect(isOff('举报')).toBe(true);
    choose('收费或诈骗');
    write('面试后要先交 300 元');
    fireEvent.click(button('举报'));
    expect(await screen.findByText('收到，处理完会告诉你')).toBeTruthy();
    expect(phone.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/reports',
      data: JSON.stringify({
        target: { type: 'answer', id: 'a-1' },
        reason: 'fee',
        note: '面试后要先交 300 元',
      }),
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(button('我的举报'));
    expect(phone.opened).toEqual(['/features/reports/pages/mine/index']);
  });

  it('asks for words where the reason says nothing', () => {
    signIn();
    shown(<Page />);
    fireEvent.click(button('举报回答'));
    choose('其他');
    expect(isOff('举报')).toBe(true);
    write('引用的文件不存在');
    expect(isOff('举报')).toBe(false);
  });

  it('lets a visitor write first and sign in at the end, and loses nothing', async () => {
    shown(<Page />);
    fireEvent.click(button('举报回答'));
    choose('广告');
    write('一直在推销培训班');
    fireEvent.click(button('登录后举报'));
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
    expect(phone.requests).toHaveLength(0);
    signIn();
    fireEvent.click(button('重新读'));
    expect(screen.getByRole('textbox')).toMatchObject({ value: '一直在推销培训班' });
    fireEvent.click(button('举报'));
    await waitFor(() => expect(phone.requests[0]?.data).toContain('一直在推销培训班'));
  });

  it('keeps what was written on the phone when it is closed, and forgets it once it is sent', async () => {
    signIn();
    const { unmount } = shown(<Page />);
    fireEvent.click(button('举报回答'));
    choose('内容不实');
    write('电话打不通');
    fireEvent.click(button('关闭'));
    unmount();
    shown(<Page />);
    fireEvent.click(button('举报回答'));
    expect(screen.getByRole('textbox')).toMatchObject({ value: '电话打不通' });
    fireEvent.click(button('举报'));
    await screen.findByText('收到，处理完会告诉你');
    fireEvent.click(button('举报回答'));
    expect(screen.getByRole('textbox')).toMatchObject({ value: '' });
  });

  it('stays with its words when the service refuses', async () => {
    signIn();
    phone.answer = () => ({
      statusCode: 403,
      data: { code: 'action.forbidden', status: 403, detail: '自己的内容、读者看不到的内容不用举报' },
    });
    shown(<Page />);
    fireEvent.click(button('举报回答'));
    choose('内容不实');
    write('电话打不通');
    fireEvent.click(button('举报'));
    expect(await screen.findByText('自己的内容、读者看不到的内容不用举报')).toBeTruthy();
    expect(screen.getByRole('textbox')).toMatchObject({ value: '电话打不通' });
  });

  it('leads to the rules of the community', () => {
    shown(<Page />);
    fireEvent.click(button('举报回答'));
    fireEvent.click(screen.getByRole('link', { name: '看社区规范' }));
    expect(phone.opened).toEqual(['/features/my-data/pages/document/index?name=community-rules']);
  });
});

const report = (part: Partial<Report>): Report => ({
  id: 'r-1',
  target: { type: 'job', id: 'j-1' },
  threadId: null,
  title: '数据标注员，居家可做',
  reason: 'fee',
  note: '要交岗前培训费',
  at: '2026-11-19T01:40:00Z',
  state: 'open',
  others: 0,
  steps: [{ kind: 'reported', at: '2026-11-19T01:40:00Z' }],
  outcome: null,
  viewer: { can: [] },
  ...part,
});
const decided = (action: 'hide' | 'dismiss', note: string | null, can: 'ask-teacher'[] = []) =>
  report({
    id: action,
    state: action === 'hide' ? 'upheld' : 'dismissed',
    steps: [
      { kind: 'reported', at: '2026-11-19T01:40:00Z' },
      { kind: 'decided', at: '2026-11-19T03:12:00Z' },
    ],
    outcome: { action, by: '王立群', at: '2026-11-19T03:12:00Z', note },
    viewer: { can },
  });
const list = (items: Report[]) => {
  phone.answer = ({ method }) =>
    method === 'GET'
      ? { statusCode: 200, data: { items, nextCursor: null } }
      : { statusCode: 200, data: items[0] };
};

describe('我的举报', () => {
  it('is for those who are signed in', () => {
    shown(<MyReportsPage />);
    fireEvent.click(button('登录'));
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
  });

  it('says what waits and who else says so, and what came of the others', async () => {
    signIn();
    list([report({ others: 2 }), decided('hide', null), decided('dismiss', '文中没有推广')]);
    shown(<MyReportsPage />);
    expect(await screen.findByText('处理中')).toBeTruthy();
    expect(screen.getByText('还有 2 人这样说')).toBeTruthy();
    expect(screen.getByText('已下架')).toBeTruthy();
    expect(screen.getByText('王立群：情况属实，已下架')).toBeTruthy();
    expect(screen.getByText('没有成立')).toBeTruthy();
    expect(screen.getByText('王立群：文中没有推广')).toBeTruthy();
    expect(screen.getByText('作者和别的同学看不到是谁举报的')).toBeTruthy();
  });

  it('opens what was reported, an answer with its question', async () => {
    signIn();
    list([report({ target: { type: 'answer', id: 'a-1' }, threadId: 't-1', title: '加我微信' })]);
    shown(<MyReportsPage />);
    fireEvent.click(await screen.findByRole('link', { name: '打开 加我微信' }));
    expect(phone.opened).toEqual(['/features/threads/pages/detail/index?id=t-1']);
  });

  it('asks a teacher to look again only after a question', async () => {
    signIn();
    list([decided('dismiss', '文中没有推广', ['ask-teacher'])]);
    shown(<MyReportsPage />);
    fireEvent.click(await screen.findByRole('button', { name: '不同意，请老师再看' }));
    expect(phone.requests.filter(({ method }) => method === 'POST')).toHaveLength(0);
    fireEvent.click(await screen.findByRole('button', { name: '请老师看' }));
    await waitFor(() =>
      expect(phone.requests.find(({ method }) => method === 'POST')?.url).toBe(
        '/api/v1/me/reports/dismiss/ask-teacher',
      ),
    );
  });

  it('has words for nothing, and for a failure', async () => {
    signIn();
    list([]);
    const { unmount } = shown(<MyReportsPage />);
    expect(await screen.findByText('还没有举报过')).toBeTruthy();
    unmount();
    queryClient.clear();
    phone.answer = () => ({ statusCode: 500, data: { code: 'server.failed', status: 500 } });
    shown(<MyReportsPage />);
    expect(await screen.findByText('没能取到举报')).toBeTruthy();
  });
});

describe('处理公示', () => {
  it('shows numbers by month and reason, and says so where nothing happened', async () => {
    phone.answer = () => ({
      statusCode: 200,
      data: {
        months: [
          {
            month: '2026-11',
            reports: [{ reason: 'fee', n: 3, upheld: 2, dismissed: 1 }],
            measures: [
              { kind: 'hide', n: 2 },
              { kind: 'mute', n: 0 },
            ],
          },
          { month: '2026-10', reports: [], measures: [] },
        ],
      },
    });
    shown(<TotalsPage />);
    expect(await screen.findByText('2026 年 11 月')).toBeTruthy();
    expect(screen.getByText('收费或诈骗')).toBeTruthy();
    expect(screen.getByText('下架 2')).toBeTruthy();
    expect(screen.getByText('2026 年 10 月')).toBeTruthy();
    expect(screen.getByText('没有举报，也没有处理')).toBeTruthy();
  });
});
