import { digestsContract } from '@qihang/shared/digests/contract';
import { sharesContract } from '@qihang/shared/shares/contract';
import { about, plain, rowsOf } from '../framework/row';
import { digest, group, jobToSend } from '../kinds/digests';
import { job } from '../kinds/jobs';

const kept = 'a digest keeps who made it and who sent it, and nothing of it is seen by readers';
const unseen = [400, 'a piece that readers do not see is refused at its place in the list'] as const;

export const rows = [
  rowsOf('digests', digestsContract, {
    groups: plain({ gate: 'lead', cells: { always: {} } }),
    addGroup: plain({
      gate: 'lead',
      request: () => ({ body: { name: '机械 2027 届就业群' } }),
      unaudited: 'a name in a list that all leads share',
      cells: { always: {} },
    }),
    removeGroup: about(group, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: 'the name alone goes, and comes back when it is typed again',
      cells: { listed: {}, removed: { others: 404 } },
    }),
    choices: about(group, {
      gate: 'lead',
      request: ({ thing }) => ({ query: { group: thing.id } }),
      cells: { listed: {}, removed: { others: 404 } },
    }),
    create: about(jobToSend, {
      gate: 'lead',
      request: ({ thing }) => ({ body: { items: [{ type: 'job', id: thing.id }] } }),
      unaudited: kept,
      elsewhere: { 'body.items.0.id': unseen },
      cells: {
        open: { 'lead-elsewhere': 403 },
        closed: { 'lead-elsewhere': 403, others: 400 },
        hidden: { others: 400 },
        'board off': { others: 400 },
      },
    }),
    list: plain({ gate: 'lead', cells: { always: {} } }),
    detail: about(digest, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: { made: {}, sent: {} },
    }),
    pieces: about(digest, {
      gate: 'public',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: { made: {}, sent: {} },
    }),
    markSent: about(digest, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id }, body: {} }),
      unaudited: kept,
      cells: { made: {}, sent: {} },
    }),
    unmarkSent: about(digest, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      unaudited: kept,
      cells: { made: {}, sent: { 'lead lead-elsewhere': 403 } },
    }),
    poster: about(jobToSend, {
      gate: 'lead',
      request: ({ thing }) => ({ body: { type: 'job', id: thing.id } }),
      unaudited: 'a picture of what readers see; nothing is written',
      elsewhere: { 'body.id': unseen },
      cells: {
        open: { 'lead-elsewhere': 403 },
        closed: { 'lead-elsewhere': 403, others: 400 },
        hidden: { others: 400 },
        'board off': { others: 400 },
      },
    }),
    picture: about(job, {
      gate: 'public',
      request: ({ thing }) => ({ params: { style: 'card', type: 'job', id: thing.id } }),
      elsewhere: { 'query.group': [200, 'a card has no code, so a group makes no difference'] },
      cells: { open: {}, closed: {}, hidden: { others: 404 }, 'board off': { others: 404 } },
    }),
    report: plain({ gate: 'lead', cells: { always: {} } }),
  }),
  rowsOf('shares', sharesContract, {
    opened: about(group, {
      gate: 'public',
      request: ({ thing }) => ({ body: { scene: `h.${thing.id}` } }),
      cells: { listed: {}, removed: {} },
    }),
  }),
];
