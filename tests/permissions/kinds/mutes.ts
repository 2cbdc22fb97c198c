import { dayMs } from '@qihang/shared/time/shanghai';
import type { TestApp } from '../../support/app';
import { kind } from '../framework/row';
import type { World } from '../framework/world';

interface Fate {
  endsAt?: Date;
  liftedAt?: Date;
}

/** Mutes somebody for a question that is gone: what remains is the mute. */
export async function insertMute({ context }: TestApp, userId: string, byId: string, fate: Fate = {}) {
  const { db, ids, clock } = context;
  const mutedAt = clock.now();
  const id = ids.next(mutedAt);
  await db.write((tx) =>
    tx.insert(db.tables.mutes).values({
      id,
      userId,
      byId,
      targetType: 'thread',
      targetId: 'gone-since',
      excerpt: '兼职日结',
      anonymous: false,
      reason: '反复发广告',
      mutedAt,
      endsAt: new Date(mutedAt.getTime() + 7 * dayMs),
      ...fate,
    }),
  );
  return { id };
}

const byLead = ({ t, people }: World, fate: Fate = {}) =>
  insertMute(t, people.muted.id, people.lead.id, fate);

/** By the lead of the board, whose alone it is, whoever `owner` may be. */
export const mute = kind('mute', {
  active: (world) => byLead(world),
  lifted: (world) => byLead(world, { liftedAt: world.t.clock.now() }),
  over: (world) => byLead(world, { endsAt: world.t.clock.now() }),
});
