import type { JobMatch } from '@qihang/shared/jobs/contract';
import type { Progress } from '@qihang/shared/jobs/progress';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { JobCard } from '@/features/jobs/browse/job-card';
import { weekLater } from '@/features/jobs/fresh/week-later';
import { matchHits } from '@/features/jobs/match/words';
import { entryWhen, marksOf } from '@/features/jobs/saves/calendar';
import { CalendarExport } from '@/features/jobs/saves/calendar-export';
import { progressCourse } from '@/features/jobs/saves/progress';
import { ProgressLine } from '@/features/jobs/saves/progress-line';
import { withSaved } from '@/features/jobs/saves/saves';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { Question } from '@/ui/question';
import { Toast } from '@/ui/toast';
import { jobSummary } from './support/jobs';
import { readyToAsk } from './support/reach';
import { phone } from './support/taro';

const now = new Date('2026-11-20T02:24:00Z');
const reason = (kind: JobMatch['reasons'][number]['kind'], text: string, hit = true) => ({ kind, hit, text });
const shown = (node: React.ReactNode) =>
  render(
    <QueryClientProvider client={queryClient}>
      {node}
      <Question />
      <Toast />
    </QueryClientProvider>,
  );

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  phone.answer = () => ({ statusCode: 200, data: {} });
  act(() => beginSession({ token: 't', expiresAt: '2027-01-01T00:00:00Z' }));
});
afterEach(() => act(endSession));

describe('the reasons on a card', () => {
  const match: JobMatch = {
    fits: true,
    score: 96,
    reasons: [
      reason('degree', '学历和届别符合：本科，2027 届'),
      reason('major', '专业对口：车辆工程 ∈ 机械类'),
      reason('city', '意向城市：宁波'),
      reason('kind', '社招不在你的求职类型里', false),
    ],
  };

  it('are the two that tell most, and never a miss', () => {
    expect(matchHits({ match })).toEqual(['专业对口：车辆工程 ∈ 机械类', '意向城市：宁波']);
    expect(matchHits({ match: { ...match, reasons: match.reasons.slice(3) } })).toEqual([]);
    expect(matchHits({ match: null })).toEqual([]);
  });

  it('are left out once a job is over', () => {
    const card = (state: 'open' | 'closed') => (
      <QueryClientProvider client={queryClient}>
        <JobCard job={jobSummary({ match, state })} now={now} onOpen={() => undefined} />
      </QueryClientProvider>
    );
    const { rerender } = render(card('open'));
    expect(screen.getByText('意向城市：宁波')).not.toBeNull();
    rerender(card('closed'));
    expect(screen.queryByText('意向城市：宁波')).toBeNull();
  });
});

describe('the star of a card', () => {
  it('saves without opening the job', async () => {
    const onOpen = jest.fn();
    shown(<JobCard job={jobSummary()} now={now} onOpen={onOpen} />);
    fireEvent.click(screen.getByRole('button', { name: '收藏 整车热管理工程师' }));
    await screen.findByText('已收藏，截止前看日历');
    expect(phone.requests[0]).toMatchObject({
      method: 'PUT',
      url: '/api/v1/jobs/job-1/saved',
      data: JSON.stringify({ progress: 'saved' }),
    });
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('asks for a reminder of the deadline in the same tap', async () => {
    readyToAsk();
    shown(<JobCard job={jobSummary()} now={now} onOpen={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: '收藏 整车热管理工程师' }));
    expect(phone.consents).toEqual([['deadline-template']]);
    await screen.findByText('已收藏，截止前看日历');
  });

  it('asks for nothing when the job is forgotten', async () => {
    readyToAsk();
    const viewer = { can: [], saved: 'saved' as const, reportedClosed: false };
    shown(<JobCard job={jobSummary({ viewer })} now={now} onOpen={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: '取消收藏 整车热管理工程师' }));
    await waitFor(() => expect(phone.requests[0]?.method).toBe('DELETE'));
    expect(phone.consents).toEqual([]);
  });

  it('sends visitors to sign in', () => {
    act(endSession);
    shown(<JobCard job={jobSummary()} now={now} onOpen={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: '收藏 整车热管理工程师' }));
    expect(phone.requests).toHaveLength(0);
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
  });

  it('asks before a progress is lost', async () => {
    const viewer = { can: [], saved: 'interview' as const, reportedClosed: false };
    shown(<JobCard job={jobSummary({ viewer })} now={now} onOpen={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: '取消收藏 整车热管理工程师' }));
    expect(phone.requests).toHaveLength(0);
    fireEvent.click(await screen.findByRole('button', { name: '取消收藏' }));
    await waitFor(() => expect(phone.requests[0]?.method).toBe('DELETE'));
  });

  it('is taken back when the server refuses', async () => {
    queryClient.setQueryData(['jobs', 'list'], { pages: [{ items: [jobSummary()] }] });
    let refuse = () => {};
    phone.answer = () =>
      new Promise((resolve) => {
        refuse = () => resolve({ statusCode: 500, data: {} });
      });
    shown(<JobCard job={jobSummary()} now={now} onOpen={() => undefined} />);
    const saved = () =>
      queryClient.getQueryData<{ pages: { items: ReturnType<typeof jobSummary>[] }[] }>(['jobs', 'list'])
        ?.pages[0]?.items[0]?.viewer.saved;
    fireEvent.click(screen.getByRole('button', { name: '收藏 整车热管理工程师' }));
    await waitFor(() => expect(saved()).toBe('saved'));
    await waitFor(() => expect(phone.requests).toHaveLength(1));
    act(() => refuse());
    await waitFor(() => expect(saved()).toBeNull());
  });

  it('marks one job wherever it stands and leaves other answers alone', () => {
    const list = { pages: [{ items: [jobSummary(), jobSummary({ id: 'job-2' })] }] };
    const marked = withSaved(list, 'job-2', 'applied');
    expect(marked.pages[0]?.items.map(({ viewer }) => viewer.saved)).toEqual([null, 'applied']);
    expect(marked.pages[0]?.items[0]).toBe(list.pages[0]?.items[0]);
    expect(withSaved(list, 'job-3', 'saved')).toBe(list);
  });
});

describe('progress', () => {
  it.each<[Progress, number, number]>([
    ['saved', 0, 1],
    ['written-test', 0.5, 3],
    ['offer', 1, 5],
  ])('%s stands at %p of the course', (progress, passed, done) => {
    const course = progressCourse(progress);
    expect(course?.passed).toBe(passed);
    expect(course?.stops.filter((stop) => stop.done)).toHaveLength(done);
  });

  it('has no course once given up', () => expect(progressCourse('dropped')).toBeNull());

  it('moves on by a tap', async () => {
    shown(<ProgressLine id="job-1" title="整车热管理工程师" progress="saved" />);
    fireEvent.click(screen.getByRole('button', { name: /整车热管理工程师的进度：已收藏/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: '面试' }));
    await waitFor(() => expect(phone.requests[0]?.data).toBe(JSON.stringify({ progress: 'interview' })));
  });
});

describe('the calendar', () => {
  const entry = (day: string, time: string | null = null) => ({
    kind: 'deadline' as const,
    day,
    time,
    at: `${day}T16:00:00.000Z`,
    progress: 'saved' as const,
    job: { id: day, title: '岗位', company: '单位' },
  });

  it('warms the days that are near', () => {
    const marks = marksOf([entry('2026-11-20'), entry('2026-11-25'), entry('2026-12-20')], now);
    expect(marks).toEqual({ '2026-11-20': 'signal', '2026-11-25': 'week', '2026-12-20': 'far' });
  });

  it('says today by the hour and other days by the date', () => {
    expect(entryWhen(entry('2026-11-20', '18:00'), now)).toEqual(['今天', '18:00']);
    expect(entryWhen(entry('2026-11-22'), now)).toEqual(['周日', '11/22']);
  });

  it('extends a deadline by a week at its hour, and a past one from today', () => {
    expect(weekLater('2026-11-22T18:00', now)).toBe('2026-11-29T18:00');
    expect(weekLater('2026-11-01', now)).toBe('2026-11-27');
  });
});

describe('the address of the calendar', () => {
  const answers = (createdAt: string | null) => {
    phone.answer = ({ method }) =>
      method === 'POST'
        ? { statusCode: 201, data: { url: '/api/v1/calendar/secret.ics' } }
        : { statusCode: 200, data: { createdAt } };
  };
  const feedRequests = () => phone.requests.filter(({ url }) => url === '/api/v1/me/calendar-feed');

  it('is offered once there is none, and its loss told of before it is made', async () => {
    answers(null);
    shown(<CalendarExport />);
    await waitFor(() => expect(feedRequests()).toHaveLength(1));
    expect(screen.queryByText('作废地址')).toBeNull();
    fireEvent.click(screen.getByText('生成订阅地址'));
    await screen.findByText(/拿到地址的人都能看到/);
    fireEvent.click(screen.getByText('生成并复制'));
    await waitFor(() => expect(feedRequests().map(({ method }) => method)).toContain('POST'));
  });

  it('can be changed or revoked, and says when it ends by itself', async () => {
    answers('2026-11-18T02:24:00Z');
    shown(<CalendarExport />);
    await screen.findByText(/订阅地址生成于.*11月18日.*退出所有设备、注销时它也会作废/);
    expect(screen.queryByText('生成订阅地址')).toBeNull();
    fireEvent.click(screen.getByText('换一个地址'));
    await screen.findByText(/现在的地址马上作废/);
    fireEvent.click(screen.getByText('换一个并复制'));
    await waitFor(() => expect(feedRequests().map(({ method }) => method)).toContain('POST'));
    fireEvent.click(screen.getByText('作废地址'));
    await waitFor(() => expect(feedRequests().map(({ method }) => method)).toContain('DELETE'));
  });
});
