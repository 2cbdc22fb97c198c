import { notAgreedTo } from '@qihang/server/features/portrayals/public';
import { runRetention } from '@qihang/server/retention';
import type { ConsentDraftInput } from '@qihang/shared/portrayals/consent';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const { db } = t.context;
  const { users } = db.tables;
  await db.write((tx) =>
    tx.update(users).set({ studentNo: '2023B001' }).where(eq(users.id, t.people.linxiao.id)),
  );
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const paper: ConsentDraftInput = {
  subject: '林晓',
  studentNo: '2023B001',
  uses: ['site', 'photo'],
  way: 'paper',
  givenOn: '2026-11-18',
};
const draft = (consent: ConsentDraftInput | null) =>
  postDraft({ board: 'exemplars', title: '从底盘实验室到车间', markdown: '林晓同学的试制手记。', consent });
const publish = (consent: ConsentDraftInput | null = paper) =>
  t.as('chenyiming').posts.create({ body: draft(consent) });
const myPortrayals = async () => (await t.as('linxiao').portrayals.mine({})).items;
const withdrawAsSubject = async () =>
  t.as('linxiao').portrayals.withdraw({ params: { id: (await myPortrayals())[0]?.id ?? '' } });

describe('publishing on a board that demands consent', () => {
  it('is refused without one, at the field', async () => {
    const problem = await problemOf(publish(null));
    expect(problem.errors).toEqual([{ path: 'consent', message: '就业典范写的是谁，要先记录本人的同意' }]);
    expect((await t.as().posts.list({ query: { board: 'exemplars' } })).items).toEqual([]);
  });

  it('records whose consent it is, for what, from when and how', async () => {
    const made = await publish();
    expect(made.portrayal).toMatchObject({
      given: true,
      record: {
        subject: '林晓',
        linked: true,
        uses: ['site', 'photo'],
        way: 'paper',
        givenOn: '2026-11-18',
        state: 'given',
      },
      viewer: { can: ['withdraw'] },
    });
    const seen = await t.as().posts.detail({ params: { id: made.id } });
    expect(seen.portrayal).toEqual({ given: true, viewer: { can: [] } });
    const { items } = await t.as('admin').audit.list({ query: { action: ['portrayals.record'] } });
    expect(items).toMatchObject([
      { target: { id: made.id }, after: { uses: ['site', 'photo'], way: 'paper', givenOn: '2026-11-18' } },
    ]);
    expect(JSON.stringify(items[0]?.after)).not.toContain('林晓');
  });

  it.each<[string, Partial<ConsentDraftInput>, string, string]>([
    ['without showing it here', { uses: ['photo'] }, 'consent.uses', '至少要同意站内展示，否则不能发布'],
    ['without the day of the signature', { givenOn: null }, 'consent.givenOn', '填同意书上签字的日期'],
    ['of a day to come', { givenOn: '2026-11-21' }, 'consent.givenOn', '签字的日期还没有到'],
    [
      'of a number and a name that do not belong together',
      { subject: '赵雨' },
      'consent.studentNo',
      '没有找到这位同学：学号和姓名对不上，或还没有认证',
    ],
    [
      'asked in the app of nobody',
      { way: 'in-app', studentNo: null },
      'consent.studentNo',
      '填本人学号，才能请本人在启航里同意',
    ],
    ['that was only asked for', { way: 'in-app' }, 'consent', '等林晓在“我的数据”里同意后才能发布'],
  ])('is refused with a consent %s', async (_, change, path, message) => {
    const problem = await problemOf(publish({ ...paper, ...change }));
    expect(problem.errors).toEqual([{ path, message }]);
    expect(await myPortrayals()).toEqual([]);
  });

  it('follows the rule of the board under any slug, and no other board has it', async () => {
    await t.as('admin').boards.create({
      body: {
        slug: 'stories',
        name: '身边故事',
        kind: 'article',
        position: 99,
        enabled: true,
        consentRequired: true,
      },
    });
    const problem = await problemOf(
      t.as('chenyiming').posts.create({ body: { ...draft(null), board: 'stories' } }),
    );
    expect(problem.errors).toMatchObject([{ path: 'consent' }]);
    await t.as('chenyiming').posts.create({ body: { ...draft(null), board: 'guidance' } });
    await t.as('admin').boards.update({ params: { slug: 'stories' }, body: { consentRequired: false } });
    await t.as('chenyiming').posts.create({ body: { ...draft(null), board: 'stories' } });
  });
});

describe('a withdrawn consent', () => {
  it('takes the article from readers at once: page, list, search, count, and the new ones', async () => {
    const { id } = await publish();
    const mine = await myPortrayals();
    expect(mine).toMatchObject([
      { postId: id, title: '从底盘实验室到车间', shown: true, state: 'given', viewer: { can: ['withdraw'] } },
    ]);
    expect(await withdrawAsSubject()).toMatchObject({ state: 'withdrawn' });
    const asReader = t.as('zhaoyu');
    expect(await problemOf(asReader.posts.detail({ params: { id } }))).toMatchObject({ status: 404 });
    expect((await asReader.posts.list({ query: { board: 'exemplars' } })).items).toEqual([]);
    expect((await asReader.posts.list({})).items).toEqual([]);
    expect((await asReader.search.search({ query: { q: '试制手记' } })).items).toEqual([]);
    const boards = await asReader.boards.list({});
    expect(boards.items.find(({ slug }) => slug === 'exemplars')?.activity.week).toBe(0);
    expect(await myPortrayals()).toMatchObject([{ shown: false, state: 'withdrawn', viewer: { can: [] } }]);
    const author = await t.as('chenyiming').posts.detail({ params: { id } });
    expect(author).toMatchObject({ life: 'hidden', hiddenReason: '当事人撤回同意' });
  });

  it('cannot be brought back without a new one, by whichever way', async () => {
    const { id } = await publish();
    await withdrawAsSubject();
    const restore = () =>
      t.as('wanglaoshi').moderation.restore({ body: { target: { type: 'post', id }, note: '问过了' } });
    const refused = await problemOf(restore());
    expect(refused).toMatchObject({ status: 400, detail: '当事人已撤回同意，重新取得同意后才能再发布' });
    expect(refused.errors).toMatchObject([{ path: 'consent' }]);
    const seen = await t.as('wanglaoshi').posts.detail({ params: { id } });
    expect(seen.viewer.can).not.toContain('restore');
    t.clock.advance(60_000);
    await t.as('chenyiming').posts.update({
      params: { id },
      body: { version: 1, consent: { ...paper, givenOn: '2026-11-20' } },
    });
    await restore();
    expect((await t.as().posts.detail({ params: { id } })).life).toBe('published');
  });

  it('bars publishing again what its author had withdrawn', async () => {
    const { id } = await publish();
    await t.as('chenyiming').posts.withdraw({ params: { id } });
    await withdrawAsSubject();
    const again = await problemOf(t.as('chenyiming').posts.publish({ params: { id } }));
    expect(again.errors).toMatchObject([{ path: 'consent' }]);
  });

  it('is recorded by a lead for a person without an account, too', async () => {
    const made = await publish({ ...paper, studentNo: null });
    const id = made.portrayal?.record?.id ?? '';
    expect(await problemOf(t.as('zhaoyu').portrayals.withdraw({ params: { id } }))).toMatchObject({
      status: 404,
    });
    await t.as('wanglaoshi').portrayals.withdraw({ params: { id } });
    expect(await problemOf(t.as().posts.detail({ params: { id: made.id } }))).toMatchObject({ status: 404 });
    const again = await problemOf(t.as('wanglaoshi').portrayals.withdraw({ params: { id } }));
    expect(again).toMatchObject({ status: 409, detail: '这份同意已经撤回了' });
    const { items } = await t.as('admin').audit.list({ query: { action: ['portrayals.withdraw'] } });
    expect(items).toMatchObject([{ target: { id: made.id }, after: { hidden: true, bySubject: false } }]);
  });

  it('of an earlier record leaves the article that has a newer one', async () => {
    const made = await publish({ ...paper, studentNo: null });
    const first = made.portrayal?.record?.id ?? '';
    t.clock.advance(60_000);
    await t.as('chenyiming').posts.update({ params: { id: made.id }, body: { version: 1, consent: paper } });
    await t.as('chenyiming').portrayals.withdraw({ params: { id: first } });
    expect((await t.as().posts.detail({ params: { id: made.id } })).life).toBe('published');
  });
});

describe('a consent asked in the app', () => {
  it('counts once the person agrees', async () => {
    const { id } = await publish();
    await t.as('chenyiming').posts.withdraw({ params: { id } });
    t.clock.advance(60_000);
    const asked: ConsentDraftInput = { ...paper, way: 'in-app', givenOn: null };
    await t.as('chenyiming').posts.update({ params: { id }, body: { version: 1, consent: asked } });
    expect((await problemOf(t.as('chenyiming').posts.publish({ params: { id } }))).errors).toEqual([
      { path: 'consent', message: '等林晓在“我的数据”里同意后才能发布' },
    ]);
    const [mine] = await myPortrayals();
    expect(mine).toMatchObject({ state: 'asked', viewer: { can: ['agree', 'withdraw'] } });
    await t.as('linxiao').portrayals.agree({ params: { id: mine?.id ?? '' } });
    expect((await myPortrayals())[0]).toMatchObject({ state: 'given', givenOn: '2026-11-20' });
    await t.as('chenyiming').posts.publish({ params: { id } });
    expect((await t.as().posts.detail({ params: { id } })).portrayal).toMatchObject({ given: true });
  });
});

it('says which articles must stay out of a digest, a poster or a card', async () => {
  const plain = await t.as('chenyiming').posts.create({ body: postDraft() });
  const shown = await publish({ ...paper, uses: ['site', 'groups'] });
  const here = await publish({ ...paper, studentNo: null, uses: ['site'] });
  const { db } = t.context;
  const ids = [plain.id, shown.id, here.id];
  expect(await notAgreedTo(db, db.read, ids, 'groups')).toEqual([here.id]);
  await withdrawAsSubject();
  expect(await notAgreedTo(db, db.read, ids, 'groups')).toEqual([shown.id, here.id]);
});

it('forgets a year after it was withdrawn', async () => {
  await publish();
  await withdrawAsSubject();
  const { db } = t.context;
  t.clock.advance(364 * dayMs);
  await runRetention({ ...t.context, clock: t.clock });
  expect(await db.read.$count(db.tables.portrayals)).toBe(1);
  t.clock.advance(dayMs);
  await runRetention({ ...t.context, clock: t.clock });
  expect(await db.read.$count(db.tables.portrayals)).toBe(0);
});
