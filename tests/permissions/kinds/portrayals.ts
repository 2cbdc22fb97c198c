import { eq } from 'drizzle-orm';
import { postDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';

/** A consent of `owner`, the person a lead's article is about. */
async function record(world: World, owner: Player, state: 'asked' | 'given' | 'withdrawn') {
  const consent = {
    subject: '言自名',
    uses: ['site' as const],
    way: 'paper' as const,
    givenOn: '2026-11-01',
  };
  const { portrayal } = await world.as('lead').posts.create({ body: postDraft({ consent }) });
  const id = portrayal?.record?.id ?? '';
  const { db } = world.t.context;
  const { portrayals } = db.tables;
  const asked = state === 'asked' ? { way: 'in-app' as const, givenOn: null } : {};
  await db.write((tx) =>
    tx
      .update(portrayals)
      .set({ subjectId: world.people[owner].id, ...asked })
      .where(eq(portrayals.id, id)),
  );
  if (state === 'withdrawn') await world.as(owner).portrayals.withdraw({ params: { id } });
  return { id };
}

export const portrayal = kind('portrayal', {
  asked: (world, owner) => record(world, owner, 'asked'),
  given: (world, owner) => record(world, owner, 'given'),
  withdrawn: (world, owner) => record(world, owner, 'withdrawn'),
});
