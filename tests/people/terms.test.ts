import { refuseLastAdmin } from '@qihang/server/features/people/public';
import { dayMs } from '@qihang/shared/time/shanghai';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Body = Parameters<ReturnType<TestApp['as']>['people']['grant']>[0]['body'];
const give = (who: PersonKey, part: Partial<Body> = {}, as: PersonKey = 'admin') =>
  t.as(as).people.grant({
    body: {
      userId: t.people[who].id,
      role: 'lead',
      boards: ['jobs'],
      endsOn: '2026-12-31',
      reason: '接任学院宣传骨干',
      ...part,
    },
  });
const end = (id: string, as: PersonKey = 'admin') =>
  t.as(as).people.end({ params: { id }, body: { reason: '任期内提出离任' } });
const grantsOf = async (who: PersonKey) =>
  (await t.as('admin').people.detail({ params: { id: t.people[who].id } })).grants;
const grantOf = async (who: PersonKey) => (await grantsOf(who))[0]?.id ?? '';
const audit = () => t.context.db.read.select().from(t.context.db.tables.auditLog);

describe('POST /admin/roles', () => {
  it('makes a lead of the boards it names, at once and to the last minute of the term', async () => {
    const { state, endsAt, endsOn } = await give('linxiao');
    expect([state, endsAt, endsOn]).toEqual(['current', '2026-12-31T16:00:00.000Z', '2026-12-31']);
    const job = await t.as('linxiao').jobs.create({ body: jobDraft({ deadline: '2027-02-01' }) });
    expect((await problemOf(t.as('linxiao').posts.create({ body: postDraft() }))).status).toBe(403);
    t.clock.set('2026-12-31T15:59:59.999Z');
    await t.as('linxiao').jobs.reconfirm({ params: { id: job.id } });
    t.clock.advance(1);
    const { status, detail } = await problemOf(t.as('linxiao').jobs.reconfirm({ params: { id: job.id } }));
    expect([status, detail]).toEqual([
      403,
      expect.stringContaining('宣传骨干任期已于 2026年12月31日 24:00 结束'),
    ]);
    // What the person was before, the person still is.
    expect((await t.as('linxiao').session.me({})).roles.map(({ role }) => role)).toEqual(['graduate']);
  });

  it('may begin later: nothing is allowed before, everything from that day on', async () => {
    const { state } = await give('linxiao', { startsOn: '2026-12-01' });
    expect(state).toBe('upcoming');
    t.clock.set('2026-11-30T15:59:59.999Z');
    expect((await problemOf(t.as('linxiao').jobs.create({ body: jobDraft() }))).status).toBe(403);
    t.clock.advance(1);
    expect((await t.as('linxiao').jobs.create({ body: jobDraft() })).id).toBeTruthy();
  });

  it('adds to what the person is already', async () => {
    await give('guidanceLead', { boards: ['jobs'] });
    await give('guidanceLead', { role: 'teacher', boards: null, endsOn: null });
    const roles = (await t.as('guidanceLead').session.me({})).roles;
    expect(roles.map(({ role, boards }) => [role, boards]).sort()).toEqual([
      ['lead', ['guidance']],
      ['lead', ['jobs']],
      ['teacher', null],
    ]);
  });

  it('writes who gave what to whom, until when and why', async () => {
    const { id } = await give('linxiao');
    expect(await audit()).toMatchObject([
      {
        actorId: t.people.admin.id,
        action: 'people.grant',
        targetType: 'role-grant',
        targetId: id,
        before: null,
        after: { userId: t.people.linxiao.id, role: 'lead', boards: ['jobs'], endsOn: '2026-12-31' },
        reason: '接任学院宣传骨干',
      },
    ]);
  });

  it.each<[string, Partial<Body>, string]>([
    ['an end that is over', { endsOn: '2026-11-19' }, 'endsOn'],
    ['an end before the start', { startsOn: '2027-01-01' }, 'endsOn'],
    ['a start that is over', { startsOn: '2026-11-19' }, 'startsOn'],
    ['a board that does not exist', { boards: ['nowhere'] }, 'boards'],
    ['no board at all', { boards: [] }, 'boards'],
    ['a teacher of one board', { role: 'teacher' }, 'boards'],
    ['no reason', { reason: '' }, 'reason'],
  ])('refuses %s, beside the field', async (_, part, path) => {
    const { status, errors } = await problemOf(give('linxiao', part));
    expect([status, errors?.[0]?.path]).toEqual([400, path]);
    expect(await audit()).toEqual([]);
  });

  it('refuses the same office twice, and nobody', async () => {
    await give('linxiao');
    expect((await problemOf(give('linxiao', { endsOn: '2027-06-30' }))).code).toBe('role.already-held');
    expect((await problemOf(give('linxiao', { userId: 'nobody' }))).code).toBe('resource.not-found');
  });

  it.each<PersonKey>(['linxiao', 'chenyiming', 'wanglaoshi'])('is not for %s', async (who) => {
    const before = (await grantsOf('zhaoyu')).length;
    expect((await problemOf(give('zhaoyu', {}, who))).code).toBe('action.forbidden');
    expect(await grantsOf('zhaoyu')).toHaveLength(before);
  });
});

describe('PATCH /admin/roles/{id}', () => {
  const change = (id: string, part: { version?: number; boards?: string[] | null; endsOn?: string | null }) =>
    t.as('admin').people.change({ params: { id }, body: { version: 1, reason: '延长到学期末', ...part } });

  it('changes boards and end, and keeps what is not named', async () => {
    const { id } = await give('linxiao');
    const longer = await change(id, { endsOn: '2027-06-30' });
    expect([longer.endsOn, longer.boards, longer.version]).toEqual(['2027-06-30', ['jobs'], 2]);
    const wider = await change(id, { version: 2, boards: null });
    expect([wider.endsAt, wider.boards]).toEqual(['2027-06-30T16:00:00.000Z', null]);
    const rows = (await audit()).filter(({ action }) => action === 'people.change');
    expect(rows).toMatchObject([
      { before: { endsOn: '2026-12-31' }, after: { endsOn: '2027-06-30' }, reason: '延长到学期末' },
      { before: { boards: ['jobs'] }, after: { boards: null } },
    ]);
    expect((await t.as('linxiao').posts.create({ body: postDraft() })).id).toBeTruthy();
  });

  it('refuses a version somebody else has changed, a term that is over, and a wrong day', async () => {
    const { id } = await give('linxiao');
    await change(id, { endsOn: '2027-06-30' });
    expect((await problemOf(change(id, { endsOn: null }))).code).toBe('version.stale');
    const wrong = await problemOf(change(id, { version: 2, endsOn: '2026-11-01' }));
    expect(wrong.errors?.[0]?.path).toBe('endsOn');
    await end(id);
    expect((await problemOf(change(id, { version: 3, endsOn: null }))).code).toBe('role.over');
    expect((await problemOf(change('nothing', {}))).code).toBe('resource.not-found');
  });

  it('cannot touch what verification gave', async () => {
    expect((await problemOf(change(await grantOf('linxiao'), { endsOn: null }))).code).toBe(
      'resource.not-found',
    );
  });
});

describe('POST /admin/roles/{id}/end', () => {
  it('ends the term at once and signs the person out everywhere', async () => {
    const { id } = await give('linxiao');
    t.clock.advance(dayMs);
    const { state, endsAt, viewer } = await end(id);
    expect([state, endsAt, viewer.can]).toEqual(['ended', t.clock.now().toISOString(), []]);
    expect((await problemOf(t.as('linxiao').session.me({}))).code).toBe('session.invalid');
    expect((await t.as('zhaoyu').session.me({})).name).toBe('赵雨');
    expect((await audit()).find(({ action }) => action === 'people.end')).toMatchObject({
      before: { endsOn: '2026-12-31' },
      after: { endsAt: t.clock.now().toISOString() },
      reason: '任期内提出离任',
    });
  });

  it('takes back a term that has not begun', async () => {
    const { id } = await give('linxiao', { startsOn: '2026-12-01' });
    expect((await end(id)).state).toBe('withdrawn');
    t.clock.advance(20 * dayMs);
    expect((await problemOf(end(id))).code).toBe('role.over');
  });

  it.each<PersonKey>(['linxiao', 'chenyiming', 'wanglaoshi'])('is not for %s', async (who) => {
    expect((await problemOf(end(await grantOf('guidanceLead'), who))).code).toBe('action.forbidden');
  });
});

describe('the last admin', () => {
  const wanted = 'role.last-admin';

  it('can neither be removed nor get an end', async () => {
    const id = await grantOf('admin');
    expect((await problemOf(end(id))).code).toBe(wanted);
    const limited = t.as('admin').people.change({
      params: { id },
      body: { version: 1, endsOn: '2027-06-30', reason: '统一任期' },
    });
    expect((await problemOf(limited)).code).toBe(wanted);
    expect(await audit()).toEqual([]);
  });

  it('is still the last beside one whose term ends, or has not begun', async () => {
    await give('wanglaoshi', { role: 'admin', boards: null, endsOn: '2027-06-30' });
    await give('zhaoyu', { role: 'admin', boards: null, startsOn: '2027-01-01', endsOn: null });
    expect((await problemOf(end(await grantOf('admin')))).code).toBe(wanted);
  });

  it('may go once another without an end is there', async () => {
    await give('wanglaoshi', { role: 'admin', boards: null, endsOn: null });
    const id = await grantOf('admin');
    expect((await end(id, 'wanglaoshi')).state).toBe('ended');
  });

  it('is still the last beside one who closes the account', async () => {
    await give('wanglaoshi', { role: 'admin', boards: null, endsOn: null });
    const { db } = t.context;
    const now = t.clock.now();
    const row = {
      userId: t.people.wanglaoshi.id,
      name: '王立群',
      posts: 'keep' as const,
      cause: 'person' as const,
    };
    await db.write((tx) =>
      tx.insert(db.tables.accountClosures).values({ ...row, requestedAt: now, eraseAt: now }),
    );
    expect((await problemOf(end(await grantOf('admin')))).code).toBe(wanted);
  });

  it('stays when two remove each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const app = await startTestApp();
      const of = (key: PersonKey) => app.people[key].id;
      await app.as('admin').people.grant({
        body: { userId: of('wanglaoshi'), role: 'admin', endsOn: null, reason: '增加一位管理员' },
      });
      const grant = async (key: PersonKey) =>
        (await app.as('admin').people.detail({ params: { id: of(key) } })).grants.find(
          ({ role, state }) => role === 'admin' && state === 'current',
        )?.id ?? '';
      const [first, second] = [await grant('admin'), await grant('wanglaoshi')];
      const remove = async (who: PersonKey, id: string) =>
        (await app.send(`/admin/roles/${id}/end`, { method: 'POST', body: { reason: '互相撤销' }, as: who }))
          .statusCode;
      const statuses = await Promise.all([remove('admin', second), remove('wanglaoshi', first)]);
      // The one who came second is told so, or is signed out by then.
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      const { roleGrants } = app.context.db.tables;
      const rows = await app.context.db.read.select().from(roleGrants);
      expect(rows.filter(({ role, endsAt }) => role === 'admin' && endsAt === null)).toHaveLength(1);
      await app.close();
    }
  });

  it('keeps the account, too', async () => {
    const { db } = t.context;
    const leave = (who: PersonKey) =>
      db.write((tx) => refuseLastAdmin(db, tx, t.people[who].id, t.clock.now()));
    await expect(leave('admin')).rejects.toMatchObject({ code: wanted });
    await expect(leave('chenyiming')).resolves.toBeUndefined();
    await give('wanglaoshi', { role: 'admin', boards: null, endsOn: null });
    await expect(leave('admin')).resolves.toBeUndefined();
  });
});

describe('GET /admin/roles', () => {
  it('shows teachers whose term ends within 60 days, the next one first, with what they own', async () => {
    await give('linxiao', { endsOn: '2026-12-15' });
    await give('zhaoyu', { endsOn: '2026-11-25', boards: null });
    await give('guidanceLead', { endsOn: '2027-06-30' });
    await t.as('zhaoyu').jobs.create({ body: jobDraft() });
    const { items } = await t.as('wanglaoshi').people.terms({});
    expect(
      items.map(({ person, endsOn, boards, holdings, viewer }) => [
        person.name,
        endsOn,
        boards,
        holdings.job,
        viewer.can,
      ]),
    ).toEqual([
      ['赵雨', '2026-11-25', null, 1, []],
      ['林晓', '2026-12-15', ['jobs'], 0, []],
    ]);
    expect((await t.as('wanglaoshi').people.terms({ query: { within: 7 } })).items).toHaveLength(1);
    t.clock.set('2026-11-25T16:00:00Z');
    expect((await t.as('admin').people.terms({})).items.map(({ person }) => person.name)).toEqual(['林晓']);
  });

  it('is not for leads', async () => {
    expect((await problemOf(t.as('chenyiming').people.terms({}))).status).toBe(403);
  });
});
