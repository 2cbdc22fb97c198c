import { kind } from '../framework/row';

/** What the owner follows, by its id alone: the board that it names is another thing. */
export const follow = kind('follow', {
  async weekly(world, owner) {
    const { id } = await world
      .as(owner)
      .follows.add({ body: { kind: 'board', board: 'jobs', mode: 'weekly' } });
    return { id };
  },
  async 'at once'(world, owner) {
    const { id } = await world
      .as(owner)
      .follows.add({ body: { kind: 'employer', company: '岚山新能源科技', mode: 'at-once' } });
    return { id };
  },
});
