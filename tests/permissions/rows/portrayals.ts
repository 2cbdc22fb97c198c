import { portrayalsContract } from '@qihang/shared/portrayals/contract';
import { about, plain, rowsOf } from '../framework/row';
import { portrayal } from '../kinds/portrayals';

export const rows = [
  rowsOf('portrayals', portrayalsContract, {
    mine: plain({ gate: 'signed-in', cells: { always: {} } }),
    agree: about(portrayal, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      audits: 'portrayals.agree',
      cells: {
        asked: { author: 200, others: 404 },
        given: { author: 409, others: 404 },
        withdrawn: { 'author lead teacher admin': 409, others: 404 },
      },
    }),
    withdraw: about(portrayal, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      audits: 'portrayals.withdraw',
      cells: {
        asked: { 'author lead teacher admin': 200, others: 404 },
        given: { 'author lead teacher admin': 200, others: 404 },
        withdrawn: { 'author lead teacher admin': 409, others: 404 },
      },
    }),
  }),
];
