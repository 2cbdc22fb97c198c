// An author asks another person to look again: once, and never the one who decided, nor one of lower rank.
import { openCase } from '@qihang/server/features/cases/public';
import { type ContentType, contentTypes } from '@qihang/shared/content/vocabulary';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { type SignedIn, seedPeople } from '../support/people';
import { caseOf, queue, type Ref, reviewAll, rowsAbout, submit } from './pieces';

const players = {
  lead: { name: '骨干甲', role: 'lead' },
  'other-lead': { name: '骨干乙', role: 'lead' },
  teacher: { name: '师者甲', role: 'teacher' },
  'other-teacher': { name: '师者乙', role: 'teacher' },
  'other-admin': { name: '管理乙', role: 'admin' },
} as const;
type Player = keyof typeof players;
const staff = Object.keys(players) as Player[];

let t: TestApp;
let people: Record<Player, SignedIn>;
const as = (player: Player) => t.withToken(people[player].token);
const authorOf = (type: ContentType) => (type === 'job' || type === 'post' ? 'chenyiming' : 'zhaoyu');

beforeAll(async () => {
  t = await startTestApp();
  people = await seedPeople(t.context, players);
  await reviewAll(t);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

function appeal({ type, id }: Ref, text = '来源是学院官网，现在打得开。') {
  const api = t.as(authorOf(type)).cases;
  const call = { params: { id }, body: { text } };
  const route = {
    job: 'appealJob',
    post: 'appealPost',
    thread: 'appealThread',
    answer: 'appealAnswer',
  } as const;
  return api[route[type]](call);
}

async function returned(type: ContentType, by: Player): Promise<Ref> {
  const ref = await submit(t, type);
  const { id } = await caseOf(t, 'admin', ref);
  await as(by).cases.decide({ params: { id }, body: { action: 'return', reason: 'source', note: '打不开' } });
  return ref;
}

async function hidden(type: ContentType, by: Player): Promise<Ref> {
  const ref = await submit(t, type);
  const { id } = await caseOf(t, 'admin', ref);
  await as('other-teacher').cases.decide({ params: { id }, body: { action: 'approve' } });
  await as(by).moderation.hide({ body: { target: ref, reason: 'other', note: '不合适' } });
  return ref;
}

const lifeOf = async ({ type, id }: Ref) =>
  (await t.context.registry.kinds[type].find(t.context.db, t.context.db.read, id))?.life;

const seen = async (player: Player) =>
  (await as(player).cases.queue({ query: { state: 'appealed' } })).items.length > 0;

/** Who has the appeal in the queue, and who may decide it. */
async function deciders(caseId: string): Promise<Player[]> {
  await t.keep('appealed');
  const able: Player[] = [];
  for (const player of staff) {
    const call = as(player).cases.decide({ params: { id: caseId }, body: { action: 'approve' } });
    const status = await call.then(
      () => 200,
      (error: { problem?: { status: number } }) => error.problem?.status,
    );
    await t.restore('appealed');
    expect([player, status]).toEqual([player, (await seen(player)) ? 200 : 404]);
    if (status === 200) able.push(player);
  }
  return able;
}

describe.each(contentTypes)('of a %s', (type) => {
  // An author who leads is judged by leads, too; the words of graduates by everybody.
  it.each([
    ['lead', ['other-lead', 'teacher', 'other-teacher', 'other-admin']],
    ['teacher', ['other-teacher', 'other-admin']],
    ['other-admin', []],
  ] as const)('that %s returned: decided by others of that rank or above', async (by, able) => {
    const { caseId } = await appeal(await returned(type, by));
    expect(await deciders(caseId)).toEqual(able);
  });

  it.each([
    ['lead', ['other-lead', 'teacher', 'other-teacher', 'other-admin']],
    ['teacher', ['other-teacher', 'other-admin']],
  ] as const)('that %s hid: decided by others of that rank or above', async (by, able) => {
    const { caseId } = await appeal(await hidden(type, by));
    expect(await deciders(caseId)).toEqual(able);
  });

  it('that succeeds: a returned piece comes before readers', async () => {
    const ref = await returned(type, 'lead');
    const { caseId } = await appeal(ref);
    const [one] = await queue(t, 'wanglaoshi', 'appealed');
    expect(one).toMatchObject({
      kind: 'appeal',
      target: ref,
      appeal: {
        text: '来源是学院官网，现在打得开。',
        against: { by: '骨干甲 同学', action: 'return', note: '来源不清，核实不了：打不开' },
        steps: [{ what: '送审' }, { who: '骨干甲 同学', what: '退回' }, { who: '作者', what: '申诉' }],
      },
      viewer: { can: ['claim', 'approve', 'dismiss'] },
    });
    await as('teacher').cases.decide({
      params: { id: caseId },
      body: { action: 'approve', note: '来源没问题' },
    });
    expect(await lifeOf(ref)).toBe('published');
    expect(await queue(t, 'admin', 'appealed')).toEqual([]);
  });

  it('that succeeds: a hidden piece is back', async () => {
    const ref = await hidden(type, 'lead');
    const { caseId } = await appeal(ref);
    await as('teacher').cases.decide({ params: { id: caseId }, body: { action: 'approve' } });
    expect(await lifeOf(ref)).toBe('published');
  });

  it('that fails: the piece stays as it is, and there is no second one', async () => {
    const ref = await returned(type, 'lead');
    const { caseId } = await appeal(ref);
    await as('teacher').cases.decide({
      params: { id: caseId },
      body: { action: 'dismiss', note: '仍然打不开' },
    });
    expect(await lifeOf(ref)).toBe('returned');
    const again = await problemOf(appeal(ref));
    expect([again.code, again.detail]).toEqual([
      'moderation.already-done',
      expect.stringContaining('只能申诉一次'),
    ]);
  });

  it.each(['returned', 'hidden'] as const)(
    'that is decided and taken back: a piece that was %s is exactly as it was',
    async (state) => {
      const ref = await (state === 'returned' ? returned : hidden)(type, 'lead');
      const { caseId } = await appeal(ref);
      const before = await rowsAbout(t, ref);
      for (const action of ['approve', 'dismiss'] as const) {
        await as('teacher').cases.decide({ params: { id: caseId }, body: { action } });
        await as('teacher').cases.undo({ params: { id: caseId } });
        expect(await rowsAbout(t, ref)).toEqual(before);
        expect((await as('teacher').cases.detail({ params: { id: caseId } })).state).toBe('open');
      }
    },
  );

  it('is nobody’s but the author’s', async () => {
    const ref = await returned(type, 'lead');
    for (const player of staff) {
      const call = { params: { id: ref.id }, body: { text: '我来申诉' } };
      const route = {
        job: 'appealJob',
        post: 'appealPost',
        thread: 'appealThread',
        answer: 'appealAnswer',
      } as const;
      expect(await problemOf(as(player).cases[route[type]](call))).toMatchObject({ status: 403 });
    }
    await appeal(ref);
  });

  it('is over once the piece is sent to review again, or the decision is taken back', async () => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    await as('lead').cases.decide({ params: { id }, body: { action: 'return', note: '打不开' } });
    const { caseId } = await appeal(ref);
    await as('lead').cases.undo({ params: { id } });
    expect((await as('teacher').cases.detail({ params: { id: caseId } })).state).toBe('gone');
    const over = await problemOf(
      as('teacher').cases.decide({ params: { id: caseId }, body: { action: 'approve' } }),
    );
    expect([over.code, over.detail]).toEqual([
      'moderation.already-done',
      expect.stringContaining('不用再处理'),
    ]);
    // The next decision can be appealed against, although it closes the same case.
    await as('lead').cases.decide({ params: { id }, body: { action: 'return', note: '还是打不开' } });
    expect((await appeal(ref)).caseId).not.toBe(caseId);
  });
});

it('is of a piece that nobody decided against: refused', async () => {
  const ref = await submit(t, 'job');
  const problem = await problemOf(appeal(ref));
  expect([problem.code, problem.detail]).toEqual(['moderation.already-done', '现在没有可以申诉的处理']);
});

it('is not decided by who returned an earlier version', async () => {
  const ref = await returned('post', 'teacher');
  const me = t.as('chenyiming').posts;
  await me.update({ params: { id: ref.id }, body: { version: 1, title: '改过的标题' } });
  t.clock.advance(60_000);
  await me.submit({ params: { id: ref.id }, body: {} });
  const { id } = await caseOf(t, 'admin', ref);
  await as('lead').cases.decide({ params: { id }, body: { action: 'return', note: '还要改' } });
  const { caseId } = await appeal(ref);
  expect(await deciders(caseId)).toEqual(['other-lead', 'other-teacher', 'other-admin']);
});

it('that succeeds after its author went on writing: what is typed comes before readers, once it is whole', async () => {
  const ref = await returned('post', 'lead');
  const { caseId } = await appeal(ref);
  const save = (version: number, title: string) =>
    t.as('chenyiming').posts.update({ params: { id: ref.id }, body: { version, title } });
  await save(1, '');
  const approve = () => as('teacher').cases.decide({ params: { id: caseId }, body: { action: 'approve' } });
  expect(await problemOf(approve())).toMatchObject({ status: 400, errors: [{ path: 'title' }] });
  await save(2, '核对好的标题');
  await approve();
  expect((await t.as().posts.detail({ params: { id: ref.id } })).title).toBe('核对好的标题');
});

it('shows the author each step, and who may be asked no more', async () => {
  const ref = await returned('post', 'lead');
  const show = async () => t.as('chenyiming').posts.detail({ params: { id: ref.id } });
  expect((await show()).viewer.can).toContain('appeal');
  const { caseId } = await appeal(ref, '请再看一次');
  const at = t.clock.now().toISOString();
  const open = await show();
  expect([open.viewer.can.includes('appeal'), open.returned?.appealable]).toEqual([false, false]);
  expect(open.returned?.appeal).toEqual({ at, text: '请再看一次', state: 'open', note: null });
  await as('teacher').cases.decide({
    params: { id: caseId },
    body: { action: 'dismiss', note: '仍然打不开' },
  });
  expect((await show()).returned?.appeal).toMatchObject({ state: 'upheld', note: '仍然打不开' });
});

it('against a piece that was hidden says who hid it and why, to its author alone', async () => {
  const ref = await hidden('job', 'teacher');
  const own = await t.as('chenyiming').jobs.detail({ params: { id: ref.id } });
  expect(own.takenDown).toMatchObject({ by: '师者甲 老师', note: '其他原因：不合适', appealable: true });
  const mine = await t.as('chenyiming').jobs.mine({});
  expect(mine.items[0]?.takenDown).toEqual(own.takenDown);
});

it('is recorded without a name, and at the minute where the author is not named', async () => {
  const ref = await submit(t, 'thread', 'zhaoyu', true);
  const { id } = await caseOf(t, 'admin', ref);
  await as('lead').cases.decide({ params: { id }, body: { action: 'return', reason: 'source' } });
  t.clock.advance(17_345);
  const now = t.clock.now().getTime();
  await appeal(ref);
  const { db } = t.context;
  const rows = await db.read.select().from(db.tables.auditLog);
  const found = rows.filter(({ action }) => action === 'moderation.appeal');
  expect(found.map(({ actorId, targetType, reason }) => [actorId, targetType, reason])).toEqual([
    [null, 'thread', null],
  ]);
  expect(JSON.stringify(found)).not.toContain(t.people.zhaoyu.id);
  expect(now % 60_000).not.toBe(0);
  expect(found[0]?.at.getTime()).toBe(now - (now % 60_000));
  const { items } = await t.as('admin').audit.list({ query: { action: ['moderation.appeal'] } });
  expect(items.map(({ at }) => at)).toEqual([found[0]?.at.toISOString()]);
  const cases = await db.read.select().from(db.tables.cases);
  expect(cases.find(({ kind }) => kind === 'appeal')?.openedAt).toEqual(found[0]?.at);
});

describe('a report', () => {
  const reports = { count: 2, reasons: [{ reason: 'fee', n: 2 }], notes: ['要先交 300 元'] };
  const open = (ref: Ref, hold = false) =>
    t.context.db.write((tx) => openCase(t.context, tx, { ...ref, at: t.clock.now(), reports, hold }));
  const published = async (type: ContentType): Promise<Ref> => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    await as('other-admin').cases.decide({ params: { id }, body: { action: 'approve' } });
    return ref;
  };

  it.each(contentTypes)('of a %s has one case, which is decided once', async (type) => {
    const ref = await published(type);
    const id = await open(ref);
    expect(await open(ref)).toBe(id);
    const one = await caseOf(t, 'wanglaoshi', ref, 'reported');
    expect(one).toMatchObject({ kind: 'report', reports, round: 0 });
    const actions = type === 'job' ? ['hide', 'dismiss', 'recheck'] : ['hide', 'dismiss'];
    expect(one.viewer.can).toEqual(['claim', ...actions]);
    const before = await rowsAbout(t, ref);
    for (const action of actions as ('hide' | 'dismiss' | 'recheck')[]) {
      await as('teacher').cases.decide({ params: { id }, body: { action, note: '看过了' } });
      expect(await lifeOf(ref)).toBe(action === 'hide' ? 'hidden' : 'published');
      await as('teacher').cases.undo({ params: { id } });
      expect(await rowsAbout(t, ref)).toEqual(before);
    }
    await as('teacher').cases.decide({ params: { id }, body: { action: 'dismiss' } });
    expect(await open(ref)).not.toBe(id);
  });

  it.each(['hide', 'dismiss', 'recheck'] as const)(
    'that holds a job: %s decides it, and undo holds it again',
    async (action) => {
      const ref = await published('job');
      const id = await open(ref, true);
      expect([await lifeOf(ref), (await t.send(`/jobs/${ref.id}`)).statusCode]).toEqual(['hidden', 404]);
      expect((await t.as('chenyiming').jobs.detail({ params: { id: ref.id } })).takenDown).toBeNull();
      const before = await rowsAbout(t, ref);
      await as('teacher').cases.decide({ params: { id }, body: { action, reason: 'fee' } });
      expect(await lifeOf(ref)).toBe(action === 'hide' ? 'hidden' : 'published');
      if (action === 'recheck')
        expect((await t.as().jobs.detail({ params: { id: ref.id } })).state).toBe('unverified');
      await as('teacher').cases.undo({ params: { id } });
      expect(await rowsAbout(t, ref)).toEqual(before);
      await as('teacher').cases.decide({ params: { id }, body: { action, reason: 'fee' } });
      if (action === 'hide') await appeal(ref);
    },
  );

  it('is settled by hiding the piece from its own page', async () => {
    const ref = await published('post');
    await open(ref);
    await as('teacher').moderation.hide({ body: { target: ref, reason: 'abuse', note: '' } });
    expect(await queue(t, 'admin', 'reported')).toEqual([]);
    expect((await appeal(ref)).caseId).toBeTruthy();
  });
});
