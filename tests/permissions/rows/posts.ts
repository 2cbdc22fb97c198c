import { postsContract } from '@qihang/shared/posts/contract';
import { postDraft } from '../../support/drafts';
import { about, plain, rowsOf } from '../framework/row';
import { switchBoard } from '../kinds/boards';
import { post } from '../kinds/posts';

const boardOff = {
  'board off': (world: Parameters<typeof switchBoard>[0]) => switchBoard(world, 'guidance', false),
};

export const rows = [
  rowsOf('posts', postsContract, {
    list: plain({
      gate: 'public',
      request: () => ({ query: { board: 'guidance' } }),
      cells: { always: {}, 'board off': { others: 404 } },
      given: boardOff,
    }),
    detail: about(post, {
      gate: 'public',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        published: {},
        hidden: { 'author lead teacher admin': 200, others: 404 },
        'board off': { others: 404 },
      },
    }),
    preview: plain({
      gate: 'lead',
      request: () => ({ body: { markdown: '## 先看清签约顺序' } }),
      unaudited: 'nothing is kept',
      cells: { always: {} },
    }),
    create: plain({
      gate: 'lead',
      request: () => ({ body: postDraft() }),
      unaudited: 'the article itself says who published it and when',
      cells: { always: { 'lead-elsewhere': 403 }, 'board off': { others: 404 } },
      given: boardOff,
    }),
    update: about(post, {
      gate: 'lead',
      request: ({ thing }) => ({
        params: { id: thing.id },
        body: { version: thing.version, title: '签约之前' },
      }),
      audits: 'posts.update',
      cells: {
        published: { 'lead-elsewhere': 403 },
        hidden: { 'lead-elsewhere': 404 },
        'board off': { others: 404 },
      },
    }),
    withdraw: about(post, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: 'nobody but the author may, and the article keeps its state',
      cells: {
        published: { 'lead-elsewhere lead teacher admin': 403 },
        hidden: { 'lead-elsewhere': 404, 'lead teacher admin': 403 },
        'board off': { others: 404 },
      },
    }),
    publish: about(post, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: 'nobody but the author may, and the article keeps its state',
      cells: {
        published: { 'lead-elsewhere lead teacher admin': 403 },
        hidden: { 'lead-elsewhere': 404, 'lead teacher admin': 403 },
        'board off': { others: 404 },
      },
    }),
  }),
];
