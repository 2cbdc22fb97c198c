import { savesContract } from '@qihang/shared/saves/contract';
import { about, kind, plain, rowsOf } from '../framework/row';
import type { Player, World } from '../framework/world';
import { job } from '../kinds/jobs';

async function openFeed(world: World, owner: Player) {
  const { url } = await world.as(owner).saves.openFeed({});
  return { token: /([\w-]+)\.ics$/.exec(url)?.[1] ?? '' };
}

/** The private address of the owner's calendar. */
const feed = kind('feed', {
  open: openFeed,
  revoked: async (world, owner) => {
    const made = await openFeed(world, owner);
    await world.as(owner).saves.closeFeed({});
    return made;
  },
});

export const rows = [
  rowsOf('saves', savesContract, {
    save: about(job, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { progress: 'applied' } }),
      cells: {
        open: {},
        closed: {},
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': { others: 404 },
      },
    }),
    remove: about(job, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      elsewhere: { 'params.id': [204, 'forgetting what was never saved is no error, and tells nothing'] },
      cells: { open: {}, closed: {}, hidden: {}, 'board off': {} },
    }),
    list: plain({ gate: 'signed-in', cells: { always: {} } }),
    calendar: plain({ gate: 'signed-in', cells: { always: {} } }),
    calendarFile: plain({ gate: 'signed-in', cells: { always: {} } }),
    myFeed: plain({ gate: 'signed-in', cells: { always: {} } }),
    openFeed: plain({ gate: 'signed-in', cells: { always: {} } }),
    closeFeed: plain({ gate: 'signed-in', cells: { always: {} } }),
    feed: about(feed, {
      gate: 'public',
      request: ({ thing }) => ({ params: { token: thing.token } }),
      cells: { open: {}, revoked: { others: 404 } },
    }),
  }),
];
