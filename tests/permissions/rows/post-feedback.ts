import { postFeedbackContract } from '@qihang/shared/post-feedback/contract';
import { about, plain, rowsOf } from '../framework/row';
import { changeCells, seenCells } from '../kinds/lives';
import { post } from '../kinds/posts';

const hiddenFromReaders = { 'author lead teacher admin': 403, others: 404 };
const unseen = {
  draft: { author: 403, others: 404 },
  'in-review': hiddenFromReaders,
  returned: hiddenFromReaders,
  scheduled: hiddenFromReaders,
  withdrawn: hiddenFromReaders,
  hidden: hiddenFromReaders,
  'board off': { others: 404 },
};
const unaudited = 'what readers say is their own and no privileged act';

export const rows = [
  rowsOf('postFeedback', postFeedbackContract, {
    give: about(post, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { kind: 'wrong', note: '日期写错了' } }),
      unaudited,
      cells: {
        ...unseen,
        published: { 'unverified author muted': 403 },
      },
    }),
    takeBack: about(post, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id, kind: 'useful' } }),
      unaudited,
      cells: seenCells,
    }),
    list: about(post, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: changeCells,
    }),
    settle: about(post, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      audits: 'posts.settle-feedback',
      cells: changeCells,
    }),
    mine: plain({ gate: 'signed-in', cells: { always: {} } }),
    seen: plain({ gate: 'signed-in', unaudited, cells: { always: {} } }),
  }),
];
