import type { CheckedRow } from '@qihang/shared/jobs/import/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { ImportTable } from '@/features/jobs/import/import-table';
import {
  columnsOf,
  hasProblem,
  isTicked,
  namesakes,
  nothingImported,
  rowOf,
  withChecks,
  withResults,
  withText,
} from '@/features/jobs/import/rows';
import { templateCsv } from '@/features/jobs/import/template';
import { useImport } from '@/features/jobs/import/use-import';
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
    expect(hasProblem(rowOf(checked({ problems: [said('note')] })))).toBe(false);
    expect(hasProblem(rowOf(checked({ problems: [said('unread')] })))).toBe(true);
    expect(hasProblem(rowOf(checked({ status: 'known' })))).toBe(true);
    expect(hasProblem(rowOf(checked()))).toBe(false);
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
      { line: 2, status: 'imported', jobId: 'a', problems: [] },
      { line: 3, status: 'known', jobId: 'b', problems: [] },
      {
        line: 4,
        status: 'refused',
        jobId: null,
        problems: [{ field: 'body', severity: 'error', message: '限男生' }],
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
