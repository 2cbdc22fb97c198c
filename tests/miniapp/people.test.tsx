import type { EndingTerm, Orphan, Person, RoleTerm } from '@qihang/shared/people/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MuteSheet } from '@/common/content/mute-sheet';
import { TermBanner } from '@/features/people/components/term-banner';
import OrphansPage from '@/features/people/pages/orphans/index';
import PersonPage from '@/features/people/pages/person/index';
import {
  boardWords,
  countWords,
  daysLeft,
  leftState,
  orphanWords,
  termWords,
  untilWords,
} from '@/features/people/words';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';

const now = new Date('2026-11-20T02:24:00Z');

const term = (part: Partial<RoleTerm> = {}): RoleTerm => ({
  id: 'term-1',
  role: 'lead',
  boards: ['jobs'],
  startsAt: '2026-09-01T00:00:00.000Z',
  endsAt: '2026-12-10T16:00:00.000Z',
  endsOn: '2026-12-10',
  state: 'current',
  version: 3,
  viewer: { can: ['change', 'end'] },
  ...part,
});

describe('words', () => {
  it.each([
    ['a term that ends', term(), '至 12月10日'],
    ['one without an end', term({ endsOn: null, endsAt: null }), '没有期限'],
    [
      'one that will begin',
      term({ state: 'upcoming', startsAt: '2026-12-01T16:00:00.000Z', endsOn: '2027-06-30' }),
      '12月2日起，至 2027年6月30日',
    ],
    ['one that is over', term({ state: 'ended', endsOn: '2026-11-01' }), '11月1日结束'],
    ['one taken back', term({ state: 'withdrawn' }), '开始前撤回'],
  ])('tell of %s', (_, one, words) => {
    expect(termWords(one, now)).toBe(words);
  });

  it('count the last day of a term as one of its days', () => {
    expect(daysLeft('2026-11-20T16:00:00.000Z', now)).toBe(1);
    expect(daysLeft('2026-11-27T16:00:00.000Z', now)).toBe(8);
    expect(daysLeft('2026-11-01T16:00:00.000Z', now)).toBe(0);
    expect([7, 8, 30, 31].map(leftState)).toEqual(['soon', 'week', 'week', 'far']);
  });

  it('name boards, things and why nobody looks after them', () => {
    const known = [{ slug: 'jobs', name: '招聘信息' }];
    expect([boardWords(null, known), boardWords(['jobs', 'off'], known)]).toEqual([
      '全部栏目',
      '招聘信息、off',
    ]);
    expect([countWords({ job: 2, thread: 1 }), countWords({ job: 0, thread: 0 })]).toEqual([
      '2 个在招岗位、1 个待答问题',
      '没有负责的内容',
    ]);
    expect(untilWords({ type: 'job', until: '2026-11-30T16:00:00.000Z' }, now)).toBe('11月30日截止');
    expect(untilWords({ type: 'thread', until: '2026-11-20T01:00:00.000Z' }, now)).toBe('答复已超时');
    expect(orphanWords(orphan(), now)).toBe('马筱岚的任期11月8日结束');
    expect(orphanWords(orphan({ owner: null, why: 'nobody', endedAt: null }), now)).toBe('没有排到值班人');
  });
});

const orphan = (part: Partial<Orphan> = {}): Orphan => ({
  type: 'job',
  id: 'job-1',
  board: 'jobs',
  title: '养老护理师',
  since: '2026-11-01T00:00:00.000Z',
  until: '2026-11-30T16:00:00.000Z',
  owner: { id: 'u-1', name: '马筱岚', about: '' },
  why: 'ended',
  endedAt: '2026-11-08T16:00:00.000Z',
  ...part,
});

const holder = { id: 'u-2', name: '陈一鸣', about: '', endsAt: null, holdings: { job: 1, thread: 0 } };

const person = (part: Partial<Person> = {}): Person => ({
  id: 'u-9',
  name: '林晓',
  about: '车辆工程 2027 届',
  studentNo: 'B2023001',
  verified: true,
  grants: [term()],
  mutedUntil: null,
  college: '汽车学院',
  major: '车辆工程',
  graduationYear: 2027,
  holdings: { job: 1, thread: 0 },
  viewer: { can: ['grant'] },
  ...part,
});

const sent = () =>
  phone.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url, data }) => [method, url, JSON.parse(data ?? '{}')]);
const problem = (status: number, code: string, detail: string, errors?: object[]) => ({
  statusCode: status,
  data: { type: 'about:blank', title: detail, status, code, detail, requestId: 'r7', errors },
});
const show = (page: React.ReactNode) =>
  render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);

type Answer = ReturnType<typeof problem> | { statusCode: number; data: unknown };
let answers: [RegExp, () => Answer][];
beforeEach(() => {
  phone.reset();
  queryClient.clear();
  beginSession({ token: 't', expiresAt: '2027-01-01T00:00:00Z' });
  answers = [];
  phone.answer = ({ method, url }) =>
    answers.find(([pattern]) => pattern.test(`${method} ${url}`))?.[1]() ?? {
      statusCode: 200,
      data: {
        items: [{ slug: 'jobs', name: '招聘信息', kind: 'job', viewer: { can: [] } }],
        nextCursor: null,
      },
    };
});
afterEach(() => endSession());

describe('无主事项', () => {
  it('gives what is ticked to the chosen person, with the reason', async () => {
    answers = [
      [/GET .*\/admin\/orphans/, () => ({ statusCode: 200, data: { items: [orphan()], total: 1 } })],
      [/GET .*\/admin\/holders/, () => ({ statusCode: 200, data: { items: [holder] } })],
      [/POST .*\/reassign/, () => ({ statusCode: 200, data: { moved: 1 } })],
    ];
    show(<OrphansPage />);
    expect(await screen.findByText('马筱岚的任期11月8日结束')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: '选择养老护理师' }));
    fireEvent.click(screen.getByRole('button', { name: '转交 1 项' }));
    fireEvent.click(await screen.findByRole('radio', { name: '转交给陈一鸣' }));
    fireEvent.click(screen.getByRole('button', { name: '转交给陈一鸣' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()).toEqual([
      [
        'POST',
        '/api/v1/admin/holdings/reassign',
        { to: 'u-2', things: [{ type: 'job', id: 'job-1' }], reason: '换届交接' },
      ],
    ]);
  });

  it('says beside the choice why somebody cannot take it', async () => {
    const message = '陈一鸣的职务不包括“招聘信息”，请换一位';
    answers = [
      [/GET .*\/admin\/orphans/, () => ({ statusCode: 200, data: { items: [orphan()], total: 1 } })],
      [/GET .*\/admin\/holders/, () => ({ statusCode: 200, data: { items: [holder] } })],
      [/POST .*\/reassign/, () => problem(400, 'request.invalid', '有误', [{ path: 'to', message }])],
    ];
    show(<OrphansPage />);
    fireEvent.click(await screen.findByRole('checkbox', { name: '选择养老护理师' }));
    fireEvent.click(screen.getByRole('button', { name: '转交 1 项' }));
    fireEvent.click(await screen.findByRole('radio', { name: '转交给陈一鸣' }));
    fireEvent.click(screen.getByRole('button', { name: '转交给陈一鸣' }));
    expect(await screen.findByText(message)).toBeTruthy();
  });

  it('is quiet when everything is looked after, and tells a lead who may see it', async () => {
    answers = [[/GET .*\/admin\/orphans/, () => ({ statusCode: 200, data: { items: [], total: 0 } })]];
    const { unmount } = show(<OrphansPage />);
    expect(await screen.findByText('件件有人管')).toBeTruthy();
    unmount();
    queryClient.clear();
    answers = [[/GET .*\/admin\/orphans/, () => problem(403, 'action.forbidden', '你没有做这件事的权限')]];
    show(<OrphansPage />);
    expect(await screen.findByText('这里由老师和管理员处理')).toBeTruthy();
  });
});

describe('a person’s page', () => {
  const of = (one: Person) => {
    answers.push([/GET .*\/admin\/users\//, () => ({ statusCode: 200, data: one })]);
    show(<PersonPage />);
  };

  it('ends a term with a reason, and shows why it may not', async () => {
    const words = '至少要留一位没有期限的管理员，请先指定接替的人';
    answers = [[/POST .*\/end/, () => problem(409, 'role.last-admin', words)]];
    of(person({ grants: [term({ role: 'admin', boards: null, endsAt: null, endsOn: null })] }));
    fireEvent.click(await screen.findByRole('button', { name: '现在结束' }));
    fireEvent.change(screen.getByLabelText('说明'), { target: { value: '离任' } });
    fireEvent.click(screen.getByRole('button', { name: '结束任期' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(sent()).toEqual([['POST', '/api/v1/admin/roles/term-1/end', { reason: '离任' }]]);
  });

  it('asks for boards and a reason before a role is given', async () => {
    of(person());
    fireEvent.click(await screen.findByRole('button', { name: '授予职务' }));
    fireEvent.click(screen.getByRole('button', { name: '授予宣传骨干' }));
    expect(await screen.findByText('至少选一个栏目，或打开“全部栏目”')).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: '全部栏目' }));
    fireEvent.click(screen.getByRole('button', { name: '授予宣传骨干' }));
    expect(await screen.findByText('至少 2 个字')).toBeTruthy();
    expect(sent()).toEqual([]);
    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '接任宣传骨干' } });
    fireEvent.click(screen.getByRole('button', { name: '授予宣传骨干' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]?.[2]).toEqual({
      userId: 'u-9',
      role: 'lead',
      boards: null,
      startsOn: null,
      endsOn: null,
      reason: '接任宣传骨干',
    });
  });

  it('offers a teacher nothing that only an admin may', async () => {
    of(person({ grants: [term({ viewer: { can: [] } })], viewer: { can: [] }, studentNo: null }));
    expect(await screen.findByText('招聘信息，至 12月10日')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '现在结束' })).toBeNull();
    expect(screen.queryByRole('button', { name: '授予职务' })).toBeNull();
  });
});

describe('the banner of a term that ends', () => {
  const me = (endsAt: string | null, role: EndingTerm['role'] = 'lead') => ({
    name: '周晓雯',
    studentNo: null,
    hasPassword: false,
    college: null,
    verification: 'verified',
    fromRoster: false,
    roles: [{ role, boards: null, endsAt }],
    muted: null,
    profile: { major: null, degree: null, graduationYear: null, cities: [], kinds: [] },
    viewer: { can: [] },
  });
  const banner = (endsAt: string | null, role?: EndingTerm['role']) =>
    render(<TermBanner me={me(endsAt, role) as Parameters<typeof TermBanner>[0]['me']} now={now} />)
      .container;

  it.each([
    ['2026-12-10T16:00:00.000Z', '宣传骨干任期还有 21 天，12月10日结束', 'note-warm'],
    ['2027-01-10T16:00:00.000Z', '宣传骨干任期还有 52 天，2027年1月10日结束', 'note-brand'],
    ['2026-11-25T16:00:00.000Z', '宣传骨干任期还有 6 天，11月25日结束', 'note-red'],
    ['2026-11-20T16:00:00.000Z', '宣传骨干任期今天结束', 'note-red'],
  ])('at %s says so in its colour', (endsAt, words, tone) => {
    const container = banner(endsAt);
    expect(container.textContent).toContain(words);
    expect(container.querySelector(`.${tone}`)).not.toBeNull();
  });

  it('is silent further off, without an end, and for graduates', () => {
    expect(banner('2027-03-01T16:00:00.000Z').textContent).toBe('');
    expect(banner(null).textContent).toBe('');
    expect(banner('2026-11-25T16:00:00.000Z', 'graduate').textContent).toBe('');
  });
});

describe('muting', () => {
  it('asks how long and why, and offers longer times to teachers only', () => {
    const given: [number, string][] = [];
    const sheet = (long: boolean) =>
      render(
        <MuteSheet
          open
          long={long}
          noun="问题"
          loading={false}
          error={undefined}
          onSubmit={(days, reason) => given.push([days, reason])}
          onClose={() => undefined}
        />,
      );
    const lead = sheet(false);
    expect(screen.queryByText('30 天')).toBeNull();
    fireEvent.click(screen.getByText('3 天'));
    fireEvent.click(screen.getByText('反复发广告或引流'));
    fireEvent.click(screen.getByRole('button', { name: '禁言 3 天' }));
    expect(given).toEqual([[3, '反复发广告或引流']]);
    lead.unmount();
    sheet(true);
    expect(screen.getByText('30 天')).toBeTruthy();
  });
});
