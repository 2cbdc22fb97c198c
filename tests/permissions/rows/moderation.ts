import { moderationContract } from '@qihang/shared/moderation/contract';
import { type ModerationTarget, moderationTargets } from '@qihang/shared/moderation/vocabulary';
import { about, kind, plain, rowsOf } from '../framework/row';
import type { Player, World } from '../framework/world';
import { job, writtenJob } from '../kinds/jobs';
import { writtenStates } from '../kinds/lives';
import { mute } from '../kinds/mutes';
import { post } from '../kinds/posts';
import { answer, thread } from '../kinds/threads';

/** What moderation acts on, with how each sort of it is made shown and hidden. */
const makers: Record<
  ModerationTarget,
  Record<'shown' | 'hidden', (w: World, o: Player) => Promise<{ id: string }>>
> = {
  job: { shown: job.states.open, hidden: job.states.hidden },
  post: { shown: post.states.published, hidden: post.states.hidden },
  thread: { shown: thread.states.answered, hidden: thread.states.hidden },
  answer: { shown: answer.states.shown, hidden: answer.states.hidden },
};

type State = `${ModerationTarget} ${'shown' | 'hidden'}` | 'board off';

const target = kind(
  'target',
  Object.fromEntries([
    ...moderationTargets.flatMap((type) =>
      (['shown', 'hidden'] as const).map((state) => [
        `${type} ${state}`,
        async (world: World, owner: Player) => ({ type, id: (await makers[type][state](world, owner)).id }),
      ]),
    ),
    [
      'board off',
      async (world: World, owner: Player) => ({
        type: 'job',
        id: (await job.states['board off'](world, owner)).id,
      }),
    ],
  ]) as Record<State, (world: World, owner: Player) => Promise<{ type: ModerationTarget; id: string }>>,
  // Its first state is a job.
  ['job'],
);

type Reviewed = `${'job' | 'post'} ${'published' | (typeof writtenStates)[number]}` | 'board off';

/** What is reviewed, in every state of its life. */
const reviewed = kind(
  'reviewed',
  Object.fromEntries([
    ...(['published', ...writtenStates] as const).flatMap((state) => [
      [
        `job ${state}`,
        async (world: World, owner: Player) => ({
          type: 'job',
          ...(await writtenJob.states[state === 'published' ? 'open' : state](world, owner)),
        }),
      ],
      [
        `post ${state}`,
        async (world: World, owner: Player) => ({
          type: 'post',
          ...(await post.states[state](world, owner)),
        }),
      ],
    ]),
    [
      'board off',
      async (world: World, owner: Player) => ({
        type: 'job',
        ...(await job.states['board off'](world, owner)),
      }),
    ],
  ]) as Record<
    Reviewed,
    (world: World, owner: Player) => Promise<{ type: 'job' | 'post'; id: string; version: number }>
  >,
  // Its first state is a job.
  ['job'],
);

/** The cells of a review, which those make from the states of `ok` who keep the board clean. */
function reviewCells(ok: readonly string[]): Record<Reviewed, Record<string, number>> {
  const cells = (state: string): Record<string, number> => {
    if (state === 'draft') return { 'lead-elsewhere lead teacher admin': 404 };
    const unable = state === 'published' ? 403 : 404;
    return { 'lead-elsewhere': unable, ...(ok.includes(state) ? {} : { others: 409 }) };
  };
  const states = ['published', ...writtenStates].flatMap((state) =>
    ['job', 'post'].map((type) => [`${type} ${state}`, cells(state)]),
  );
  return { ...Object.fromEntries(states), 'board off': { others: 404 } };
}

const elsewhere = { 'lead-elsewhere': 403 };
/** Hidden things exist for their author, who may not bring them back, and for those who keep the board clean. */
const hiddenFrom = { 'lead-elsewhere': 404 };

/** The makers hide as an admin, whose acts only admins undo. */
const hiddenByAdmin = { ...hiddenFrom, 'lead teacher': 403 };

export const rows = [
  rowsOf('moderation', moderationContract, {
    hide: about(target, {
      gate: 'lead',
      request: ({ thing: { type, id } }) => ({ body: { target: { type, id }, reason: 'fee' } }),
      audits: 'moderation.hide',
      cells: {
        'job shown': elsewhere,
        'post shown': elsewhere,
        'thread shown': elsewhere,
        'answer shown': elsewhere,
        'job hidden': { ...hiddenFrom, others: 409 },
        'post hidden': { ...hiddenFrom, others: 409 },
        'thread hidden': { ...hiddenFrom, others: 409 },
        'answer hidden': { ...hiddenFrom, others: 409 },
        'board off': { others: 404 },
      },
    }),
    restore: about(target, {
      gate: 'lead',
      request: ({ thing: { type, id } }) => ({ body: { target: { type, id }, note: '企业已更正' } }),
      audits: 'moderation.restore',
      cells: {
        'job shown': { ...elsewhere, others: 409 },
        'post shown': { ...elsewhere, others: 409 },
        'thread shown': { ...elsewhere, others: 409 },
        'answer shown': { ...elsewhere, others: 409 },
        'job hidden': hiddenByAdmin,
        'post hidden': hiddenByAdmin,
        'thread hidden': hiddenByAdmin,
        'answer hidden': hiddenByAdmin,
        'board off': { others: 404 },
      },
    }),
    approve: about(reviewed, {
      gate: 'lead',
      request: ({ thing: { type, id, version } }) => ({ body: { target: { type, id }, version } }),
      audits: 'moderation.approve',
      cells: reviewCells(['in-review']),
    }),
    return: about(reviewed, {
      gate: 'lead',
      request: ({ thing: { type, id, version } }) => ({
        body: { target: { type, id }, version, note: '来源打不开' },
      }),
      audits: 'moderation.return',
      cells: reviewCells(['in-review', 'scheduled']),
    }),
    mute: about(target, {
      gate: 'lead',
      request: ({ thing: { type, id } }) => ({
        body: { target: { type, id }, days: 3, reason: '反复发广告' },
      }),
      audits: 'moderation.mute',
      cells: {
        'job shown': elsewhere,
        'post shown': elsewhere,
        'thread shown': elsewhere,
        'answer shown': elsewhere,
        'job hidden': hiddenFrom,
        'post hidden': hiddenFrom,
        'thread hidden': hiddenFrom,
        'answer hidden': hiddenFrom,
        'board off': { others: 404 },
      },
    }),
    mutes: plain({
      gate: 'teacher',
      request: () => ({ query: { state: 'all' } }),
      cells: { always: {}, 'of an anonymous asker': {} },
      given: {
        'of an anonymous asker': async (world) => {
          const { id } = await thread.states.anonymous(world, 'author');
          const body = { target: { type: 'thread' as const, id }, days: 3, reason: '反复发广告' };
          return world.as('lead').moderation.mute({ body });
        },
      },
    }),
    lift: about(mute, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { note: '已说明情况' } }),
      audits: 'moderation.lift',
      cells: {
        active: { 'lead-elsewhere': 404 },
        lifted: { 'lead-elsewhere': 404, others: 409 },
        over: { 'lead-elsewhere': 404, others: 409 },
      },
    }),
  }),
];
