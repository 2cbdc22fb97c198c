import { startTestApp, type TestApp } from '../support/app';
import { engine } from '../support/database';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const publish = (title: string) => t.as('chenyiming').jobs.create({ body: jobDraft({ title }) });
const titles = async (headers: Record<string, string> = {}) =>
  (await t.send('/jobs', { headers })).json().items.map(({ title }: { title: string }) => title);

/** Empties the table behind the service's back, as no commit of its own would. */
async function loseJobs(): Promise<void> {
  const { db } = t.context;
  const commits = db.commits();
  await db.write((tx) => tx.delete(db.tables.jobs));
  jest.spyOn(db, 'commits').mockReturnValue(commits);
}

describe('an answer for visitors', () => {
  it('is made anew after every write', async () => {
    await publish('嵌入式软件工程师');
    expect(await titles()).toEqual(['嵌入式软件工程师']);
    const { id } = await publish('结构仿真工程师');
    expect(await titles()).toHaveLength(2);
    await t.as('wanglaoshi').moderation.hide({ body: { target: { type: 'job', id }, reason: 'other' } });
    expect(await titles()).toEqual(['嵌入式软件工程师']);
  });

  it('answers 304 to whoever has it already', async () => {
    await publish('嵌入式软件工程师');
    const first = await t.send('/jobs');
    const etag = String(first.headers.etag);
    const again = await t.send('/jobs', { headers: { 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await publish('结构仿真工程师');
    expect((await t.send('/jobs', { headers: { 'if-none-match': etag } })).statusCode).toBe(200);
  });

  it('is never what somebody signed in got, nor theirs', async () => {
    const { id } = await publish('嵌入式软件工程师');
    const can = async (as?: 'chenyiming') =>
      (await t.send(`/jobs/${id}`, as ? { as } : {})).json().viewer.can;
    expect(await can('chenyiming')).toContain('hide');
    expect(await can()).toEqual([]);
    expect(await can('chenyiming')).toContain('hide');
  });

  it('is not kept when it is a refusal', async () => {
    expect((await t.send('/jobs/nothing')).statusCode).toBe(404);
    expect((await t.send('/jobs?limit=0')).headers.etag).toBeUndefined();
  });

  if (engine === 'sqlite') {
    it('is kept a few seconds, by the clock, and not for those who ask for a fresh one', async () => {
      await publish('嵌入式软件工程师');
      expect(await titles()).toHaveLength(1);
      await loseJobs();
      expect(await titles()).toHaveLength(1);
      expect(await titles({ 'cache-control': 'no-cache' })).toHaveLength(0);
      t.clock.advance(5000);
      expect(await titles()).toHaveLength(0);
    });
  }
});
