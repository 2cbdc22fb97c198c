import { boardsContract } from '@qihang/shared/boards/contract';
import { about, plain, rowsOf } from '../framework/row';
import { board } from '../kinds/boards';

export const rows = [
  rowsOf('boards', boardsContract, {
    list: plain({ gate: 'public', cells: { always: {} } }),
    settings: plain({ gate: 'admin', cells: { always: {} } }),
    create: plain({
      gate: 'admin',
      request: () => ({
        body: { slug: 'stories', name: '校友故事', kind: 'article', position: 70, enabled: true },
      }),
      audits: 'boards.create',
      cells: { always: {} },
    }),
    update: about(board, {
      gate: 'admin',
      request: ({ thing }) => ({ params: { slug: thing.slug }, body: { name: '求职指导' } }),
      audits: 'boards.update',
      cells: { on: {}, off: {} },
    }),
  }),
];
