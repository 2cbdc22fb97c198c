import { threadsContract } from '@qihang/shared/threads/contract';
import { threadDraft } from '../../support/drafts';
import { about, plain, rowsOf } from '../framework/row';
import type { World } from '../framework/world';
import { switchBoard } from '../kinds/boards';
import { answer, thread } from '../kinds/threads';

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
    counts: plain({
      gate: 'public',
      request: () => ({ query: {} }),
      cells: { always: {}, 'board off': { others: 404 } },
      given: { always: askedBefore, 'board off': boardOff },
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
        unsolved: {},
        closed: {},
        pending: { 'author lead teacher admin': 200, others: 404 },
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
        unsolved: { 'unverified muted': 403 },
        closed: { 'unverified muted': 403, others: 409 },
        pending: { 'author lead teacher admin': 403, others: 404 },
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
        unsolved: { author: 200, others: 403 },
        closed: { others: 403 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        pending: { others: 404 },
        'board off': { others: 404 },
      },
    }),
    unsolved: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: { author: 409, others: 403 },
        anonymous: { author: 409, others: 403 },
        answered: { author: 200, others: 403 },
        solved: { author: 409, others: 403 },
        unsolved: { author: 409, others: 403 },
        closed: { author: 409, others: 403 },
        pending: { 'author lead teacher admin': 403, others: 404 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': { others: 404 },
      },
    }),
    reopen: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: { author: 409, others: 403 },
        anonymous: { author: 409, others: 403 },
        answered: { author: 409, others: 403 },
        solved: { author: 200, others: 403 },
        unsolved: { author: 409, others: 403 },
        closed: { author: 200, others: 403 },
        pending: { 'author lead teacher admin': 403, others: 404 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': { others: 404 },
      },
    }),
    close: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { reason: '自己找到答案了' } }),
      cells: {
        open: { author: 200, others: 403 },
        anonymous: { author: 200, others: 403 },
        answered: { author: 200, others: 403 },
        solved: { author: 200, others: 403 },
        unsolved: { author: 200, others: 403 },
        closed: { author: 409, others: 403 },
        pending: { 'author lead teacher admin': 403, others: 404 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': { others: 404 },
      },
    }),
    edit: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({
        params: { id: thing.id },
        body: { body: '补充：是省属企业。', version: 1 },
      }),
      cells: {
        open: { 'author lead teacher admin': 200, others: 403 },
        anonymous: { 'author lead teacher admin': 200, others: 403 },
        answered: { 'author lead teacher admin': 200, others: 403 },
        solved: { 'author lead teacher admin': 200, others: 403 },
        closed: { 'author lead teacher admin': 200, others: 403 },
        pending: { 'author lead teacher admin': 200, others: 404 },
        hidden: { 'author lead teacher admin': 200, others: 404 },
        unsolved: { 'author lead teacher admin': 200, others: 403 },
        'board off': { others: 404 },
      },
    }),
    history: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: { 'author lead teacher admin': 200, others: 403 },
        anonymous: { 'author lead teacher admin': 200, others: 403 },
        pending: { 'author lead teacher admin': 200, others: 404 },
        hidden: { 'author lead teacher admin': 200, others: 404 },
        answered: { 'author lead teacher admin': 200, others: 403 },
        solved: { 'author lead teacher admin': 200, others: 403 },
        unsolved: { 'author lead teacher admin': 200, others: 403 },
        closed: { 'author lead teacher admin': 200, others: 403 },
        'board off': { others: 404 },
      },
    }),
    editAnswer: about(answer, {
      gate: 'signed-in',
      request: ({ thing }) => ({
        params: { id: thing.id },
        body: { body: '先办解约函，再报名。', version: 1 },
      }),
      cells: {
        shown: { 'author lead teacher admin': 200, others: 403 },
        anonymous: { 'author lead teacher admin': 200, others: 403 },
        pending: { 'author lead teacher admin': 200, others: 404 },
        hidden: { 'author lead teacher admin': 200, others: 404 },
      },
    }),
    answerHistory: about(answer, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        shown: { 'author lead teacher admin': 200, others: 403 },
        anonymous: { 'author lead teacher admin': 200, others: 403 },
        pending: { 'author lead teacher admin': 200, others: 404 },
        hidden: { 'author lead teacher admin': 200, others: 404 },
      },
    }),
    follow: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: {},
        anonymous: {},
        pending: { 'author lead teacher admin': 403, others: 404 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        answered: {},
        solved: {},
        unsolved: {},
        closed: {},
        'board off': { others: 404 },
      },
    }),
    unfollow: about(thread, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: {},
        anonymous: {},
        hidden: { 'author lead teacher admin': 200, others: 404 },
        answered: {},
        solved: {},
        unsolved: {},
        closed: {},
        pending: { 'author lead teacher admin': 200, others: 404 },
        'board off': { others: 404 },
      },
    }),
    markUseful: about(answer, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        shown: { author: 403 },
        anonymous: { author: 403 },
        pending: { 'author lead teacher admin': 403, others: 404 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
      },
    }),
    unmarkUseful: about(answer, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        shown: {},
        anonymous: {},
        pending: { 'author lead teacher admin': 200, others: 404 },
        hidden: { 'author lead teacher admin': 200, others: 404 },
      },
    }),
  }),
];
