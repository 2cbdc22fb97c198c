import { postFeedbackContract } from '@qihang/shared/post-feedback/contract';
import { about, plain, rowsOf } from '../framework/row';
import { post } from '../kinds/posts';

const hiddenFromReaders = { 'author lead teacher admin': 403, others: 404 };
const gone = { others: 404 };
const unaudited = 'what readers say is their own and no privileged act';

export const rows = [
  rowsOf('postFeedback', postFeedbackContract, {
    give: about(post, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { kind: 'wrong', note: '日期写错了' } }),
      unaudited,
      cells: {
        published: { 'unverified author muted': 403 },
        hidden: hiddenFromReaders,
        'board off': gone,
      },
    }),
    takeBack: about(post, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id, kind: 'useful' } }),
      unaudited,
      cells: {
        published: {},
        hidden: { 'author lead teacher admin': 200, others: 404 },
        'board off': gone,
      },
    }),
    list: about(post, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        published: { 'lead-elsewhere': 403 },
        hidden: { 'lead-elsewhere': 404 },
        'board off': gone,
      },
    }),
    settle: about(post, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      audits: 'posts.settle-feedback',
      cells: {
        published: { 'lead-elsewhere': 403 },
        hidden: { 'lead-elsewhere': 404 },
        'board off': gone,
      },
    }),
    mine: plain({ gate: 'signed-in', cells: { always: {} } }),
    seen: plain({ gate: 'signed-in', unaudited, cells: { always: {} } }),
  }),
];
