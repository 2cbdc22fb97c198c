import { mustReadContract } from '@qihang/shared/must-read/contract';
import { about, plain, rowsOf } from '../framework/row';
import { notice, someClass } from '../kinds/notices';

/** Staff are in no year, so no notice is for them; nor is one for its author. */
const noReaders = 'author former-lead lead lead-elsewhere teacher admin';
const gone = { others: 404 };
const elsewhere = { 'lead-elsewhere': 403 };

export const rows = [
  rowsOf('mustRead', mustReadContract, {
    read: about(notice, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        published: { [`unverified ${noReaders}`]: 403 },
        'sent to a class': { [`unverified muted ${noReaders}`]: 403 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': gone,
      },
    }),
    readers: about(notice, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        published: elsewhere,
        'sent to a class': elsewhere,
        hidden: { 'lead-elsewhere': 404 },
        'board off': gone,
      },
    }),
    names: about(notice, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id }, query: someClass }),
      audits: 'posts.reader-names',
      cells: {
        // Names are for notices that go to classes.
        published: { others: 403 },
        'sent to a class': elsewhere,
        hidden: { 'lead-elsewhere': 404, others: 403 },
        'board off': gone,
      },
    }),
    audiences: plain({ gate: 'lead', cells: { always: {} } }),
  }),
];
