import { followsContract } from '@qihang/shared/follows/contract';
import { weeklyContract } from '@qihang/shared/weekly/contract';
import { about, plain, rowsOf } from '../framework/row';
import { follow } from '../kinds/follows';

const unaudited = 'what a person follows is that person’s own';

export const rows = [
  rowsOf('follows', followsContract, {
    list: plain({ gate: 'signed-in', cells: { always: {} } }),
    add: plain({
      gate: 'signed-in',
      unaudited,
      request: () => ({ body: { kind: 'board', board: 'jobs' } }),
      cells: { always: {} },
    }),
    change: about(follow, {
      gate: 'signed-in',
      unaudited,
      request: ({ thing }) => ({ params: { id: thing.id }, body: { mode: 'weekly' } }),
      cells: {
        weekly: { author: 200, others: 404 },
        'at once': { author: 200, others: 404 },
      },
    }),
    remove: about(follow, {
      gate: 'signed-in',
      unaudited,
      request: ({ thing }) => ({ params: { id: thing.id } }),
      elsewhere: { 'params.id': [204, 'forgetting what was never followed is no error, and tells nothing'] },
      cells: { weekly: {}, 'at once': {} },
    }),
  }),
  rowsOf('weekly', weeklyContract, {
    show: plain({ gate: 'signed-in', cells: { always: {} } }),
  }),
];
