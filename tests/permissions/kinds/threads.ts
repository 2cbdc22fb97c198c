import { eq } from 'drizzle-orm';
import { threadDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { switchBoard } from './boards';

interface Asked {
  id: string;
  /** Of somebody else's answer; nonsense where there is none. */
  answerId: string;
}

let asked = 0;

async function ask(world: World, owner: Player, anonymous = false): Promise<Asked> {
  // The same words of the same person would be one question.
  const body = `担心签过协议就不算应届。第 ${++asked} 次问。`;
  const { id } = await world.as(owner).threads.ask({ body: threadDraft({ anonymous, body }) });
  return { id, answerId: 'none' };
}

async function askAndAnswer(world: World, owner: Player): Promise<Asked> {
  const { id } = await ask(world, owner);
  const { answers } = await world
    .as('lead-elsewhere')
    .threads.answer({ params: { id }, body: { body: '去年学长先办了解约函。' } });
  return { id, answerId: answers[0]?.id ?? '' };
}

/** As if a new person had written it. */
const hold = (world: World, type: 'thread' | 'answer', id: string) => {
  const { db, registry } = world.t.context;
  const life = { life: 'in-review', lifeReason: null, lifeRank: null, neverSeen: true } as const;
  return db.write((tx) => registry.kinds[type].setLife(db, tx, id, life));
};

const hide = (world: World, type: 'thread' | 'answer', id: string) =>
  world.as('admin').moderation.hide({ body: { target: { type, id }, reason: 'abuse' } });

export const thread = kind('thread', {
  open: (world, owner) => ask(world, owner),
  /** Its asker bears the name that no answer may hold, and has added to the own question. */
  anonymous: async (world, owner) => {
    const asked = await ask(world, owner, true);
    await world.as(owner).threads.answer({ params: { id: asked.id }, body: { body: '补充：是省属企业。' } });
    const { db } = world.t.context;
    const { users } = db.tables;
    const id = world.people[owner].id;
    await db.write((tx) => tx.update(users).set({ name: world.anonymousName }).where(eq(users.id, id)));
    return asked;
  },
  answered: askAndAnswer,
  solved: async (world, owner) => {
    const asked = await askAndAnswer(world, owner);
    await world.as(owner).threads.accept({ params: { id: asked.id }, body: { answerId: asked.answerId } });
    return asked;
  },
  unsolved: async (world, owner) => {
    const asked = await askAndAnswer(world, owner);
    await world.as(owner).threads.unsolved({ params: { id: asked.id } });
    return asked;
  },
  closed: async (world, owner) => {
    const asked = await askAndAnswer(world, owner);
    await world.as(owner).threads.close({ params: { id: asked.id }, body: null });
    return asked;
  },
  pending: async (world, owner) => {
    const asked = await ask(world, owner);
    await hold(world, 'thread', asked.id);
    return asked;
  },
  hidden: async (world, owner) => {
    const asked = await askAndAnswer(world, owner);
    await hide(world, 'thread', asked.id);
    return asked;
  },
  'board off': async (world, owner) => {
    const asked = await askAndAnswer(world, owner);
    await switchBoard(world, 'threads', false);
    return asked;
  },
});

async function answerOf(world: World, owner: Player, anonymous = false) {
  const { id: threadId } = await ask(world, owner === 'stranger' ? 'lead' : 'stranger');
  const { answers } = await world
    .as(owner)
    .threads.answer({ params: { id: threadId }, body: { body: '去年学长先办了解约函。', anonymous } });
  return { id: answers[0]?.id ?? '' };
}

/** An answer of `owner`'s to a question of somebody else's. */
export const answer = kind('answer', {
  shown: (world, owner) => answerOf(world, owner),
  anonymous: (world, owner) => answerOf(world, owner, true),
  pending: async (world, owner) => {
    const made = await answerOf(world, owner);
    await hold(world, 'answer', made.id);
    return made;
  },
  hidden: async (world, owner) => {
    const made = await answerOf(world, owner);
    await hide(world, 'answer', made.id);
    return made;
  },
});
