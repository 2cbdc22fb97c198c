import { setLife } from '@qihang/server/content/moved';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { and, eq } from 'drizzle-orm';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { switchBoard } from './boards';
import { writtenJob } from './jobs';
import { post } from './posts';
import { answer, thread } from './threads';

/** Sends a job of `owner`'s to review, which opens its case. */
async function review(world: World, owner: Player) {
  const { id } = await writtenJob.states.open(world, owner);
  const { context } = world.t;
  const { db, clock, registry } = context;
  const at = clock.now();
  await db.write(async (tx) => {
    const piece = await registry.kinds.job.find(db, tx, id);
    if (!piece) throw new Error('The job is gone');
    const change = { life: 'in-review', lifeReason: null, lifeRank: null, submittedAt: at } as const;
    await setLife(context, tx, 'job', piece, change, { move: 'submit', actorId: piece.authorId, at });
  });
  return { id: await openCase(world, 'job', id) };
}

async function openCase({ t }: World, type: ContentType, id: string): Promise<string> {
  const { db } = t.context;
  const { cases } = db.tables;
  const [row] = await db.read
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.type, type), eq(cases.targetId, id), eq(cases.state, 'open')));
  return row?.id ?? '';
}

/** A case about a job of `owner`'s that waits for review, in each state that matters. */
export const reviewCase = kind('case', {
  open: review,
  /** By the admin, for the next ten minutes. */
  claimed: async (world, owner) => {
    const made = await review(world, owner);
    await world.as('admin').cases.claim({ params: made });
    return made;
  },
  /** By the admin, just now. */
  decided: async (world, owner) => {
    const made = await review(world, owner);
    await world.as('admin').cases.decide({ params: made, body: { action: 'return', note: '来源打不开' } });
    return made;
  },
  care: async (world, owner) => {
    const made = await review(world, owner);
    const { db } = world.t.context;
    const { cases } = db.tables;
    await db.write((tx) => tx.update(cases).set({ care: true, urgent: true }).where(eq(cases.id, made.id)));
    return made;
  },
  'board off': async (world, owner) => {
    const made = await review(world, owner);
    await switchBoard(world, 'jobs', false);
    return made;
  },
});

export const decidedCase = kind('decided case', { decided: reviewCase.states.decided }, ['case']);

type Make = (world: World, owner: Player) => Promise<{ id: string }>;

const returned =
  (
    type: 'job' | 'post',
    inReview: (world: World, owner: Player) => Promise<{ id: string; version: number }>,
  ): Make =>
  async (world, owner) => {
    const { id, version } = await inReview(world, owner);
    const body = { target: { type, id }, version, note: '来源打不开' };
    await world.as('admin').moderation.return({ body });
    return { id };
  };

const appealable = (name: 'job' | 'post' | 'thread' | 'answer', against: Make, untouched: Make) =>
  kind(name, {
    // Of a question, not the id of its answer.
    decided: async (world, owner) => ({ id: (await against(world, owner)).id }),
    appealed: async (world, owner) => {
      const made = await against(world, owner);
      const api = world.as(owner).cases;
      const route = {
        job: 'appealJob',
        post: 'appealPost',
        thread: 'appealThread',
        answer: 'appealAnswer',
      } as const;
      await api[route[name]]({ params: made, body: { text: '来源已经补上。' } });
      return made;
    },
    published: untouched,
  });

/** A piece of each kind against which an admin decided. */
export const appealables = {
  job: appealable('job', returned('job', writtenJob.states['in-review']), writtenJob.states.open),
  post: appealable('post', returned('post', post.states['in-review']), post.states.published),
  thread: appealable('thread', thread.states.hidden, thread.states.open),
  answer: appealable('answer', answer.states.hidden, answer.states.shown),
};
