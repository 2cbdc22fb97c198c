import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import {
  activeFilters,
  changeFilters,
  filtersOf,
  noFilters,
  queryOf,
  useJobFilters,
} from '@/features/jobs/browse/filters';
import { JobSheets } from '@/features/jobs/browse/job-filter-sheet';
import { searchedMajors, toggledMajor } from '@/features/jobs/majors/major-tree';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';

const tree = {
  categories: [
    {
      name: '工学',
      value: '工学门类',
      classes: [
        { name: '机械类', majors: ['机械工程', '车辆工程'] },
        { name: '电气类', majors: ['电气工程及其自动化'] },
      ],
    },
    { name: '法学', value: '法学门类', classes: [{ name: '法学类', majors: ['法学'] }] },
  ],
};

const open = (sheet: Parameters<typeof JobSheets>[0]['sheet'], onClose = () => undefined) =>
  render(
    <QueryClientProvider client={queryClient}>
      <JobSheets sheet={sheet} filters={useJobFilters.getState()} onClose={onClose} />
    </QueryClientProvider>,
  );
const asked = (name: string) =>
  phone.requests.filter(({ url }) => url.includes(name)).map(({ url }) => decodeURIComponent(url));

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  changeFilters(noFilters);
  phone.answer = ({ url }) => ({
    statusCode: 200,
    data: url.includes('/majors')
      ? tree
      : url.includes('/facets')
        ? { cities: [], majors: [{ name: '会计学', count: 4 }] }
        : { count: url.includes('payMin=8000') ? 15 : 73 },
  });
});

describe('filters in an address', () => {
  it('come back as they were written', () => {
    const filters = {
      ...noFilters,
      city: ['江州'],
      payMin: 8000,
      local: true,
      referral: true,
      state: ['open' as const],
    };
    const query = Object.fromEntries(
      Object.entries(queryOf(filters)).map(([key, value]) => [key, [value].flat().map(String)]),
    );
    expect(filtersOf(query)).toEqual(filters);
  });

  it.each(['', '0', '-5', 'abc', '1e3', '8000.5'])('take no pay from %p', (payMin) => {
    expect(filtersOf({ payMin: [payMin] }).payMin).toBeNull();
  });

  it('lift one by one', () => {
    const chips = activeFilters({ ...noFilters, payMin: 8000, local: true });
    expect(chips.map(({ text, without }) => [text, without])).toEqual([
      ['月薪 8K 以上', { payMin: null }],
      ['本地', { local: false }],
    ]);
  });
});

describe('the sheet 更多', () => {
  it('counts what a choice would find before anything changes', async () => {
    const onClose = jest.fn();
    open('more', onClose);
    await screen.findByText('查看 73 个岗位');
    fireEvent.click(screen.getByRole('checkbox', { name: '8K' }));
    await screen.findByText('查看 15 个岗位');
    expect(useJobFilters.getState().payMin).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '查看 15 个岗位' }));
    expect(useJobFilters.getState().payMin).toBe(8000);
    expect(onClose).toHaveBeenCalled();
  });

  it('lifts the pay by a second tap and everything by 重置', async () => {
    changeFilters({ payMin: 8000, local: true, state: ['open'] });
    open('more');
    fireEvent.click(screen.getByRole('checkbox', { name: '8K' }));
    fireEvent.click(screen.getByRole('button', { name: '重置' }));
    fireEvent.click(await screen.findByRole('button', { name: '查看 73 个岗位' }));
    expect(useJobFilters.getState()).toEqual(noFilters);
  });
});

describe('the sheet of majors', () => {
  it('asks for a class as one word', async () => {
    open('major');
    fireEvent.click(await screen.findByRole('button', { name: '展开工学' }));
    fireEvent.click(screen.getByRole('button', { name: '展开机械类' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '车辆工程' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '机械类全部' }));
    await waitFor(() => expect(asked('/jobs/count').at(-1)).toMatch(/\?major=机械类$/));
  });

  it('covers majors by their class and classes by their category', () => {
    expect(toggledMajor(tree, ['车辆工程', '法学'], '机械类')).toEqual(['法学', '机械类']);
    expect(toggledMajor(tree, ['机械类', '法学'], '工学门类')).toEqual(['法学', '工学门类']);
    expect(toggledMajor(tree, ['机械类'], '机械类')).toEqual([]);
  });

  it('finds classes before majors', () => {
    expect(searchedMajors(tree, '机械', 9)).toEqual(['机械类', '机械工程']);
    expect(searchedMajors(tree, '法学', 9)).toEqual(['法学类', '法学']);
  });
});

describe('the order of the list', () => {
  it('offers 匹配 to people who are signed in', () => {
    const { rerender } = open('sort');
    expect(screen.queryByRole('checkbox', { name: '和我最匹配' })).toBeNull();
    act(() => beginSession({ token: 't', expiresAt: '2027-01-01T00:00:00Z' }));
    rerender(
      <QueryClientProvider client={queryClient}>
        <JobSheets sheet="sort" filters={noFilters} onClose={() => undefined} />
      </QueryClientProvider>,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: '和我最匹配' }));
    expect(useJobFilters.getState().sort).toBe('match');
    act(endSession);
  });
});
