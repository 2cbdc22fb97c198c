import { isVoid, leftAfterZero, maySpend, remindersAhead } from '@qihang/server/features/subscriptions/rules';
import { type Reach, startReach } from '../deliveries/support';
import { startTestApp } from '../support/app';
import { jobDraft, threadDraft } from '../support/drafts';

describe('what the credits of a person are for', () => {
  let r: Reach;
  beforeAll(async () => {
    r = await startReach();
  });
  beforeEach(() => r.restart());
  afterAll(() => r.close());

  const me = () => r.t.as('linxiao');
  const save = async (change: Parameters<typeof jobDraft>[0], progress: 'saved' | 'applied' = 'saved') => {
    const { id } = await r.t.as('chenyiming').jobs.create({ body: jobDraft(change) });
    await me().saves.save({ params: { id }, body: { progress } });
    return id;
  };
  const expected = async () => {
    const { templates } = await me().subscriptions.show({});
    return Object.fromEntries(templates.map(({ purpose, next, waiting }) => [purpose, { next, waiting }]));
  };

  it('is the next deadline out of quiet hours, an answer, a decision', async () => {
    expect(await expected()).toEqual({
      deadline: { next: null, waiting: 0 },
      answer: { next: null, waiting: 0 },
      decision: { next: null, waiting: 0 },
      digest: { next: null, waiting: 0 },
    });
    await save({ title: '电气设计工程师', company: '临江电气', deadline: '2026-12-06' });
    await save({ title: '结构工程师', company: '江州重工', deadline: '2026-12-20' });
    await save({ title: '投过的', company: '海州电子', deadline: '2026-11-25' }, 'applied');
    await me().threads.ask({ body: threadDraft() });
    const { deadline, answer } = await expected();
    // 72 hours before the end of the day is midnight, which is told in the morning.
    expect(deadline).toEqual({
      waiting: 2,
      next: { at: '2026-12-04T00:00:00.000Z', title: '电气设计工程师' },
    });
    expect(answer).toEqual({ next: null, waiting: 1 });
  });

  it('is nothing of a job that readers do not see any more', async () => {
    const id = await save({ deadline: '2026-12-06' });
    await r.t.as('wanglaoshi').moderation.hide({
      body: { target: { type: 'job', id }, reason: 'other', note: '已经停招' },
    });
    expect((await expected()).deadline).toEqual({ next: null, waiting: 0 });
  });
});

it('nothing is planned where no mini-program is set up, and the inbox has it all', async () => {
  const t = await startTestApp();
  try {
    const { id } = await t.as('linxiao').threads.ask({ body: threadDraft() });
    await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '先问就业办，再去盖章。' } });
    t.clock.advance(11_000);
    await t.runTasks();
    const { db } = t.context;
    expect(await db.read.select().from(db.tables.deliveries)).toEqual([]);
    expect(await t.as('linxiao').subscriptions.show({})).toEqual({
      templates: [],
      credits: 0,
      configured: false,
      linked: false,
    });
    expect((await t.as('linxiao').notifications.unread({})).unread).toBe(1);
  } finally {
    await t.close();
  }
});

describe('the times of reminders', () => {
  const at = (text: string) => Date.parse(`${text}:00+08:00`);
  it('of one minute are one message', () => {
    const now = new Date(at('2026-12-05T12:00'));
    const closing = ['2026-12-06T18:00', '2026-12-06T20:00', '2026-12-30T18:00'].map((text) => ({
      closesAt: new Date(at(text)),
    }));
    expect(remindersAhead(closing, now, 72 * 3_600_000)).toBe(1);
    expect(remindersAhead([], now, 72 * 3_600_000)).toBe(0);
  });
});

it('a lower purpose leaves what higher ones need', () => {
  expect([maySpend(1, 0), maySpend(1, 1), maySpend(3, 2), maySpend(0, 0)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

it('a zeroing takes what was before it, and within its second nothing', () => {
  const at = (ms: number) => new Date(1_795_000_000_000 + ms);
  const entry = (cause: 'granted' | 'spent' | 'returned', change: number, ms: number) => ({
    id: `${cause}${ms}`,
    change,
    cause,
    source: 'popup',
    at: at(ms),
    pairedWith: null,
  });
  expect([isVoid(at(-1), at(400)), isVoid(at(0), at(400)), isVoid(at(0), undefined)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(leftAfterZero([entry('granted', 1, -5000), entry('granted', 1, 0)], at(400))).toBe(1);
  expect(leftAfterZero([entry('granted', 1, 900), entry('spent', -1, 400)], at(400))).toBe(1);
  expect(leftAfterZero([entry('granted', 1, 900), entry('spent', -1, 950)], at(400))).toBe(0);
  expect(leftAfterZero([entry('spent', -1, 950)], at(400))).toBe(0);
});
