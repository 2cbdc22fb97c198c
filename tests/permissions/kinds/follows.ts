import { kind } from '../framework/row';

/** What the owner follows. */
export const follow = kind('follow', {
  weekly: (world, owner) =>
    world.as(owner).follows.add({ body: { kind: 'board', board: 'jobs', mode: 'weekly' } }),
  'at once': (world, owner) =>
    world.as(owner).follows.add({ body: { kind: 'employer', company: '岚山新能源科技', mode: 'at-once' } }),
});
