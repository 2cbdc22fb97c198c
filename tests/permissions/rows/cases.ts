import { casesContract } from '@qihang/shared/cases/contract';
import { about, plain, rowsOf } from '../framework/row';
import { appealables, decidedCase, reviewCase } from '../kinds/cases';

const unseen = { 'lead-elsewhere': 404 };
/** What its admin claims or decided others see, and leave. */
const cells = { open: unseen, care: { 'lead-elsewhere lead': 404 }, 'board off': { others: 404 } };

const outsiders = 'unverified graduate lead-elsewhere former-lead muted';
/** Moderators see the piece, and are not its author. */
const ofAuthor = {
  decided: { [outsiders]: 404, 'lead teacher admin': 403 },
  appealed: { [outsiders]: 404, 'lead teacher admin': 403, author: 409 },
  published: { [`${outsiders} lead teacher admin`]: 403, author: 409 },
};
const appealing = {
  gate: 'signed-in' as const,
  request: ({ thing }: { thing: { id: string } }) => ({
    params: { id: thing.id },
    body: { text: '来源已经补上。' },
  }),
  audits: 'moderation.appeal',
  cells: ofAuthor,
};

export const rows = [
  rowsOf('cases', casesContract, {
    queue: plain({ gate: 'lead', cells: { always: {} } }),
    detail: about(reviewCase, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: { ...cells, claimed: unseen, decided: unseen },
    }),
    claim: about(reviewCase, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: 'nothing is decided yet, and it is over after ten minutes',
      cells: {
        ...cells,
        claimed: { ...unseen, 'lead teacher': 409 },
        decided: { ...unseen, others: 409 },
      },
    }),
    release: about(reviewCase, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: 'nothing was decided',
      cells: { ...cells, claimed: unseen, decided: unseen },
    }),
    decide: about(reviewCase, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { action: 'approve' } }),
      audits: 'moderation.approve',
      cells: {
        ...cells,
        claimed: { ...unseen, 'lead teacher': 409 },
        decided: { ...unseen, others: 409 },
      },
    }),
    undo: about(reviewCase, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      audits: 'moderation.undo',
      cells: {
        open: { ...unseen, others: 409 },
        claimed: { ...unseen, others: 409 },
        // Who decided takes it back.
        decided: { ...unseen, 'lead teacher': 409 },
        care: { 'lead-elsewhere lead': 404, others: 409 },
        'board off': { others: 404 },
      },
    }),
    // Of what is decided already, so that no cell leaves anything: tests/cases decides the rest.
    decideMany: about(decidedCase, {
      gate: 'lead',
      request: ({ thing }) => ({
        body: { cases: [{ id: thing.id }], action: 'return', note: '来源打不开' },
      }),
      unaudited: 'each decision is recorded by itself, as moderation.return and the like',
      elsewhere: { 'body.cases.0.id': [200, 'what is refused of one case is answered in its place'] },
      cells: { decided: {} },
    }),
    appealJob: about(appealables.job, appealing),
    appealPost: about(appealables.post, appealing),
    appealThread: about(appealables.thread, appealing),
    appealAnswer: about(appealables.answer, appealing),
  }),
];
