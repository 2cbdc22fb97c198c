import { dayMs } from '@qihang/shared/time/shanghai';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const ask = async (who: PersonKey, anonymous = false) =>
  (await t.as(who).threads.ask({ body: threadDraft({ anonymous }) })).id;
const answer = async (who: PersonKey, thread: string) => {
  const { answers } = await t
    .as(who)
    .threads.answer({ params: { id: thread }, body: { body: '那家公司今年不招人了' } });
  return answers.at(-1)?.id ?? '';
};

type Type = 'job' | 'post' | 'thread' | 'answer';
const mute = (id: string, { as = 'chenyiming' as PersonKey, type = 'thread' as Type, days = 3 } = {}) =>
  t.as(as).moderation.mute({ body: { target: { type, id }, days, reason: '反复发广告' } });
const lift = (id: string, as: PersonKey = 'wanglaoshi') =>
  t.as(as).moderation.lift({ params: { id }, body: { note: '已说明情况' } });

describe('POST /moderation/mutes', () => {
  it('takes asking, answering and reporting from a graduate, in words that say until when and why', async () => {
    const [thread, job] = [
      await ask('linxiao'),
      (await t.as('chenyiming').jobs.create({ body: jobDraft() })).id,
    ];
    const { endsAt } = await mute(thread);
    expect(endsAt).toBe('2026-11-23T02:24:00.000Z');
    const refused = [
      problemOf(t.as('linxiao').threads.ask({ body: threadDraft() })),
      problemOf(t.as('linxiao').threads.answer({ params: { id: thread }, body: { body: '补充一句' } })),
      problemOf(t.as('linxiao').jobs.reportClosed({ params: { id: job } })),
    ];
    for (const problem of await Promise.all(refused)) {
      expect([problem.status, problem.code, problem.detail]).toEqual([
        403,
        'person.muted',
        '你被禁言到 2026年11月23日 10:24：反复发广告。这期间可以阅读、收藏、管理自己的资料',
      ]);
    }
  });

  it('leaves reading, saving, accepting and the own data', async () => {
    const thread = await ask('linxiao');
    const answerId = await answer('zhaoyu', thread);
    await mute(thread);
    const job = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await t.as('linxiao').saves.save({ params: { id: job.id }, body: { progress: 'saved' } });
    await t.as('linxiao').session.updateProfile({ body: { cities: ['江州'] } });
    const { state, viewer } = await t
      .as('linxiao')
      .threads.accept({ params: { id: thread }, body: { answerId } });
    expect([state, viewer.can]).toEqual(['solved', ['reopen', 'close', 'history']]);
    const { muted } = await t.as('linxiao').session.me({});
    expect(muted).toEqual({ until: '2026-11-23T02:24:00.000Z', reason: '反复发广告' });
  });

  it('ends by the clock, to the minute', async () => {
    const thread = await ask('linxiao');
    await mute(thread, { days: 1 });
    t.clock.advance(dayMs - 1);
    expect((await problemOf(ask('linxiao'))).code).toBe('person.muted');
    t.clock.advance(1);
    expect(await ask('linxiao')).toBeTruthy();
    expect((await t.as('linxiao').session.me({})).muted).toBeNull();
  });

  it('takes publishing and editing from a lead, but not the keeping clean', async () => {
    const { id } = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await mute(id, { as: 'wanglaoshi', type: 'job', days: 30 });
    const job = await t.as('chenyiming').jobs.detail({ params: { id } });
    expect(job.viewer.can).toEqual([]);
    const other = await t.as('guidanceLead').posts.create({ body: postDraft() });
    expect((await t.as('chenyiming').posts.detail({ params: { id: other.id } })).viewer.can).toEqual([
      'hide',
      'report',
    ]);
    const edit = t.as('chenyiming').jobs.update({ params: { id }, body: { version: 1, headcount: 9 } });
    expect((await problemOf(edit)).code).toBe('person.muted');
    expect((await problemOf(t.as('chenyiming').jobs.create({ body: jobDraft() }))).code).toBe('person.muted');
    const { items } = await t.as('chenyiming').boards.list({});
    expect(items.filter(({ viewer }) => viewer.can.includes('post'))).toEqual([]);
  });

  it.each<[string, PersonKey, PersonKey, number]>([
    ['a graduate', 'zhaoyu', 'linxiao', 403],
    ['a former lead', 'formerLead', 'linxiao', 403],
    ['a lead of another board', 'guidanceLead', 'linxiao', 403],
    ['a lead', 'chenyiming', 'linxiao', 201],
    ['a lead, of a lead', 'chenyiming', 'guidanceLead', 403],
    ['a lead, of a teacher', 'chenyiming', 'wanglaoshi', 403],
    ['a teacher, of a lead', 'wanglaoshi', 'guidanceLead', 201],
    ['a teacher, of an admin', 'wanglaoshi', 'admin', 403],
    ['an admin, of a teacher', 'admin', 'wanglaoshi', 201],
    ['an admin, of themselves', 'admin', 'admin', 403],
  ])('by %s', async (_, who, author, status) => {
    const thread = await ask('zhaoyu');
    const id = author === 'linxiao' ? await ask('linxiao') : await answer(author, thread);
    const type = author === 'linxiao' ? 'thread' : 'answer';
    const body = { target: { type, id }, days: 3, reason: '反复发广告' };
    const response = await t.send('/moderation/mutes', { method: 'POST', body, as: who });
    expect(response.statusCode).toBe(status);
  });

  it('lets a lead mute for a week at most, beside the field', async () => {
    const thread = await ask('linxiao');
    const { status, errors } = await problemOf(mute(thread, { days: 8 }));
    expect([status, errors]).toEqual([
      400,
      [{ path: 'days', message: '骨干最多禁言 7 天，更久的请交给老师' }],
    ]);
    expect((await mute(thread, { as: 'wanglaoshi', days: 8 })).id).toBeTruthy();
  });

  it('offers muting where it is possible, and longer to teachers', async () => {
    const thread = await ask('linxiao');
    await answer('wanglaoshi', thread);
    t.clock.advance(1000);
    await answer('zhaoyu', thread);
    const seen = async (who: PersonKey) => {
      const { viewer, answers } = await t.as(who).threads.detail({ params: { id: thread } });
      return [viewer, ...answers.map((one) => one.viewer)].map(({ can }) =>
        can.filter((word) => word.startsWith('mute')),
      );
    };
    expect(await seen('linxiao')).toEqual([[], [], []]);
    expect(await seen('chenyiming')).toEqual([['mute'], [], ['mute']]);
    expect(await seen('wanglaoshi')).toEqual([['mute', 'mute-long'], [], ['mute', 'mute-long']]);
  });

  it('is 404 for what the moderator cannot know of, and for a board that is off', async () => {
    expect((await problemOf(mute('nothing'))).code).toBe('resource.not-found');
    const thread = await ask('linxiao');
    await t.as('admin').boards.update({ params: { slug: 'threads' }, body: { enabled: false } });
    expect((await problemOf(mute(thread))).code).toBe('resource.not-found');
  });
});

describe('the author of an anonymous question', () => {
  it('is muted without becoming known to anybody, in answers, lists or the audit log', async () => {
    const anonymous = await ask('linxiao', true);
    const given = await mute(anonymous, { as: 'wanglaoshi' });
    expect((await problemOf(ask('linxiao'))).code).toBe('person.muted');
    const list = await t.as('admin').moderation.mutes({});
    const { auditLog } = t.context.db.tables;
    const told = JSON.stringify([given, list, await t.context.db.read.select().from(auditLog)]);
    expect(list.items).toMatchObject([
      { person: { anonymous: true, name: '匿名同学', about: '' }, mutedBy: '王立群', state: 'active' },
    ]);
    expect(told).not.toContain(t.people.linxiao.id);
    expect(told).not.toContain('林晓');
  });

  it('cannot be told from others by muting them again', async () => {
    const [anonymous, named, other] = [await ask('linxiao', true), await ask('linxiao'), await ask('zhaoyu')];
    await mute(anonymous, { as: 'wanglaoshi', days: 30 });
    const [known, stranger] = [await mute(named, { days: 2 }), await mute(other, { days: 2 })];
    expect(known.endsAt).toBe(stranger.endsAt);
    expect((await t.as('linxiao').session.me({})).muted?.until).toBe('2026-12-20T02:24:00.000Z');
  });

  /** What a moderator is answered, without what differs between any two mutes. */
  const answerTo = async (as: PersonKey, id: string) => {
    const target = { type: 'thread', id } as const;
    const body = { target, days: 3, reason: '反复发广告' };
    const response = await t.send('/moderation/mutes', { method: 'POST', body, as });
    return [response.statusCode, Object.keys(response.json()), response.json().endsAt];
  };

  it('is never refused by the rank of who asked, which the refusal would tell', async () => {
    const threads = [await ask('linxiao', true), await ask('admin', true), await ask('wanglaoshi', true)];
    const answers = await Promise.all(threads.map((id) => answerTo('chenyiming', id)));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(201);
  });

  it('silences anonymous words alone where their author ranks as high as the moderator', async () => {
    await mute(await ask('wanglaoshi', true));
    const anonymous = await problemOf(ask('wanglaoshi', true));
    expect([anonymous.code, anonymous.detail]).toEqual([
      'person.muted',
      '你到 2026年11月23日 10:24 不能匿名发言：反复发广告。这期间可以署名提问和回答',
    ]);
    const open = await t.as('zhaoyu').threads.ask({ body: threadDraft({ title: '档案留在学校行吗？' }) });
    const params = { id: open.id };
    const hidden = t
      .as('wanglaoshi')
      .threads.answer({ params, body: { body: '可以留两年。', anonymous: true } });
    expect((await problemOf(hidden)).code).toBe('person.muted');
    await t.as('wanglaoshi').threads.answer({ params, body: { body: '可以留两年。' } });
    expect((await t.as('wanglaoshi').session.me({})).muted).toBeNull();
    t.clock.advance(3 * dayMs);
    expect(await ask('wanglaoshi', true)).toBeTruthy();
  });

  it('takes all words from an author of lower rank, as a mute by name does', async () => {
    await mute(await ask('linxiao', true));
    expect((await problemOf(ask('linxiao'))).code).toBe('person.muted');
  });

  it('is not for the author of the words, and offered to everybody else alike', async () => {
    const own = await ask('chenyiming', true);
    expect((await problemOf(mute(own))).status).toBe(403);
    const canMute = async (id: string, as: PersonKey) =>
      (await t.as(as).threads.detail({ params: { id } })).viewer.can.includes('mute');
    const other = await ask('linxiao', true);
    expect([await canMute(own, 'chenyiming'), await canMute(other, 'chenyiming')]).toEqual([false, true]);
    expect([await canMute(own, 'wanglaoshi'), await canMute(other, 'wanglaoshi')]).toEqual([true, true]);
  });
});

describe('GET /moderation/mutes', () => {
  it('shows who, until when, why and by whom, page by page', async () => {
    await mute(await ask('linxiao'));
    t.clock.advance(1000);
    await mute(await ask('zhaoyu'), { days: 1 });
    const first = await t.as('wanglaoshi').moderation.mutes({ query: { limit: 1 } });
    expect(first.items).toMatchObject([
      {
        person: { anonymous: false, name: '赵雨 同学' },
        excerpt: '签过三方，还能按应届报选调吗？',
        reason: '反复发广告',
        mutedBy: '陈一鸣',
        state: 'active',
        viewer: { can: ['lift'] },
      },
    ]);
    const second = await t
      .as('wanglaoshi')
      .moderation.mutes({ query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect([second.items[0]?.person.name, second.nextCursor]).toEqual(['林晓 同学', null]);
    t.clock.advance(dayMs);
    const left = await t.as('wanglaoshi').moderation.mutes({});
    const all = await t.as('wanglaoshi').moderation.mutes({ query: { state: 'all' } });
    expect([left.items.length, all.items.map(({ state }) => state)]).toEqual([1, ['over', 'active']]);
  });

  it('is not for leads', async () => {
    expect((await problemOf(t.as('chenyiming').moderation.mutes({}))).status).toBe(403);
  });
});

describe('POST /moderation/mutes/{id}/lift', () => {
  it('lets the person speak again at once, with who, when and why', async () => {
    const { id } = await mute(await ask('linxiao'));
    await lift(id);
    expect(await ask('linxiao')).toBeTruthy();
    const { items } = await t.as('admin').moderation.mutes({ query: { state: 'all' } });
    expect(items).toMatchObject([
      { state: 'lifted', lifted: { by: '王立群', note: '已说明情况' }, viewer: { can: [] } },
    ]);
    const { auditLog } = t.context.db.tables;
    const rows = await t.context.db.read.select().from(auditLog);
    expect(rows.map(({ action, reason }) => [action, reason]).sort()).toEqual([
      ['moderation.lift', '已说明情况'],
      ['moderation.mute', '反复发广告'],
    ]);
  });

  it('leaves another mute of the same person standing', async () => {
    const long = await mute(await ask('linxiao'), { as: 'wanglaoshi', days: 20 });
    const short = await mute(
      await t
        .as('linxiao')
        .threads.list({})
        .then(({ items }) => items[0]?.id ?? ''),
    );
    await lift(long.id);
    expect((await t.as('linxiao').session.me({})).muted?.until).toBe(short.endsAt);
  });

  it('is a lead’s only for the own ones, and happens once', async () => {
    const thread = await ask('linxiao');
    const [own, others] = [await mute(thread), await mute(thread, { as: 'wanglaoshi' })];
    expect((await problemOf(lift(others.id, 'chenyiming'))).code).toBe('resource.not-found');
    await lift(own.id, 'chenyiming');
    expect((await problemOf(lift(own.id, 'chenyiming'))).code).toBe('moderation.already-done');
  });
});
