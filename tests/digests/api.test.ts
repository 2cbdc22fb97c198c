import type { Digest } from '@qihang/shared/digests/contract';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ PUBLIC_ORIGIN: 'https://jobs.example.edu.cn' });
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const publish = (change: Parameters<typeof jobDraft>[0] = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft({ company: `单位 ${Math.random()}`, ...change }) });
const write = (change: Parameters<typeof postDraft>[0] = {}) =>
  t.as('chenyiming').posts.create({ body: postDraft(change) });
const group = (name = '汽车学院 2027 届就业群', who: PersonKey = 'chenyiming') =>
  t.as(who).digests.addGroup({ body: { name } });
const make = (ids: string[], change: object = {}, who: PersonKey = 'chenyiming') =>
  t.as(who).digests.create({ body: { items: ids.map((id) => ({ type: 'job' as const, id })), ...change } });
const choices = async (of?: string, who: PersonKey = 'chenyiming') =>
  (await t.as(who).digests.choices({ query: of === undefined ? {} : { group: of } })).items;
const hide = (id: string) =>
  t
    .as('wanglaoshi')
    .moderation.hide({ body: { target: { type: 'job', id }, reason: 'other', note: '核实' } });

describe('groups', () => {
  it('are shared by all leads, the last used first', async () => {
    const first = await group('汽车学院 2027 届就业群');
    t.clock.advance(1000);
    const second = await group('机械 2027 届就业群', 'guidanceLead');
    const names = async () => (await t.as('wanglaoshi').digests.groups({})).items.map(({ id }) => id);
    expect(await names()).toEqual([second.id, first.id]);
    t.clock.advance(1000);
    const { id } = await publish();
    await make([id], { group: first.id });
    expect(await names()).toEqual([first.id, second.id]);
  });

  it('have short ids, and a name once, however wide it is typed', async () => {
    const first = await group('车辆2027届');
    expect(first.id).toMatch(/^[0-9a-z]{14}$/);
    expect(await group('车辆２０２７ 届')).toEqual(first);
  });

  it('are gone from the list when removed, and come back by their name', async () => {
    const { id } = await group();
    await t.as('chenyiming').digests.removeGroup({ params: { id } });
    expect((await t.as('chenyiming').digests.groups({})).items).toEqual([]);
    expect(await problemOf(t.as('chenyiming').digests.removeGroup({ params: { id } }))).toMatchObject({
      status: 404,
    });
    expect((await group()).id).toBe(id);
  });

  it('are a hundred at most', async () => {
    for (let i = 0; i < 100; i += 1) await group(`就业群 ${i}`);
    expect(await problemOf(group('再来一个'))).toMatchObject({ code: 'digest.too-many-groups' });
    expect(await group('就业群 7')).toMatchObject({ name: '就业群 7' });
  });

  it.each([['一'], ['长'.repeat(31)], ['a\u0000bc']])('refuse the name %j', async (name) => {
    expect(await problemOf(group(name))).toMatchObject({ status: 400, errors: [{ path: 'name' }] });
  });
});

describe('GET /digests/choices', () => {
  it('offers what was not sent yet first, the newest first, and says when the rest was', async () => {
    const old = await publish({ title: '旧岗位' });
    t.clock.advance(60_000);
    const sent = await publish({ title: '发过的岗位' });
    t.clock.advance(60_000);
    const article = await write();
    const { id: groupId } = await group();
    const digest = await make([sent.id], { group: groupId });
    await t.as('chenyiming').digests.markSent({ params: { id: digest.id }, body: {} });
    const offered = await choices(groupId);
    expect(offered.map(({ id }) => id)).toEqual([article.id, old.id, sent.id]);
    expect(offered.map(({ sentAt }) => sentAt)).toEqual([null, null, t.clock.now().toISOString()]);
    // Another group has not had it.
    expect((await choices((await group('另一个群')).id)).map(({ sentAt }) => sentAt)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('offers nothing that readers do not see or cannot apply for', async () => {
    const hidden = await publish();
    await hide(hidden.id);
    const withdrawn = await publish();
    await t.as('chenyiming').jobs.withdraw({ params: { id: withdrawn.id } });
    await publish({ deadline: '2026-11-20' });
    t.clock.set('2026-11-21T00:00:00+08:00');
    expect(await choices()).toEqual([]);
  });

  it('offers a lead what is on boards of their own', async () => {
    await publish();
    const article = await write();
    expect((await choices(undefined, 'guidanceLead')).map(({ id }) => id)).toEqual([article.id]);
  });
});

describe('POST /digests', () => {
  it('makes the text, and a link whose scene names the list and the group and no person', async () => {
    const jobs = [await publish({ title: '嵌入式软件工程师' }), await publish({ title: '结构工程师' })];
    const { id: groupId, name } = await group();
    const digest = await make(
      jobs.map(({ id }) => id),
      { group: groupId },
    );
    expect(digest).toMatchObject({ group: { id: groupId, name }, sentAt: null, set: digest.id });
    expect(digest.link).toBe(
      `https://jobs.example.edu.cn/features/digests/pages/shared/index?scene=d${digest.id}.${groupId}`,
    );
    expect(digest.text).toBe(digest.parts.join('\n\n'));
    expect(digest.text).toContain('① 嵌入式软件工程师');
    expect(digest.text).toContain(digest.link ?? '');
    for (const { id } of Object.values(t.people)) expect(digest.text).not.toContain(id);
  });

  it('links a single piece itself, and nothing where the style says so', async () => {
    const job = await publish();
    expect((await make([job.id])).link).toBe(
      `https://jobs.example.edu.cn/features/jobs/pages/detail/index?scene=j${job.id}`,
    );
    const bare = await make([job.id], { style: { link: false } });
    expect([bare.link, bare.text.includes('http')]).toEqual([null, false]);
  });

  it('refuses by name, each at its place, what readers do not see or is over', async () => {
    const good = await publish();
    const hidden = await publish({ title: '藏起来的' });
    await hide(hidden.id);
    const over = await publish({ title: '昨天截止的', deadline: '2026-11-20' });
    t.clock.set('2026-11-21T08:00:00+08:00');
    const problem = await problemOf(make([good.id, hidden.id, over.id, 'nothing'], {}, 'wanglaoshi'));
    expect(problem).toMatchObject({
      status: 400,
      errors: [
        { path: 'items.1.id', message: '“藏起来的”读者现在看不到，请去掉它' },
        { path: 'items.2.id', message: '“昨天截止的”已经截止，请去掉它' },
        { path: 'items.3.id', message: '这一条读者现在看不到，请去掉它' },
      ],
    });
  });

  it('carries an article about a person into groups and pictures with that consent alone', async () => {
    const consent = {
      subject: '林晓',
      uses: ['site' as const],
      way: 'paper' as const,
      givenOn: '2026-11-01',
    };
    const { id } = await write({ title: '林晓的求职路', consent });
    expect((await choices()).map((one) => one.id)).not.toContain(id);
    const items = [{ type: 'post' as const, id }];
    expect(await problemOf(t.as('chenyiming').digests.create({ body: { items } }))).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'items.0.id', message: '“林晓的求职路”写的人没有同意发到微信群，请去掉它' }],
    });
    expect(await problemOf(t.as('chenyiming').digests.poster({ body: { type: 'post', id } }))).toMatchObject({
      errors: [{ path: 'id' }],
    });
    expect((await t.send(`/pictures/card/post/${id}`)).statusCode).toBe(404);

    t.clock.advance(1000);
    await t.as('chenyiming').posts.update({
      params: { id },
      body: { version: 1, consent: { ...consent, uses: ['site', 'groups'] } },
    });
    expect((await t.as('chenyiming').digests.create({ body: { items } })).text).toContain('林晓的求职路');
  });

  it('does not name to a lead what the lead may not see', async () => {
    const job = await publish({ title: '还不能说的' });
    await t.as('chenyiming').jobs.withdraw({ params: { id: job.id } });
    const { errors } = await problemOf(make([job.id], {}, 'guidanceLead'));
    expect(errors?.[0]?.message).toBe('这一条读者现在看不到，请去掉它');
  });

  it('takes each piece once, and twenty at most', async () => {
    const { id } = await publish();
    expect((await make([id, id])).pieces).toHaveLength(1);
    expect(await problemOf(make(Array.from({ length: 21 }, () => id)))).toMatchObject({
      errors: [{ path: 'items' }],
    });
    expect(await problemOf(make([]))).toMatchObject({ errors: [{ path: 'items', message: '请至少选一条' }] });
  });

  it('refuses a board that is not the lead’s, and a group that is gone', async () => {
    const { id } = await publish();
    expect(await problemOf(make([id], {}, 'guidanceLead'))).toMatchObject({ code: 'action.forbidden' });
    expect(await problemOf(make([id], { group: 'nothing' }))).toMatchObject({ status: 404 });
  });

  it('joins digests of the same pieces for other groups', async () => {
    const { id } = await publish();
    const first = await make([id], { group: (await group()).id });
    const again = await make([id], { group: (await group('机械 2027 届')).id, like: first.id });
    expect(again.set).toBe(first.id);
  });
});

describe('who may', () => {
  const refused: [string, PersonKey | undefined, string][] = [
    ['a visitor', undefined, 'session.required'],
    ['a graduate', 'linxiao', 'action.forbidden'],
    ['a lead whose term is over', 'formerLead', 'action.forbidden'],
  ];
  it.each(refused)('refuses %s', async (_, who, code) => {
    const { id } = await publish();
    const as = t.as(who).digests;
    const digest = await make([id], { group: (await group()).id });
    const params = { id: digest.id };
    for (const call of [
      () => as.groups({}),
      () => as.addGroup({ body: { name: '别的群' } }),
      () => as.choices({}),
      () => as.create({ body: { items: [{ type: 'job', id }] } }),
      () => as.list({}),
      () => as.detail({ params }),
      () => as.markSent({ params, body: {} }),
      () => as.unmarkSent({ params }),
      () => as.poster({ body: { type: 'job', id } }),
      () => as.report({}),
    ] as (() => Promise<unknown>)[])
      expect(await problemOf(call())).toMatchObject({ code });
  });

  it('names the term that is over', async () => {
    expect((await problemOf(t.as('formerLead').digests.groups({}))).detail).toContain('任期已于');
  });
});

describe('已发到群', () => {
  const sendable = async () => make([(await publish()).id], { group: (await group()).id });
  const mark = ({ id }: Pick<Digest, 'id'>, who: PersonKey = 'chenyiming', body: { parts?: string[] } = {}) =>
    t.as(who).digests.markSent({ params: { id }, body });
  const unmark = ({ id }: Pick<Digest, 'id'>, who: PersonKey = 'chenyiming') =>
    t.as(who).digests.unmarkSent({ params: { id } });

  it('counts once, the first who says so, with the text as it was sent', async () => {
    const digest = await sendable();
    const sent = await mark(digest, 'chenyiming', { parts: ['改过的文字'] });
    expect(sent).toMatchObject({ sentBy: '陈一鸣', sentByMe: true, parts: ['改过的文字'] });
    t.clock.advance(60_000);
    expect(await mark(digest, 'wanglaoshi', { parts: ['第二遍'] })).toEqual({ ...sent, sentByMe: false });
  });

  it('counts once where two say it at the same time', async () => {
    const digest = await sendable();
    const [a, b] = await Promise.all([mark(digest), mark(digest, 'wanglaoshi')]);
    expect(a.sentBy).toBe(b.sentBy);
    expect([a.sentByMe, b.sentByMe].filter(Boolean)).toHaveLength(1);
  });

  it('is taken back by its person or the office, and by no other lead', async () => {
    const digest = await sendable();
    await mark(digest);
    expect(await problemOf(unmark(digest, 'guidanceLead'))).toMatchObject({
      code: 'action.forbidden',
      detail: '这是 陈一鸣 标记的，请对方或老师撤回',
    });
    expect(await unmark(digest)).toMatchObject({ sentAt: null, sentBy: null });
    await mark(digest);
    expect(await unmark(digest, 'wanglaoshi')).toMatchObject({ sentAt: null });
    expect(await choices(digest.group?.id)).toMatchObject([{ sentAt: null }]);
  });

  it('needs a group', async () => {
    expect(await problemOf(mark(await make([(await publish()).id])))).toMatchObject({
      code: 'digest.no-group',
    });
  });

  it('does not follow from making or reading', async () => {
    const digest = await sendable();
    await t.as('chenyiming').digests.detail({ params: { id: digest.id } });
    expect(await choices(digest.group?.id)).toMatchObject([{ sentAt: null }]);
  });
});

describe('GET /digests', () => {
  it('has all that were made, page by page, the newest first', async () => {
    const { id } = await publish();
    const made: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      t.clock.advance(1000);
      made.unshift((await make([id])).id);
    }
    const first = await t.as('guidanceLead').digests.list({ query: { limit: 2 } });
    expect(first.items.map((one) => one.id)).toEqual(made.slice(0, 2));
    const rest = await t
      .as('guidanceLead')
      .digests.list({ query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect(rest).toMatchObject({ items: [{ id: made[2], opens: 0, favourite: null }], nextCursor: null });
  });

  it('names no piece that is hidden since', async () => {
    const job = await publish({ title: '后来藏起来的' });
    await make([job.id], { style: { link: false } });
    await hide(job.id);
    expect((await t.as('chenyiming').digests.list({})).items[0]?.pieces).toEqual([]);
  });
});

describe('GET /digests/:id/pieces', () => {
  it('shows a visitor what readers see now, in order, and how many are gone', async () => {
    const [a, b] = [await publish({ title: '甲岗位' }), await publish({ title: '乙岗位' })];
    const digest = await make([b.id, a.id]);
    const shown = () => t.as().digests.pieces({ params: { id: digest.id } });
    expect((await shown()).items.map(({ title }) => title)).toEqual(['乙岗位', '甲岗位']);
    await hide(b.id);
    expect(await shown()).toMatchObject({ items: [{ title: '甲岗位' }], gone: 1 });
  });
});
