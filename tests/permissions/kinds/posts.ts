import { eq } from 'drizzle-orm';
import { postDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { switchBoard } from './boards';
import { inEachState } from './lives';

async function publish(world: World, owner: Player) {
  const { id, version } = await world.as('lead').posts.create({ body: postDraft() });
  const { db } = world.t.context;
  const { posts } = db.tables;
  await db.write((tx) => tx.update(posts).set({ authorId: world.people[owner].id }).where(eq(posts.id, id)));
  return { id, version };
}

/** An article whose author's term as lead is over. */
export const post = kind('post', {
  published: publish,
  ...inEachState('post', publish),
  hidden: async (world, owner) => {
    const made = await publish(world, owner);
    const target = { type: 'post' as const, id: made.id };
    await world.as('admin').moderation.hide({ body: { target, reason: 'other' } });
    return made;
  },
  'board off': async (world, owner) => {
    const made = await publish(world, owner);
    await switchBoard(world, 'guidance', false);
    return made;
  },
});
