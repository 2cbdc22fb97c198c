import { prepare } from '@qihang/server/features/deliveries/prepare';
import { takeBack } from '@qihang/server/features/notifications/public';
import { askedAndAnswered } from '../notifications/support';
import { jobDraft, threadDraft } from '../support/drafts';
import { eventually } from '../support/waiting';
import { openidOf, type Reach, startReach, templateIds } from './support';

let r: Reach;
beforeAll(async () => {
  r = await startReach();
});
beforeEach(() => r.restart());
afterAll(() => r.close());

const minute = 60_000;
const hour = 60 * minute;
const run = () => r.t.runTasks();
const sends = async () => {
  const { served } = await r.emulator.control<{ served: string[] }>('state');
  return served.filter((path) => path.endsWith('/subscribe/send')).length;
};
const both = async () => r.left('linxiao', 'answer');

/** 林晓 asks, 赵雨 answers; what follows is told after the time to undo. */
async function answered(title = '签过三方，还能按应届报选调吗？') {
  const { id } = await r.t.as('linxiao').threads.ask({ body: threadDraft({ title }) });
  await r.t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '先问就业办，再去盖章。' } });
  r.t.clock.advance(11_000);
  return id;
}

describe('a message', () => {
  it('tells at WeChat what the inbox tells, once, for one credit', async () => {
    await r.agree('linxiao', 'answer', 2);
    const id = await answered();
    await run();
    await run();
    expect(await r.sent()).toEqual([
      {
        touser: openidOf('linxiao'),
        template_id: templateIds.answer,
        page: `features/threads/pages/detail/index?id=${id}`,
        data: {
          thing1: { value: '你的问题有新回答' },
          thing2: { value: '签过三方，还能按应届报选调吗？' },
          time3: { value: expect.stringMatching(/^2026年11月20日 10:2\d$/) },
          phrase4: { value: '有回答' },
          number5: { value: '1' },
        },
        msgid: expect.any(String),
      },
    ]);
    expect(await both()).toEqual({ ours: 1, theirs: 1 });
    const { items } = await r.t.as('linxiao').notifications.list({ query: {} });
    expect(items.map(({ title }) => title)).toEqual(['你的问题有新回答']);
    // The person on duty was told, too, and has no credit.
    expect((await r.states()).sort()).toEqual(['sent', 'skipped: taken-back']);
  });

  it('goes to nobody without a credit, and the inbox has it all the same', async () => {
    await answered();
    await run();
    expect(await r.sent()).toEqual([]);
    expect(await r.states()).toContain('skipped: no-credit');
    expect((await r.t.as('linxiao').notifications.unread({})).unread).toBe(1);
  });

  it('is not planned for what the inbox alone tells', async () => {
    await r.tell('linxiao', 'thread.accepted');
    expect(await r.deliveries()).toEqual([]);
  });

  it('says a deadline as it ends, and the last minute of a whole day', async () => {
    await r.agree('linxiao', 'decision', 2);
    await r.tell('linxiao', 'piece.passed', { data: { deadline: '2026-12-06' } });
    await run();
    r.t.clock.advance(hour);
    await r.tell('linxiao', 'piece.passed', { data: { deadline: '2026-12-06T18:00' } });
    await run();
    expect((await r.sent()).map(({ data }) => data.time3?.value)).toEqual([
      '2026年12月6日 23:59',
      '2026年12月6日 18:00',
    ]);
  });
});

describe('what has changed when its time comes', () => {
  beforeEach(() => r.agree('linxiao', 'answer', 3));
  afterEach(async () => {
    expect(await r.sent()).toEqual([]);
    expect(await both()).toEqual({ ours: 3, theirs: 3 });
  });
  const soon = () => ({ visibleAt: new Date(r.t.clock.now().getTime() + minute) });
  const later = async () => {
    r.t.clock.advance(2 * minute);
    await run();
  };

  it('is not told when it was taken back', async () => {
    await r.tell('linxiao', 'thread.answered', { causeId: 'cause', ...soon() });
    await r.t.context.db.write((tx) => takeBack(r.t.context.db, tx, 'cause'));
    await later();
    expect(await r.states()).toEqual(['skipped: taken-back']);
  });

  it('is not told when it was read, alone or folded with others', async () => {
    await r.tell('linxiao', 'thread.answered', { foldKey: 'answers:1' });
    await r.tell('linxiao', 'thread.answered', { foldKey: 'answers:1' });
    await r.tell('linxiao', 'thread.answered');
    await r.t.as('linxiao').notifications.read({ body: { all: true } });
    await run();
    expect(await r.states()).toEqual(['skipped: read', 'skipped: read', 'skipped: read']);
  });

  it('is not told when its person turned it off meanwhile', async () => {
    await r.tell('linxiao', 'thread.answered', soon());
    await r.t.as('linxiao').notificationSettings.change({ body: { switches: { answers: false } } });
    await later();
    expect(await r.states()).toEqual(['skipped: muted']);
  });

  it('is not told when it is too late', async () => {
    await r.tell('linxiao', 'thread.answered', { until: new Date(r.t.clock.now().getTime() + minute) });
    r.t.clock.advance(2 * minute);
    await run();
    expect(await r.states()).toEqual(['skipped: late']);
  });

  it('is not told to an account that is being closed', async () => {
    await r.tell('linxiao', 'thread.answered', soon());
    await r.t.context.db.write((tx) =>
      tx.insert(r.t.context.db.tables.accountClosures).values({
        userId: r.t.people.linxiao.id,
        name: '林晓',
        posts: 'keep',
        cause: 'person',
        requestedAt: r.t.clock.now(),
        eraseAt: new Date(r.t.clock.now().getTime() + 24 * hour),
      }),
    );
    r.t.clock.advance(2 * minute);
    await run();
    expect(await r.states()).toEqual(['skipped: closed']);
    await r.t.context.db.write((tx) => tx.delete(r.t.context.db.tables.accountClosures));
  });
});

it('is not sent to a person without WeChat, nor by a template that was turned off', async () => {
  await r.tell('admin', 'thread.on-duty');
  await r.agree('linxiao', 'answer');
  await r.tell('linxiao', 'thread.answered');
  const { items } = await r.t.as('admin').messageTemplates.list({});
  const answer = items.find(({ purpose }) => purpose === 'answer');
  const body = {
    items: [{ purpose: 'answer' as const, templateId: null, fields: [], version: answer?.version ?? 0 }],
  };
  await r.t.as('admin').messageTemplates.save({ body });
  await run();
  expect(await r.states()).toEqual(['skipped: no-address', 'skipped: no-template']);
  await r.tell('linxiao', 'thread.answered');
  expect(await r.states()).toHaveLength(2);
});

describe('quiet hours', () => {
  it('are waited for, as they are when the time comes', async () => {
    await r.agree('linxiao', 'answer');
    r.t.clock.set('2026-11-20T22:30+08:00');
    await r.tell('linxiao', 'thread.answered');
    await run();
    expect(await r.states()).toEqual(['waiting']);
    r.t.clock.set('2026-11-21T07:59+08:00');
    await run();
    expect(await r.sent()).toEqual([]);
    await r.t.as('linxiao').notificationSettings.change({ body: { quietTo: '09:00' } });
    r.t.clock.set('2026-11-21T08:00+08:00');
    await run();
    expect(await r.states()).toEqual(['waiting: quiet']);
    r.t.clock.set('2026-11-21T09:00+08:00');
    await run();
    expect(await r.states()).toEqual(['sent']);
  });

  it('are none for whom wants none', async () => {
    await r.agree('linxiao', 'answer');
    await r.t.as('linxiao').notificationSettings.change({ body: { quiet: false } });
    r.t.clock.set('2026-11-20T23:30+08:00');
    await r.tell('linxiao', 'thread.answered');
    await run();
    expect(await r.states()).toEqual(['sent']);
  });
});

describe('several for one person', () => {
  it('become one message where their purpose is the same', async () => {
    await r.agree('linxiao', 'answer', 3);
    r.t.clock.set('2026-11-20T23:00+08:00');
    for (const foldKey of ['answers:1', 'answers:1', 'answers:2'])
      await r.tell('linxiao', 'thread.answered', { foldKey });
    r.t.clock.set('2026-11-21T08:00+08:00');
    await run();
    expect((await r.states()).sort()).toEqual(['sent', 'skipped: folded', 'skipped: folded']);
    const [message] = await r.sent();
    expect(message?.data.thing1).toEqual({ value: '有 2 条问答消息' });
    expect(message?.page).toBe('features/notifications/pages/list/index');
    expect(await both()).toEqual({ ours: 2, theirs: 2 });
  });

  it('are told with their number where they are about one thing', async () => {
    await r.agree('linxiao', 'answer', 3);
    r.t.clock.set('2026-11-20T23:00+08:00');
    for (let i = 0; i < 3; i++) await r.tell('linxiao', 'thread.answered', { foldKey: 'answers:1' });
    r.t.clock.set('2026-11-21T08:00+08:00');
    await run();
    expect((await r.sent()).map(({ data }) => [data.thing1?.value, data.number5?.value])).toEqual([
      ['你的问题有 3 个新回答', '3'],
    ]);
  });

  it('go one after the other where their purposes differ', async () => {
    await r.agree('linxiao', 'answer');
    await r.agree('linxiao', 'decision');
    await r.tell('linxiao', 'thread.answered');
    await r.tell('linxiao', 'piece.returned');
    await Promise.all([run(), run()]);
    r.t.clock.advance(3000);
    await Promise.all([run(), run()]);
    expect(await r.states()).toEqual(['sent', 'sent']);
    // WeChat refuses two at once to one person; it was not asked to.
    expect(await sends()).toBe(2);
  });

  it('of a followed question are told once a day', async () => {
    await r.agree('zhaoyu', 'answer', 5);
    const { threadId } = await askedAndAnswered(r.t);
    await r.t.context.db.write((tx) => tx.delete(r.t.context.db.tables.deliveries));
    await r.t.as('zhaoyu').threads.follow({ params: { id: threadId } });
    const answer = async (person: 'wanglaoshi' | 'chenyiming') => {
      await r.t
        .as(person)
        .threads.answer({ params: { id: threadId }, body: { body: `${person} 再补充一点。` } });
      r.t.clock.advance(hour);
      await run();
    };
    await answer('chenyiming');
    await answer('wanglaoshi');
    const followed = async () =>
      (await r.deliveries())
        .filter(({ kind }) => kind === 'thread.followed-answered')
        .map(({ state, reason }) => reason ?? state);
    expect(await followed()).toEqual(['sent', 'told-today']);
    r.t.clock.advance(24 * hour);
    await answer('chenyiming');
    expect(await followed()).toEqual(['sent', 'told-today', 'sent']);
  });
});

describe('one template for several purposes', () => {
  let shared: Reach;
  beforeAll(async () => {
    shared = await startReach(true);
  });
  beforeEach(() => shared.restart());
  afterAll(() => shared.close());

  it('keeps its last credits for what is more important and sure to come', async () => {
    const job = await shared.t.as('chenyiming').jobs.create({ body: jobDraft({ deadline: '2026-11-22' }) });
    await shared.t.as('linxiao').saves.save({ params: { id: job.id }, body: { progress: 'saved' } });
    await shared.agree('linxiao', 'deadline', 1);
    const tell = async (kind: 'piece.returned' | 'thread.answered') => {
      await shared.tell('linxiao', kind);
      await shared.t.runTasks();
      shared.t.clock.advance(minute);
    };
    const { templates } = await shared.t.as('linxiao').subscriptions.show({});
    expect(templates.map(({ id, credits, waiting }) => [id, credits, waiting])).toEqual([
      [templateIds.deadline, 1, 1],
      [templateIds.deadline, 1, 0],
      [templateIds.deadline, 1, 0],
      [templateIds.deadline, 1, 0],
    ]);
    expect((await shared.t.as('linxiao').subscriptions.show({})).credits).toBe(1);
    await tell('piece.returned');
    await shared.agree('linxiao', 'deadline', 1);
    await tell('piece.returned');
    await tell('thread.answered');
    const states = (await shared.deliveries())
      .filter(({ userId }) => userId === shared.t.people.linxiao.id)
      .map(({ state, reason }) => reason ?? state);
    expect(states).toEqual(['kept-for-higher', 'sent', 'kept-for-higher']);
    await shared.t.as('linxiao').saves.save({ params: { id: job.id }, body: { progress: 'applied' } });
    await tell('thread.answered');
    expect(await shared.left('linxiao', 'deadline')).toEqual({ ours: 0, theirs: 0 });
  });
});

describe('what WeChat answers', () => {
  const path = '/cgi-bin/message/subscribe/send';
  beforeEach(async () => {
    await r.agree('linxiao', 'answer', 2);
  });
  const told = async () => {
    await r.tell('linxiao', 'thread.answered');
    await run();
  };

  it('43101 empties the ledger, and the message is never sent', async () => {
    const { control } = r.emulator;
    await r.losePushes();
    await control('unsubscribe', { openid: openidOf('linxiao'), template: templateIds.answer });
    await told();
    expect(await r.states()).toEqual(['skipped: no-consent']);
    expect(await both()).toEqual({ ours: 0, theirs: 0 });
    await r.takePushes();
    await r.agree('linxiao', 'answer');
    r.t.clock.advance(24 * hour);
    await run();
    expect(await r.sent()).toEqual([]);
    expect(await both()).toEqual({ ours: 1, theirs: 1 });
  });

  it.each([-1, 45009, 45011, 43108])('%i gives the credit back, and is tried again', async (errcode) => {
    await r.emulator.control('fault', { kind: 'refuse', errcode, path, times: 2 });
    await told();
    expect(await r.states()).toEqual(['waiting: busy']);
    expect(await both()).toEqual({ ours: 2, theirs: 2 });
    r.t.clock.advance(minute);
    await run();
    expect(await r.states()).toEqual(['waiting: busy']);
    r.t.clock.advance(2 * minute);
    await run();
    expect(await r.states()).toEqual(['sent']);
    expect(await both()).toEqual({ ours: 1, theirs: 1 });
    expect(await sends()).toBe(3);
  });

  it('busy for two days is given up in the end', async () => {
    await r.emulator.control('fault', { kind: 'busy', path, times: 100 });
    await told();
    for (let i = 0; i < 60; i++) {
      r.t.clock.advance(hour);
      await run();
    }
    expect(await r.states()).toEqual(['failed: kept-failing']);
    expect(await both()).toEqual({ ours: 2, theirs: 2 });
  });

  it.each([
    [40003, 'bad-address'],
    [40037, 'bad-template'],
    [41030, 'bad-page'],
    [47003, 'bad-values'],
    [43107, 'banned'],
    [45168, 'sensitive'],
    [40999, 'refused'],
  ])('%i fails for good, with words for admins, and gives the credit back', async (errcode, reason) => {
    await r.emulator.control('fault', { kind: 'refuse', errcode, path });
    await told();
    r.t.clock.advance(hour);
    await run();
    expect(await r.states()).toEqual([`failed: ${reason}`]);
    expect(await both()).toEqual({ ours: 2, theirs: 2 });
    const { items, counts } = await r.t.as('admin').deliveries.list({ query: { state: 'failed' } });
    expect(items).toMatchObject([{ reason, errcode, attempts: 1, viewer: { can: ['retry'] } }]);
    expect(items[0]?.reasonText).toMatch(/[\u4e00-\u9fff]/);
    expect(counts).toMatchObject({ failed: 1, sent: 0 });
  });

  it('no token, so nothing was sent: it waits until an operator has put our address on the list', async () => {
    await r.emulator.control('whitelist', { addresses: ['10.0.0.1'] });
    await told();
    expect(await r.states()).toEqual(['waiting: busy']);
    expect((await r.deliveries())[0]?.errcode).toBe(40164);
    await r.emulator.control('whitelist', { addresses: null });
    r.t.clock.advance(minute);
    await run();
    expect(await r.states()).toEqual(['sent']);
  });

  it.each(['reset', 'truncated', 'html502'] as const)('%s: its push says that it was sent', async (kind) => {
    await r.emulator.control('fault', { kind, path });
    await told();
    await eventually(async () => expect(await r.states()).toEqual(['sent']));
    expect(await both()).toEqual({ ours: 1, theirs: 1 });
    r.t.clock.advance(48 * hour);
    await run();
    expect(await sends()).toBe(1);
  });

  it('nothing at all: after a day without a push the credit is given back, and it is never sent twice', async () => {
    await r.losePushes();
    await r.emulator.control('fault', { kind: 'reset', path });
    await told();
    expect(await r.states()).toEqual(['unknown: no-answer']);
    expect((await both()).ours).toBe(1);
    r.t.clock.advance(24 * hour + minute);
    await run();
    expect(await r.states()).toEqual(['failed: no-trace']);
    expect((await both()).ours).toBe(2);
    expect(await sends()).toBe(1);
  });

  it('a push that says it could not be shown: it failed', async () => {
    await r.losePushes();
    await told();
    const [row] = await r.deliveries();
    const items = [{ TemplateId: templateIds.answer, MsgID: row?.msgid ?? '', ErrorCode: '1' }];
    const now = r.t.clock.now();
    const userId = r.t.people.linxiao.id;
    await r.happens('wechat.subscription', { pushId: 'p1', userId, event: 'sent', items, at: now, now });
    expect(await r.states()).toEqual(['failed: not-shown']);
  });
});

describe('a process that ends', () => {
  beforeEach(() => r.agree('linxiao', 'answer', 2));

  /** Takes the credit and asks WeChat nothing, as if the process were gone then. */
  async function begun() {
    await r.tell('linxiao', 'thread.answered');
    const [row] = await r.deliveries();
    const prepared = await prepare(r.t.context, row?.id ?? '', r.t.clock.now());
    expect(prepared).toHaveProperty('send');
    return row?.id ?? '';
  }

  it('after it took the credit, before WeChat was asked: the credit comes back after a day', async () => {
    await begun();
    await run();
    expect(await r.states()).toEqual(['sending']);
    r.t.clock.advance(3 * minute);
    await run();
    expect(await r.states()).toEqual(['unknown: interrupted']);
    expect((await both()).ours).toBe(1);
    r.t.clock.advance(24 * hour);
    await run();
    expect(await r.states()).toEqual(['failed: no-trace']);
    expect(await both()).toEqual({ ours: 2, theirs: 2 });
    expect(await sends()).toBe(0);
  });

  it('after WeChat was asked, before the answer: its push tells, also when it comes late', async () => {
    await begun();
    r.t.clock.advance(3 * minute);
    await run();
    const now = r.t.clock.now();
    const items = [{ TemplateId: templateIds.answer, MsgID: '77', ErrorCode: '0' }];
    const userId = r.t.people.linxiao.id;
    await r.happens('wechat.subscription', { pushId: 'p1', userId, event: 'sent', items, at: now, now });
    expect(await r.states()).toEqual(['sent']);
    r.t.clock.advance(48 * hour);
    await run();
    expect((await both()).ours).toBe(1);
    expect(await sends()).toBe(0);
  });

  it('holds nothing up for its person longer than it may be at work', async () => {
    await begun();
    r.t.clock.advance(1000);
    await r.tell('linxiao', 'thread.answered');
    await run();
    expect(await r.states()).toEqual(['sending', 'waiting']);
    r.t.clock.advance(3 * minute);
    await run();
    expect(await r.states()).toEqual(['unknown: interrupted', 'sent']);
  });

  it('is not taken for the next message, whose push comes before its answer', async () => {
    await begun();
    r.t.clock.advance(3 * minute);
    await run();
    await r.tell('linxiao', 'thread.answered');
    const path = '/cgi-bin/message/subscribe/send';
    await r.emulator.control('fault', { kind: 'hang', path, hangMs: 1000 });
    const running = run();
    await eventually(async () => expect(await r.states()).toEqual(['sent', 'sending']));
    await r.emulator.control('clock', { advanceMs: 1000 });
    await running;
    expect(await r.states()).toEqual(['unknown: no-answer', 'sent']);
    r.t.clock.advance(24 * hour + minute);
    await run();
    expect(await r.states()).toEqual(['failed: no-trace', 'sent']);
    expect(await both()).toEqual({ ours: 1, theirs: 1 });
  });

  it('before it took the credit: it is sent by the next, once', async () => {
    await r.tell('linxiao', 'thread.answered');
    const { db } = r.t.context;
    await db.write((tx) => tx.update(db.tables.outbox).set({ state: 'dead', lastError: 'gone' }));
    r.t.clock.advance(3 * minute);
    await run();
    await run();
    expect(await r.states()).toEqual(['sent']);
    expect(await sends()).toBe(1);
    expect(await both()).toEqual({ ours: 1, theirs: 1 });
  });
});

it('two processes send each message once, and none beyond the credits', async () => {
  const people = ['linxiao', 'zhaoyu', 'chenyiming'] as const;
  for (const person of people) await r.agree(person, 'answer', 2);
  for (let i = 0; i < 4; i++) {
    for (const person of people) await r.tell(person, 'thread.answered');
    await Promise.all([run(), run(), run()]);
    r.t.clock.advance(10_000);
    await Promise.all([run(), run(), run()]);
  }
  expect(await r.sent()).toHaveLength(6);
  expect(await sends()).toBe(6);
  for (const person of people) expect(await r.left(person, 'answer')).toEqual({ ours: 0, theirs: 0 });
  expect((await r.states()).filter((state) => state === 'sent')).toHaveLength(6);
});
