import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';

/** A message to its owner that leaves the service, in a state. */
async function delivery(
  { t, people }: World,
  owner: Player,
  state: 'waiting' | 'sent' | 'failed' | 'unknown',
) {
  const { db, ids, clock } = t.context;
  const now = clock.now();
  const id = ids.next(now);
  const { deliveries } = db.tables;
  await db.write((tx) =>
    tx.insert(deliveries).values({
      id,
      notificationId: id,
      userId: people[owner].id,
      kind: 'thread.answered',
      purpose: 'answer',
      channel: 'wechat',
      topic: 'answers:1',
      state,
      reason: state === 'failed' ? 'banned' : null,
      at: now,
      dueAt: now,
      expiresAt: now,
    }),
  );
  return { id };
}

export const message = kind('message', {
  failed: (world, owner) => delivery(world, owner, 'failed'),
  unknown: (world, owner) => delivery(world, owner, 'unknown'),
  waiting: (world, owner) => delivery(world, owner, 'waiting'),
  sent: (world, owner) => delivery(world, owner, 'sent'),
});
