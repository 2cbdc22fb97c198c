import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useCursorPages } from '@/platform/cursor-pages';
import { queryClient } from '@/platform/query-client';
import { transport } from '@/platform/transport';
import { PagedList } from '@/ui/paged-list';
import { phone } from './support/taro';

interface Row {
  id: string;
}

const keyOf = ({ id }: Row) => id;
const renderItem = ({ id }: Row) => <p>{`岗位 ${id}`}</p>;

function List() {
  const list = useCursorPages<Row, { items: Row[]; nextCursor: string | null }>(
    ['rows'],
    async (cursor) =>
      (await transport({ method: 'GET', path: `/rows?cursor=${cursor === undefined ? '' : cursor}` })) as {
        items: Row[];
        nextCursor: string | null;
      },
    { keep: true },
  );
  return (
    <PagedList
      list={list}
      what="岗位"
      keyOf={keyOf}
      renderItem={renderItem}
      skeleton={<i data-testid="bone" />}
      empty={<p>一个也没有</p>}
      end={<p>都看完了</p>}
      ageOf={() => '今天 08:12'}
    />
  );
}

const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <List />
    </QueryClientProvider>,
  );

const page = (ids: string[], nextCursor: string | null = null) => ({
  statusCode: 200,
  data: { items: ids.map((id) => ({ id })), nextCursor },
});
const offline = () => Promise.reject(new Error('request:fail'));

beforeEach(() => {
  phone.reset();
  queryClient.clear();
});

it('draws the shape of its rows while it loads', () => {
  phone.answer = () => new Promise(() => undefined);
  open();
  expect(screen.getAllByTestId('bone').length).toBeGreaterThan(2);
});

it('says so when there is nothing', async () => {
  phone.answer = () => page([]);
  open();
  expect(await screen.findByText('一个也没有')).toBeTruthy();
});

it('tells a failure with its number, and tries again on demand', async () => {
  phone.answer = () => ({
    statusCode: 500,
    data: {
      code: 'server.failed',
      title: '服务器出错了',
      detail: '请稍后再试',
      requestId: 'req-42',
      status: 500,
    },
  });
  open();
  expect(await screen.findByText('没能取到岗位')).toBeTruthy();
  expect(screen.getByText(/req-42/)).toBeTruthy();
  phone.answer = () => page(['1']);
  fireEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('岗位 1')).toBeTruthy();
});

it('repeats a read once when the network failed, then gives up in words', async () => {
  phone.answer = offline;
  open();
  expect(await screen.findByText(/没有连上服务器/)).toBeTruthy();
  expect(phone.requests).toHaveLength(2);
});

it('reads on at the foot of the page, to the end and no further', async () => {
  phone.answer = ({ url }) => (url.endsWith('cursor=') ? page(['1'], 'next') : page(['2']));
  open();
  await screen.findByText('岗位 1');
  expect(screen.queryByText('都看完了')).toBeNull();
  act(() => phone.fire('reachBottom'));
  expect(await screen.findByText('岗位 2')).toBeTruthy();
  expect(screen.getByText('都看完了')).toBeTruthy();
  act(() => phone.fire('reachBottom'));
  expect(phone.requests).toHaveLength(2);
});

it('starts again from the first page when it is pulled down', async () => {
  phone.answer = ({ url }) => (url.endsWith('cursor=') ? page(['1'], 'next') : page(['2']));
  open();
  await screen.findByText('岗位 1');
  act(() => phone.fire('reachBottom'));
  await screen.findByText('岗位 2');
  phone.answer = () => page(['3']);
  act(() => phone.fire('pullDown'));
  expect(await screen.findByText('岗位 3')).toBeTruthy();
  expect(screen.queryByText('岗位 2')).toBeNull();
});

it('opens an earlier answer without a network and tells its age', async () => {
  phone.answer = () => page(['1']);
  open().unmount();
  await waitFor(() => expect([...phone.storage.keys()].some((key) => key.startsWith('kept:'))).toBe(true));

  // The next visit, an hour later: nothing in memory, no network.
  queryClient.clear();
  for (const [key, text] of phone.storage) {
    if (!key.startsWith('kept:')) continue;
    const kept = JSON.parse(text) as { updatedAt: number };
    phone.storage.set(key, JSON.stringify({ ...kept, updatedAt: kept.updatedAt - 3_600_000 }));
  }
  phone.answer = offline;
  open();
  expect(await screen.findByText('岗位 1')).toBeTruthy();
  expect(await screen.findByText(/没有网络/)).toBeTruthy();
  expect(screen.getByText('今天 08:12')).toBeTruthy();

  // The network is back: the list starts from its beginning.
  phone.answer = () => page(['2']);
  fireEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('岗位 2')).toBeTruthy();
  expect(phone.requests.at(-1)?.url).toMatch(/cursor=$/);
});

it('shows an answer kept a moment ago and asks again all the same: somebody may have signed in since', async () => {
  phone.answer = () => page(['1']);
  open().unmount();
  await waitFor(() => expect([...phone.storage.keys()].some((key) => key.startsWith('kept:'))).toBe(true));

  queryClient.clear();
  phone.answer = () => page(['2']);
  open();
  expect(screen.getByText('岗位 1')).toBeTruthy();
  expect(await screen.findByText('岗位 2')).toBeTruthy();
});
