import type { Job } from '@qihang/shared/jobs/contract';
import { detailFields } from '@qihang/shared/jobs/fields';
import { pick } from '@qihang/shared/pick';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import JobFormPage from '@/features/jobs/pages/form';
import { carriedTo, carryTo, differences } from '@/features/jobs/publish/carried';
import { DuplicateNote } from '@/features/jobs/publish/duplicate-note';
import { draftOf, emptyJobForm, formOfJob } from '@/features/jobs/publish/job-form';
import * as navigation from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { silentJob } from '../support/job-fields';
import { jobSummary, publishedLife } from './support/jobs';
import { phone } from './support/taro';

const job: Job = {
  ...jobSummary({ deadline: '2099-12-06', deadlineAt: '2099-12-06T16:00:00.000Z', state: 'open' }),
  ...pick(silentJob, detailFields),
  body: '负责热管理系统方案与零部件选型，跟进样车试验。要求熟悉一门仿真软件，能出差。',
  apply: { url: null, email: 'campus@lanshan-ne.example', note: null },
  ...publishedLife,
  postedBy: '陈一鸣',
  updatedAt: '2026-11-20T00:40:00.000Z',
  edited: null,
  version: 3,
  hiddenReason: null,
  lintOverride: null,
};
const form = formOfJob(job);
const board = (slug: string, name: string) => ({
  slug,
  name,
  kind: 'job',
  activity: { today: 0, week: 0, firstAnswerMinutes: null },
  viewer: { can: ['post'] },
});

let query: Record<string, string>;
let boards: unknown[];
beforeEach(() => {
  phone.reset();
  queryClient.clear();
  query = {};
  boards = [board('jobs', '招聘信息')];
  jest.spyOn(navigation, 'usePageQuery').mockImplementation(() => query);
  Element.prototype.scrollIntoView = jest.fn();
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
  phone.answer = ({ url, method }) => {
    if (url.endsWith('/boards')) return { statusCode: 200, data: { items: boards } };
    if (url.endsWith('/jobs/similar'))
      return {
        statusCode: 200,
        data: { items: [{ job, postedBy: '王敏', score: 0.86, reason: 'same-title' }] },
      };
    if (url.endsWith('/jobs/job-1'))
      return { statusCode: 200, data: { ...job, version: method === 'GET' ? 3 : 4 } };
    if (url.endsWith('/jobs') && method === 'POST') return { statusCode: 201, data: { ...job, id: 'new' } };
    return { statusCode: 200, data: { items: [], cities: [], majors: [] } };
  };
});
afterEach(() => {
  jest.restoreAllMocks();
  act(endSession);
});

const page = (element = <JobFormPage />) =>
  render(<QueryClientProvider client={queryClient}>{element}</QueryClientProvider>);
const sent = (path: string, method: string) =>
  phone.requests
    .filter((request) => request.url.endsWith(path) && request.method === method)
    .map(({ data }) => JSON.parse(data ?? 'null'));

describe('numbers of the form', () => {
  it('are read in either width, and stay wrong where they are none', () => {
    const draft = draftOf({
      ...emptyJobForm,
      headcount: '３',
      payMin: '８０００',
      payMax: ' 12000 ',
      graduationYear: '２０２７',
    });
    expect(draft).toMatchObject({ headcount: 3, salary: { min: 8000, max: 12000 }, graduationYear: 2027 });
    expect(draftOf({ ...emptyJobForm, headcount: '三' }).headcount).toBeNaN();
  });
});

describe('what would change', () => {
  it('is what is written and differs; what is left out changes nothing', () => {
    const written = { ...emptyJobForm, title: form.title, headcount: '8', payMin: '15000', payMax: '20000' };
    expect(differences(form, written)).toEqual([
      {
        label: '薪资',
        before: '12–18K·13薪',
        after: '15–20K',
        change: { payIn: 'month', payMin: '15000', payMax: '20000', payMonths: '', payText: '' },
      },
      { label: '人数', before: '5', after: '8', change: { headcount: '8' } },
    ]);
    expect(differences(form, form)).toEqual([]);
  });
});

describe('更新它', () => {
  it('takes what is written along to the job that stands, and leaves the draft', async () => {
    const written = { ...form, headcount: '8' };
    page(<DuplicateNote form={written} except={undefined} />);
    fireEvent.click(await screen.findByText('更新它'));
    expect(carriedTo('job-1')).toEqual(written);
    expect(phone.opened).toEqual(['/features/jobs/pages/form/index?id=job-1']);
  });

  it('shows field by field what would change, and saves what was taken over', async () => {
    carryTo('job-1', { ...form, headcount: '8', cities: ['杭州'] });
    query = { id: 'job-1' };
    page();
    await screen.findByText('刚才写的有 2 处不同');
    expect(screen.getByLabelText<HTMLInputElement>('人数').value).toBe('5');
    fireEvent.click(screen.getByRole('button', { name: '采用人数' }));
    expect(screen.getByLabelText<HTMLInputElement>('人数').value).toBe('8');
    fireEvent.click(screen.getByRole('button', { name: '全部采用' }));
    await screen.findByText('刚才写的都在这里了');
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }));
    await waitFor(() => expect(sent('/jobs/job-1', 'PATCH')).toHaveLength(1));
    expect(sent('/jobs/job-1', 'PATCH')[0]).toMatchObject({ headcount: 8, cities: ['杭州'], version: 3 });
    await waitFor(() => expect(carriedTo('job-1')).toBeUndefined());
  });
});

describe('the board', () => {
  it('is not named when a job is changed, which the API refuses', async () => {
    query = { id: 'job-1' };
    page();
    fireEvent.change(await screen.findByLabelText('人数'), { target: { value: '6' } });
    fireEvent.click(screen.getByRole('button', { name: '保存修改' }));
    await waitFor(() => expect(sent('/jobs/job-1', 'PATCH')).toHaveLength(1));
    expect(sent('/jobs/job-1', 'PATCH')[0]).not.toHaveProperty('board');
  });

  it('is chosen by whoever may post to several', async () => {
    boards = [board('jobs', '招聘信息'), board('intern', '实习专区')];
    phone.storage.set('draft:job:new', JSON.stringify(form));
    page();
    fireEvent.click(await screen.findByRole('button', { name: '栏目，招聘信息' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '实习专区' }));
    fireEvent.click(screen.getByRole('button', { name: '发布岗位' }));
    await waitFor(() => expect(sent('/jobs', 'POST')).toHaveLength(1));
    expect(sent('/jobs', 'POST')[0]).toMatchObject({ board: 'intern' });
  });
});
