import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dayAt, dayMs, deadlineInstant } from '@qihang/shared/time/shanghai';
import type { Context } from '../context';
import type { Tx } from '../db/database';
import { insertFullConsents } from '../features/consents/public';
import { columnsOf } from '../features/jobs/actions';
import { insertJob } from '../features/jobs/store';
import { madeFrom } from '../features/posts/actions';
import { insertPost } from '../features/posts/store';
import { demoPassword } from '../features/session/public';
import { drawAlias } from '../features/threads/alias';
import { acceptAnswer, insertAnswer, insertThread } from '../features/threads/store';
import { paths } from '../paths';
import { hashPassword } from '../ports/passwords';
import {
  type DemoArticle,
  type DemoJob,
  type DemoPerson,
  type DemoThread,
  readArticles,
  readJobs,
  readPeople,
  readThreads,
} from './files';
import { readDemoRoster, seedRoster } from './roster';

const hourMs = dayMs / 24;

/** Ids of the demo people by their keys in the files. */
type People = ReadonlyMap<string, string>;

interface Seeding {
  context: Context;
  now: Date;
  people: People;
}

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

function idOf(people: People, key: string): string {
  const id = people.get(key);
  if (!id) throw new Error(`The demo files name nobody called ${key}`);
  return id;
}

async function seedPeople(
  { context, now, people }: Seeding,
  tx: Tx,
  persons: readonly DemoPerson[],
  passwordHash: string,
): Promise<void> {
  const { db, ids } = context;
  const { users, roleGrants, passwords } = db.tables;
  const since = before(now, 120 * dayMs);
  for (const { key, account, role, termEndsInDays, ...same } of persons) {
    const id = idOf(people, key);
    await tx
      .insert(users)
      .values({ id, ...same, verified: role !== null, demoAccount: account ?? null, createdAt: since });
    if (role === null) continue;
    await tx.insert(passwords).values({ userId: id, hash: passwordHash, changedAt: since });
    const lastDay = addDays(dayAt(now.getTime()), termEndsInDays);
    const endsAt = role === 'lead' ? new Date(deadlineInstant(lastDay)) : null;
    const term = { userId: id, boards: null, startsAt: since };
    await tx.insert(roleGrants).values({ ...term, id: ids.next(since), role, endsAt });
    // A student lead stays a student when the term is over.
    if (role === 'lead')
      await tx.insert(roleGrants).values({ ...term, id: ids.next(since), role: 'graduate', endsAt: null });
  }
  await insertFullConsents(db, tx, [...people.values()], 'weapp', since);
}

function deadlineText({ deadline }: DemoJob, now: Date): string | null {
  if (deadline === null) return null;
  const day = addDays(dayAt(now.getTime()), deadline.inDays);
  return deadline.at === undefined ? day : `${day}T${deadline.at}`;
}

async function seedJob({ context, now, people }: Seeding, tx: Tx, job: DemoJob): Promise<void> {
  const { db, ids } = context;
  const { by, publishedDaysAgo, recheckInDays, verifiedDaysAgo, verifiedBy, deadline: _, ...draft } = job;
  const publishedAt = before(now, publishedDaysAgo * dayMs);
  const recheckOn = recheckInDays === null ? null : addDays(dayAt(now.getTime()), recheckInDays);
  await insertJob(db, tx, {
    id: ids.next(publishedAt),
    board: 'jobs',
    ownerId: idOf(people, by),
    ...columnsOf({ ...draft, deadline: deadlineText(job, now), recheckOn }, now),
    unverified: false,
    publishedAt,
    updatedAt: publishedAt,
    verifiedAt: verifiedDaysAgo === null ? null : before(now, verifiedDaysAgo * dayMs),
    verifiedById: verifiedBy === null ? null : idOf(people, verifiedBy),
    version: 1,
    hidden: false,
    hiddenReason: null,
    importKey: null,
  });
}

async function seedArticle({ context, now, people }: Seeding, tx: Tx, article: DemoArticle): Promise<void> {
  const { db, ids } = context;
  const publishedAt = before(now, article.publishedDaysAgo * dayMs);
  const { pinnedForDays } = article;
  await insertPost(db, tx, {
    id: ids.next(publishedAt),
    board: article.board,
    authorId: idOf(people, article.by),
    title: article.title,
    ...madeFrom(article.markdown, article.summary),
    cover: article.cover,
    pinnedUntil: pinnedForDays === null ? null : addDays(dayAt(now.getTime()), pinnedForDays),
    sourceName: article.source?.name ?? null,
    sourceUrl: article.source?.url ?? null,
    publishedAt,
    updatedAt: publishedAt,
    version: 1,
    hidden: false,
    hiddenReason: null,
    importKey: null,
  });
}

async function seedThread(
  seeding: Seeding,
  tx: Tx,
  thread: DemoThread,
  onDutyId: string,
  teachers: ReadonlySet<string>,
) {
  const { context, now, people } = seeding;
  const { db, ids } = context;
  const askedAt = before(now, thread.askedHoursAgo * hourMs);
  const threadId = ids.next(askedAt);
  await insertThread(db, tx, {
    id: threadId,
    board: 'threads',
    askerId: idOf(people, thread.by),
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
    hidden: false,
    hiddenReason: null,
  });
  for (const { by, body, hoursAgo, accepted } of thread.answers) {
    const answeredAt = before(now, hoursAgo * hourMs);
    const id = ids.next(answeredAt);
    const official = teachers.has(by);
    const authorId = idOf(people, by);
    await insertAnswer(db, tx, {
      id,
      threadId,
      authorId,
      body,
      official,
      answeredAt,
      hidden: false,
      hiddenReason: null,
    });
    if (accepted) await acceptAnswer(db, tx, threadId, id);
  }
}

/** Pictures and files of the demo articles, served at `/media/demo/`. */
function copyMedia({ config }: Context): void {
  const from = join(paths.demo, 'media');
  if (!existsSync(from)) return;
  cpSync(from, join(config.dataDir, 'media/demo'), {
    recursive: true,
    filter: (source) => !source.endsWith('/src'),
  });
}

/**
 * Fills a database that has no people yet with the demo ones and what they wrote, all of it in one transaction and dated
 * relative to now. Returns false when there are people already.
 */
export async function seedDemo(context: Context): Promise<boolean> {
  const { db, clock, ids } = context;
  if ((await db.read.$count(db.tables.users)) > 0) return false;
  const now = clock.now();
  const persons = readPeople();
  const people: People = new Map(persons.map(({ key }) => [key, ids.next(now)]));
  const seeding = { context, now, people };
  const leads = persons.filter(({ role, termEndsInDays }) => role === 'lead' && termEndsInDays > 0);
  const teachers = new Set(persons.filter(({ role }) => role === 'teacher').map(({ key }) => key));
  // In order of time, so that the search index numbers them as they would have come.
  const jobs = readJobs().sort((a, b) => b.publishedDaysAgo - a.publishedDaysAgo);
  const articles = readArticles().sort((a, b) => b.publishedDaysAgo - a.publishedDaysAgo);
  const threads = readThreads().sort((a, b) => b.askedHoursAgo - a.askedHoursAgo);
  const passwordHash = await hashPassword(demoPassword);
  const roster = await readDemoRoster();
  const userOf = new Map(
    persons.flatMap(({ key, studentNo }) => (studentNo ? [[studentNo, idOf(people, key)] as const] : [])),
  );
  await db.write(async (tx) => {
    await seedPeople(seeding, tx, persons, passwordHash);
    await seedRoster(context, tx, roster, userOf, idOf(people, 'wangliqun'), now);
    for (const job of jobs) await seedJob(seeding, tx, job);
    for (const article of articles) await seedArticle(seeding, tx, article);
    for (const [i, thread] of threads.entries()) {
      const duty = leads[i % leads.length];
      if (!duty) throw new Error('The demo files have no lead');
      await seedThread(seeding, tx, thread, idOf(people, duty.key), teachers);
    }
  });
  copyMedia(context);
  return true;
}
