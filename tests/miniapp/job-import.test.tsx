import type { CheckedRow } from '@qihang/shared/jobs/import/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { ImportTable } from '@/features/jobs/import/import-table';
import {
  columnsOf,
  firstGroup,
  isTicked,
  mustFix,
  namesakes,
  nothingImported,
  rowOf,
  withChecks,
  withResults,
  withText,
  worthALook,
} from '@/features/jobs/import/rows';
import { templateCsv } from '@/features/jobs/import/template';
import { useImport } from '@/features/jobs/import/use-import';
import {
  assigned,
  extraColumns,
  fillable,
  filledDown,
  gapsOf,
  withSource,
} from '@/features/jobs/import/whole-columns';
import { readWords, statusWords } from '@/features/jobs/import/words';
import { queryClient } from '@/platform/query-client';
import { beginSession } from '@/platform/session';
import { store } from '@/platform/storage';
import { silentJob } from '../support/job-fields';
import { phone } from './support/taro';

const checked = (change: Partial<CheckedRow> = {}): CheckedRow => ({
  line: 2,
  texts: { title: '车间工艺员', company: '江州重工', salary: '7-9K' },
  status: 'ready',
  firstLine: null,
  jobId: null,
  problems: [],
  read: null,
  similar: [],
  extra: [],
  ...change,
});
const alike = {
  job: { id: 'j1', title: '工艺员', company: '江州重工' },
  postedBy: '王敏',
  score: 0.86,
  reason: 'same-title' as const,
};

describe('rows of the table', () => {
  it('go in unless they are wrong, look like another job, or somebody says no', () => {
    expect(isTicked(rowOf(checked()))).toBe(true);
    expect(isTicked({ ...rowOf(checked()), ticked: false })).toBe(false);
    expect(isTicked(rowOf(checked({ similar: [alike] })))).toBe(false);
    expect(isTicked({ ...rowOf(checked({ similar: [alike] })), ticked: true })).toBe(true);
    expect(isTicked({ ...rowOf(checked({ status: 'refused' })), ticked: true })).toBe(false);
  });

  it('ask for a look where something written was not taken as it stands', () => {
    const said = (severity: 'note' | 'unread') => ({ field: 'salary' as const, severity, message: '…' });
    expect(worthALook(rowOf(checked({ problems: [said('note')] })))).toBe(false);
    expect(worthALook(rowOf(checked({ problems: [said('unread')] })))).toBe(true);
    expect(worthALook(rowOf(checked({ status: 'known' })))).toBe(true);
    expect(worthALook(rowOf(checked()))).toBe(false);
  });

  it('part into those that must be put right and those that may stay', () => {
    const refused = rowOf(checked({ status: 'refused' }));
    const doubtful = rowOf(checked({ line: 3, status: 'known' }));
    expect([mustFix(refused), worthALook(refused)]).toEqual([true, false]);
    expect([mustFix(doubtful), worthALook(doubtful)]).toEqual([false, true]);
    expect(firstGroup([doubtful, refused])).toBe('fix');
    expect(firstGroup([doubtful])).toBe('look');
    expect(firstGroup([rowOf(checked())])).toBe('all');
  });

  it('show the columns that hold something or are spoken of', () => {
    const columns = columnsOf([
      rowOf(checked({ problems: [{ field: 'email', severity: 'warn', message: '…' }] })),
    ]);
    expect(columns.slice(0, 2)).toEqual(['title', 'company']);
    expect(columns).toContain('email');
    expect(columns).not.toContain('published');
    expect(columns.at(-1)).toBe('body');
  });

  it('take an answer only for the texts it was asked about', () => {
    const row = withText(rowOf(checked()), 'company', ' ');
    expect(row).toMatchObject({ stale: true, texts: { title: '车间工艺员' } });
    expect(row.texts).not.toHaveProperty('company');
    const later = withText(row, 'company', '江州重工集团');
    const answer = checked({ status: 'refused' });
    expect(withChecks([row], [row], [answer])[0]).toMatchObject({ stale: false, checked: answer });
    expect(withChecks([later], [row], [answer])[0]).toBe(later);
  });

  it('leave the table when they are on the board, and stay with their reasons otherwise', () => {
    const rows = [2, 3, 4, 5].map((line) => rowOf(checked({ line })));
    const work = withResults({ ...nothingImported, rows }, [
      { line: 2, status: 'imported', jobId: 'a', problems: [], held: ['广告引流'] },
      { line: 3, status: 'known', jobId: 'b', problems: [], held: [] },
      {
        line: 4,
        status: 'refused',
        jobId: null,
        problems: [{ field: 'body', severity: 'error', message: '限男生' }],
        held: [],
      },
    ]);
    expect(work.rows.map(({ line, checked: { status } }) => [line, status])).toEqual([
      [4, 'refused'],
      [5, 'ready'],
    ]);
    expect(work.done).toMatchObject([
      { line: 2, jobId: 'a', known: false },
      { line: 3, jobId: 'b', known: true },
    ]);
  });

  it('tell which name the same job twice', () => {
    const rows = [2, 3, 4].map((line) =>
      rowOf(checked({ line, texts: { title: '工艺 员', company: '江州' } })),
    );
    const other = rowOf(checked({ line: 5, texts: { title: '工艺员', company: '宁波' } }));
    expect([...namesakes([...rows, other])]).toEqual([
      [3, 2],
      [4, 2],
    ]);
  });

  it('say how a text was understood where it reads differently', () => {
    const read: CheckedRow['read'] = {
      ...silentJob,
      cities: ['宁波'],
      degree: 'bachelor',
      salary: { min: 7000, max: 9000, unit: 'month', months: null },
      deadline: '2026-12-20T18:00',
    };
    expect(readWords('salary', '7000-9000元/月', read)).toBe('读作 7–9K');
    expect(readWords('deadline', '12月20日18点', read)).toBe('读作 2026-12-20 18:00');
    expect(readWords('deadline', '2026-12-20 18:00', read)).toBeNull();
    expect(readWords('cities', '宁波', read)).toBeNull();
    expect(statusWords(rowOf(checked({ status: 'repeated', firstLine: 3 }))).text).toBe('同第 3 行');
  });

  it('have a template that Excel opens as UTF-8', () => {
    expect(templateCsv().startsWith('\ufeff"岗位名称","单位"')).toBe(true);
    expect(templateCsv().trim().split('\r\n')).toHaveLength(2);
  });
});

describe('whole columns', () => {
  const line = (at: number, texts: CheckedRow['texts'], extra: CheckedRow['extra'] = []) =>
    rowOf(checked({ line: at, texts, extra }));

  it('fill down: an empty cell takes the nearest text above, the first ones stay empty', () => {
    const rows = [
      line(2, { title: '甲' }),
      line(3, { title: '乙', company: '江州重工' }),
      line(4, { title: '丙' }),
      line(5, { title: '丁', company: '江州电机' }),
      line(6, { title: '戊' }),
    ];
    expect(gapsOf(rows, 'company')).toEqual([
      { line: 4, text: '江州重工', from: 3 },
      { line: 6, text: '江州电机', from: 5 },
    ]);
    expect(fillable(rows)).toEqual([{ field: 'company', count: 2 }]);
    const filled = filledDown(rows, 'company');
    expect(filled.map(({ texts, stale }) => [texts.company, stale])).toEqual([
      [undefined, false],
      ['江州重工', false],
      ['江州重工', true],
      ['江州电机', false],
      ['江州电机', true],
    ]);
  });

  it('take a source where they have none, and everywhere when asked', () => {
    const rows = [line(2, { title: '甲' }), line(3, { title: '乙', source: '江州人才网' })];
    const words = { source: '学院就业群', origin: '学院' };
    const some = withSource(rows, words, false).map(({ texts }) => [texts.source, texts.origin]);
    expect(some).toEqual([
      ['学院就业群', '学院'],
      ['江州人才网', undefined],
    ]);
    expect(withSource(rows, words, true).every(({ texts }) => texts.source === '学院就业群')).toBe(true);
  });

  it('send a column that nobody knows into a field, the body or nowhere, and take it back', () => {
    const work = {
      ...nothingImported,
      rows: [
        line(2, { title: '甲', body: '负责装配\nD 列：宁波' }, [
          { column: 'D 列', text: '宁波', kept: true },
        ]),
        line(3, { title: '乙', cities: '杭州', body: 'D 列：温州' }, [
          { column: 'D 列', text: '温州', kept: true },
          { column: '备用', text: '三班', kept: false },
        ]),
      ],
    };
    expect(extraColumns(work)).toEqual([
      { column: 'D 列', count: 2, example: '宁波', destination: 'body' },
      { column: '备用', count: 1, example: '三班', destination: 'nowhere' },
    ]);
    const inCities = assigned(work, 'D 列', 'cities');
    expect(inCities.rows.map(({ texts }) => [texts.cities, texts.body])).toEqual([
      ['宁波', '负责装配'],
      // A field that is written already keeps what it says.
      ['杭州', 'D 列：温州'],
    ]);
    const nowhere = assigned(inCities, 'D 列', 'nowhere');
    expect(nowhere.rows.map(({ texts }) => [texts.cities, texts.body])).toEqual([
      [undefined, '负责装配'],
      ['杭州', undefined],
    ]);
    expect(assigned(nowhere, '备用', 'body').rows[1]?.texts.body).toBe('备用：三班');
  });
});

describe('the table', () => {
  const Table = () => <ImportTable importing={useImport()} />;
  const open = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <Table />
      </QueryClientProvider>,
    );
  const wrong = checked({
    line: 3,
    texts: { title: '质检员' },
    status: 'refused',
    problems: [{ field: 'company', severity: 'error', message: '没有单位' }],
  });
  let asked: { rows: { line: number; texts: Record<string, string> }[] }[];

  beforeEach(() => {
    phone.reset();
    queryClient.clear();
    asked = [];
    act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
    store('draft:job-import', {
      ...nothingImported,
      fileName: '岗位.csv',
      rows: [rowOf(checked()), rowOf(wrong), rowOf(checked({ line: 4 }))],
    });
    phone.answer = ({ data }) => {
      const body = JSON.parse(String(data));
      asked.push(body);
      const rows = body.rows.map(({ line, texts }: CheckedRow) => checked({ line, texts }));
      return { statusCode: 200, data: { rows } };
    };
  });

  it('opens on what is wrong, with the message in the cell it is about', () => {
    open();
    expect(screen.getAllByRole('row')).toHaveLength(2);
    const company = screen.getByLabelText('第 3 行，单位');
    expect(company.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(company.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe('没有单位');
    expect(screen.getByLabelText<HTMLInputElement>('导入第 3 行').disabled).toBe(true);
    fireEvent.click(screen.getByText('全部'));
    expect(screen.getAllByRole('row')).toHaveLength(4);
  });

  it('fills a column down after showing what goes where', async () => {
    open();
    fireEvent.click(screen.getByText('向下填充'));
    const sheet = screen.getByRole('dialog');
    expect(within(sheet).getByText('照第 2 行')).toBeTruthy();
    fireEvent.click(within(sheet).getByText('填上 1 格'));
    await waitFor(() => expect(asked[0]?.rows[0]?.texts.company).toBe('江州重工'));
  });

  it('a fix is checked by the server, and the row may go in; it stays in sight meanwhile', async () => {
    open();
    const company = screen.getByLabelText('第 3 行，单位');
    fireEvent.change(company, { target: { value: '江州电机' } });
    fireEvent.blur(company);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.rows).toEqual([{ line: 3, texts: { title: '质检员', company: '江州电机' } }]);
    await waitFor(() => expect(screen.queryByText('没有单位')).toBeNull());
    const box = screen.getByLabelText<HTMLInputElement>('导入第 3 行');
    expect([box.disabled, box.checked]).toEqual([false, true]);
    fireEvent.click(box);
    expect(screen.getByLabelText<HTMLInputElement>('导入第 3 行').checked).toBe(false);
  });

  it('Enter goes down the column, Escape takes a text back, a choice is sent at once', async () => {
    open();
    fireEvent.click(screen.getByText('全部'));
    const title = screen.getByLabelText<HTMLInputElement>('第 2 行，岗位名称');
    fireEvent.change(title, { target: { value: '别的' } });
    fireEvent.keyDown(title, { key: 'Escape' });
    expect(title.value).toBe('车间工艺员');
    fireEvent.keyDown(title, { key: 'Enter' });
    expect(document.activeElement).toBe(screen.getByLabelText('第 3 行，岗位名称'));
    const kind = screen.getByLabelText('第 4 行，性质');
    expect(within(kind).getAllByRole('option')).toHaveLength(10);
    fireEvent.change(kind, { target: { value: '实习' } });
    await waitFor(() => expect(asked[0]?.rows[0]?.texts.kind).toBe('实习'));
  });

  it('keeps a fix that could not be checked, and checks it on demand', async () => {
    const answer = phone.answer;
    phone.answer = () => {
      throw new Error('offline');
    };
    open();
    const company = screen.getByLabelText('第 3 行，单位');
    fireEvent.change(company, { target: { value: '江州电机' } });
    fireEvent.blur(company);
    await screen.findByText(/没能检查改过的行/);
    phone.answer = answer;
    fireEvent.click(screen.getByText('再试'));
    await waitFor(() => expect(screen.queryByText(/没能检查改过的行/)).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('第 3 行，单位').value).toBe('江州电机');
  });
});
