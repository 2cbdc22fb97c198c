import { dayMs } from '@qihang/shared/time/shanghai';
import { and, eq, ne } from 'drizzle-orm';
import { jobDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';

/** Somebody with an account. */
export const person = kind('person', {
  'without office': async ({ people }: World, owner: Player) => ({ id: people[owner].id }),
});

/** A term as a lead of somebody who has no other, from and to so many days from now. */
async function give({ t, people }: World, starts: number, ends: number) {
  const { db, ids, clock } = t.context;
  const now = clock.now();
  const id = ids.next(now);
  const at = (days: number) => new Date(now.getTime() + days * dayMs);
  const term = { role: 'lead' as const, boards: ['notices'], startsAt: at(starts), endsAt: at(ends) };
  const userId = people.stranger.id;
  await db.write((tx) => tx.insert(db.tables.roleGrants).values({ id, userId, ...term }));
  return { id };
}

export const term = kind('term', {
  current: (world) => give(world, -30, 30),
  upcoming: (world) => give(world, 10, 30),
  over: (world) => give(world, -30, -1),
  'of the last admin': async (world) => {
    const [last] = await world
      .as('admin')
      .people.list({ query: { role: ['admin'] } })
      .then(({ items }) =>
        items.filter(({ id }) => id === world.people.admin.id).flatMap(({ grants }) => grants),
      );
    const { db } = world.t.context;
    const { roleGrants } = db.tables;
    // The cast of every test has an admin, too.
    await db.write((tx) =>
      tx
        .update(roleGrants)
        .set({ endsAt: new Date(world.t.clock.now().getTime() + dayMs) })
        .where(and(eq(roleGrants.role, 'admin'), ne(roleGrants.userId, world.people.admin.id))),
    );
    return { id: last?.id ?? '' };
  },
});

/** A live job to be handed over. Who might take it is a person, too. */
export const holding = kind(
  'holding',
  { 'of a lead': async (world) => ({ id: (await world.as('lead').jobs.create({ body: jobDraft() })).id }) },
  ['person', 'job'],
);
