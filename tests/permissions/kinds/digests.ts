import { kind } from '../framework/row';
import type { Player, World } from '../framework/world';
import { job } from './jobs';

async function newGroup(world: World) {
  const { id } = await world.as('lead').digests.addGroup({ body: { name: '汽车学院 2027 届就业群' } });
  return { id };
}

/** A WeChat group of the leads. */
export const group = kind('group', {
  listed: newGroup,
  removed: async (world) => {
    const made = await newGroup(world);
    await world.as('lead').digests.removeGroup({ params: { id: made.id } });
    return made;
  },
});

async function makeDigest(world: World, owner: Player) {
  const { id } = await job.states.open(world, owner);
  const body = { items: [{ type: 'job' as const, id }], group: (await newGroup(world)).id };
  const made = await world.as('lead').digests.create({ body });
  return { id: made.id };
}

/** A digest that a lead made of a job for a group. */
export const digest = kind('digest', {
  made: makeDigest,
  sent: async (world, owner) => {
    const made = await makeDigest(world, owner);
    await world.as('teacher').digests.markSent({ params: made, body: {} });
    return made;
  },
});

/** A job that is carried into a group: the same requests name a group, and a digest made before. */
export const jobToSend = kind('job to send', job.states, ['job', 'group', 'digest']);
