import { deskContract } from '@qihang/shared/desk/contract';
import { plain, rowsOf } from '../framework/row';
import { thread } from '../kinds/threads';

export const rows = [
  rowsOf('desk', deskContract, {
    show: plain({
      gate: 'lead',
      cells: { always: {}, 'of an anonymous asker': {} },
      given: { 'of an anonymous asker': (world) => thread.states.anonymous(world, 'author') },
    }),
    pieces: plain({ gate: 'lead', request: () => ({ query: { limit: 50 } }), cells: { always: {} } }),
    // Of a term that runs, or of the last one: who never had one has no record.
    record: plain({ gate: 'signed-in', cells: { always: { 'unverified graduate author muted': 404 } } }),
  }),
];
