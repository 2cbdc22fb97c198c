import { fillEmptySearch, rebuildSearch } from '@qihang/server/content/search';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

/** One thing of each kind that is found by 热管理, an answer among them, and one of each that is hidden. */
async function writeThings(): Promise<void> {
  const lead = t.as('chenyiming');
  const job = jobDraft({ title: '热管理实习', deadline: '2026-11-21' });
  const overrideReason = '正文从简';
  const shown = await lead.jobs.create({ body: { ...job, overrideReason } });
  const hidden = await lead.jobs.create({ body: { ...job, title: '热管理乙', overrideReason } });
  await t.as('wanglaoshi').moderation.hide({
    body: { target: { type: 'job', id: hidden.id }, reason: 'expired' },
  });
  const post = await lead.posts.create({ body: postDraft({ title: '热管理行业' }) });
  const thread = await t.as('linxiao').threads.ask({ body: threadDraft({ title: '怎么准备面试' }) });
  await t.as('zhaoyu').threads.answer({ params: { id: thread.id }, body: { body: '先看热管理。' } });
  expect([shown.id, post.id, thread.id].every(Boolean)).toBe(true);
}

const found = async () => (await t.as().search.search({ query: { q: '热管理' } })).items.map(({ id }) => id);
const emptyIndex = () => t.context.db.write((tx) => t.context.db.search.clear(tx));

describe('the search index', () => {
  it('is filled again from what readers can see when it is empty', async () => {
    await writeThings();
    t.clock.set('2026-11-22T00:00:00Z');
    const before = await found();
    expect(before).toHaveLength(3);
    await emptyIndex();
    expect(await found()).toEqual([]);
    await fillEmptySearch(t.context);
    expect(await found()).toEqual(before);
  });

  it('is left alone when it holds anything', async () => {
    await writeThings();
    const { db } = t.context;
    const commits = db.commits();
    await fillEmptySearch(t.context);
    expect(db.commits()).toBe(commits);
  });

  it('is rebuilt on demand, without what should not be in it', async () => {
    await writeThings();
    const before = await found();
    const { db } = t.context;
    await db.write((tx) =>
      db.search.put(tx, {
        type: 'post',
        refId: 'gone',
        board: 'notices',
        publishedAt: new Date(0),
        closesAt: null,
        title: '热管理',
        body: '',
      }),
    );
    await rebuildSearch(t.context);
    expect(await found()).toEqual(before);
    expect((await t.as().search.search({ query: { q: '热管理' } })).counts).toEqual({
      jobs: 1,
      guidance: 1,
      threads: 1,
    });
  });

  it('of nothing stays empty', async () => {
    await fillEmptySearch(t.context);
    expect(await found()).toEqual([]);
  });
});
