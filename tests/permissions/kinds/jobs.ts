import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { jobDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { switchBoard } from './boards';
import { inEachState } from './lives';

/** A posting whose owner's term as lead is over: what owning allows shows apart from what a lead may do. */
export async function postJob(world: World, owner: Player) {
  const { id, version } = await world.as('lead').jobs.create({ body: jobDraft() });
  const { db } = world.t.context;
  const { jobs } = db.tables;
  await db.write((tx) => tx.update(jobs).set({ ownerId: world.people[owner].id }).where(eq(jobs.id, id)));
  return { id, version };
}

export const job = kind('job', {
  open: postJob,
  closed: async (world, owner) => {
    const made = await postJob(world, owner);
    const { db, clock } = world.t.context;
    const { jobs } = db.tables;
    const closesAt = new Date(clock.now().getTime() - dayMs);
    await db.write((tx) =>
      tx.update(jobs).set({ deadline: '2026-11-19', closesAt }).where(eq(jobs.id, made.id)),
    );
    return made;
  },
  hidden: async (world, owner) => {
    const made = await postJob(world, owner);
    const target = { type: 'job' as const, id: made.id };
    await world.as('admin').moderation.hide({ body: { target, reason: 'fee' } });
    return made;
  },
  'board off': async (world, owner) => {
    const made = await postJob(world, owner);
    await switchBoard(world, 'jobs', false);
    return made;
  },
});

/** A posting wherever it may be in its life. */
export const writtenJob = kind(
  'written job',
  { ...job.states, ...inEachState('job', postJob) },
  // Its first state is a job.
  ['job'],
);
