import { gunzipSync, gzipSync } from 'node:zlib';
import { acceptsGzip } from '@qihang/server/http/compression';
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
    expect(await can('chenyiming')).toContain('withdraw');
    expect(await can()).toEqual(['report']);
    expect(await can('chenyiming')).toContain('withdraw');
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

describe('a compressed answer', () => {
  const list = (headers: Record<string, string>, as?: 'linxiao') =>
    t.send('/jobs', { headers, ...(as ? { as } : {}) });
  const gzip = { 'accept-encoding': 'gzip, deflate, br' };
  beforeEach(async () => {
    for (const title of ['嵌入式软件工程师', '结构仿真工程师', '电控测试工程师', '工艺工程师'])
      await publish(title);
  });

  it('says the same in fewer bytes, to visitors and to people', async () => {
    const plain = await list({});
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const as of [undefined, 'linxiao'] as const) {
      const small = await list(gzip, as);
      expect(small.headers['content-encoding']).toBe('gzip');
      expect(small.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(Number(small.headers['content-length'])).toBe(small.rawPayload.length);
      expect(small.rawPayload.length * 2).toBeLessThan(plain.rawPayload.length);
      const { items } = JSON.parse(gunzipSync(small.rawPayload).toString());
      expect(items.map(({ id }: { id: string }) => id)).toEqual(
        plain.json().items.map(({ id }: { id: string }) => id),
      );
    }
  });

  it('has a tag of its own, by which it is recognised and the plain one is not', async () => {
    const [plain, small] = [await list({}), await list(gzip)];
    const tags = [String(plain.headers.etag), String(small.headers.etag)];
    expect(new Set(tags).size).toBe(2);
    const status = async (headers: Record<string, string>, tag?: string) =>
      (await list({ ...headers, 'if-none-match': tag ?? '' })).statusCode;
    expect([await status({}, tags[0]), await status(gzip, tags[1])]).toEqual([304, 304]);
    expect([await status({}, tags[1]), await status(gzip, tags[0])]).toEqual([200, 200]);
    expect(await status(gzip, `"other", W/${tags[1]}`)).toBe(304);
    const unchanged = await list({ ...gzip, 'if-none-match': String(tags[1]) });
    expect(unchanged.headers).toMatchObject({
      etag: tags[1],
      vary: 'accept-encoding, authorization, cookie, origin',
      'cache-control': 'no-cache',
    });
    expect(unchanged.headers['content-encoding']).toBeUndefined();
  });

  it('is what a HEAD tells of, and none where it would save little', async () => {
    const head = await t.app.inject({ method: 'HEAD', url: '/api/v1/jobs', headers: gzip });
    expect([head.statusCode, head.body, head.headers['content-encoding']]).toEqual([200, '', 'gzip']);
    expect((await t.send('/jobs/count', { headers: gzip })).headers['content-encoding']).toBeUndefined();
  });

  it.each([
    [undefined, false],
    ['', false],
    ['br', false],
    ['gzip', true],
    ['GZIP;q=0.5, br', true],
    ['gzip;q=0, br', false],
    ['*', true],
    ['*;q=0', false],
    ['*, gzip;q=0', false],
    ['x-gzip-not', false],
  ])('answers %j with it: %s', (accepted, taken) => {
    expect(acceptsGzip(accepted)).toBe(taken);
  });

  it('is never one that lets a person in, or that is of one person', async () => {
    const feed = await t.as('linxiao').saves.openFeed({});
    for (const url of [feed.url.replace('/api/v1', ''), '/me/export', '/me'])
      expect(
        (await t.send(url, { as: 'linxiao', headers: gzip })).headers['content-encoding'],
      ).toBeUndefined();
  });
});

describe('the description of the API', () => {
  it.each(['/api/v1/openapi.json', '/docs/json'])(
    '%s is made once, compressed and recognised',
    async (url) => {
      const made = jest.spyOn(t.app, 'swagger');
      const get = (headers: Record<string, string> = {}) => t.app.inject({ url, headers });
      const plain = await get();
      expect(plain.json().openapi).toBe('3.1.0');
      const small = await get({ 'accept-encoding': 'gzip' });
      expect(gunzipSync(small.rawPayload).toString()).toBe(plain.body);
      expect(small.rawPayload.length * 5).toBeLessThan(plain.body.length);
      expect((await get({ 'if-none-match': String(plain.headers.etag) })).statusCode).toBe(304);
      expect(made.mock.calls.length).toBeLessThanOrEqual(1);
    },
  );

  it('costs a fraction of making it', async () => {
    const spent = async (work: () => unknown) => {
      const before = process.cpuUsage();
      for (let n = 0; n < 20; n++) await work();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await t.app.inject('/api/v1/openapi.json');
    const asking = await spent(() =>
      t.app.inject({ url: '/api/v1/openapi.json', headers: { 'accept-encoding': 'gzip' } }),
    );
    const making = await spent(() => gzipSync(JSON.stringify(t.app.swagger())));
    expect(asking * 2).toBeLessThan(making);
  });
});
