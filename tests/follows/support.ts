import type { FollowMode } from '@qihang/shared/follows/vocabulary';
import type { TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

type Draft = Parameters<ReturnType<TestApp['as']>['follows']['add']>[0]['body'];

export const follow = (
  t: TestApp,
  who: PersonKey,
  draft: Omit<Draft, 'mode'>,
  mode: FollowMode = 'at-once',
) => t.as(who).follows.add({ body: { ...draft, mode } });

export const publish = (t: TestApp, change: Parameters<typeof jobDraft>[0] = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft(change) });

/** What follows told this person, as the inbox shows it. */
export const matchedOf = async (t: TestApp, who: PersonKey) =>
  (await t.as(who).notifications.list({ query: {} })).items.filter(({ kind }) => kind === 'follow.matched');

/** Ten minutes pass, and the tasks that are due run. */
export async function later(t: TestApp): Promise<void> {
  t.clock.advance(10 * 60_000);
  await t.runTasks();
}

/** Adds people who all follow the board of jobs at once; their ids. */
export async function manyFollowers(t: TestApp, n: number): Promise<string[]> {
  const { db } = t.context;
  const now = t.clock.now();
  const userIds = Array.from({ length: n }, (_, i) => `follower-${String(i).padStart(4, '0')}`);
  await db.write(async (tx) => {
    for (const id of userIds) {
      await tx.insert(db.tables.users).values({ id, name: '同学', createdAt: now });
      await tx.insert(db.tables.follows).values({
        id: `f-${id.slice(9)}`,
        userId: id,
        kind: 'board',
        board: 'jobs',
        company: null,
        filter: null,
        key: 'board:jobs',
        mode: 'at-once',
        createdAt: now,
      });
    }
  });
  return userIds;
}
