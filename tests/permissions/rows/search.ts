import { searchContract } from '@qihang/shared/search/contract';
import { plain, rowsOf } from '../framework/row';
import type { World } from '../framework/world';
import { switchBoard } from '../kinds/boards';
import { thread } from '../kinds/threads';

export const rows = [
  rowsOf('search', searchContract, {
    search: plain({
      gate: 'public',
      request: () => ({ query: { q: '选调', board: 'threads' } }),
      cells: { always: {}, 'board off': { others: 404 } },
      given: {
        always: (world: World) => thread.states.anonymous(world, 'author'),
        'board off': (world: World) => switchBoard(world, 'threads', false),
      },
    }),
  }),
];
