import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const auditRows = () => t.context.db.read.select().from(t.context.db.tables.auditLog);

describe("an edit of somebody else's posting", () => {
  it('is recorded with what changed, and without the text and the contacts', async () => {
    const { id, version } = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await t.as('wanglaoshi').jobs.update({
      params: { id },
      body: {
        version,
        title: '热管理工程师',
        body: '负责热管理系统。\n要求：熟悉仿真。联系张先生。',
        apply: { email: 'zhang@lanshan-ne.example' },
      },
    });
    const rows = await auditRows();
    expect(rows).toMatchObject([
      {
        actorId: t.people.wanglaoshi.id,
        action: 'jobs.update',
        targetType: 'job',
        targetId: id,
        before: { title: '整车热管理工程师' },
        after: { title: '热管理工程师', others: ['apply', 'body'] },
        reason: null,
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/zhang|张先生/);
  });

  it('is recorded when it is confirmed as open', async () => {
    const { id } = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await t.as('wanglaoshi').jobs.reconfirm({ params: { id }, body: { deadline: '2026-12-20' } });
    expect(await auditRows()).toMatchObject([
      { action: 'jobs.reconfirm', before: { deadline: '2026-12-06' }, after: { deadline: '2026-12-20' } },
    ]);
  });

  it('is recorded for articles, too', async () => {
    const { id, version } = await t.as('chenyiming').posts.create({ body: postDraft() });
    const body = { version, title: '签约之前', markdown: '## 新的一节\n\n改写过的正文。' };
    await t.as('wanglaoshi').posts.update({ params: { id }, body });
    expect(await auditRows()).toMatchObject([
      {
        action: 'posts.update',
        targetType: 'post',
        targetId: id,
        before: { title: postDraft().title },
        after: { title: '签约之前', others: ['markdown'] },
      },
    ]);
  });
});

describe('an edit of one’s own', () => {
  it('is nothing for the log', async () => {
    const lead = t.as('chenyiming');
    const job = await lead.jobs.create({ body: jobDraft() });
    await lead.jobs.update({ params: { id: job.id }, body: { version: job.version, headcount: 6 } });
    await lead.jobs.reconfirm({ params: { id: job.id } });
    const post = await lead.posts.create({ body: postDraft() });
    await lead.posts.update({ params: { id: post.id }, body: { version: post.version, title: '签约之前' } });
    expect(await auditRows()).toEqual([]);
  });
});

describe('publishing over the warnings of the self-check', () => {
  it('is recorded with its reason, once for each reason given', async () => {
    const lead = t.as('chenyiming');
    const body = { ...jobDraft({ headcount: null }), overrideReason: '单位没有公布人数' };
    const { id, version } = await lead.jobs.create({ body });
    const first = {
      action: 'jobs.override',
      targetId: id,
      before: null,
      after: { rules: [expect.any(String)] },
      reason: '单位没有公布人数',
    };
    expect(await auditRows()).toMatchObject([first]);
    // The reason still holds for the same rules.
    const edited = await lead.jobs.update({ params: { id }, body: { version, title: '热管理工程师' } });
    expect(await auditRows()).toHaveLength(1);
    const again = { version: edited.version, overrideReason: '人数以面试为准' };
    await lead.jobs.update({ params: { id }, body: again });
    expect((await auditRows()).map(({ reason }) => reason).sort()).toEqual([
      '人数以面试为准',
      '单位没有公布人数',
    ]);
  });
});
