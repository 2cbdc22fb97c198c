import { notify } from '@qihang/server/features/notifications/public';
import { notificationsContract } from '@qihang/shared/notifications/contract';
import { notificationSettingsContract } from '@qihang/shared/notifications/settings';
import { plain, rowsOf } from '../framework/row';
import type { World } from '../framework/world';
import { thread } from '../kinds/threads';

/** Everybody is told of an anonymous question. */
async function told({ t, people, ...world }: World) {
  const { id } = await thread.states.anonymous({ t, people, ...world }, 'author');
  const userIds = Object.values(people).map((person) => person.id);
  const ref = { type: 'thread', id } as const;
  await t.context.db.write((tx) =>
    notify(t.context, tx, { userIds, kind: 'thread.on-duty', ref, at: t.clock.now() }),
  );
}

const unaudited = 'what a person has read is that person’s own';

export const rows = [
  rowsOf('notifications', notificationsContract, {
    list: plain({ gate: 'signed-in', cells: { always: {} }, given: { always: told } }),
    unread: plain({ gate: 'signed-in', cells: { always: {} }, given: { always: told } }),
    read: plain({
      gate: 'signed-in',
      unaudited,
      request: () => ({ body: { ids: ['none'] } }),
      elsewhere: { 'body.ids.0': [200, 'what is read already or gone is passed over'] },
      cells: { always: {} },
      given: { always: told },
    }),
  }),
  rowsOf('notificationSettings', notificationSettingsContract, {
    show: plain({ gate: 'signed-in', cells: { always: {} } }),
    change: plain({
      gate: 'signed-in',
      unaudited: 'when and of what a person is told is that person’s own',
      request: () => ({ body: { switches: { followed: false } } }),
      cells: { always: {} },
    }),
  }),
];
