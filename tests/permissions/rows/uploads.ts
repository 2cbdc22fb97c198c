import { uploadsContract } from '@qihang/shared/uploads/contract';
import { about, plain, rowsOf } from '../framework/row';
import { aFile, upload } from '../kinds/uploads';

export const rows = [
  rowsOf('uploads', uploadsContract, {
    create: plain({
      gate: 'lead',
      request: () => ({ file: aFile, query: {} }),
      unaudited: 'the upload itself says who sent it and when',
      cells: { always: {} },
    }),
    show: about(upload, {
      gate: 'public',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      lasting: ['shown'],
      cells: {
        unused: { author: 200, others: 404 },
        shown: {},
        // The lead who wrote the article keeps the board, too.
        hidden: { 'author lead teacher admin': 200, others: 404 },
        'board off': { author: 200, others: 404 },
      },
    }),
  }),
];
