import type { MustReadDraftInput } from '@qihang/shared/must-read/notice';
import { eq } from 'drizzle-orm';
import { postDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { switchBoard } from './boards';

export const someClass = { college: '汽车学院', className: '车辆工程 2301 班', graduationYear: 2027 };

async function publish(world: World, owner: Player, mustRead: MustReadDraftInput) {
  const { id } = await world.as('lead').posts.create({ body: postDraft({ mustRead }) });
  const { db } = world.t.context;
  const { posts, users } = db.tables;
  await db.write(async (tx) => {
    await tx.update(posts).set({ authorId: world.people[owner].id }).where(eq(posts.id, id));
    for (const player of ['graduate', 'author'] as const)
      await tx.update(users).set(someClass).where(eq(users.id, world.people[player].id));
  });
  return { id };
}

/** A must-read notice whose author's term as lead is over. */
export const notice = kind(
  'post',
  {
    published: (world, owner) => publish(world, owner, {}),
    'sent to a class': (world, owner) =>
      publish(world, owner, { audience: { to: 'classes', classes: [someClass] } }),
    hidden: async (world, owner) => {
      const made = await publish(world, owner, {});
      const target = { type: 'post' as const, id: made.id };
      await world.as('admin').moderation.hide({ body: { target, reason: 'other' } });
      return made;
    },
    'board off': async (world, owner) => {
      const made = await publish(world, owner, {});
      await switchBoard(world, 'guidance', false);
      return made;
    },
  },
  ['post'],
);
