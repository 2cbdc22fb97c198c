import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import MePage from '@/pages/me/index';
import { ApiError, toApiError } from '@/platform/api-error';
import { type Page, useCursorPages } from '@/platform/cursor-pages';
import { queryClient } from '@/platform/query-client';
import { waitAfter } from '@/platform/retrying';
import { beginSession, endSession } from '@/platform/session';
import { transport } from '@/platform/transport';
import { PagedList } from '@/ui/paged-list';
import { phone } from './support/taro';

const problem = (code: string, status: number, header: Record<string, string> = {}) => ({
  statusCode: status,
  data: {
    type: 'about:blank',
    title: '标题',
    status,
    code,
    detail: '服务器正忙，请稍后再试',
    requestId: 'r1',
  },
  header,
});
const busy = () => problem('server.busy', 503, { 'Retry-After': '5' });
const lost = () => Promise.reject(new Error('request:fail'));
const rows = () => ({ statusCode: 200, data: { items: [{ id: '1' }], nextCursor: null } });

beforeEach(() => {
  jest.useFakeTimers();
  phone.reset();
  queryClient.clear();
});
afterEach(() => {
  endSession();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

interface Row {
  id: string;
}

function List() {
  const list = useCursorPages<Row, Page<Row>>(
    ['rows'],
    async () => (await transport({ method: 'GET', path: '/rows' })) as Page<Row>,
  );
  return (
    <PagedList
      list={list}
      what="岗位"
      keyOf={({ id }) => id}
      renderItem={({ id }) => <p>{`岗位 ${id}`}</p>}
      skeleton={<i />}
      empty={<p>一个也没有</p>}
      end={<p>都看完了</p>}
      ageOf={() => '今天 08:12'}
    />
  );
}

const show = (page: React.ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);

describe('a list whose first request fails', () => {
  it.each([
    ['the server is busy', busy],
    ['no answer comes', lost],
  ])('says so when %s, asks again by itself, and shows the rows then', async (_, answer) => {
    phone.answer = answer;
    show(<List />);
    await pass(10);
    expect(screen.getByText('没能取到岗位')).toBeTruthy();
    expect(screen.getByText(/恢复后会自动显示/)).toBeTruthy();
    const asked = phone.requests.length;
    await pass(30_000);
    expect(phone.requests.length).toBeGreaterThan(asked);
    phone.answer = rows;
    await pass(60_000);
    expect(screen.getByText('岗位 1')).toBeTruthy();
    expect(screen.queryByText(/恢复后会自动显示/)).toBeNull();
    const answered = phone.requests.length;
    await pass(120_000);
    expect(phone.requests.length).toBe(answered);
  });

  it('does not come before the server says', async () => {
    phone.answer = busy;
    show(<List />);
    await pass(10);
    await pass(4_900);
    expect(phone.requests).toHaveLength(1);
  });

  it('is not asked again where the server said no', async () => {
    phone.answer = () => problem('action.forbidden', 403);
    show(<List />);
    await pass(120_000);
    expect(phone.requests).toHaveLength(1);
  });
});

it('waits longer each time, up to half a minute and a third', () => {
  const error = new ApiError('network', '没有连上服务器');
  const waits = [1, 2, 3, 4, 5, 6, 20].map((failures) => waitAfter(failures, error));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits[0]).toBeGreaterThanOrEqual(2_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(40_000);
});

it('takes the time to come again also from a proxy’s page, and a date for none', () => {
  expect(toApiError(503, '<html>', '7')).toMatchObject({ code: 'server.busy', retryAfter: 7 });
  expect(toApiError(503, '<html>', 'Wed, 21 Oct 2026 07:28:00 GMT').retryAfter).toBeUndefined();
});

it('shows a signed-in person as such while the profile cannot be read', async () => {
  beginSession({ token: 'good', expiresAt: '2027-01-01T00:00:00Z' });
  phone.answer = busy;
  show(<MePage />);
  await pass(10);
  expect(screen.getByText(/没能取到你的资料/)).toBeTruthy();
  expect(screen.queryByText('还没有登录')).toBeNull();
});

describe('a write under a key that is refused for load', () => {
  const ask = () => transport({ method: 'POST', path: '/threads', keyed: true, body: { title: '问' } });
  const keys = () => phone.requests.map(({ header }) => header['Idempotency-Key']);

  it('is sent again under the same key', async () => {
    let answers = 0;
    phone.answer = () => (++answers < 3 ? busy() : { statusCode: 201, data: { id: '1' } });
    const asked = ask();
    await pass(10_000);
    await expect(asked).resolves.toEqual({ id: '1' });
    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
  });

  it('is given back to the person after two more tries', async () => {
    phone.answer = busy;
    const asked = ask().catch((error: ApiError) => error.code);
    await pass(10_000);
    expect(await asked).toBe('server.busy');
    expect(keys()).toHaveLength(3);
  });
});
