// What happens to a piece while its case is open: the case follows, in the same transaction, and nobody decides what is gone.
import { setLife } from '@qihang/server/content/moved';
import { openCase } from '@qihang/server/features/cases/public';
import { contentTypes } from '@qihang/shared/content/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';
import { caseOf, queue, type Ref, reviewAll, submit } from './pieces';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await reviewAll(t);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const statesOf = async ({ id }: Ref) => {
  const { db } = t.context;
  const { cases } = db.tables;
  const rows = await db.read
    .select()
    .from(cases)
    .where(eq(cases.targetId, id))
    .orderBy(cases.openedAt, cases.id);
  return rows.map(({ kind, state, openKey }) => `${kind} ${state}${openKey === null ? '' : ' (open)'}`);
};

const decide = (id: string) => t.as('admin').cases.decide({ params: { id }, body: { action: 'approve' } });

describe.each(['job', 'post'] as const)('a %s in review', (type) => {
  const api = () => (type === 'job' ? t.as('chenyiming').jobs : t.as('chenyiming').posts);

  it('that its author recalls: its case is gone, and a decision is told so', async () => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    await t.as('admin').cases.claim({ params: { id } });
    await api().recall({ params: { id: ref.id } });
    expect(await statesOf(ref)).toEqual(['review gone']);
    expect(await queue(t, 'admin')).toEqual([]);
    const problem = await problemOf(decide(id));
    expect([problem.code, problem.detail]).toEqual([
      'moderation.already-done',
      expect.stringContaining('不用再处理'),
    ]);
  });

  it('that is recalled and discarded: nothing is left to decide', async () => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    await api().recall({ params: { id: ref.id } });
    await api().discard({ params: { id: ref.id } });
    expect(await statesOf(ref)).toEqual(['review gone']);
    const { piece, state, title, viewer } = await t.as('admin').cases.detail({ params: { id } });
    expect([piece, state, title, viewer.can]).toEqual([null, 'gone', '已删除的内容', []]);
  });

  it('whose board stops reviewing stays in the queue, and can be decided', async () => {
    const ref = await submit(t, type);
    const slug = type === 'job' ? 'jobs' : 'guidance';
    await t.as('admin').boards.update({ params: { slug }, body: { review: 'direct' } });
    await decide((await caseOf(t, 'admin', ref)).id);
    expect(await statesOf(ref)).toEqual(['review decided']);
  });

  it('that was planned before its board reviewed comes into the queue', async () => {
    const slug = type === 'job' ? 'jobs' : 'guidance';
    const policy = (review: 'direct' | 'teacher') =>
      t.as('admin').boards.update({ params: { slug }, body: { review } });
    await policy('direct');
    const ref = await submit(t, type);
    await api().withdraw({ params: { id: ref.id } });
    const { db } = t.context;
    const piece = await t.context.registry.kinds[type].find(db, db.read, ref.id);
    if (!piece) throw new Error('The piece is gone');
    const publishAt = new Date(t.clock.now().getTime() + dayMs);
    const change = { life: 'scheduled', lifeReason: null, lifeRank: null, publishAt } as const;
    const by = { move: 'schedule', actorId: piece.authorId, at: t.clock.now() } as const;
    await db.write((tx) => setLife(t.context, tx, type, piece, change, by));
    expect(await statesOf(ref)).toEqual([]);
    await policy('teacher');
    expect(await statesOf(ref)).toEqual(['review open (open)']);
    const { id } = await caseOf(t, 'wanglaoshi', ref);
    // Its times remain: it is approved for when it was planned.
    const done = await t.as('wanglaoshi').cases.decide({ params: { id }, body: { action: 'approve' } });
    expect(done.decided?.action).toBe('approve');
    expect((await api().detail({ params: { id: ref.id } })).life).toBe('scheduled');
    await t.as('wanglaoshi').cases.undo({ params: { id } });
    const back = await api().detail({ params: { id: ref.id } });
    expect([back.life, back.schedule?.publishAt]).toEqual(['in-review', publishAt.toISOString()]);
  });
});

describe('an appeal', () => {
  async function appealed(): Promise<{ ref: Ref; caseId: string }> {
    const ref = await submit(t, 'post');
    const { id } = await caseOf(t, 'admin', ref);
    await t.as('wanglaoshi').cases.decide({ params: { id }, body: { action: 'return', note: '再改改' } });
    t.clock.advance(1000);
    const { caseId } = await t
      .as('chenyiming')
      .cases.appealPost({ params: { id: ref.id }, body: { text: '请再看' } });
    return { ref, caseId };
  }

  it('is over once its author sends the piece again, which opens a review', async () => {
    const { ref } = await appealed();
    t.clock.advance(1000);
    await t.as('chenyiming').posts.submit({ params: { id: ref.id }, body: {} });
    expect(await statesOf(ref)).toEqual(['review decided', 'appeal gone', 'review open (open)']);
  });

  it('is over once its author discards the piece', async () => {
    const { ref } = await appealed();
    await t.as('chenyiming').posts.discard({ params: { id: ref.id } });
    expect(await statesOf(ref)).toEqual(['review decided', 'appeal gone']);
  });
});

describe('a report', () => {
  const reports = { count: 1, reasons: [{ reason: 'fee', n: 1 }], notes: [] };
  async function reported(hold = false): Promise<Ref> {
    await t.as('admin').boards.update({ params: { slug: 'guidance' }, body: { review: 'direct' } });
    const { id } = await t.as('chenyiming').posts.create({
      body: postDraft({ consent: { subject: '林晓', uses: ['site'], way: 'paper', givenOn: '2026-11-01' } }),
    });
    const ref: Ref = { type: 'post', id };
    await t.context.db.write((tx) => openCase(t.context, tx, { ...ref, at: t.clock.now(), reports, hold }));
    return ref;
  }

  it('is over once its author takes the piece from readers', async () => {
    const ref = await reported();
    await t.as('chenyiming').posts.withdraw({ params: { id: ref.id } });
    expect(await statesOf(ref)).toEqual(['report gone']);
  });

  it('is over once a consent is withdrawn: the clock hides the piece', async () => {
    const ref = await reported();
    const post = await t.as('chenyiming').posts.detail({ params: { id: ref.id } });
    await t.as('admin').portrayals.withdraw({ params: { id: post.portrayal?.record?.id ?? '' } });
    expect(await statesOf(ref)).toEqual(['report gone']);
    const hidden = await t.as('chenyiming').posts.detail({ params: { id: ref.id } });
    expect([hidden.life, hidden.takenDown, hidden.viewer.can.includes('appeal')]).toEqual([
      'hidden',
      null,
      false,
    ]);
  });

  it('waits while what it holds is hidden, and is not held once somebody restores the piece', async () => {
    const ref = await reported(true);
    expect(await statesOf(ref)).toEqual(['report open (open)']);
    await t.as('admin').moderation.restore({ body: { target: ref, note: '先恢复' } });
    expect(await statesOf(ref)).toEqual(['report open (open)']);
    await t.as('chenyiming').posts.withdraw({ params: { id: ref.id } });
    expect(await statesOf(ref)).toEqual(['report gone']);
  });
});

it('is of a piece that its author’s leaving deletes: over', async () => {
  const refs: Ref[] = [];
  for (const type of contentTypes)
    refs.push(await submit(t, type, type === 'job' || type === 'post' ? 'chenyiming' : 'zhaoyu'));
  for (const who of ['chenyiming', 'zhaoyu'] as const)
    await t.as(who)['my-data'].leave({ body: { posts: 'keep' } });
  t.clock.advance(8 * dayMs);
  const { runRetention } = await import('@qihang/server/retention');
  await runRetention(t.context);
  // What no reader has seen goes with its author, of every kind.
  for (const ref of refs) {
    const { db, registry } = t.context;
    expect([ref.type, await registry.kinds[ref.type].find(db, db.read, ref.id)]).toEqual([
      ref.type,
      undefined,
    ]);
    expect(await statesOf(ref)).toEqual(['review gone']);
  }
});

it('is deleted a year after it ended, and not while it is open', async () => {
  const [old, open] = [await submit(t, 'job'), await submit(t, 'post')];
  await decide((await caseOf(t, 'admin', old)).id);
  const { runRetention } = await import('@qihang/server/retention');
  t.clock.advance(364 * dayMs);
  await runRetention(t.context);
  expect(await statesOf(old)).toEqual(['review decided']);
  t.clock.advance(dayMs);
  const results = await runRetention(t.context);
  expect(results.find(({ rule }) => rule === 'cases.over-a-year')).toMatchObject({ records: 1 });
  expect([await statesOf(old), await statesOf(open)]).toEqual([[], ['review open (open)']]);
});

it('of pieces that came into review before cases were kept is opened by the clock, once', async () => {
  const refs: Ref[] = [];
  for (const type of contentTypes) refs.push(await submit(t, type));
  const { db } = t.context;
  await db.write((tx) => tx.delete(db.tables.cases));
  for (let i = 0; i < 2; i++) {
    t.clock.advance(3_600_000);
    await t.runTasks();
    for (const ref of refs) expect(await statesOf(ref)).toEqual(['review open (open)']);
  }
  const { waitingSince } = await caseOf(t, 'admin', refs[0] as Ref);
  expect(t.clock.now().getTime() - new Date(waitingSince).getTime()).toBe(7_200_000);
});
