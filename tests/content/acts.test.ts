import { type ContentState, contentStates } from '@qihang/shared/content/vocabulary';
import { startTestApp, type TestApp } from '../support/app';
import type { PersonKey } from '../support/people';
import { writePiece } from './pieces';

// Acts that presume that readers see a piece, in every state of it, by people who see it in that state, too.

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

interface Place {
  job: string;
  thread: string;
  answer: string;
}

interface Act {
  method: 'PUT' | 'POST';
  of: 'job' | 'thread' | 'answer';
  url(place: Place): string;
  body?(place: Place): object;
  ok: number;
  /** The people who may act while the piece is published. */
  by: PersonKey[];
}

const acts: Record<string, Act> = {
  'save a job': {
    method: 'PUT',
    of: 'job',
    url: ({ job }) => `/jobs/${job}/saved`,
    body: () => ({ progress: 'applied' }),
    ok: 200,
    by: ['linxiao', 'zhaoyu', 'chenyiming', 'wanglaoshi', 'admin'],
  },
  'confirm a job': {
    method: 'POST',
    of: 'job',
    url: ({ job }) => `/jobs/${job}/reconfirm`,
    ok: 200,
    by: ['chenyiming', 'wanglaoshi', 'admin'],
  },
  'report a job as closed': {
    method: 'POST',
    of: 'job',
    url: ({ job }) => `/jobs/${job}/closed-reports`,
    ok: 200,
    by: ['linxiao', 'zhaoyu', 'chenyiming', 'wanglaoshi'],
  },
  'answer a question': {
    method: 'POST',
    of: 'thread',
    url: ({ thread }) => `/threads/${thread}/answers`,
    body: () => ({ body: '可以的，我去年这样办过。' }),
    ok: 201,
    by: ['linxiao', 'zhaoyu', 'chenyiming', 'wanglaoshi'],
  },
  'accept an answer to a question': {
    method: 'POST',
    of: 'thread',
    url: ({ thread }) => `/threads/${thread}/accept`,
    body: ({ answer }) => ({ answerId: answer }),
    ok: 200,
    by: ['linxiao'],
  },
  'accept an answer': {
    method: 'POST',
    of: 'answer',
    url: ({ thread }) => `/threads/${thread}/accept`,
    body: ({ answer }) => ({ answerId: answer }),
    ok: 200,
    by: ['linxiao'],
  },
};

/** A job and a question of linxiao's with an answer of zhaoyu's, of which one is in this state. */
async function write(of: Act['of'], life: ContentState): Promise<Place> {
  const { linxiao, zhaoyu, chenyiming } = t.people;
  const writing = { context: t.context, onDutyId: chenyiming.id, questionId: '' };
  const one = async (type: Act['of'], authorId: string, questionId = '') => {
    const state = type === of ? life : 'published';
    return (await writePiece({ ...writing, authorId, questionId }, { type, life: state, born: state })).id;
  };
  const job = await one('job', linxiao.id);
  const thread = await one('thread', linxiao.id);
  return { job, thread, answer: await one('answer', zhaoyu.id, thread) };
}

/** The rows that such acts write. */
async function rows() {
  const { read, tables } = t.context.db;
  const { jobs, savedJobs, closedReports, threads, answers } = tables;
  const all = [jobs, savedJobs, closedReports, threads, answers].map((table) => read.select().from(table));
  return JSON.stringify(await Promise.all(all));
}

describe.each(Object.entries(acts))('to %s', (_, act) => {
  it.each(contentStates)('in the state %s', async (life) => {
    for (const as of act.by) {
      await t.restore();
      const place = await write(act.of, life);
      const before = await rows();
      const body = act.body?.(place);
      const { statusCode } = await t.send(act.url(place), {
        method: act.method,
        as,
        ...(body ? { body } : {}),
      });
      if (life === 'published') expect([as, statusCode]).toEqual([as, act.ok]);
      else {
        expect([as, [403, 404].includes(statusCode)]).toEqual([as, true]);
        expect(await rows()).toBe(before);
      }
    }
  });
});
