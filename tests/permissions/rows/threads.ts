import { threadsContract } from '@qihang/shared/threads/contract';
import { threadDraft } from '../../support/drafts';
import { about, plain, rowsOf } from '../framework/row';
import type { World } from '../framework/world';
import { switchBoard } from '../kinds/boards';
import { thread } from '../kinds/threads';

const boardOff = (world: World) => switchBoard(world, 'threads', false);
/** Lists hold a question of each sort, the anonymous one among them. */
const askedBefore = async (world: World) => {
  await thread.states.anonymous(world, 'author');
  await thread.states.answered(world, 'stranger');
};

export const rows = [
  rowsOf('threads', threadsContract, {
    list: plain({
      gate: 'public',
      request: ({ state }) => (state === 'mine' ? { query: { mine: true } } : {}),
      cells: { always: {}, mine: { visitor: 401 }, 'board off': { others: 404 } },
      given: { always: askedBefore, mine: askedBefore, 'board off': boardOff },
    }),
    similar: plain({
      gate: 'public',
      request: () => ({ query: { title: threadDraft().title } }),
      cells: { always: {}, 'board off': { others: 404 } },
      given: { always: askedBefore, 'board off': boardOff },
    }),
    detail: about(thread, {
      gate: 'public',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: {},
        anonymous: {},
        answered: {},
        solved: {},
        hidden: { 'author lead teacher admin': 200, others: 404 },
        'board off': { others: 404 },
      },
    }),
    ask: plain({
      gate: 'signed-in',
      request: () => ({ body: threadDraft({ anonymous: true }) }),
      cells: {
        always: { 'unverified lead-elsewhere former-lead muted': 403 },
        'board off': { others: 404 },
      },
      given: { 'board off': boardOff },
    }),
    answer: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { body: '先办解约函，再报名。' } }),
      cells: {
        open: { 'unverified muted': 403 },
        anonymous: { 'unverified muted': 403 },
        answered: { 'unverified muted': 403 },
        solved: { 'unverified muted': 403 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': { others: 404 },
      },
    }),
    accept: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { answerId: thing.answerId } }),
      cells: {
        open: { others: 404 },
        anonymous: { others: 404 },
        answered: { author: 200, others: 403 },
        solved: { author: 409, others: 403 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': { others: 404 },
      },
    }),
  }),
];
