import type { ContentState, ReviewedType } from '@qihang/shared/content/vocabulary';
import type { Cells } from '../framework/roles';
import type { Player, World } from '../framework/world';

/** The states of a piece that is written before it is shown, besides those in which every kind can be. */
export const writtenStates = ['draft', 'in-review', 'returned', 'scheduled', 'withdrawn'] as const;
type WrittenState = (typeof writtenStates)[number];

type Make = (world: World, owner: Player) => Promise<{ id: string; version: number }>;

/** Makers of a piece in each of them, from one of a published piece. */
export function inEachState(type: ReviewedType, publish: Make): Record<WrittenState, Make> {
  const brought =
    (life: ContentState): Make =>
    async (world, owner) => {
      const made = await publish(world, owner);
      const { db, registry, clock } = world.t.context;
      const times = { publishAt: new Date(clock.now().getTime() + 3_600_000), unpublishAt: null };
      const move = { life, lifeReason: null, lifeRank: null, ...(life === 'scheduled' ? times : {}) };
      await db.write(async (tx) => registry.kinds[type].setLife(db, tx, made.id, move));
      return made;
    };
  const makers = writtenStates.map((state) => [state, brought(state)]);
  return Object.fromEntries(makers) as Record<WrittenState, Make>;
}

type State = ContentState | 'board off';

/** The cells of a route of one's own in every state: nobody but the author may, and the author's term is over. */
export const ownCells: Record<State, Cells> = {
  draft: { 'lead-elsewhere lead teacher admin': 404 },
  'in-review': { 'lead-elsewhere': 404, 'lead teacher admin': 403 },
  returned: { 'lead-elsewhere': 404, 'lead teacher admin': 403 },
  scheduled: { 'lead-elsewhere': 404, 'lead teacher admin': 403 },
  published: { 'lead-elsewhere lead teacher admin': 403 },
  withdrawn: { 'lead-elsewhere': 404, 'lead teacher admin': 403 },
  hidden: { 'lead-elsewhere': 404, 'lead teacher admin': 403 },
  'board off': { others: 404 },
};

/** The cells of a change of the words, on a board without review. */
export const changeCells: Record<State, Cells> = {
  draft: { 'lead-elsewhere lead teacher admin': 404 },
  'in-review': { 'lead-elsewhere': 404 },
  returned: { 'lead-elsewhere': 404 },
  scheduled: { 'lead-elsewhere': 404 },
  published: { 'lead-elsewhere': 403 },
  withdrawn: { 'lead-elsewhere': 404 },
  hidden: { 'lead-elsewhere': 404 },
  'board off': { others: 404 },
};

const unseen = { 'author lead teacher admin': 200, others: 404 };

/** The cells of a look at one piece. */
export const seenCells: Record<State, Cells> = {
  draft: { author: 200, others: 404 },
  'in-review': unseen,
  returned: unseen,
  scheduled: unseen,
  published: {},
  withdrawn: unseen,
  hidden: unseen,
  'board off': { others: 404 },
};

/** The same of a posting, whose published state is either open or closed. */
export const ofJobs = ({ published, ...cells }: Record<State, Cells>) => ({
  ...cells,
  open: published,
  closed: published,
});
