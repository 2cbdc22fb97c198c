import type { Consent } from '@qihang/shared/consents/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { startConsent } from '@/common/consent/consent';
import ConsentPage from '@/features/my-data/pages/consent/index';
import LeavePage from '@/features/my-data/pages/leave/index';
import { queryClient } from '@/platform/query-client';
import { withQuestions } from '@/platform/refusals';
import { beginSession, endSession } from '@/platform/session';
import { transport } from '@/platform/transport';
import { phone } from './support/taro';

const problem = (statusCode: number, code: string, detail: string) => ({
  statusCode,
  data: { type: 'about:blank', title: detail, status: statusCode, code, detail, requestId: 'r7' },
});
const sent = (method: string) =>
  phone.requests
    .filter((request) => request.method === method)
    .map(({ url, data }) => [url, JSON.parse(data ?? '{}')]);
const show = (page: React.ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);

beforeAll(() => startConsent());
beforeEach(() => {
  phone.reset();
  phone.pages = 2;
  queryClient.clear();
  beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
});
afterEach(() => endSession());

describe('the page that asks for consent', () => {
  const item = (name: Consent['name'], title: string, part: Partial<Consent> = {}): Consent => ({
    name,
    title,
    version: '2026-11-20',
    acceptedAt: null,
    acceptedVersion: null,
    ...part,
  });
  let items: Consent[];
  beforeEach(() => {
    items = [item('user-agreement', '用户协议'), item('privacy-policy', '隐私政策')];
    phone.answer = ({ method }) =>
      method === 'POST' ? { statusCode: 201, data: { items } } : { statusCode: 200, data: { items } };
  });

  it('has its box unticked, and does nothing until it is ticked', async () => {
    show(<ConsentPage />);
    const box = await screen.findByText('我已阅读并同意《用户协议》《隐私政策》');
    fireEvent.click(screen.getByText('同意并继续'));
    expect(sent('POST')).toEqual([]);
    fireEvent.click(box);
    fireEvent.click(screen.getByText('同意并继续'));
    await waitFor(() => expect(phone.opened).toEqual(['back']));
    expect(sent('POST')).toEqual([
      [
        '/api/v1/me/consents',
        {
          documents: [
            { name: 'user-agreement', version: '2026-11-20' },
            { name: 'privacy-policy', version: '2026-11-20' },
          ],
          client: 'h5',
        },
      ],
    ]);
  });

  it('says that a text has changed, and asks for that one only', async () => {
    items = [
      item('user-agreement', '用户协议', { acceptedAt: '2026-11-20T02:24:00.000Z' }),
      item('privacy-policy', '隐私政策', { acceptedVersion: '2026-01-01' }),
    ];
    show(<ConsentPage />);
    await screen.findByText('文本有更新，请再看一遍');
    expect(screen.getByText('我已阅读并同意《隐私政策》')).toBeTruthy();
    expect(screen.queryByText('用户协议')).toBeNull();
  });

  it('shows the new version where a text changed while it was read', async () => {
    phone.answer = ({ method }) =>
      method === 'POST'
        ? problem(409, 'consent.outdated', '文本刚刚更新，请重新阅读后再同意')
        : { statusCode: 200, data: { items } };
    show(<ConsentPage />);
    fireEvent.click(await screen.findByText('我已阅读并同意《用户协议》《隐私政策》'));
    fireEvent.click(screen.getByText('同意并继续'));
    await screen.findByText('文本刚刚更新，请重新阅读后再同意');
    expect(phone.opened).toEqual([]);
  });
});

describe('a write that needs consent', () => {
  const refused = problem(403, 'consent.required', '请先阅读并同意');

  it('opens the page, and goes on by itself once the person has agreed', async () => {
    let agreed = false;
    const items: Consent[] = [
      {
        name: 'user-agreement',
        title: '用户协议',
        version: '2026-11-20',
        acceptedAt: null,
        acceptedVersion: null,
      },
    ];
    phone.answer = ({ method, url }) => {
      if (url.endsWith('/me/consents')) {
        agreed ||= method === 'POST';
        return { statusCode: agreed ? 201 : 200, data: { items } };
      }
      return agreed ? { statusCode: 200, data: { done: true } } : refused;
    };
    const result = transport({ method: 'PUT', path: '/jobs/j/saved', body: {} });
    await waitFor(() => expect(phone.opened).toEqual(['/features/my-data/pages/consent/index']));
    const page = show(<ConsentPage />);
    fireEvent.click(await screen.findByText('我已阅读并同意《用户协议》'));
    fireEvent.click(screen.getByText('同意并继续'));
    await waitFor(() => expect(phone.opened).toHaveLength(2));
    page.unmount();
    await expect(result).resolves.toEqual({ done: true });
  });

  it('fails as it was refused when the person does not agree', async () => {
    phone.answer = () => refused;
    const result = withQuestions(() => transport({ method: 'PUT', path: '/jobs/j/saved', body: {} }));
    const failed = expect(result).rejects.toMatchObject({ code: 'consent.required' });
    await waitFor(() => expect(phone.opened).toHaveLength(1));
    phone.answer = () => ({ statusCode: 200, data: { items: [] } });
    show(<ConsentPage />).unmount();
    // The outer call asks once more; leaving the page again ends that, too.
    await waitFor(() => expect(phone.opened).toHaveLength(2));
    show(<ConsentPage />).unmount();
    await failed;
  });
});

describe('the page for leaving', () => {
  const sections = [
    { key: 'questions', title: '提问', what: '…', why: '…', kept: '…', count: 3 },
    { key: 'sessions', title: '登录记录', what: '…', why: '…', kept: '…', count: 2 },
  ];
  const answer = (leave: ReturnType<typeof problem> | { statusCode: number; data: unknown }) => {
    phone.answer = ({ method, url }) => {
      if (method === 'DELETE') return leave;
      if (url.endsWith('/me/closure')) return problem(404, 'resource.not-found', '没有');
      return { statusCode: 200, data: { sections, teachers: [] } };
    };
  };
  const fill = async () => {
    await screen.findByText('有提问 3 条，请选择去留');
    fireEvent.click(screen.getByText('一起删除'));
    fireEvent.change(screen.getByPlaceholderText('输入“注销账号”四个字'), { target: { value: '注销账号' } });
  };
  const press = () => fireEvent.click(screen.getAllByText('注销账号').at(-1) as HTMLElement);

  it('needs a choice and the typed words, then leaves and forgets the person', async () => {
    answer({
      statusCode: 200,
      data: { requestedAt: '2026-11-20T02:24:00.000Z', eraseAt: '2026-11-27T02:24:00.000Z', posts: 'remove' },
    });
    show(<LeavePage />);
    await screen.findByText('我发布的内容');
    press();
    expect(sent('DELETE')).toEqual([]);
    await fill();
    expect(screen.getByText(/下面别人写的回答一起删除/)).toBeTruthy();
    press();
    await waitFor(() => expect(phone.opened).toEqual(['/pages/me/index']));
    expect(sent('DELETE')).toEqual([['/api/v1/me', { posts: 'remove' }]]);
    await screen.findByText('登录后才能注销账号');
  });

  it('leads to the sign-in page when that was long ago, and keeps what was filled in', async () => {
    answer(problem(403, 'session.not-recent', '为确认是你本人，请重新登录后再操作'));
    show(<LeavePage />);
    await fill();
    press();
    fireEvent.click(await screen.findByText('重新登录'));
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
    expect(screen.getByDisplayValue('注销账号')).toBeTruthy();
  });

  it('shows until when one can come back', async () => {
    phone.answer = () => ({
      statusCode: 200,
      data: { requestedAt: '2026-11-20T02:24:00.000Z', eraseAt: '2026-11-27T02:24:00.000Z', posts: 'keep' },
    });
    show(<LeavePage />);
    await screen.findByText(/11月27日后个人资料会被删除，不能恢复；发布过的内容会留下/);
    fireEvent.click(screen.getByText('撤销注销'));
    await waitFor(() => expect(sent('DELETE').map(([url]) => url)).toEqual(['/api/v1/me/closure']));
  });
});
