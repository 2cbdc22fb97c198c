import { pieceAdded } from '@qihang/server/content/moved';
import { insertAnswer, insertThread } from '@qihang/server/features/threads/store';
import type { CaseItem } from '@qihang/shared/cases/contract';
import type { QueueState } from '@qihang/shared/cases/vocabulary';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

export interface Ref {
  type: ContentType;
  id: string;
}

export const boardOf: Record<ContentType, string> = {
  job: 'jobs',
  post: 'guidance',
  thread: 'threads',
  answer: 'threads',
};

/** A question or answer that is held: its author sends it, and readers do not see it yet. */
async function hold(t: TestApp, type: 'thread' | 'answer', by: PersonKey, anonymous: boolean): Promise<Ref> {
  const { context } = t;
  const { db, ids, clock } = context;
  const now = clock.now();
  const id = ids.next(now);
  const authorId = t.people[by].id;
  const { title, body = '', category } = threadDraft();
  const state = { life: 'in-review', neverSeen: true, submittedAt: now } as const;
  const rest = { ...state, lifeReason: null, lifeRank: null, authorRank: 0 };
  const threadId =
    type === 'thread'
      ? id
      : (await t.as('linxiao').threads.ask({ body: threadDraft({ title: '档案怎么转？' }) })).id;
  await db.write(async (tx) => {
    if (type === 'thread')
      await insertThread(db, tx, {
        id,
        board: 'threads',
        askerId: authorId,
        title,
        body,
        category,
        alias: anonymous ? '白鹭' : null,
        state: 'open',
        askedAt: now,
        activeAt: now,
        dueAt: now,
        onDutyId: null,
        firstAnsweredAt: null,
        acceptedAnswerId: null,
        topAnswerId: null,
        answerCount: 0,
        ...rest,
      });
    else
      await insertAnswer(db, tx, {
        id,
        threadId,
        authorId,
        body: '去年学长先办了解约函。',
        official: false,
        answeredAt: now,
        ...rest,
      });
    const piece = { id, board: 'threads', authorId, life: 'in-review' } as const;
    await pieceAdded(context, tx, type, piece, now);
  });
  return { type, id };
}

/** Boards of jobs and articles review from here on. */
export async function reviewAll(t: TestApp, policy: 'second-person' | 'teacher' = 'second-person') {
  for (const slug of ['jobs', 'guidance'])
    await t.as('admin').boards.update({ params: { slug }, body: { review: policy } });
}

/** Sends a piece to review, on boards that review; `by` is its author. */
export async function submit(
  t: TestApp,
  type: ContentType,
  by: PersonKey = type === 'job' || type === 'post' ? 'chenyiming' : 'zhaoyu',
  anonymous = false,
): Promise<Ref> {
  if (type === 'job') return { type, id: (await t.as(by).jobs.create({ body: jobDraft() })).id };
  if (type === 'post') return { type, id: (await t.as(by).posts.create({ body: postDraft() })).id };
  return hold(t, type, by, anonymous);
}

/** The queue as a person sees it. */
export const queue = async (t: TestApp, by: PersonKey, state: QueueState = 'pending') =>
  (await t.as(by).cases.queue({ query: { state, limit: 50 } })).items;

/** The case of a piece in the queue of a person. */
export async function caseOf(
  t: TestApp,
  by: PersonKey,
  { type, id }: Ref,
  state: QueueState = 'pending',
): Promise<CaseItem> {
  const found = (await queue(t, by, state)).find(({ target }) => target.type === type && target.id === id);
  if (!found) throw new Error(`No case of ${type} ${id} is ${state} for ${by}`);
  return found;
}

/** The columns of a piece and of what follows from it, as the database holds them. */
export async function rowsAbout(t: TestApp, { type, id }: Ref): Promise<unknown> {
  const { db } = t.context;
  const { jobs, jobCities, posts, threads, answers, searchDocs } = db.tables;
  const all = {
    job: [...(await db.read.select().from(jobs)), ...(await db.read.select().from(jobCities))],
    post: await db.read.select().from(posts),
    thread: await db.read.select().from(threads),
    answer: [...(await db.read.select().from(answers)), ...(await db.read.select().from(threads))],
  }[type];
  const docs = (await db.read.select().from(searchDocs)).map(({ id: _, ...doc }) => doc);
  return { all, docs, id };
}
