import { jobDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { job } from './jobs';
import { post } from './posts';
import { answer, thread } from './threads';

type Type = 'job' | 'post' | 'thread' | 'answer';
const made =
  (type: Type, make: (world: World, owner: Player) => Promise<{ id: string }>) =>
  async (world: World, owner: Player) => ({ type, id: (await make(world, owner)).id });

/** What readers report, where they see it and where they do not. */
export const reportable = kind(
  'reportable',
  {
    'job shown': made('job', job.states.open),
    'job closed': made('job', job.states.closed),
    'job hidden': made('job', job.states.hidden),
    'post shown': made('post', post.states.published),
    'post hidden': made('post', post.states.hidden),
    'thread shown': made('thread', thread.states.answered),
    'thread hidden': made('thread', thread.states.hidden),
    'answer shown': made('answer', answer.states.shown),
    'answer hidden': made('answer', answer.states.hidden),
    'board off': made('job', job.states['board off']),
  },
  // Its first state is a job.
  ['job'],
);

async function reportJob(world: World, owner: Player) {
  const target = { type: 'job' as const, id: (await world.as('lead').jobs.create({ body: jobDraft() })).id };
  const { id } = await world.as(owner).reports.report({ body: { target, reason: 'false' } });
  return { id, target };
}

async function decideAs(world: World, owner: Player, action: 'hide' | 'dismiss') {
  const { id, target } = await reportJob(world, owner);
  const { items } = await world.as('admin').cases.queue({ query: { state: 'reported' } });
  const found = items.find((one) => one.target.id === target.id);
  await world
    .as('admin')
    .cases.decide({ params: { id: found?.id ?? '' }, body: { action, reason: 'other', note: '核对过了' } });
  return { id };
}

/** A report that `owner` made, whose alone it is. */
export const report = kind('report', {
  dismissed: (world, owner) => decideAs(world, owner, 'dismiss'),
  open: reportJob,
  upheld: (world, owner) => decideAs(world, owner, 'hide'),
  asked: async (world, owner) => {
    const { id } = await decideAs(world, owner, 'dismiss');
    await world.as(owner).reports.askTeacher({ params: { id } });
    return { id };
  },
});
