import { reportsContract } from '@qihang/shared/reports/contract';
import { about, plain, rowsOf } from '../framework/row';
import { report, reportable } from '../kinds/reports';

const unaudited = 'the log would reveal who reports';
const shown = { author: 403 };
const hidden = { 'author lead teacher admin': 403, others: 404 };

export const rows = [
  rowsOf('reports', reportsContract, {
    report: about(reportable, {
      gate: 'signed-in',
      request: ({ thing: { type, id } }) => ({ body: { target: { type, id }, reason: 'false' } }),
      unaudited,
      cells: {
        'job shown': shown,
        'job closed': shown,
        'job hidden': hidden,
        'post shown': shown,
        'post hidden': hidden,
        'thread shown': shown,
        'thread hidden': hidden,
        'answer shown': shown,
        'answer hidden': hidden,
        'board off': { others: 404 },
      },
    }),
    mine: plain({ gate: 'signed-in', cells: { always: {} } }),
    askTeacher: about(report, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited,
      cells: {
        dismissed: { author: 200, others: 404 },
        open: { author: 409, others: 404 },
        upheld: { author: 409, others: 404 },
        asked: { author: 409, others: 404 },
      },
    }),
    totals: plain({ gate: 'public', cells: { always: {} } }),
  }),
];
