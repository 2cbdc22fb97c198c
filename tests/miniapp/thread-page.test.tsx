import type { Thread } from '@qihang/shared/threads/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { clockSteps, keptWords, nextInChain } from '@/features/threads/clock-steps';
import ThreadPage from '@/features/threads/pages/detail/index';
import { authorWords, stateTag } from '@/features/threads/words';
import * as navigation from '@/platform/navigation';
import { queryClient } from '@/platform/query-client';
import { beginSession, endSession } from '@/platform/session';
import { readyToAsk } from './support/reach';
import { phone } from './support/taro';
import { answer, asker, named, refusal, thread, threadSummary } from './support/threads';

let shown: Thread;
let roles: { role: string; boards: string[] | null }[];
/** What the next write is answered with; the whole question unless a test says otherwise. */
let written: (path: string) => { statusCode: number; data: unknown };

beforeEach(() => {
  phone.reset();
  queryClient.clear();
  roles = [];
  shown = thread();
  written = () => ({ statusCode: 200, data: shown });
  jest.spyOn(navigation, 'usePageQuery').mockImplementation(() => ({ id: 'q1' }));
  phone.answer = ({ url, method }) => {
    const { pathname } = new URL(url, 'http://phone');
    if (method !== 'GET') return written(pathname);
    if (pathname.endsWith('/threads/q1')) return { statusCode: 200, data: shown };
    if (pathname.endsWith('/boards')) return { statusCode: 200, data: { items: [] } };
    if (pathname.endsWith('/me'))
      return { statusCode: 200, data: { verification: 'verified', muted: null, roles } };
    return { statusCode: 404, data: {} };
  };
  act(() => beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' }));
});
afterEach(() => {
  jest.restoreAllMocks();
  act(endSession);
});

const show = async (part: Partial<Thread> = {}) => {
  shown = thread(part);
  const page = render(
    <QueryClientProvider client={queryClient}>
      <ThreadPage />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: shown.title });
  return page;
};
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const menu = (name: string) => fireEvent.click(screen.getByRole('link', { name }));
const writes = () =>
  phone.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url, data }) => [
      `${method} ${new URL(url, 'http://phone').pathname.replace('/api/v1', '')}`,
      data === undefined ? undefined : JSON.parse(data),
    ]);

describe('the words for who speaks', () => {
  it.each([
    [asker, '匿名提问者'],
    [{ ...asker, name: '同学B' }, '匿名同学B'],
    [{ ...asker, name: '匿名同学' }, '匿名同学'],
    [{ ...asker, name: '白鹭' }, '匿名同学「白鹭」'],
    [{ ...asker, self: true }, '匿名提问者 · 我'],
    [named, '林晓 同学（车辆工程 2027 届）'],
  ])('%j', (author, words) => {
    expect(authorWords(author)).toBe(words);
  });
});

describe('the state of a question', () => {
  const now = new Date('2026-11-20T10:24:00+08:00');
  const dueAt = '2026-11-21T02:24:00.000Z';
  it.each([
    [{ state: 'pending', life: 'in-review' }, '待审'],
    [{ state: 'pending', life: 'returned' }, '已退回'],
    [{ state: 'open', dueAt }, '待回答'],
    [{ state: 'open', dueAt, overdue: true, onDuty: '张老师' }, '已超时，转张老师'],
    [{ state: 'open', dueAt, overdue: true }, '已超时'],
    [{ state: 'answered' }, '已回答'],
    [{ state: 'solved' }, '已解决'],
    [{ state: 'unsolved', dueAt }, '没解决'],
    [{ state: 'closed' }, '已关闭'],
  ] as const)('%j is called %s', (part, words) => {
    expect(stateTag(threadSummary(part), now).text).toBe(words);
  });

  it('is warm only while somebody is late', () => {
    const tone = (part: Parameters<typeof threadSummary>[0]) => stateTag(threadSummary(part), now).tone;
    expect(tone({ state: 'open', dueAt: '2026-11-20T02:00:00.000Z' })).toBe('late');
    expect(tone({ state: 'answered', dueAt: null, overdue: true })).toBe('grey');
  });
});

describe('the answer clock', () => {
  const chain = [
    { step: 'on-duty', who: '陈同学', until: '2026-11-20T06:00:00.000Z', passed: true, now: false },
    { step: 'deputy', who: '李同学', until: '2026-11-20T10:00:00.000Z', passed: false, now: true },
    { step: 'teacher', who: '张老师', until: '2026-11-20T14:00:00.000Z', passed: false, now: false },
  ];
  const late = {
    state: 'open',
    dueAt: '2026-11-20T10:00:00.000Z',
    overdue: true,
    onDuty: '李同学',
    duty: { name: '李同学', until: '2026-11-20T10:00:00.000Z', chain },
  } as const satisfies Partial<Thread>;

  it('tells who was late, who has it now, and who comes next', () => {
    expect(clockSteps(thread(late)).map(({ text, tone }) => [text, tone])).toEqual([
      ['提问，陈同学 值班', 'done'],
      ['陈同学 没有按时答复，转给下一位', 'late'],
      ['李同学 在这之前答复', 'late'],
    ]);
    expect(nextInChain(thread(late))).toBe('到时间还没答，会转给 张老师');
  });

  it('goes in order of time through a first answer, 没解决 and an end', () => {
    const steps = clockSteps(
      thread({
        state: 'solved',
        firstAnsweredAt: '2026-11-20T04:32:00.000Z',
        unsolvedAt: '2026-11-20T05:00:00.000Z',
        solvedAt: '2026-11-20T08:00:00.000Z',
      }),
    );
    expect(steps.map(({ text }) => text)).toEqual([
      '提问',
      '首答，用时 2 小时 8 分',
      '提问者说没解决，重新计时',
      '已解决',
    ]);
  });

  it('says whether the promise was kept', () => {
    const kept = (firstAnsweredAt: string) => keptWords(thread({ ...late, firstAnsweredAt }));
    expect(kept('2026-11-20T05:59:00.000Z')).toEqual({ text: '已按时答复', inTime: true });
    expect(kept('2026-11-20T06:01:00.000Z')).toEqual({ text: '答复晚了', inTime: false });
    expect(keptWords(thread({ firstAnsweredAt: '2026-11-20T05:59:00.000Z' }))).toBeNull();
  });

  it('is shown to everybody with the chain', async () => {
    act(endSession);
    const { container } = await show(late);
    expect(screen.getByText('李同学 值班')).toBeTruthy();
    expect(screen.getByText('陈同学 没有按时答复，转给下一位')).toBeTruthy();
    expect(screen.getByText('到时间还没答，会转给 张老师')).toBeTruthy();
    expect(container.querySelector('.course-w')).toBeTruthy();
  });
});

describe('an answer', () => {
  it('is signed, marked official, dated when it is old, and tells that it was changed', async () => {
    await show({
      answers: [
        answer({ outdated: true, editedAt: '2026-11-20T04:52:00.000Z', edits: 2 }),
        answer({ id: 'a2', author: { ...asker, name: '同学B' } }),
      ],
    });
    expect(screen.getByText('王立群 老师')).toBeTruthy();
    expect(screen.getByText('就业指导中心')).toBeTruthy();
    expect(screen.getAllByText('官方答复')).toHaveLength(1);
    expect(screen.getByText('可能过期')).toBeTruthy();
    expect(screen.getByText(/12:52 改过 2 次/)).toBeTruthy();
    expect(screen.getByText('匿名同学B')).toBeTruthy();
  });

  it('leads those who may to what it said before', async () => {
    await show({
      answers: [answer({ editedAt: '2026-11-20T04:52:00.000Z', edits: 1, viewer: { can: ['history'] } })],
    });
    fireEvent.click(screen.getByRole('link', { name: /改过 1 次，看改之前的/ }));
    expect(phone.opened).toEqual(['/features/threads/pages/past-words/index?id=q1&answer=a1']);
  });

  it('is found useful at once, and not any more', async () => {
    await show({ answers: [answer({ useful: { n: 40, mine: false }, viewer: { can: ['useful'] } })] });
    written = () => ({ statusCode: 200, data: { n: 41, mine: true } });
    tap('有用 40');
    expect(await screen.findByText('有用 41')).toBeTruthy();
    tap('取消有用 41');
    expect(await screen.findByText('有用 40')).toBeTruthy();
    await waitFor(() =>
      expect(writes().map(([what]) => what)).toEqual(['PUT /answers/a1/useful', 'DELETE /answers/a1/useful']),
    );
  });

  it('has its number back when that was refused', async () => {
    await show({ answers: [answer({ useful: { n: 40, mine: false }, viewer: { can: ['useful'] } })] });
    written = () => refusal(403, 'action.forbidden', '不能给自己的回答点有用');
    tap('有用 40');
    expect(await screen.findByText('不能给自己的回答点有用')).toBeTruthy();
    expect(screen.getByText('有用 40')).toBeTruthy();
  });

  it('shows its number to its author, who may not judge it', async () => {
    await show({ answers: [answer({ useful: { n: 3, mine: false } })] });
    expect(screen.getByText('有用 3')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '有用 3' })).toBeNull();
  });

  it('sends a visitor who found it useful to sign in', async () => {
    act(endSession);
    await show({ answers: [answer()] });
    tap('有用');
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
    expect(writes()).toEqual([]);
  });

  it('is accepted after a question, by the asker alone', async () => {
    await show({ answers: [answer({ viewer: { can: ['accept'] } }), answer({ id: 'a2' })] });
    expect(screen.getAllByRole('button', { name: '采纳这个回答' })).toHaveLength(1);
    tap('采纳这个回答');
    const sheet = await screen.findByRole('dialog', { name: '采纳这个回答？' });
    shown = thread({ state: 'solved', answers: [answer({ accepted: true })] });
    fireEvent.click(within(sheet).getByRole('button', { name: '采纳' }));
    expect(await screen.findByText('提问者采纳')).toBeTruthy();
    expect(writes()).toEqual([['POST /threads/q1/accept', { answerId: 'a1' }]]);
  });

  it('is changed by its author on a page of its own', async () => {
    await show({ answers: [answer({ viewer: { can: ['edit'] } })] });
    tap('修改这个回答');
    expect(phone.opened).toEqual(['/features/threads/pages/edit-answer/index?id=q1&answer=a1']);
  });

  it('is reported, and taken down by those who may', async () => {
    await show({ answers: [answer({ viewer: { can: ['report', 'hide'] } })] });
    tap('举报这个回答');
    expect(await screen.findByRole('dialog')).toBeTruthy();
    tap('关闭');
    tap('管理这个回答');
    menu('下架这个回答');
    expect(await screen.findByRole('dialog', { name: '为什么下架' })).toBeTruthy();
  });
});

describe('what the asker does', () => {
  it('says once that nothing helped, after being asked', async () => {
    await show({ answers: [answer()], viewer: { can: ['unsolved'] } });
    tap('没解决');
    const sheet = await screen.findByRole('dialog', { name: '还没解决？' });
    expect(sheet.textContent).toContain('每个问题只能说一次');
    fireEvent.click(within(sheet).getByRole('button', { name: '取消' }));
    expect(writes()).toEqual([]);
    tap('没解决');
    shown = thread({ state: 'unsolved', answers: [answer()] });
    fireEvent.click(
      within(await screen.findByRole('dialog', { name: '还没解决？' })).getByRole('button', {
        name: '没解决',
      }),
    );
    expect(await screen.findByText('已重新计时，下一位会接着答')).toBeTruthy();
    expect(writes().map(([what]) => what)).toEqual(['POST /threads/q1/unsolved']);
    expect(screen.queryByRole('button', { name: '没解决' })).toBeNull();
  });

  it('closes the question after being asked, and opens it again', async () => {
    await show({ viewer: { can: ['close'] } });
    tap('管理');
    menu('关闭问题');
    shown = thread({
      state: 'closed',
      closed: { by: 'asker', at: '2026-11-20T05:00:00.000Z', reason: '', into: null },
      viewer: { can: ['reopen'] },
    });
    fireEvent.click(
      within(await screen.findByRole('dialog', { name: '关闭这个问题？' })).getByRole('button', {
        name: '关闭问题',
      }),
    );
    expect(await screen.findByText('提问者关闭了这个问题')).toBeTruthy();
    tap('管理');
    shown = thread();
    menu('重新打开');
    await waitFor(() => expect(screen.queryByText('提问者关闭了这个问题')).toBeNull());
    expect(writes()).toEqual([
      ['POST /threads/q1/close', {}],
      ['POST /threads/q1/reopen', undefined],
    ]);
  });

  it('changes it, and looks at what it said before', async () => {
    await show({ viewer: { can: ['edit', 'history'] } });
    tap('管理');
    menu('修改问题');
    tap('管理');
    menu('改之前的样子');
    expect(phone.opened).toEqual([
      '/features/threads/pages/edit/index?id=q1',
      '/features/threads/pages/past-words/index?id=q1',
    ]);
  });
});

describe('what moderators do', () => {
  it.each([
    ['lock', '锁定，不再收回答', '为什么锁定', '锁定问题'],
    ['unlock', '解除锁定', '为什么解除锁定', '解除锁定'],
  ] as const)('%s asks why, and sends it', async (act, row, title, button) => {
    await show({ viewer: { can: [act] } });
    tap('管理');
    menu(row);
    const sheet = await screen.findByRole('dialog', { name: title });
    fireEvent.input(within(sheet).getByRole('textbox'), { target: { value: '已经有定论' } });
    fireEvent.click(within(sheet).getByRole('button', { name: button }));
    await waitFor(() =>
      expect(writes()).toEqual([
        [`POST /moderation/${act}`, { target: { type: 'thread', id: 'q1' }, reason: '已经有定论' }],
      ]),
    );
  });

  it.each([
    ['move', '移到别的栏目', '移到别的栏目'],
    ['merge', '合并到另一个问题', '合并到哪个问题'],
    ['reveal', '查看匿名身份', '查看匿名身份'],
    ['mute', '禁言提问者', '禁言这个问题的作者'],
  ] as const)('%s has a row that opens its sheet', async (act, row, title) => {
    await show({ viewer: { can: [act] } });
    tap('管理');
    menu(row);
    expect(await screen.findByRole('dialog', { name: title })).toBeTruthy();
  });

  it('learns who wrote an answer without a name only for a reason', async () => {
    written = () => ({
      statusCode: 200,
      data: { name: '周宁', about: '会计学 2027 届', studentNo: '20230001' },
    });
    await show({ answers: [answer({ viewer: { can: ['reveal'] } })] });
    tap('管理这个回答');
    menu('查看匿名身份');
    const sheet = await screen.findByRole('dialog', { name: '查看匿名身份' });
    fireEvent.input(within(sheet).getByRole('textbox'), { target: { value: '有人可能会受伤' } });
    fireEvent.click(within(sheet).getByRole('button', { name: '确认查看' }));
    const found = await screen.findByRole('dialog', { name: '这个回答的作者' });
    expect(found.textContent).toContain('周宁');
    expect(writes()).toEqual([
      ['POST /moderation/reveal', { target: { type: 'answer', id: 'a1' }, reason: '有人可能会受伤' }],
    ]);
  });
});

describe('following', () => {
  it('is shown at once, and taken back', async () => {
    await show({ viewer: { can: ['answer', 'follow'] } });
    written = () => ({ statusCode: 200, data: { following: true } });
    tap('关注');
    expect(await screen.findByText('已关注')).toBeTruthy();
    tap('已关注');
    expect(await screen.findByText('关注')).toBeTruthy();
    await waitFor(() =>
      expect(writes().map(([what]) => what)).toEqual([
        'PUT /threads/q1/following',
        'DELETE /threads/q1/following',
      ]),
    );
  });

  it('asks for a message about answers in the same tap', async () => {
    readyToAsk();
    await show({ viewer: { can: ['answer', 'follow'] } });
    written = () => ({ statusCode: 200, data: { following: true } });
    tap('关注');
    expect(phone.consents).toEqual([['answer-template']]);
    await screen.findByText('已关注');
    tap('已关注');
    expect(phone.consents).toHaveLength(1);
    await waitFor(() => expect(writes().map(([what]) => what)).toContain('DELETE /threads/q1/following'));
  });

  it('asks visitors to sign in', async () => {
    act(endSession);
    await show();
    tap('关注');
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
  });

  it('is not offered where one may not', async () => {
    await show({ viewer: { can: ['answer'] } });
    expect(screen.queryByRole('button', { name: '关注' })).toBeNull();
  });
});

describe('a question that readers do not see', () => {
  const returned = {
    by: '王立群 老师',
    at: '2026-11-20T03:00:00.000Z',
    note: '泄露个人信息：请去掉手机号',
    reasons: ['privacy'],
    marks: [{ path: 'body', quote: '10 月', why: '时间不要写' }],
    appealable: true,
    appeal: null,
  } as const satisfies Partial<NonNullable<Thread['returned']>>;

  it('tells its author that it is looked at, by whom, and how long that takes', async () => {
    await show({
      state: 'pending',
      life: 'in-review',
      review: { submittedAt: '2026-11-20T02:24:00.000Z', by: '老师', usualMinutes: 120 },
    });
    expect(screen.getByText('待审，读者现在看不到')).toBeTruthy();
    expect(screen.getByText(/老师通常 2 小时内看完/)).toBeTruthy();
    expect(screen.getByText('通过审核后，大家才看得到、才能回答')).toBeTruthy();
    expect(screen.queryByLabelText('写回答')).toBeNull();
  });

  it('tells why it was returned, marks the words, and leads to the form', async () => {
    const { container } = await show({
      state: 'pending',
      life: 'returned',
      returned: { ...returned, reasons: [...returned.reasons], marks: [...returned.marks] },
      viewer: { can: ['edit', 'appeal'] },
    });
    expect(screen.getByText('泄露个人信息：请去掉手机号')).toBeTruthy();
    expect(container.querySelector('.mk')?.textContent).toContain('10 月');
    tap('改了再送审');
    expect(phone.opened).toEqual(['/features/threads/pages/edit/index?id=q1']);
    tap('申诉');
    expect(await screen.findByRole('dialog', { name: '申诉' })).toBeTruthy();
  });

  it('says the same of an answer to its author', async () => {
    await show({
      answers: [
        answer({
          life: 'returned',
          returned: { ...returned, reasons: [], marks: [] },
          viewer: { can: ['edit'] },
        }),
      ],
    });
    tap('改了再送审');
    expect(phone.opened).toEqual(['/features/threads/pages/edit-answer/index?id=q1&answer=a1']);
  });
});

describe('a question that takes no more answers', () => {
  it.each([
    ['asker', '', '提问者关闭了这个问题'],
    ['moderator', '重复争吵', '这个问题不再收新回答：重复争吵'],
  ] as const)('says who closed it: %s', async (by, reason, words) => {
    await show({
      state: 'closed',
      closed: { by, at: '2026-11-20T05:00:00.000Z', reason, into: null },
      viewer: { can: ['follow'] },
    });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('已关闭，不再收新回答')).toBeTruthy();
    expect(screen.queryByLabelText('写回答')).toBeNull();
  });

  it('leads on to the one it was merged with', async () => {
    await show({
      state: 'closed',
      closed: {
        by: 'merge',
        at: '2026-11-20T05:00:00.000Z',
        reason: '',
        into: { id: 'q9', title: '三方和选调' },
      },
    });
    tap('去看');
    expect(phone.opened).toEqual(['/features/threads/pages/detail/index?id=q9']);
  });
});

describe('answering', () => {
  const write = (text: string) => {
    tap('写回答');
    fireEvent.change(screen.getByLabelText('回答'), { target: { value: text } });
  };
  const answers = () => writes().filter(([what]) => what === 'POST /threads/q1/answers');

  it('is signed unless one says otherwise', async () => {
    await show({ viewer: { can: ['answer'] } });
    write('去年学长办过，大概两周');
    tap('发布回答');
    await waitFor(() => expect(answers()).toHaveLength(1));
    expect(answers()[0]?.[1]).toEqual({ body: '去年学长办过，大概两周', anonymous: false });
  });

  it('is without a name where one says so', async () => {
    await show({ viewer: { can: ['answer'] } });
    write('去年学长办过，大概两周');
    fireEvent.click(screen.getByRole('switch', { name: '匿名回答' }));
    tap('发布回答');
    await waitFor(() => expect(answers()).toHaveLength(1));
    expect(answers()[0]?.[1]).toMatchObject({ anonymous: true });
  });

  it('speaks for the office only where the board is one of its teacher, and never without a name', async () => {
    roles = [{ role: 'teacher', boards: ['threads'] }];
    await show({ viewer: { can: ['answer'] } });
    write('算，看毕业时间');
    expect((await screen.findByRole('switch', { name: '官方答复' })).getAttribute('aria-checked')).toBe(
      'true',
    );
    fireEvent.click(screen.getByRole('switch', { name: '匿名回答' }));
    expect(screen.queryByRole('switch', { name: '官方答复' })).toBeNull();
    tap('发布回答');
    await waitFor(() => expect(answers()).toHaveLength(1));
    expect(answers()[0]?.[1]).not.toHaveProperty('official');
  });

  it('is a personal view where a teacher says so', async () => {
    roles = [{ role: 'teacher', boards: null }];
    await show({ viewer: { can: ['answer'] } });
    write('算，看毕业时间');
    fireEvent.click(await screen.findByRole('switch', { name: '官方答复' }));
    tap('发布回答');
    await waitFor(() => expect(answers()[0]?.[1]).toMatchObject({ official: false }));
  });

  it('offers nobody else to speak for the office', async () => {
    roles = [
      { role: 'teacher', boards: ['jobs'] },
      { role: 'lead', boards: null },
    ];
    await show({ viewer: { can: ['answer'] } });
    write('算');
    await waitFor(() => expect(phone.requests.some(({ url }) => url.endsWith('/me'))).toBe(true));
    expect(screen.queryByRole('switch', { name: '官方答复' })).toBeNull();
  });

  it("signs the asker's own words as the question is, without a choice", async () => {
    await show({ author: { ...asker, self: true }, alias: '提问者', viewer: { can: ['answer'] } });
    write('补充：协议已经寄出');
    expect(screen.getByText('你在这个问题里一直是“提问者”，不会露出姓名')).toBeTruthy();
    expect(screen.queryByRole('switch', { name: '匿名回答' })).toBeNull();
  });

  it('keeps what was typed when it is refused, and when the page is left', async () => {
    written = () => refusal(429, 'thread.daily-limit', '今天回答得够多了');
    const { unmount } = await show({ viewer: { can: ['answer'] } });
    write('去年学长办过，大概两周');
    tap('发布回答');
    expect(await screen.findByText('今天回答得够多了')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('回答').value).toBe('去年学长办过，大概两周');
    unmount();
    await show({ viewer: { can: ['answer'] } });
    expect(screen.getByText('去年学长办过，大概两周')).toBeTruthy();
  });

  it('says that it is held for a person', async () => {
    await show({ viewer: { can: ['answer'] } });
    write('加我微信 abc');
    shown = thread({
      answers: [answer({ life: 'in-review', author: { ...named, self: true } })],
      viewer: { can: ['answer'] },
    });
    tap('发布回答');
    expect(await screen.findByText('已送审，通过后大家才看得到')).toBeTruthy();
  });

  it('sends who is not verified there, and a visitor to sign in, with what was typed kept', async () => {
    const { unmount } = await show({ viewer: { can: ['verify'] } });
    write('去年学长办过');
    tap('去认证，再发布');
    expect(phone.opened).toEqual(['/features/verification/pages/identity/index?goBack=true']);
    unmount();
    act(endSession);
    phone.opened.length = 0;
    await show();
    tap('写回答');
    expect(screen.getByLabelText<HTMLTextAreaElement>('回答').value).toBe('去年学长办过');
    tap('登录后发布');
    expect(phone.opened).toEqual(['/features/account/pages/sign-in/index']);
    expect(answers()).toEqual([]);
  });
});

it('keeps the number to call on the page after the service said it once', async () => {
  await show({ viewer: { can: ['answer'] } });
  const care = {
    lines: [{ name: '学校心理热线', about: '24 小时', phone: '0571-1234' }],
    person: null,
    promise: null,
  };
  written = () => ({ statusCode: 201, data: { ...shown, care } });
  tap('写回答');
  fireEvent.change(screen.getByLabelText('回答'), { target: { value: '我也一样，觉得没意思' } });
  tap('发布回答');
  expect(await screen.findByRole('link', { name: '拨打 学校心理热线，0571-1234' })).toBeTruthy();
  await act(() => queryClient.invalidateQueries());
  expect(screen.getByText('先别一个人扛着')).toBeTruthy();
});
