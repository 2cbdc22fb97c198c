import { threadDraft } from '../../support/drafts';
import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { thread } from './threads';

interface Measured {
  id: string;
  /** Another question, by a person who is not in the row. */
  into: string;
}

/** A question of `owner`'s, another one that asks the same, and a second board for questions. */
const beside =
  (make: (world: World, owner: Player) => Promise<{ id: string }>) =>
  async (world: World, owner: Player): Promise<Measured> => {
    const { id } = await make(world, owner);
    const into = await world.as('stranger').threads.ask({ body: threadDraft() });
    const board = { slug: 'exams', name: '考试问答', kind: 'thread', position: 70, enabled: true } as const;
    const { items } = await world.as('admin').boards.list({});
    if (!items.some(({ slug }) => slug === board.slug))
      await world.as('admin').boards.create({ body: board });
    return { id, into: into.id };
  };

const target = (id: string) => ({ target: { type: 'thread' as const, id }, reason: '跑题' });

/** Questions as measures meet them; locked and merged by a lead, whose acts the higher ranks undo, too. */
export const measured = kind(
  'measured',
  {
    open: beside(thread.states.open),
    answered: beside(thread.states.answered),
    solved: beside(thread.states.solved),
    closed: beside(thread.states.closed),
    locked: async (world, owner) => {
      const made = await beside(thread.states.open)(world, owner);
      await world.as('lead').threadMeasures.lock({ body: target(made.id) });
      return made;
    },
    merged: async (world, owner) => {
      const made = await beside(thread.states.open)(world, owner);
      await world.as('lead').threadMeasures.merge({ body: { ...target(made.id), into: made.into } });
      return made;
    },
    'locked by an admin': async (world, owner) => {
      const made = await beside(thread.states.open)(world, owner);
      await world.as('admin').threadMeasures.lock({ body: target(made.id) });
      return made;
    },
    pending: beside(thread.states.pending),
    hidden: beside(thread.states.hidden),
    // Another question cannot be asked once the board is off.
    'board off': async (world, owner) => {
      const { id } = await thread.states['board off'](world, owner);
      return { id, into: id };
    },
  },
  ['thread'],
);
