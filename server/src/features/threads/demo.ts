import { threadDraft } from '@qihang/shared/threads/contract';
import { dayMs } from '@qihang/shared/time/shanghai';
import * as z from 'zod/mini';
import type { Tx } from '../../db/types';
import { readList } from '../../demo/people';
import type { Seeding } from '../../demo/seeding';
import { drawAlias } from './alias';
import { acceptAnswer, insertAnswer, insertThread } from './store';

const demoThread = z.object({
  ...threadDraft.shape,
  alias: z.optional(z.nullable(z.string())),
  by: z.string(),
  askedHoursAgo: z.number(),
  answers: z.array(
    z.object({
      by: z.string(),
      body: z.string(),
      hoursAgo: z.number(),
      accepted: z.optional(z.boolean()),
    }),
  ),
});
type DemoThread = z.output<typeof demoThread>;

const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - (hours * dayMs) / 24);

async function seedThread(
  seeding: Seeding,
  tx: Tx,
  thread: DemoThread,
  onDutyId: string,
  teachers: ReadonlySet<string>,
) {
  const { context, now, idOf } = seeding;
  const { db, ids } = context;
  const askedAt = hoursBefore(now, thread.askedHoursAgo);
  const threadId = ids.next(askedAt);
  await insertThread(db, tx, {
    id: threadId,
    board: 'threads',
    askerId: idOf(thread.by),
    title: thread.title,
    body: thread.body,
    category: thread.category,
    alias: thread.anonymous ? (thread.alias ?? drawAlias()) : null,
    state: 'open',
    askedAt,
    activeAt: askedAt,
    dueAt: new Date(askedAt.getTime() + dayMs),
    onDutyId,
    firstAnsweredAt: null,
    acceptedAnswerId: null,
    topAnswerId: null,
    answerCount: 0,
    life: 'published',
    lifeReason: null,
    lifeRank: null,
    authorRank: thread.anonymous ? 0 : seeding.rankOf(thread.by),
  });
  for (const { by, body, hoursAgo, accepted } of thread.answers) {
    const answeredAt = hoursBefore(now, hoursAgo);
    const id = ids.next(answeredAt);
    const official = teachers.has(by);
    await insertAnswer(db, tx, {
      id,
      threadId,
      authorId: idOf(by),
      body,
      official,
      answeredAt,
      life: 'published',
      lifeReason: null,
      lifeRank: null,
      authorRank: thread.anonymous && by === thread.by ? 0 : seeding.rankOf(by),
    });
    if (accepted) await acceptAnswer(db, tx, threadId, id);
  }
}

/** Writes the demo questions in order of time, each with one of the leads on duty. */
export async function seedThreads(seeding: Seeding, tx: Tx): Promise<void> {
  const { persons, idOf } = seeding;
  const leads = persons.filter(({ role, termEndsInDays }) => role === 'lead' && termEndsInDays > 0);
  const teachers = new Set(persons.filter(({ role }) => role === 'teacher').map(({ key }) => key));
  const threads = readList('threads.json', demoThread).sort((a, b) => b.askedHoursAgo - a.askedHoursAgo);
  for (const [i, thread] of threads.entries()) {
    const duty = leads[i % leads.length];
    if (!duty) throw new Error('The demo files have no lead');
    await seedThread(seeding, tx, thread, idOf(duty.key), teachers);
  }
}
