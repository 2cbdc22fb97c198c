import { QueryClientProvider, useMutation } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { ApiError } from '@/platform/api-error';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { FailureNote } from '@/ui/form/failure-note';
import { type Checked, useForm } from '@/ui/form/use-form';
import { phone } from './support/taro';

interface Value {
  title: string;
}

const check = ({ title }: Value): Checked<Value> =>
  title === ''
    ? { ok: false, errors: [{ path: 'title', message: '不能为空' }] }
    : { ok: true, value: { title } };

let sent: string[];
let answer: () => Promise<string>;

function Form({ draft, signedInOnly = false }: { draft?: string; signedInOnly?: boolean }) {
  const form = useForm({
    initial: { title: '' },
    ...(draft === undefined ? {} : { draft }),
    check,
    sending: useMutation<string, Error, Value>({ mutationFn: () => answer() }),
    signedInOnly,
    onSent: (id, clear) => {
      sent.push(id);
      clear();
    },
  });
  return (
    <>
      <FailureNote failure={form.failure} />
      <input
        aria-label="标题"
        value={form.value.title}
        onChange={({ target }) => form.change({ title: target.value })}
      />
      <span>{form.problems.title}</span>
      <span>{form.saved}</span>
      <button type="button" onClick={form.send}>
        {form.busy ? '正在发送' : '发送'}
      </button>
    </>
  );
}

const show = (props: Parameters<typeof Form>[0] = {}) =>
  render(
    <QueryClientProvider client={queryClient}>
      <Form {...props} />
    </QueryClientProvider>,
  );
const type = (text: string) => fireEvent.change(screen.getByLabelText('标题'), { target: { value: text } });
const send = () => fireEvent.click(screen.getByText('发送'));
const title = () => (screen.getByLabelText('标题') as HTMLInputElement).value;

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  sent = [];
  answer = async () => 'id-1';
});
afterEach(() => endSession());

describe('a form', () => {
  it('says beside the field what is wrong, until it is edited, and sends nothing before', async () => {
    show();
    send();
    expect(screen.getByText('不能为空')).toBeTruthy();
    type('标题');
    expect(screen.queryByText('不能为空')).toBeNull();
    send();
    await waitFor(() => expect(sent).toEqual(['id-1']));
    expect(title()).toBe('');
  });

  it('shows a refusal beside its fields, and one without fields above them, until the next edit', async () => {
    show();
    type('标题');
    answer = async () => {
      throw new ApiError('request.invalid', '有误', [{ path: 'title', message: '已经有了' }]);
    };
    send();
    expect(await screen.findByText('已经有了')).toBeTruthy();
    expect(screen.queryByText('有误')).toBeNull();
    answer = async () => {
      throw new ApiError('network', '没有连上服务器');
    };
    send();
    expect(await screen.findByText('没有连上服务器')).toBeTruthy();
    expect(screen.queryByText('已经有了')).toBeNull();
    type('标题二');
    expect(screen.queryByText('没有连上服务器')).toBeNull();
  });

  it('keeps a refusal that says how long to wait through edits', async () => {
    show();
    type('标题');
    answer = async () => {
      throw new ApiError('session.too-many-attempts', '请等一等', [], undefined, 30);
    };
    send();
    expect(await screen.findByText('请等一等')).toBeTruthy();
    type('标题二');
    expect(screen.getByText('请等一等')).toBeTruthy();
  });

  it('hears the answer to what was sent although it is edited meanwhile, and sends it once', async () => {
    let finish: (id: string) => void = () => undefined;
    let calls = 0;
    answer = () => {
      calls += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    show();
    type('标题');
    send();
    const busy = await screen.findByText('正在发送');
    fireEvent.click(busy);
    type('标题二');
    await act(async () => finish('id-2'));
    await waitFor(() => expect(sent).toEqual(['id-2']));
    expect(calls).toBe(1);
  });

  it('asks visitors to sign in once nothing is wrong', async () => {
    show({ signedInOnly: true });
    send();
    expect(screen.getByText('不能为空')).toBeTruthy();
    expect(phone.opened).toEqual([]);
    type('标题');
    send();
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
    act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
    send();
    await waitFor(() => expect(sent).toEqual(['id-1']));
  });

  it('keeps a draft on the phone until it is sent', async () => {
    const first = show({ draft: 'trial' });
    expect(screen.getByText('写的内容会自动存成草稿')).toBeTruthy();
    type('标题');
    first.unmount();
    show({ draft: 'trial' });
    expect(screen.getByText('接着上次的草稿')).toBeTruthy();
    expect(title()).toBe('标题');
    send();
    await waitFor(() => expect(sent).toEqual(['id-1']));
    expect(phone.storage.has('draft:trial')).toBe(false);
  });

  it('keeps nothing without a name for the draft', () => {
    const first = show();
    type('标题');
    first.unmount();
    expect([...phone.storage.keys()].filter((key) => key.startsWith('draft'))).toEqual([]);
  });
});
