import { kind } from '../framework/row';
import type { World } from '../framework/world';

/** Switches a board off, or on again, as an admin does. */
export const switchBoard = (world: World, slug: string, enabled: boolean) =>
  world.as('admin').boards.update({ params: { slug }, body: { enabled } });

export const board = kind('board', {
  on: async () => ({ slug: 'guidance' }),
  off: async (world) => {
    await switchBoard(world, 'guidance', false);
    return { slug: 'guidance' };
  },
});
