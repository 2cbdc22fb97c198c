import { myDataContract } from '@qihang/shared/my-data/contract';
import { plain, rowsOf } from '../framework/row';

export const rows = [
  rowsOf('my-data', myDataContract, {
    show: plain({ gate: 'signed-in', cells: { always: {} } }),
    export: plain({
      gate: 'signed-in',
      tells: { 'student number': 'the own one: it is everything that is stored about oneself' },
      cells: { always: {} },
    }),
    leave: plain({
      gate: 'signed-in',
      request: () => ({ body: { posts: 'remove' as const } }),
      unaudited: 'nobody has power over another here; the closing is its own record',
      cells: { always: {} },
    }),
    closure: plain({ gate: 'signed-in', cells: { always: { others: 404 } } }),
    comeBack: plain({
      gate: 'signed-in',
      unaudited: 'as with leaving',
      cells: { always: { others: 404 } },
    }),
  }),
];
