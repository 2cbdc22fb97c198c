import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { carClass, codeOf, fillRoster } from '../../support/roster';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';

export const listed = { studentNo: '2023080101', name: '名册生' };

/** Somebody in the roster, and the valid code of the class. */
export async function enrol(world: World): Promise<{ code: string }> {
  await fillRoster(world.t, [listed]);
  return { code: await codeOf(world.as('teacher')) };
}

/** The same, with an account of `owner` bound to the number. */
export async function bind(world: World, owner: Player) {
  const { code } = await enrol(world);
  await world.as(owner).verification.verify({ body: { ...listed, code } });
  return { code };
}

/** Written beside the service, so that there can be several in one database. */
async function entryOf({ t, people }: World, owner: Player | null, left = false) {
  const { db, ids, clock } = t.context;
  const { rosterEntries } = db.tables;
  const now = clock.now();
  const id = ids.next(now);
  const userId = owner && people[owner].id;
  await db.write(async (tx) => {
    // One number an account: an earlier one makes room.
    if (userId) await tx.delete(rosterEntries).where(eq(rosterEntries.userId, userId));
    await tx.insert(rosterEntries).values({
      id,
      ...carClass,
      studentNo: `S${id.toUpperCase()}`,
      name: listed.name,
      major: '车辆工程',
      userId,
      boundAt: userId === null ? null : now,
      classCodeId: null,
      leftAt: left ? now : null,
      updatedAt: now,
    });
  });
  return { id };
}

export const rosterEntry = kind('roster entry', {
  bound: (world, owner) => entryOf(world, owner),
  free: (world) => entryOf(world, null),
  left: (world, owner) => entryOf(world, owner, true),
});

async function codeWith({ t, people }: World, fate: { expired?: boolean; revoked?: boolean }) {
  const { db, ids, clock } = t.context;
  const now = clock.now();
  const createdAt = new Date(now.getTime() - 40 * dayMs);
  const id = ids.next(now);
  await db.write((tx) =>
    tx.insert(db.tables.classCodes).values({
      id,
      ...carClass,
      // Not the class of the person above, who has a code already where both are made.
      className: '车辆2302班',
      createdById: people.teacher.id,
      createdAt,
      expiresAt: new Date(now.getTime() + (fate.expired ? 0 : dayMs)),
      revokedAt: fate.revoked ? createdAt : null,
    }),
  );
  return { id };
}

/** Made by the teacher, whoever `owner` may be. */
export const classCode = kind('class code', {
  valid: (world) => codeWith(world, {}),
  expired: (world) => codeWith(world, { expired: true }),
  revoked: (world) => codeWith(world, { revoked: true }),
});
