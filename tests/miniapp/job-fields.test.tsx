import type { Job } from '@qihang/shared/jobs/contract';
import { formFields, type JobField, jobFieldNames } from '@qihang/shared/jobs/fields';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import JobFormPage from '@/features/jobs/pages/form';
import { JobFields } from '@/features/jobs/publish/job-fields';
import { formOfJob, previewOf } from '@/features/jobs/publish/job-form';
import * as navigation from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { store } from '@/platform/storage';
import { jobSamples, jobSaying } from '../support/job-fields';
import { jobSummary, publishedLife } from './support/jobs';
import { phone } from './support/taro';

const jobWith = (field: JobField, change: Partial<Job> = {}): Job => ({
  ...jobSummary({ state: 'open', deadlineAt: null }),
  ...jobSaying(field),
  ...publishedLife,
  postedBy: '陈一鸣',
  updatedAt: '2026-11-20T00:40:00.000Z',
  edited: null,
  version: 3,
  hiddenReason: null,
  lintOverride: null,
  ...change,
});

let job: Job;
beforeEach(() => {
  phone.reset();
  queryClient.clear();
  jest.spyOn(navigation, 'usePageQuery').mockReturnValue({ id: 'job-1' });
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
  phone.answer = ({ url }) =>
    url.endsWith('/jobs/job-1')
      ? { statusCode: 200, data: job }
      : { statusCode: 200, data: { items: [], cities: [], majors: [] } };
});
afterEach(() => {
  jest.restoreAllMocks();
  act(endSession);
});

const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <JobFormPage />
    </QueryClientProvider>,
  );

/** Saves, and gives what was sent. */
async function saved(): Promise<unknown> {
  const sent = () => phone.requests.filter(({ method }) => method === 'PATCH');
  fireEvent.click(await screen.findByRole('button', { name: '保存修改' }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  return JSON.parse(sent()[0]?.data ?? 'null');
}

describe('an edit sends only what differs', () => {
  it.each(jobFieldNames)('%s stays when another field is changed', async (field) => {
    job = jobWith(field);
    open();
    const [label, typed, change] =
      field === 'headcount' ? ['届别', '2029', { graduationYear: 2029 }] : ['人数', '9', { headcount: 9 }];
    fireEvent.change(await screen.findByLabelText(String(label)), { target: { value: typed } });
    expect(await saved()).toEqual({ ...Object(change), version: 3 });
  });

  it.each(formFields)('%s is sent when it is changed', async (field) => {
    job = jobWith(field);
    const { changed } = jobSamples[field];
    store('draft:job:job-1', formOfJob({ ...job, [field]: changed }));
    open();
    expect(await saved()).toEqual({ [field]: changed, version: 3 });
  });

  it('words about pay stay beside the numbers, which hide them in the form', async () => {
    job = jobWith('salary', { salaryText: '按集团标准执行' });
    open();
    fireEvent.change(await screen.findByLabelText('最低'), { target: { value: '13000' } });
    expect(await saved()).toEqual({
      salary: { min: 13_000, max: 18_000, unit: 'month', months: 13 },
      version: 3,
    });
  });
});

describe('the form', () => {
  const html = (shown: Job) => {
    const { container, unmount } = render(
      <QueryClientProvider client={queryClient}>
        <JobFields
          form={formOfJob(shown)}
          problems={{}}
          warnings={{}}
          sourceRequired={false}
          now={new Date('2026-11-20T02:24:00.000Z')}
          onChange={() => undefined}
        />
      </QueryClientProvider>,
    );
    const { innerHTML } = container;
    unmount();
    return innerHTML;
  };

  it.each(formFields)('shows %s', (field) => {
    const before = jobWith(field);
    expect(html({ ...before, [field]: jobSamples[field].changed })).not.toBe(html(before));
  });

  it.each(jobFieldNames)('previews %s of a job that is edited', (field) => {
    const before = jobWith(field);
    const preview = previewOf(
      formOfJob(before),
      before.board,
      '你',
      new Date('2026-11-20T02:24:00.000Z'),
      before,
    );
    expect(preview[field]).toEqual(before[field]);
  });
});
