import type { OverdueThread } from '@qihang/shared/duty/clock';
import type { CalendarDay, DutyDay, DutyWeek, Rota } from '@qihang/shared/duty/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ComponentType } from 'react';
import { formOf, withShift } from '@/features/duty/arrange-form';
import { rangesOf, withoutRange, withRange } from '@/features/duty/calendar-days';
import ArrangePage from '@/features/duty/pages/arrange/index';
import CalendarPage from '@/features/duty/pages/calendar/index';
import OverduePage from '@/features/duty/pages/overdue/index';
import RotaPage from '@/features/duty/pages/rota/index';
import { chainStops, draftWarnings, statsWords, todayWords } from '@/features/duty/words';
import { noteServerTime } from '@/platform/clock';
import { useToast } from '@/platform/feedback';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { phone } from './support/taro';
import { refusal } from './support/threads';

const now = new Date('2026-11-20T10:24:00+08:00');
const at = (text: string) => `${text}:00+08:00`;

const day = (date: string, change: Partial<DutyDay> = {}): DutyDay => ({
  day: date,
  called: null,
  works: true,
  person: { name: '陈一鸣 同学', self: false },
  later: null,
  deputy: null,
  fallback: null,
  swap: null,
  viewer: { can: [] },
  ...change,
});

const weekOf = (change: Partial<DutyWeek> = {}): DutyWeek => ({
  board: 'threads',
  from: '2026-11-20',
  until: '2026-11-26',
  hours: { from: '08:00', until: '22:00' },
  mine: {
    onDuty: true,
    until: at('2026-11-20T22:00'),
    waiting: 2,
    urgent: {
      id: 'q1',
      title: '简历上要不要写成绩排名？',
      askedAt: at('2026-11-19T18:00'),
      dueAt: at('2026-11-20T18:00'),
    },
  },
  days: [
    day('2026-11-20', {
      person: { name: '李沐 同学', self: true },
      deputy: { name: '王嘉 同学', self: false },
      viewer: { can: ['swap'] },
    }),
    day('2026-11-21', { deputy: { name: '李沐 同学', self: true } }),
    day('2026-11-22', { person: null, fallback: '张立群 老师', viewer: { can: ['take'] } }),
    day('2026-11-23'),
    day('2026-11-24', {
      person: { name: '周晓雯 同学', self: false },
      swap: { id: 's1', by: '周晓雯 同学', to: null, from: '18:00', mine: false },
      viewer: { can: ['accept'] },
    }),
    day('2026-11-25', {
      swap: { id: 's2', by: '陈一鸣 同学', to: '李沐 同学', from: null, mine: false },
      viewer: { can: ['accept', 'decline'] },
    }),
    day('2026-11-26', {
      person: { name: '李沐 同学', self: true },
      swap: { id: 's3', by: '李沐 同学', to: '王嘉 同学', from: null, mine: true },
      viewer: { can: ['withdraw'] },
    }),
  ],
  colleagues: [
    { key: 'chen', name: '陈一鸣 同学', days: 4, on: ['2026-11-21'], deputyOn: [] },
    { key: 'wang', name: '王嘉 同学', days: 3, on: [], deputyOn: ['2026-11-20'] },
  ],
  absences: [{ id: 'off1', from: '2026-12-01', until: '2026-12-03' }],
  viewer: { can: [] },
  ...change,
});

const overdueThread: OverdueThread = {
  id: 'q2',
  title: '专业排名靠后，简历上要不要写成绩？',
  category: 'resume',
  board: 'threads',
  author: '提问者',
  anonymous: true,
  askedAt: at('2026-11-19T08:00'),
  promisedAt: at('2026-11-20T08:00'),
  duty: {
    name: '王嘉 同学',
    until: at('2026-11-20T14:00'),
    chain: [
      { step: 'on-duty', who: '陈一鸣 同学', until: at('2026-11-20T08:00'), passed: true },
      { step: 'deputy', who: '王嘉 同学', until: at('2026-11-20T14:00'), passed: false },
      { step: 'teacher', who: '张立群 老师', until: at('2026-11-20T18:00'), passed: false },
      { step: 'admins', who: '就业指导中心', until: at('2026-11-20T22:00'), passed: false },
    ],
  },
  viewer: { can: ['take', 'ask-teacher'] },
};

const stats = {
  days: 30,
  asked: 98,
  answered: 97,
  medianMinutes: 290,
  onTime: 91,
  overdue: 7,
  overdueAtWeekends: 5,
  emptyWeekdays: [7],
};

const rotaOf = (change: Partial<Rota> = {}): Rota => ({
  board: 'threads',
  version: 3,
  answerHours: 24,
  clock: 'hours',
  from: '08:00',
  until: '22:00',
  stepHours: 4,
  teacherId: 't1',
  adminIds: [],
  startsOn: '2026-11-02',
  shifts: [1, 2, 3, 4, 5, 6].map((weekday) => ({
    category: null,
    weekday,
    personId: weekday === 3 || weekday === 5 ? 'mu' : 'wang',
    deputyId: null,
  })),
  next: null,
  people: [
    { id: 'mu', name: '李沐 同学', role: 'lead', endsOn: '2026-12-20', away: [] },
    { id: 'wang', name: '王嘉 同学', role: 'lead', endsOn: null, away: [] },
    { id: 't1', name: '张立群 老师', role: 'teacher', endsOn: null, away: [] },
  ],
  warnings: [],
  ...change,
});

const board = (slug: string, name: string) => ({ slug, name, kind: 'thread', viewer: { can: [] } });
const boards = (...items: object[]) => ({ statusCode: 200, data: { items } });
const threads = board('threads', '问答');

type Answer = { statusCode: number; data: unknown };
/** Answers by `METHOD /path` without its query; what is not named is not there. */
let answers: Record<string, Answer | (() => Answer | Promise<Answer>)>;
const ok = (data: unknown, statusCode = 200): Answer => ({ statusCode, data });
const lost = () => Promise.reject(new Error('request:fail'));

const settle = () => act(() => jest.advanceTimersByTimeAsync(50));
const show = async (Page: ComponentType) => {
  const page = render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
  await settle();
  return page;
};
const tap = async (name: string | RegExp, index = 0, role = 'button') => {
  fireEvent.click(screen.getAllByRole(role, { name })[index] as Element);
  await settle();
};
const toasted = () => useToast.getState().toast?.text;
const sent = () =>
  phone.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url, data }) => [
      `${method} ${url.split('/api/v1')[1]}`,
      data === undefined ? null : JSON.parse(data),
    ]);

beforeEach(() => {
  jest.useFakeTimers({ now });
  phone.reset();
  queryClient.clear();
  useToast.setState({ toast: null });
  noteServerTime(now.toISOString());
  beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
  answers = { 'GET /boards': boards(threads) };
  phone.answer = ({ url, method }) => {
    const path = (url.split('/api/v1')[1] ?? '').split('?')[0];
    const found = answers[`${method} ${path}`] ?? refusal(404, 'resource.not-found', '没有');
    return typeof found === 'function' ? found() : found;
  };
});
afterEach(() => {
  cleanup();
  endSession();
  noteServerTime(new Date().toISOString());
  jest.useRealTimers();
});

describe('值班表', () => {
  it('asks visitors to sign in, and the server for no rota', async () => {
    endSession();
    await show(RotaPage);
    expect(screen.getByText('登录后看值班表')).toBeTruthy();
    expect(phone.requests.filter(({ url }) => url.includes('/duty'))).toEqual([]);
  });

  it('says who may see it to those who may not', async () => {
    answers['GET /duty/week'] = refusal(403, 'action.forbidden', '这个栏目的骨干才能看');
    await show(RotaPage);
    expect(screen.getByText('值班表给这个栏目的骨干和老师看')).toBeTruthy();
    expect(screen.getByText('这个栏目的骨干才能看')).toBeTruthy();
  });

  it('says until when I am on duty, what waits, and opens the most urgent', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    await show(RotaPage);
    expect(screen.getByText('今天你值班，到 22:00')).toBeTruthy();
    expect(screen.getByText('2 个待答')).toBeTruthy();
    expect(screen.getByText('昨天 18:00 提问')).toBeTruthy();
    expect(screen.getByText('今天 18:00 前答复')).toBeTruthy();
    await tap('去回答');
    expect(phone.opened.join()).toContain('id=q1');
  });

  it('shows the deputy, a day without a person, and swaps in words', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    await show(RotaPage);
    expect(screen.getByText('11月20日 至 26日')).toBeTruthy();
    expect(screen.getByText('替补 王嘉 同学')).toBeTruthy();
    expect(screen.getByText('替补 你')).toBeTruthy();
    expect(screen.getByText('没人排就由 张立群 老师 兜底')).toBeTruthy();
    expect(screen.getByText('想换班：找人替 18:00 后')).toBeTruthy();
    expect(screen.getByText('想请你替')).toBeTruthy();
    expect(screen.getByText('等 王嘉 同学 答应替')).toBeTruthy();
  });

  it('takes an empty day, and reads the rota again when another was faster', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    answers['POST /duty/days'] = refusal(409, 'duty.day-taken', '这一天已经有人值班了');
    await show(RotaPage);
    const before = phone.requests.filter(({ method }) => method === 'GET').length;
    await tap('我来');
    expect(sent()).toEqual([['POST /duty/days', { board: 'threads', day: '2026-11-22' }]]);
    expect(toasted()).toBe('这一天已经有人值班了');
    expect(phone.requests.filter(({ method }) => method === 'GET').length).toBeGreaterThan(before);
  });

  it.each([
    ['我替', 0, 'POST /duty/swaps/s1/accept'],
    ['我替', 1, 'POST /duty/swaps/s2/accept'],
    ['替不了', 0, 'POST /duty/swaps/s2/decline'],
    ['撤回', 0, 'DELETE /duty/swaps/s3'],
  ])('%s (%i) is %s', async (name, index, call) => {
    answers['GET /duty/week'] = ok(weekOf());
    answers[call] = call.startsWith('DELETE') ? ok(null, 204) : ok(weekOf());
    await show(RotaPage);
    await tap(name, index);
    expect(sent().map(([what]) => what)).toEqual([call]);
  });

  it('asks the deputy first, and says that nothing changes before the other accepts', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    answers['POST /duty/swaps'] = ok(weekOf(), 201);
    await show(RotaPage);
    await tap('请人替我');
    const sheet = within(screen.getByRole('dialog', { name: '请人替我值今天' }));
    expect(sheet.getByText('对方答应前还是你值班，2 个待答一起转过去。')).toBeTruthy();
    expect(sheet.getAllByRole('radio').map((row) => row.textContent)).toEqual([
      '王嘉 同学今天的替补，本月值 3 天',
      '陈一鸣 同学明天值班，本月值 4 天',
      '谁有空谁来发给 2 位骨干，先答应的算',
    ]);
    await tap('18:00 后', 0, 'checkbox');
    await tap('发给 王嘉 同学');
    expect(sent()).toEqual([
      ['POST /duty/swaps', { board: 'threads', day: '2026-11-20', from: '18:00', to: 'wang' }],
    ]);
    expect(toasted()).toBe('已发给 王嘉 同学，答应了才算');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks anybody, and keeps the sheet with its choice when that fails', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    answers['POST /duty/swaps'] = lost;
    await show(RotaPage);
    await tap('请人替我');
    await tap(/^谁有空谁来/, 0, 'radio');
    await tap('发给大家');
    expect(sent()[0]?.[1]).toEqual({ board: 'threads', day: '2026-11-20', from: null, to: null });
    expect(toasted()).toBe('没有连上服务器，请检查网络后重试');
    expect(screen.getByRole('button', { name: '发给大家' })).toBeTruthy();
  });

  it('goes to a later week and back, and no further back than today', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    await show(RotaPage);
    expect(screen.getByRole('button', { name: '上一周' }).getAttribute('aria-disabled')).toBe('true');
    await tap('下一周');
    expect(phone.requests.some(({ url }) => url.includes('from=2026-11-27'))).toBe(true);
    expect(screen.getByRole('button', { name: '上一周' }).getAttribute('aria-disabled')).toBeNull();
  });

  it('takes days off back', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    answers['DELETE /duty/absences/off1'] = ok(null, 204);
    await show(RotaPage);
    expect(screen.getByText('12月1日 至 3日')).toBeTruthy();
    await tap('我在了');
    expect(sent()).toEqual([['DELETE /duty/absences/off1', null]]);
  });

  it('offers the arrangement to those who arrange alone', async () => {
    answers['GET /duty/week'] = ok(weekOf());
    await show(RotaPage);
    expect(screen.queryByRole('link', { name: /^排班/ })).toBeNull();
    cleanup();
    queryClient.clear();
    answers['GET /duty/week'] = ok(weekOf({ viewer: { can: ['arrange'] } }));
    await show(RotaPage);
    await tap(/^排班/, 0, 'link');
    expect(phone.opened.join()).toContain('features/duty/pages/arrange/index');
  });

  it('lets one choose among several question boards', async () => {
    answers['GET /boards'] = boards(threads, board('career', '职业问答'));
    answers['GET /duty/week'] = ok(weekOf());
    await show(RotaPage);
    await tap('职业问答', 0, 'tab');
    expect(phone.requests.some(({ url }) => url.includes('board=career'))).toBe(true);
  });

  it('without the network says so, and with what was read says how old it is', async () => {
    answers['GET /duty/week'] = lost;
    await show(RotaPage);
    expect(screen.getByText('没能打开值班表')).toBeTruthy();
    answers['GET /duty/week'] = ok(weekOf());
    await tap('重试');
    expect(screen.getByText('今天你值班，到 22:00')).toBeTruthy();
    answers['GET /duty/week'] = lost;
    await act(() => queryClient.invalidateQueries({ queryKey: ['duty'] }));
    await settle();
    expect(screen.getAllByText(/今天 10:24/).length).toBeGreaterThan(0);
    expect(screen.getByText('今天你值班，到 22:00')).toBeTruthy();
  });
});

describe('超时的问题', () => {
  it('shows how late, the chain with its times, and the figures of the last days', async () => {
    answers['GET /duty/overdue'] = ok({ items: [overdueThread], stats });
    await show(OverduePage);
    expect(screen.getByText('超时 2 小时 24 分')).toBeTruthy();
    expect(screen.getByText('陈一鸣 同学 没答')).toBeTruthy();
    expect(screen.getByText('王嘉 同学，到 14:00')).toBeTruthy();
    expect(screen.getByText('张立群 老师')).toBeTruthy();
    expect(screen.getByText('管理员 就业指导中心，到 22:00')).toBeTruthy();
    expect(screen.getByText('匿名，提问者')).toBeTruthy();
    expect(
      screen.getByText('98 个问题，首答中位 4 小时 50 分，按时 91 个。超时 7 个里 5 个在周末，周日没人排。'),
    ).toBeTruthy();
  });

  it('我来答 takes the question, then opens it', async () => {
    answers['GET /duty/overdue'] = ok({ items: [overdueThread], stats });
    answers['POST /duty/threads/q2/take'] = ok({ items: [], stats });
    await show(OverduePage);
    await tap('我来答');
    expect(sent().map(([what]) => what)).toEqual(['POST /duty/threads/q2/take']);
    expect(phone.opened.join()).toContain('id=q2');
  });

  it('gives it to the teacher, and says why not where another answered meanwhile', async () => {
    answers['GET /duty/overdue'] = ok({ items: [overdueThread], stats });
    answers['POST /duty/threads/q2/teacher'] = refusal(409, 'duty.not-overdue', '这个问题已经有人回答');
    await show(OverduePage);
    await tap('直接请老师答');
    expect(toasted()).toBe('这个问题已经有人回答');
    expect(phone.opened).toEqual([]);
  });

  it('offers nothing to those who may not act', async () => {
    answers['GET /duty/overdue'] = ok({ items: [{ ...overdueThread, viewer: { can: [] } }], stats });
    await show(OverduePage);
    expect(screen.queryByRole('button', { name: '我来答' })).toBeNull();
    expect(screen.queryByRole('button', { name: '直接请老师答' })).toBeNull();
  });

  it('says when nothing is overdue', async () => {
    answers['GET /duty/overdue'] = ok({ items: [], stats });
    await show(OverduePage);
    expect(screen.getByText('没有超时的问题')).toBeTruthy();
  });

  it('says when nothing could be read', async () => {
    answers['GET /duty/overdue'] = lost;
    await show(OverduePage);
    expect(screen.getByText('没能打开超时的问题')).toBeTruthy();
  });
});

describe('排班', () => {
  it('warns of a term that ends and of a day without a person, as the draft changes', async () => {
    answers['GET /admin/duty'] = ok(rotaOf());
    await show(ArrangePage);
    expect(screen.getByText('李沐 同学 12月20日任期结束，那之后的周三、周五要换人')).toBeTruthy();
    expect(screen.getByText('周日还没有人，由老师兜底')).toBeTruthy();
    await tap('周日，还没有人，张立群 老师 兜底');
    await tap('王嘉 同学', 0, 'checkbox');
    await tap('替补 李沐 同学', 0, 'checkbox');
    await tap('就这样');
    expect(screen.queryByText('周日还没有人，由老师兜底')).toBeNull();
    expect(screen.getByText('李沐 同学 12月20日任期结束，那之后的周三、周五、周日要换人')).toBeTruthy();
  });

  it('sends the whole arrangement from next Monday on, with a category of its own', async () => {
    answers['GET /admin/duty'] = ok(rotaOf());
    answers['PUT /admin/duty'] = ok(rotaOf({ version: 4 }));
    await show(ArrangePage);
    await tap('心情', 0, 'tab');
    await tap('周一，还没有人，按所有问题的排');
    await tap('张立群 老师', 0, 'checkbox');
    await tap('一周七天都这样', 0, 'switch');
    await tap('就这样');
    await tap('从下周一起这样排');
    const [[call, body] = []] = sent();
    expect(call).toBe('PUT /admin/duty');
    expect(body).toMatchObject({
      board: 'threads',
      version: 3,
      answerHours: 24,
      stepHours: 4,
      startsOn: '2026-11-23',
      teacherId: 't1',
    });
    const mood = (body.shifts as Rota['shifts']).filter(({ category }) => category === 'mood');
    expect(mood.map(({ weekday, personId }) => [weekday, personId])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, 't1']),
    );
    expect(body.shifts).toHaveLength(13);
    expect(toasted()).toBe('排好了，到时候按这张表');
  });

  it('sends nothing that cannot be, and says at the field what is wrong', async () => {
    answers['GET /admin/duty'] = ok(rotaOf());
    await show(ArrangePage);
    fireEvent.change(screen.getByLabelText('答复时限'), { target: { value: '0' } });
    await tap('从下周一起这样排');
    expect(sent()).toEqual([]);
    expect(document.querySelectorAll('.fd-bad')).toHaveLength(1);
  });

  it('shows what the server refuses of a day, and offers to read again what another changed', async () => {
    answers['GET /admin/duty'] = ok(rotaOf());
    answers['PUT /admin/duty'] = refusal(409, 'version.stale', '别人刚刚改过，请刷新');
    await show(ArrangePage);
    await tap('从下周一起这样排');
    answers['GET /admin/duty'] = ok(rotaOf({ version: 4, answerHours: 48 }));
    await tap('重新读取');
    expect((screen.getByLabelText('答复时限') as HTMLInputElement).value).toBe('48');
  });

  it('says that there is nobody to arrange', async () => {
    answers['GET /admin/duty'] = ok(rotaOf({ people: [], shifts: [], teacherId: null }));
    await show(ArrangePage);
    expect(screen.getByText('这个栏目还没有骨干和老师，先去任命再排班。')).toBeTruthy();
  });

  it('is for teachers and admins, and says when it could not be read', async () => {
    answers['GET /admin/duty'] = refusal(403, 'action.forbidden', '老师才能排班');
    await show(ArrangePage);
    expect(screen.getByText('排班给这个栏目的老师和管理员看')).toBeTruthy();
    cleanup();
    queryClient.clear();
    answers['GET /admin/duty'] = lost;
    await show(ArrangePage);
    expect(screen.getByText('没能打开排班')).toBeTruthy();
  });
});

describe('工作日历', () => {
  const off = (date: string): CalendarDay => ({ day: date, works: false, name: '国庆节' });
  const days = [off('2026-10-01'), off('2026-10-02'), { day: '2026-10-10', works: true, name: '补班' }];
  const calendar = { year: 2026, days, version: 2, complete: true };
  const may = (...can: string[]) => ok({ id: 'me', viewer: { can } });

  it('lets an admin take days away and save the year', async () => {
    answers['GET /me'] = may('manage-boards');
    answers['GET /admin/duty/calendar'] = ok(calendar);
    answers['PUT /admin/duty/calendar'] = ok({ ...calendar, version: 3 });
    await show(CalendarPage);
    expect(screen.getByText('10月1日 至 2日，周四，放假')).toBeTruthy();
    expect(screen.getByText('10月10日，周六，上班')).toBeTruthy();
    await tap('去掉', 0);
    await tap('保存 2026 年');
    expect(sent()).toEqual([['PUT /admin/duty/calendar', { year: 2026, days: [days[2]], version: 2 }]]);
  });

  it('is to be read for teachers, and warns of a year that is not entered', async () => {
    answers['GET /me'] = may('see-orphans');
    answers['GET /admin/duty/calendar'] = ok({ ...calendar, days: days.slice(0, 2), complete: false });
    await show(CalendarPage);
    expect(screen.getByText('2026 年还没有补班的日子，调休公布后请补上。')).toBeTruthy();
    expect(screen.getByText('只有管理员能改。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '去掉' })).toBeNull();
    expect(screen.queryByRole('button', { name: '保存 2026 年' })).toBeNull();
  });

  it('names what is wrong with a row of days before it is added', async () => {
    answers['GET /me'] = may('manage-boards');
    answers['GET /admin/duty/calendar'] = ok(calendar);
    await show(CalendarPage);
    await tap('添加放假或补班');
    await tap('加进去');
    expect(screen.getByText('请选一天')).toBeTruthy();
    expect(screen.getByText('请写假期的名字')).toBeTruthy();
  });

  it('joins days in a row, and a row takes the place of what was there', () => {
    expect(rangesOf(days)).toHaveLength(2);
    const [first] = rangesOf(days);
    expect(first && withoutRange(days, first)).toEqual([days[2]]);
    const moved = withRange(days, { from: '2026-10-02', until: '2026-10-03', works: false, name: '中秋节' });
    expect(moved.map(({ day: date, name }) => `${date} ${name}`)).toEqual([
      '2026-10-01 国庆节',
      '2026-10-02 中秋节',
      '2026-10-03 中秋节',
      '2026-10-10 补班',
    ]);
  });
});

describe('the words of the rota', () => {
  it('names the day where the duty ends tomorrow, and who has it where I do not', () => {
    const mine = { onDuty: true, until: at('2026-11-21T22:00'), waiting: 0, urgent: null };
    const evening = new Date(at('2026-11-20T22:30'));
    expect(todayWords(weekOf({ mine }), evening)).toBe('现在你值班，到 明天 22:00');
    const other = { onDuty: false, until: null, waiting: 0, urgent: null };
    expect(todayWords(weekOf({ mine: other, days: [day('2026-11-20')] }), now)).toBe('今天 陈一鸣 同学 值班');
    expect(todayWords(weekOf({ mine: other, days: [day('2026-11-20', { person: null })] }), now)).toBe(
      '今天还没有人值班',
    );
  });

  it('shows the three of a chain around the one who has the question', () => {
    const [first, second, third, last] = overdueThread.duty.chain;
    if (!first || !second || !third || !last) throw new Error('the chain has four');
    const all = [first, { ...second, passed: true }, { ...third, passed: true }, last];
    expect(chainStops(all, now).map(({ text }) => text)).toEqual([
      '张立群 老师 没答',
      '就业指导中心，到 22:00',
    ]);
    expect(chainStops([{ ...first, passed: false }], now).map(({ text }) => text)).toEqual([
      '陈一鸣 同学，到 08:00',
    ]);
  });

  it('says a month without questions, and one without a late answer', () => {
    expect(statsWords({ ...stats, asked: 0 })).toBe('没有新问题。');
    expect(statsWords({ ...stats, overdue: 0, overdueAtWeekends: 0, emptyWeekdays: [] })).toBe(
      '98 个问题，首答中位 4 小时 50 分，按时 91 个。没有超时。',
    );
  });

  it('warns of a term that is over, and not of one that ends long after', () => {
    const [mu, ...others] = rotaOf().people;
    if (!mu) throw new Error('there is a first');
    const warned = (endsOn: string) =>
      draftWarnings(rotaOf().shifts, [{ ...mu, endsOn }, ...others], '2026-11-23', '2026-11-20');
    expect(warned('2026-11-18')[0]).toBe('李沐 同学 的任期已经结束，周三、周五要换人');
    expect(warned('2027-06-30')).toEqual(['周日还没有人，由老师兜底']);
  });

  it('edits the arrangement that is to come, where there is one', () => {
    const shifts = [{ category: null, weekday: 1, personId: 'wang', deputyId: null }];
    const form = formOf(rotaOf({ next: { startsOn: '2026-12-07', shifts } }), now);
    expect(form.startsOn).toBe('2026-12-07');
    expect(form.shifts).toEqual(shifts);
    expect(withShift(shifts, null, [1], { personId: null, deputyId: null })).toEqual([]);
  });
});
