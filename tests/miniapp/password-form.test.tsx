import type { Me } from '@qihang/shared/session/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NewPasswordForm } from '@/features/account/components/new-password-form';
import { PasswordForm } from '@/features/account/components/password-form';
import { queryClient } from '@/platform/query-client';
import { endSession } from '@/platform/session';
import { phone } from './support/taro';

const me: Me = {
  name: '林晓',
  studentNo: '2023B001',
  hasPassword: true,
  college: '汽车学院',
  verification: 'verified',
  fromRoster: true,
  roles: [],
  muted: null,
  profile: { major: null, degree: null, graduationYear: null, cities: [], kinds: [] },
  viewer: { can: [] },
};

const refusal = (status: number, code: string, detail: string, more: object = {}) => ({
  statusCode: status,
  data: { type: 't', title: detail, status, code, detail, requestId: 'r1', ...more },
});
const posts = () =>
  phone.requests
    .filter(({ method }) => method === 'POST')
    .map(({ url, data }) => [url, JSON.parse(data ?? '{}')]);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  phone.reset();
  queryClient.clear();
});
afterEach(() => {
  act(() => endSession());
  jest.useRealTimers();
});

describe('the sign-in form', () => {
  const signedIn = jest.fn();
  beforeEach(() => {
    signedIn.mockClear();
    render(
      <QueryClientProvider client={queryClient}>
        <PasswordForm disabled={false} onSignedIn={signedIn} />
      </QueryClientProvider>,
    );
  });
  function fill() {
    type('学号', '2023b001');
    type('密码', 'a password');
  }

  it('says beside each field what is missing, and asks the server nothing', () => {
    type('学号', '学号');
    tap('登录');
    expect(screen.getByText('学号只有数字和字母')).toBeTruthy();
    expect(screen.getByText('不能为空')).toBeTruthy();
    expect(posts()).toEqual([]);
  });

  it('sends both, by the button and by the keyboard', async () => {
    phone.answer = () => ({
      statusCode: 201,
      data: { token: 't', expiresAt: '2099-01-01T00:00:00Z', user: me },
    });
    fill();
    fireEvent.keyDown(screen.getByLabelText('密码'), { key: 'Enter' });
    await waitFor(() => expect(signedIn).toHaveBeenCalled());
    expect(posts()).toEqual([
      ['/api/v1/session/password', { studentNo: '2023B001', password: 'a password' }],
    ]);
    expect(signedIn.mock.calls[0]?.[0]).toEqual(me);
  });

  it('shows a wrong password at the password, until it is changed', async () => {
    phone.answer = () => refusal(401, 'session.wrong-password', '学号或密码不对');
    fill();
    tap('登录');
    expect(await screen.findByText('学号或密码不对')).toBeTruthy();
    type('密码', 'another');
    expect(screen.queryByText('学号或密码不对')).toBeNull();
  });

  it('counts the wait down, takes no attempt meanwhile, and then one again', async () => {
    jest.useFakeTimers();
    phone.answer = () => ({
      ...refusal(429, 'session.too-many-attempts', '密码错了太多次，请等 61 秒再试'),
      header: { 'Retry-After': '61' },
    });
    fill();
    tap('登录');
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(screen.getByText('密码错了太多次，请等 1 分 1 秒再试')).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(screen.getByText('密码错了太多次，请等 59 秒再试')).toBeTruthy();
    fireEvent.keyDown(screen.getByLabelText('密码'), { key: 'Enter' });
    tap('59 秒后再试');
    expect(posts()).toHaveLength(1);
    await act(() => jest.advanceTimersByTimeAsync(59_000));
    tap('登录');
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(posts()).toHaveLength(2);
  });

  it('shows the password on demand, and says whom to ask when it is forgotten', () => {
    const field = screen.getByLabelText('密码') as HTMLInputElement;
    const hidden = () => field.type === 'password';
    expect(hidden()).toBe(true);
    tap('显示密码');
    expect(hidden()).toBe(false);
    tap('忘记密码');
    expect(screen.getByText(/就业指导老师，核对身份后，由管理员重置/)).toBeTruthy();
  });

  it('tells when no answer came', async () => {
    phone.answer = () => Promise.reject(new Error('request:fail'));
    fill();
    tap('登录');
    expect(await screen.findByText('没有连上服务器，请检查网络后重试')).toBeTruthy();
  });
});

describe('a new password', () => {
  const show = (of: Me) =>
    render(
      <QueryClientProvider client={queryClient}>
        <NewPasswordForm me={of} />
      </QueryClientProvider>,
    );

  it('is looked at before it is sent', () => {
    show(me);
    type('新密码', '2023b001xx');
    tap('修改密码');
    expect(screen.getByText('密码里不能有自己的学号')).toBeTruthy();
    expect(screen.getByText('不能为空')).toBeTruthy();
    expect(posts()).toEqual([]);
  });

  it('shows the server’s word beside the field', async () => {
    phone.answer = () =>
      refusal(400, 'request.invalid', '有误', { errors: [{ path: 'current', message: '现在的密码不对' }] });
    show(me);
    type('原密码', 'wrong');
    type('新密码', '灯塔与海 2027');
    tap('修改密码');
    expect(await screen.findByText('现在的密码不对')).toBeTruthy();
  });

  it('is the first one without a current one', async () => {
    phone.answer = () => ({ statusCode: 204, data: '' });
    show({ ...me, hasPassword: false });
    expect(screen.queryByLabelText('原密码')).toBeNull();
    type('新密码', '灯塔与海 2027');
    tap('设置密码');
    await waitFor(() => expect(posts()).toEqual([['/api/v1/me/password', { next: '灯塔与海 2027' }]]));
  });

  it('needs a verified number', () => {
    show({ ...me, studentNo: null });
    expect(screen.getByText(/完成学号认证后/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '修改密码' })).toBeNull();
  });
});
