import { postsContract } from '@qihang/shared/posts/contract';
import { postDraft } from '../../support/drafts';
import { about, plain, rowsOf } from '../framework/row';
import { switchBoard } from '../kinds/boards';
import { changeCells, ownCells, seenCells } from '../kinds/lives';
import { post } from '../kinds/posts';

const boardOff = {
  'board off': (world: Parameters<typeof switchBoard>[0]) => switchBoard(world, 'guidance', false),
};

const ownRow = {
  gate: 'lead' as const,
  request: ({ thing }: { thing: { id: string } }) => ({ params: { id: thing.id } }),
  unaudited: 'nobody but the author may, and the article keeps its state',
  cells: ownCells,
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
      cells: seenCells,
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
      cells: changeCells,
    }),
    startDraft: plain({
      gate: 'lead',
      request: () => ({ body: { board: 'guidance', title: '' } }),
      unaudited: 'nobody but its author sees it',
      cells: { always: { 'lead-elsewhere': 403 }, 'board off': { others: 404 } },
      given: boardOff,
    }),
    discard: about(post, ownRow),
    submit: about(post, ownRow),
    recall: about(post, ownRow),
    schedule: about(post, {
      ...ownRow,
      request: ({ thing }) => ({ params: { id: thing.id }, body: { publishAt: '2026-11-21T02:00:00Z' } }),
    }),
    publish: about(post, ownRow),
    withdraw: about(post, ownRow),
  }),
];
