import { jobsContract } from '@qihang/shared/jobs/contract';
import { jobWritingContract } from '@qihang/shared/jobs/writing';
import { jobDraft } from '../../support/drafts';
import { about, plain, rowsOf } from '../framework/row';
import { switchBoard } from '../kinds/boards';
import { job, writtenJob } from '../kinds/jobs';
import { changeCells, ofJobs, ownCells, seenCells } from '../kinds/lives';

const boardOff = {
  'board off': (world: Parameters<typeof switchBoard>[0]) => switchBoard(world, 'jobs', false),
};

const ownRow = {
  gate: 'lead' as const,
  request: ({ thing }: { thing: { id: string } }) => ({ params: { id: thing.id } }),
  unaudited: 'nobody but the author may, and the posting keeps its state',
  cells: ofJobs(ownCells),
};

export const rows = [
  rowsOf('jobs', jobsContract, {
    list: plain({
      gate: 'public',
      request: ({ state }) => (state === 'mine' ? { query: { mine: true } } : {}),
      cells: { always: {}, mine: { visitor: 401 }, 'board off': { others: 404 } },
      given: boardOff,
    }),
    count: plain({
      gate: 'public',
      request: ({ state }) => (state === 'mine' ? { query: { mine: true } } : {}),
      cells: { always: {}, mine: { visitor: 401 } },
    }),
    facets: plain({ gate: 'public', cells: { always: {} } }),
    recommended: plain({ gate: 'public', cells: { always: {} } }),
    mine: plain({ gate: 'signed-in', cells: { always: {} } }),
    majors: plain({ gate: 'public', cells: { always: {} } }),
    detail: about(writtenJob, {
      gate: 'public',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: ofJobs(seenCells),
    }),
    related: about(job, {
      gate: 'public',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: {},
        closed: {},
        hidden: { 'author lead teacher admin': 200, others: 404 },
        'board off': { others: 404 },
      },
    }),
    create: plain({
      gate: 'lead',
      request: () => ({ body: jobDraft() }),
      unaudited: 'the posting itself says who published it and when',
      cells: { always: { 'lead-elsewhere': 403 }, 'board off': { others: 404 } },
      given: boardOff,
    }),
    update: about(writtenJob, {
      gate: 'lead',
      request: ({ thing }) => ({
        params: { id: thing.id },
        body: { version: thing.version, title: '热管理系统工程师', deadline: '2026-12-20' },
      }),
      audits: 'jobs.update',
      cells: ofJobs(changeCells),
    }),
    startDraft: plain({
      gate: 'lead',
      request: () => ({ body: { title: '' } }),
      unaudited: 'nobody but its author sees it',
      cells: { always: { 'lead-elsewhere': 403 }, 'board off': { others: 404 } },
      given: boardOff,
    }),
    discard: about(writtenJob, ownRow),
    submit: about(writtenJob, ownRow),
    recall: about(writtenJob, ownRow),
    schedule: about(writtenJob, {
      ...ownRow,
      request: ({ thing }) => ({ params: { id: thing.id }, body: { publishAt: '2026-11-21T02:00:00Z' } }),
    }),
    publish: about(writtenJob, ownRow),
    withdraw: about(writtenJob, ownRow),
    reconfirm: about(job, {
      gate: 'lead',
      request: ({ thing }) => ({ params: { id: thing.id }, body: { deadline: '2026-12-20' } }),
      audits: 'jobs.reconfirm',
      cells: {
        open: { 'lead-elsewhere': 403 },
        closed: { 'lead-elsewhere': 403 },
        hidden: { 'lead-elsewhere': 404, others: 403 },
        'board off': { others: 404 },
      },
    }),
    reportClosed: about(job, {
      gate: 'signed-in',
      request: ({ thing }) => ({ params: { id: thing.id } }),
      cells: {
        open: { 'unverified muted': 403 },
        closed: { others: 403 },
        hidden: { 'author lead teacher admin': 403, others: 404 },
        'board off': { others: 404 },
      },
    }),
  }),
  rowsOf('jobWriting', jobWritingContract, {
    parse: plain({
      gate: 'lead',
      request: () => ({ body: { text: '岚山新能源招聘热管理工程师，12 月 6 日截止。' } }),
      unaudited: 'nothing is kept',
      cells: { always: {} },
    }),
    lint: plain({
      gate: 'lead',
      request: () => ({ body: { job: jobDraft() } }),
      unaudited: 'nothing is kept',
      cells: { always: {} },
    }),
    majorsMeant: plain({
      gate: 'lead',
      request: () => ({ query: { name: ['计科'] } }),
      cells: { always: {} },
    }),
    similar: about(job, {
      gate: 'lead',
      request: ({ thing }) => ({ body: { job: jobDraft(), except: thing.id } }),
      unaudited: 'nothing is kept',
      elsewhere: { 'body.except': [200, 'what is left out need not exist'] },
      cells: { open: {}, closed: {}, hidden: {}, 'board off': {} },
    }),
  }),
];
