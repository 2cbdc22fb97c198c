import { peopleContract } from '@qihang/shared/people/contract';
import { about, plain, rowsOf } from '../framework/row';
import { holding, person, term } from '../kinds/people';
import { thread } from '../kinds/threads';

const ids = { 'user id': 'the office acts on people by their id' } as const;
const everybody = {
  ...ids,
  'student number': 'an admin tells people of one name apart by it',
  'name of an anonymous asker': 'everybody is listed by name; nothing says what they asked',
} as const;

export const rows = [
  rowsOf('people', peopleContract, {
    list: plain({
      gate: 'teacher',
      tells: everybody,
      request: () => ({ query: { limit: 50 } }),
      cells: { always: {} },
    }),
    detail: about(person, {
      gate: 'teacher',
      tells: everybody,
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: { 'without office': {} },
    }),
    holdings: about(person, {
      gate: 'teacher',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: { 'without office': {} },
    }),
    ownHoldings: plain({ gate: 'lead', cells: { always: {} } }),
    holders: plain({
      gate: 'teacher',
      tells: ids,
      request: () => ({ query: { board: ['jobs'] } }),
      cells: { always: {} },
    }),
    reassign: about(holding, {
      gate: 'teacher',
      request: ({ thing, world }) => ({
        body: { to: world.people.teacher.id, things: [{ type: 'job', id: thing.id }], reason: '换届交接' },
      }),
      audits: 'people.reassign',
      elsewhere: { 'body.things.0.id': [200, 'what closed meanwhile is not moved, and is no error'] },
      cells: { 'of a lead': {} },
    }),
    orphans: plain({
      gate: 'teacher',
      tells: ids,
      cells: { always: {}, 'of an anonymous asker': {} },
      given: { 'of an anonymous asker': (world) => thread.states.anonymous(world, 'author') },
    }),
    terms: plain({ gate: 'teacher', tells: ids, cells: { always: {} } }),
    grant: about(person, {
      gate: 'admin',
      request: ({ thing }) => ({
        body: { userId: thing.id, role: 'lead', boards: ['jobs'], endsOn: '2027-06-30', reason: '接任' },
      }),
      audits: 'people.grant',
      cells: { 'without office': {} },
    }),
    change: about(term, {
      gate: 'admin',
      request: ({ thing }) => ({
        params: { id: thing.id },
        body: { version: 1, endsOn: '2027-06-30', reason: '延长' },
      }),
      audits: 'people.change',
      cells: { current: {}, upcoming: {}, over: { admin: 409 }, 'of the last admin': { admin: 409 } },
    }),
    end: about(term, {
      gate: 'admin',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { reason: '离任' } }),
      audits: 'people.end',
      cells: { current: {}, upcoming: {}, over: { admin: 409 }, 'of the last admin': { admin: 409 } },
    }),
  }),
];
