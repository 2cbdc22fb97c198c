import { randomBytes } from 'node:crypto';
import { dayMs } from '@qihang/shared/time/shanghai';
import { and, eq } from 'drizzle-orm';
import type { TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import { pdfOf } from '../support/media-files/documents';
import { liveDuty } from './duty';

/** Stands in every text the person writes, so that a dump of the database shows what is left of it. */
/** In what the person wrote in a report. */
export const reporterMark = '我是他室友';

export const mark = '只有我会写的话';

/**
 * 陈一鸣, a lead, does everything a person can do here: every table that names people has a row that names him.
 */
export async function liveALife(t: TestApp) {
  const me = t.as('chenyiming');
  const { db } = t.context;
  const { id: userId } = t.people.chenyiming;
  await me.session.updateProfile({ body: { cities: ['江州'], kinds: ['campus'] } });
  const job = await me.jobs.create({ body: jobDraft({ body: `负责热管理系统方案与零部件选型。${mark}` }) });
  const foreign = await t.as('admin').jobs.create({
    body: jobDraft({ title: '电气设计工程师', company: '临江电气', apply: { email: 'hr@linjiang.example' } }),
  });
  await me.saves.save({ params: { id: foreign.id }, body: { progress: 'applied', note: mark } });
  await me.saves.openFeed({});
  await me.notificationSettings.change({ body: { switches: { matches: false } } });
  await me.follows.add({ body: { kind: 'filter', filter: { q: mark } } });
  await me.jobs.reportClosed({ params: { id: foreign.id } });
  const form = await me.uploads.create({
    file: { name: `${mark}.pdf`, content: pdfOf() },
    query: {},
  });
  const markdown = `## 先看\n\n${mark}\n\n[报名表](${form.url})`;
  const article = await me.posts.create({ body: postDraft({ markdown }) });
  await me.posts.startDraft({ body: { board: 'guidance', title: `${mark}的草稿` } });
  await me.jobs.startDraft({ body: { title: `${mark}的草稿` } });
  const question = await me.threads.ask({ body: threadDraft({ body: mark, anonymous: true }) });
  await t.as('zhaoyu').threads.answer({ params: { id: question.id }, body: { body: '可以，先问学院。' } });
  await t.as('admin').reveal.reveal({
    body: { target: { type: 'thread', id: question.id }, reason: '需要联系本人' },
  });
  const other = await t.as('linxiao').threads.ask({ body: threadDraft({ title: '补贴怎么领？' }) });
  const answered = await me.threads.answer({ params: { id: other.id }, body: { body: mark } });
  await t.as('linxiao').threads.accept({
    params: { id: other.id },
    body: { answerId: answered.answers[0]?.id ?? '' },
  });
  await me.threads.answer({
    params: { id: other.id },
    body: { body: `${mark}，匿名说一句`, anonymous: true },
  });
  const third = await t.as('zhaoyu').threads.answer({
    params: { id: other.id },
    body: { body: '去社保局窗口领。' },
  });
  await me.threads.follow({ params: { id: other.id } });
  await me.threads.markUseful({
    params: { id: third.answers.find(({ body }) => body === '去社保局窗口领。')?.id ?? '' },
  });
  const waiting = await t.as('zhaoyu').threads.ask({ body: threadDraft({ title: '档案留在学校行吗？' }) });
  await t.as('linxiao').threads.answer({ params: { id: waiting.id }, body: { body: '可以留两年。' } });
  const another = await t.as('guidanceLead').posts.create({ body: postDraft({ title: '另一位骨干的文章' }) });
  const edited = await me.posts.update({
    params: { id: another.id },
    body: { version: 1, title: '改过一处' },
  });
  await me.postRevisions.saveWorkingCopy({
    params: { id: another.id },
    body: { fields: { markdown: mark }, baseVersion: edited.version },
  });
  await me.moderation.hide({
    body: { target: { type: 'post', id: edited.id }, reason: 'other', note: '与另一篇重复' },
  });
  const notice = await t.as('admin').posts.create({ body: postDraft({ title: '必读通知', mustRead: {} }) });
  await me.postFeedback.give({ params: { id: notice.id }, body: { kind: 'wrong', note: mark } });
  await me.reports.report({
    body: { target: { type: 'post', id: notice.id }, reason: 'false', note: `${reporterMark}，日期不对` },
  });
  await t.as('linxiao').reports.report({
    body: { target: { type: 'job', id: foreign.id }, reason: 'closed' },
  });
  const exemplar = await t.as('guidanceLead').posts.create({ body: postDraft({ title: '一篇典范' }) });
  const aboutMe = await me.posts.update({
    params: { id: exemplar.id },
    body: {
      version: 1,
      consent: { subject: '陈一鸣', uses: ['site'], way: 'paper', givenOn: '2026-11-01' },
    },
  });
  const portrayalId = aboutMe.portrayal?.record?.id ?? '';
  await me.portrayals.withdraw({ params: { id: portrayalId } });
  const group = await me.digests.addGroup({ body: { name: '电气 2027 届就业群' } });
  const items = [{ type: 'job' as const, id: job.id }];
  const digest = await me.digests.create({ body: { items, group: group.id } });
  await me.digests.markSent({ params: { id: digest.id }, body: { parts: [mark] } });
  const target = { type: 'thread', id: question.id } as const;
  await t.as('wanglaoshi').moderation.mute({ body: { target, days: 1, reason: '试一试' } });
  const now = t.clock.now();
  await db.write(async (tx) => {
    const { users, passwords, wechatIdentities, threads, jobs, posts, mutes, rosterEntries, classCodes } =
      db.tables;
    await tx
      .update(users)
      .set({ studentNo: '2023010101', className: '电气 2301' })
      .where(eq(users.id, userId));
    await tx.insert(passwords).values({ userId, hash: '$argon2id$…', changedAt: now });
    const of = { college: '电气学院', className: '电气 2301', graduationYear: 2027 };
    await tx.insert(classCodes).values({
      id: 'code-by-me',
      ...of,
      createdById: userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + dayMs),
    });
    await tx.insert(rosterEntries).values({
      id: 'entry-of-me',
      studentNo: '2023010101',
      name: '陈一鸣',
      major: '电气工程',
      ...of,
      userId,
      boundAt: now,
      classCodeId: 'code-by-me',
      updatedAt: now,
    });
    await tx
      .insert(wechatIdentities)
      .values({ openid: `o-${randomBytes(6).toString('hex')}`, userId, createdAt: now });
    await tx.update(threads).set({ onDutyId: userId }).where(eq(threads.id, waiting.id));
    const returned = { returnedById: userId, returnedAt: now };
    const byThem = { verifiedById: userId, verifiedAt: now, editedById: userId, editedAt: now, ...returned };
    const { answers } = db.tables;
    await tx.update(threads).set(returned).where(eq(threads.id, waiting.id));
    await tx
      .update(answers)
      .set(returned)
      .where(and(eq(answers.threadId, other.id), eq(answers.authorId, t.people.zhaoyu.id)));
    await tx.update(posts).set(returned).where(eq(posts.id, another.id));
    const { cases } = db.tables;
    const aboutJob = { kind: 'review', type: 'job', board: 'jobs', openedAt: now } as const;
    const claim = { claimedById: userId, claimedUntil: new Date(now.getTime() + 600_000) };
    await tx.insert(cases).values([
      { id: 'case-of-me', ...aboutJob, targetId: job.id, authorId: userId, appealText: mark },
      { id: 'case-by-me', ...aboutJob, targetId: foreign.id, authorId: t.people.admin.id, ...claim },
    ]);
    await tx.update(jobs).set(byThem).where(eq(jobs.id, foreign.id));
    await liveDuty(db, tx, userId, waiting.id, now);
    const { portrayals, postReads, reports } = db.tables;
    await tx
      .update(reports)
      .set({ state: 'dismissed', action: 'dismiss', decidedById: userId, decidedAt: now, openKey: null })
      .where(eq(reports.reporterId, t.people.linxiao.id));
    await tx.update(portrayals).set({ subjectId: userId }).where(eq(portrayals.id, portrayalId));
    await tx.insert(db.tables.weeklyDigests).values({ userId, week: '2026-11-15' });
    await tx.insert(postReads).values({ postId: notice.id, userId, round: 1, readAt: now });
    const byMe = {
      userId: t.people.zhaoyu.id,
      byId: userId,
      targetType: 'thread',
      targetId: waiting.id,
      excerpt: '档案留在学校行吗？',
      anonymous: false,
      reason: '试一试',
      mutedAt: now,
      endsAt: new Date(now.getTime() + dayMs),
      liftedAt: now,
      liftedById: userId,
      liftNote: null,
    } as const;
    await tx.insert(mutes).values({ id: 'mute-by-me', ...byMe });
    const { messageCredits, creditEntries, deliveries } = db.tables;
    await tx.insert(messageCredits).values({ userId, templateId: 'template-of-answers', balance: 1 });
    await tx.insert(creditEntries).values({
      id: 'my-consent',
      userId,
      templateId: 'template-of-answers',
      change: 1,
      cause: 'granted',
      source: 'popup',
      ref: 'push',
      at: now,
    });
    await tx.insert(deliveries).values({
      id: 'message-to-me',
      notificationId: 'told',
      userId,
      kind: 'thread.answered',
      purpose: 'answer',
      channel: 'wechat',
      topic: 'told',
      at: now,
      dueAt: now,
      expiresAt: now,
    });
    await tx.insert(db.tables.reminders).values({
      id: `${userId}:job.closing-soon:job:${foreign.id}:2026-12-06`,
      userId,
      kind: 'job.closing-soon',
      outcome: 'told',
      at: now,
    });
    await tx.insert(db.tables.careSettings).values({
      id: 'care',
      lines: [],
      personName: mark,
      personId: userId,
      savedAt: t.clock.now(),
    });
  });
  return { job, foreign, article, question, other, waiting };
}

export type Life = Awaited<ReturnType<typeof liveALife>>;
