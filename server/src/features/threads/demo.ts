import { threadDraft } from '@qihang/shared/threads/contract';
import { askerAlias } from '@qihang/shared/threads/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import * as z from 'zod/mini';
import { saidAt } from '../../content/said-at';
import type { Tx } from '../../db/types';
import { readList } from '../../demo/people';
import type { Seeding } from '../../demo/seeding';
import { insertLink } from './clock-store';
import { follow, vote } from './marks-store';
import { insertAnswer, insertThread, updateThread } from './store';

const demoThread = z.object({
  ...threadDraft.shape,
  by: z.string(),
  askedHoursAgo: z.number(),
  /** Waits for review. */
  pending: z.optional(z.boolean()),
  unsolvedHoursAgo: z.optional(z.number()),
  closed: z.optional(z.object({ hoursAgo: z.number(), reason: z.string() })),
  followers: z.optional(z.array(z.string())),
  answers: z.array(
    z.object({
      by: z.string(),
      body: z.string(),
      hoursAgo: z.number(),
      accepted: z.optional(z.boolean()),
      anonymous: z.optional(z.boolean()),
      pending: z.optional(z.boolean()),
      useful: z.optional(z.array(z.string())),
    }),
  ),
});
type DemoThread = z.output<typeof demoThread>;
type DemoAnswer = DemoThread['answers'][number];

const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - (hours * dayMs) / 24);

const begins = (pending: boolean | undefined, at: Date) =>
  pending
    ? ({ life: 'in-review', neverSeen: true, submittedAt: at, writtenAt: at } as const)
    : ({ life: 'published', writtenAt: at, appearedAt: at } as const);

interface Seeded {
  seeding: Seeding;
  tx: Tx;
  thread: DemoThread;
  threadId: string;
  teachers: ReadonlySet<string>;
}

async function seedAnswer({ seeding, tx, thread, threadId, teachers }: Seeded, answer: DemoAnswer) {
  const { context, now, idOf } = seeding;
  const { db, ids } = context;
  const { by, body, hoursAgo, accepted, pending, useful = [] } = answer;
  const anonymous = by === thread.by ? thread.anonymous : (answer.anonymous ?? false);
  const at = hoursBefore(now, hoursAgo);
  const answeredAt = saidAt(at, anonymous);
  const id = ids.next(answeredAt);
  await insertAnswer(db, tx, {
    id,
    threadId,
    authorId: idOf(by),
    body,
    anonymous,
    official: !anonymous && teachers.has(by),
    answeredAt,
    ...begins(pending, at),
    authorRank: anonymous ? 0 : seeding.rankOf(by),
  });
  for (const key of useful) await vote(db, tx, id, idOf(key), answeredAt);
  if (accepted) await updateThread(db, tx, threadId, { acceptedAnswerId: id, solvedAt: answeredAt });
}

async function seedThread(
  seeding: Seeding,
  tx: Tx,
  thread: DemoThread,
  onDutyId: string,
  teachers: ReadonlySet<string>,
) {
  const { context, now, idOf } = seeding;
  const { db, ids } = context;
  const { anonymous, pending, unsolvedHoursAgo, closed } = thread;
  const at = hoursBefore(now, thread.askedHoursAgo);
  const askedAt = saidAt(at, anonymous);
  const threadId = ids.next(askedAt);
  await insertThread(db, tx, {
    id: threadId,
    board: 'threads',
    askerId: idOf(thread.by),
    title: thread.title,
    body: thread.body,
    category: thread.category,
    alias: anonymous ? askerAlias : null,
    askedAt,
    activeAt: askedAt,
    dueAt: new Date(askedAt.getTime() + dayMs),
    onDutyId: pending ? null : onDutyId,
    promisedAt: pending ? null : new Date(askedAt.getTime() + dayMs),
    ...begins(pending, at),
    authorRank: anonymous ? 0 : seeding.rankOf(thread.by),
  });
  if (!pending)
    await insertLink(db, tx, {
      threadId,
      position: 0,
      step: 0,
      personId: onDutyId,
      since: askedAt,
      until: new Date(askedAt.getTime() + dayMs),
    });
  for (const answer of thread.answers) await seedAnswer({ seeding, tx, thread, threadId, teachers }, answer);
  for (const key of thread.followers ?? []) await follow(db, tx, threadId, idOf(key), askedAt);
  if (unsolvedHoursAgo !== undefined) {
    const unsolvedAt = hoursBefore(now, unsolvedHoursAgo);
    const dueAt = new Date(saidAt(unsolvedAt, anonymous).getTime() + dayMs);
    await updateThread(db, tx, threadId, { unsolvedAt, dueAt, promisedAt: dueAt });
  }
  if (closed) {
    const closedAt = hoursBefore(now, closed.hoursAgo);
    await updateThread(db, tx, threadId, { closedBy: 'asker', closedAt, closedReason: closed.reason });
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
