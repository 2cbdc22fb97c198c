import { endedGrantFor } from '@qihang/server/actor/rules';
import { endWords } from '@qihang/shared/time/words';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`);

describe('endWords', () => {
  it.each([
    ['2026-11-20T10:24', '2026年11月20日 10:24'],
    ['2027-01-01T00:00', '2026年12月31日 24:00'],
    ['2027-01-01T00:01', '2027年1月1日 00:01'],
  ])('%s', (when, words) => {
    expect(endWords(at(when).getTime())).toBe(words);
  });
});

describe('endedGrantFor', () => {
  const lead = { role: 'lead', boards: ['guidance'], endedAt: at('2026-06-30T10:00') } as const;
  const later = { role: 'lead', boards: null, endedAt: at('2026-07-30T10:00') } as const;
  const teacher = { role: 'teacher', boards: null, endedAt: at('2026-09-01T10:00') } as const;
  const person = { ended: [lead, later, teacher] };
  it('names the last of the roles that would have allowed it', () => {
    expect(endedGrantFor(person, ['lead', 'teacher'])).toBe(teacher);
    expect(endedGrantFor(person, ['lead'], 'guidance')).toBe(later);
    expect(endedGrantFor({ ended: [lead] }, ['lead'], 'jobs')).toBeUndefined();
    expect(endedGrantFor(person, ['admin'])).toBeUndefined();
    expect(endedGrantFor(null, ['lead'])).toBeUndefined();
  });
});

describe('a term that ends while a page is open', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
    const { db } = t.context;
    const { roleGrants } = db.tables;
    await db.write((tx) =>
      tx
        .update(roleGrants)
        .set({ endsAt: at('2026-12-01T00:00') })
        .where(eq(roleGrants.userId, t.people.chenyiming.id)),
    );
    await t.keep();
  });
  beforeEach(() => t.restore());
  afterAll(() => t.close());

  const words =
    '你的宣传骨干任期已于 2026年11月30日 24:00 结束，不能再做这件事；还需要的话，请联系就业指导老师';

  it('takes every power at once, in words that say what ended and when', async () => {
    const lead = t.as('chenyiming');
    const [job, post] = [
      await lead.jobs.create({ body: jobDraft({ deadline: '2027-01-31' }) }),
      await lead.posts.create({ body: postDraft() }),
    ];
    t.clock.set('2026-11-30T15:59:59.999Z');
    await lead.jobs.reconfirm({ params: { id: job.id } });
    t.clock.advance(1);
    const target = { type: 'job', id: job.id } as const;
    const refused = [
      lead.jobs.create({ body: jobDraft({ deadline: '2027-01-31' }) }),
      lead.jobs.update({ params: { id: job.id }, body: { version: 2, headcount: 9 } }),
      lead.jobs.reconfirm({ params: { id: job.id } }),
      lead.posts.create({ body: postDraft() }),
      lead.posts.update({ params: { id: post.id }, body: { version: 1, title: '改个标题' } }),
      lead.moderation.hide({ body: { target, reason: 'fee' } }),
    ];
    for (const call of refused) {
      const { status, code, detail } = await problemOf(call);
      expect([status, code, detail]).toEqual([403, 'action.forbidden', words]);
    }
    const seen = await lead.jobs.detail({ params: { id: job.id } });
    expect(seen.viewer.can).toEqual(['report-closed']);
    expect((await lead.session.me({})).roles).toEqual([]);
  });

  it('says nothing of a term to whoever never had one', async () => {
    const { detail } = await problemOf(t.as('linxiao').jobs.create({ body: jobDraft() }));
    expect(detail).toBe('你没有做这件事的权限');
  });
});
