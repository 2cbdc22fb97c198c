import { threadMeasuresContract } from '@qihang/shared/threads/measures';
import { about, rowsOf } from '../framework/row';
import { measured } from '../kinds/measures';

const elsewhere = { 'lead-elsewhere': 403 };
const wrong = { 'lead-elsewhere': 403, others: 409 };
/** Readers do not see it, and nothing is done to it beyond hiding. */
const unseen = { 'lead-elsewhere': 404, others: 409 };

/** What closes a question: while it is live, by the people of its board. */
const closing = {
  open: elsewhere,
  answered: elsewhere,
  solved: elsewhere,
  closed: wrong,
  locked: wrong,
  merged: wrong,
  'locked by an admin': wrong,
  pending: unseen,
  hidden: unseen,
  'board off': { others: 404 },
};

/** The lead of the board keeps no other one clean. */
const moving = { 'lead-elsewhere lead': 403 };

export const rows = [
  rowsOf('threadMeasures', threadMeasuresContract, {
    lock: about(measured, {
      gate: 'lead',
      request: ({ thing }) => ({ body: { target: { type: 'thread', id: thing.id }, reason: '跑题' } }),
      audits: 'moderation.lock',
      cells: closing,
    }),
    unlock: about(measured, {
      gate: 'lead',
      request: ({ thing }) => ({ body: { target: { type: 'thread', id: thing.id }, reason: '还有话说' } }),
      audits: 'moderation.unlock',
      cells: {
        ...closing,
        open: wrong,
        answered: wrong,
        solved: wrong,
        locked: elsewhere,
        merged: elsewhere,
        'locked by an admin': { 'lead-elsewhere lead teacher': 403 },
      },
    }),
    move: about(measured, {
      gate: 'lead',
      request: ({ thing }) => ({
        body: { target: { type: 'thread', id: thing.id }, board: 'exams', reason: '问的是考试' },
      }),
      audits: 'moderation.move',
      cells: { ...closing, open: moving, answered: moving, solved: moving },
    }),
    merge: about(measured, {
      gate: 'lead',
      request: ({ thing }) => ({
        body: { target: { type: 'thread', id: thing.id }, into: thing.into, reason: '问的是同一件事' },
      }),
      audits: 'moderation.merge',
      cells: closing,
    }),
  }),
];
