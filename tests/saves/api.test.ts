import type { Progress } from '@qihang/shared/jobs/progress';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { testNow } from '../support/clock';
import { jobDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { codeFor, fillRoster, rosterCsv } from '../support/roster';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const publish = (change: Parameters<typeof jobDraft>[0] = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft(change) });
const save = (who: PersonKey, id: string, progress: Progress = 'saved', note?: string | null) =>
  t.as(who).saves.save({ params: { id }, body: { progress, ...(note === undefined ? {} : { note }) } });
const hide = (id: string) =>
  t
    .as('wanglaoshi')
    .moderation.hide({ body: { target: { type: 'job', id }, reason: 'other', note: '核实' } });

describe('PUT /jobs/:id/saved', () => {
  it('asks a visitor to sign in', async () => {
    const { id } = await publish();
    const problem = await problemOf(t.as().saves.save({ params: { id }, body: {} }));
    expect(problem).toMatchObject({ status: 401, code: 'session.required' });
  });

  it('saves, moves on, and keeps a note that is not named', async () => {
    const { id } = await publish();
    expect(await t.as('linxiao').saves.save({ params: { id }, body: { note: '问学长' } })).toEqual({
      jobId: id,
      progress: 'saved',
      note: '问学长',
      savedAt: testNow.toISOString(),
      updatedAt: testNow.toISOString(),
    });
    t.clock.advance(60_000);
    const moved = await save('linxiao', id, 'interview');
    expect(moved).toMatchObject({ progress: 'interview', note: '问学长', savedAt: testNow.toISOString() });
    expect(moved.updatedAt).not.toBe(moved.savedAt);
    expect(await save('linxiao', id, 'offer', null)).toMatchObject({ note: null });
  });

  it.each([
    [{ progress: 'won' }, 'progress'],
    [{ note: '长'.repeat(501) }, 'note'],
    [{ note: 'a\u0000b' }, 'note'],
    [{ colour: 'red' }, 'colour'],
  ])('refuses %j', async (body, path) => {
    const { id } = await publish();
    const response = await t.send(`/jobs/${id}/saved`, { method: 'PUT', as: 'linxiao', body });
    expect([response.statusCode, response.json().errors[0].path]).toEqual([400, path]);
  });

  it('takes no job that is not there, hidden, or of a board that is off', async () => {
    const { id } = await publish();
    expect(await problemOf(save('linxiao', 'nothing'))).toMatchObject({ status: 404 });
    await hide(id);
    expect(await problemOf(save('linxiao', id))).toMatchObject({ status: 404 });
    const { id: other } = await publish();
    await save('linxiao', other);
    await t.as('admin').boards.update({ params: { slug: 'jobs' }, body: { enabled: false } });
    expect(await problemOf(save('linxiao', other))).toMatchObject({ status: 404 });
    expect((await t.as('linxiao').saves.list({})).items).toMatchObject([{ jobId: other, job: null }]);
    expect((await t.as('linxiao').saves.calendar({})).items).toEqual([]);
  });

  it('survives being pressed twice at once', async () => {
    const { id } = await publish();
    await Promise.all([save('linxiao', id), save('linxiao', id, 'applied')]);
    expect((await t.as('linxiao').saves.list({})).items).toHaveLength(1);
  });
});

describe('DELETE /jobs/:id/saved', () => {
  it('forgets it, also twice and when the job is gone', async () => {
    const { id } = await publish();
    await save('linxiao', id);
    await hide(id);
    for (let i = 0; i < 2; i++) await t.as('linxiao').saves.remove({ params: { id } });
    expect((await t.as('linxiao').saves.list({})).items).toEqual([]);
  });
});

describe('what one saves', () => {
  it('is shown to that person and nobody else', async () => {
    const { id } = await publish();
    await save('linxiao', id, 'applied', '只给自己看');
    const saved = async (who?: PersonKey) => {
      const listed = (await t.as(who).jobs.list({})).items[0]?.viewer.saved;
      const detail = (await t.as(who).jobs.detail({ params: { id } })).viewer.saved;
      return [listed, detail];
    };
    expect(await saved('linxiao')).toEqual(['applied', 'applied']);
    for (const who of [undefined, 'zhaoyu', 'chenyiming', 'wanglaoshi', 'admin'] as const) {
      expect(await saved(who)).toEqual([null, null]);
      if (!who) continue;
      expect((await t.as(who).saves.list({})).items).toEqual([]);
      expect((await t.as(who).saves.calendar({})).items).toEqual([]);
      await t.as(who).saves.remove({ params: { id } });
    }
    expect((await t.as('linxiao').saves.list({})).items).toMatchObject([
      { progress: 'applied', note: '只给自己看' },
    ]);
    for (const path of ['/jobs', `/jobs/${id}`, '/search?q=整车', '/audit']) {
      expect((await t.send(encodeURI(path), { as: 'admin' })).body).not.toContain('只给自己看');
    }
  });

  it('costs a visitor of the list no query, and somebody signed in the same few however long it is', async () => {
    const queries = async (who?: PersonKey) => {
      await t.as(who).jobs.list({});
      const select = jest.spyOn(t.context.db.read, 'select');
      await t.as(who).jobs.list({});
      const count = select.mock.calls.length;
      select.mockRestore();
      return count;
    };
    await publish();
    const signedIn = await queries('linxiao');
    for (let i = 0; i < 5; i++) await publish();
    expect(await queries()).toBe(0);
    // The profile, the school's majors, and what this person saved and reported; who asks is a prepared query.
    expect([signedIn, await queries('linxiao')]).toEqual([3, 3]);
  });
});

describe('GET /me/saved', () => {
  it('asks a visitor to sign in', async () => {
    expect(await problemOf(t.as().saves.list({}))).toMatchObject({ status: 401 });
  });

  it('lists by progress, the last touched first, with counts of all', async () => {
    for (const [title, progress] of [
      ['甲岗位', 'saved'],
      ['乙岗位', 'interview'],
      ['丙岗位', 'saved'],
    ] as const) {
      const { id } = await publish({ title });
      t.clock.advance(60_000);
      await save('linxiao', id, progress);
    }
    const titles = async (progress?: Progress[]) => {
      const { items, counts } = await t.as('linxiao').saves.list({ query: progress ? { progress } : {} });
      expect(counts).toEqual({ saved: 2, applied: 0, 'written-test': 0, interview: 1, offer: 0, dropped: 0 });
      return items.map(({ job }) => job?.title);
    };
    expect(await titles()).toEqual(['丙岗位', '乙岗位', '甲岗位']);
    expect(await titles(['saved'])).toEqual(['丙岗位', '甲岗位']);
    expect(await titles(['offer', 'interview'])).toEqual(['乙岗位']);
  });

  it('shows a job that is out of sight as gone, without a word of it', async () => {
    const { id } = await publish({ title: '被撤下的岗位' });
    await save('linxiao', id, 'applied');
    await hide(id);
    const { items } = await t.as('linxiao').saves.list({});
    expect(items).toMatchObject([{ jobId: id, job: null, progress: 'applied' }]);
    expect(JSON.stringify(items)).not.toContain('被撤下');
  });

  it('joins pages without gap or repeat', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push((await publish({ title: `岗位 ${i}` })).id);
    for (const id of ids) await save('linxiao', id);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await t.as('linxiao').saves.list({ query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ jobId }) => jobId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.sort()).toEqual(ids.sort());
    expect((await t.send('/me/saved?cursor=x', { as: 'linxiao' })).json().code).toBe('cursor.invalid');
  });
});

async function saveSome() {
  const [dated, timed, open, dropped, hidden] = [
    await publish({ title: '当天截止', deadline: '2026-12-06' }),
    await publish({ title: '六点截止', deadline: '2026-12-06T18:00' }),
    await publish({ title: '长期招聘', deadline: null, recheckOn: '2026-12-01' }),
    await publish({ title: '放弃的' }),
    await publish({ title: '撤下的' }),
  ];
  for (const { id } of [dated, timed, open, hidden]) await save('linxiao', id);
  await save('linxiao', dropped.id, 'dropped');
  await hide(hidden.id);
  return { dated, timed, open };
}

describe('GET /me/calendar', () => {
  it('gives deadlines and re-check days in order of time', async () => {
    const { dated, timed, open } = await saveSome();
    const { items } = await t.as('linxiao').saves.calendar({});
    expect(items).toMatchObject([
      {
        kind: 'recheck',
        day: '2026-12-01',
        time: null,
        at: '2026-12-01T16:00:00.000Z',
        job: { id: open.id },
      },
      {
        kind: 'deadline',
        day: '2026-12-06',
        time: '18:00',
        at: '2026-12-06T10:00:00.000Z',
        job: { id: timed.id },
      },
      {
        kind: 'deadline',
        day: '2026-12-06',
        time: null,
        at: '2026-12-06T16:00:00.000Z',
        job: { id: dated.id, title: '当天截止', company: '岚山新能源科技' },
      },
    ]);
  });

  it.each([
    ['from=2026-12-02', ['六点截止', '当天截止']],
    ['from=2026-12-06&to=2026-12-06', ['六点截止', '当天截止']],
    ['from=2026-12-07', []],
    ['to=2026-12-01', ['长期招聘']],
    ['from=2026-11-01&to=2026-11-30', []],
  ])('?%s', async (query, titles) => {
    await saveSome();
    const { items } = (await t.send(`/me/calendar?${query}`, { as: 'linxiao' })).json();
    expect(items.map(({ job }: { job: { title: string } }) => job.title)).toEqual(titles);
  });

  it('refuses days that are none, the wrong way round or too many', async () => {
    for (const query of [
      'from=2026-02-30',
      'from=2026-12-02&to=2026-12-01',
      'from=2026-01-01&to=2028-01-01',
    ]) {
      expect((await t.send(`/me/calendar?${query}`, { as: 'linxiao' })).statusCode).toBe(400);
    }
    expect((await t.send('/me/calendar')).statusCode).toBe(401);
  });
});

const fileOf = (response: { body: string }) => response.body.replace(/\r\n /g, '');

describe('GET /me/calendar.ics', () => {
  it('gives the same days as a calendar file', async () => {
    const { dated } = await saveSome();
    const response = await t.send('/me/calendar.ics', { as: 'linxiao' });
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    const file = fileOf(response);
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(file).toContain(`UID:deadline-${dated.id}@qihang\r\n`);
    expect(file).toContain('SUMMARY:投递截止：当天截止\r\n');
    expect(file).toContain('DTEND:20261206T160000Z\r\n');
    expect((await t.send('/me/calendar.ics')).json().code).toBe('session.required');
  });
});

describe('the calendar feed', () => {
  const open = async (who: PersonKey) => (await t.as(who).saves.openFeed({})).url.replace('/api/v1', '');

  it('is read without signing in by whoever has its address', async () => {
    await saveSome();
    const url = await open('linxiao');
    expect(url).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    const response = await t.send(url);
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(fileOf(response).match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(response.body).toBe((await t.send('/me/calendar.ics', { as: 'linxiao' })).body);
  });

  it('shows the calendar of its owner alone', async () => {
    await saveSome();
    expect(fileOf(await t.send(await open('zhaoyu')))).not.toContain('BEGIN:VEVENT');
  });

  it('dies when it is revoked or made anew', async () => {
    const first = await open('linxiao');
    const second = await open('linxiao');
    expect((await t.send(first)).json()).toMatchObject({ status: 404, code: 'resource.not-found' });
    expect((await t.send(second)).statusCode).toBe(200);
    await t.as('zhaoyu').saves.closeFeed({});
    expect((await t.send(second)).statusCode).toBe(200);
    for (let i = 0; i < 2; i++) await t.as('linxiao').saves.closeFeed({});
    expect((await t.send(second)).statusCode).toBe(404);
  });

  it('says since when there is one, and never again where', async () => {
    expect(await t.as('linxiao').saves.myFeed({})).toEqual({ createdAt: null });
    const url = await open('linxiao');
    t.clock.advance(60_000);
    const told = await t.send('/me/calendar-feed', { as: 'linxiao' });
    expect(told.json()).toEqual({ createdAt: new Date(t.clock.now().getTime() - 60_000).toISOString() });
    expect(told.body).not.toContain(url.slice('/calendar/'.length, -'.ics'.length));
    expect(await t.as('zhaoyu').saves.myFeed({})).toEqual({ createdAt: null });
  });

  describe('ends, at once and for its owner alone,', () => {
    async function bind(who: PersonKey): Promise<void> {
      await fillRoster(t, [
        { studentNo: '2023080101', name: '林晓' },
        { studentNo: '2023080102', name: '方然' },
      ]);
      const claim = { studentNo: '2023080101', name: '林晓', code: await codeFor(t) };
      await t.as(who).verification.verify({ body: claim });
    }

    async function dies(end: () => Promise<unknown>): Promise<void> {
      const [mine, other] = [await open('linxiao'), await open('zhaoyu')];
      expect((await t.send(mine)).statusCode).toBe(200);
      await end();
      expect((await t.send(mine)).json()).toMatchObject({ status: 404, code: 'resource.not-found' });
      expect((await t.send(other)).statusCode).toBe(200);
    }

    it('when its owner signs out everywhere, and not where one device is signed out', async () => {
      const url = await open('chenyiming');
      await t.as('chenyiming').session.end({});
      expect((await t.send(url)).statusCode).toBe(200);
      await dies(() => t.as('linxiao').session.endAll({}));
    });

    it('when its owner asks for the account to be erased, also once that is taken back', async () => {
      await dies(() => t.as('linxiao')['my-data'].leave({ body: { posts: 'keep' } }));
    });

    it('when a teacher frees the number of its owner', async () => {
      await bind('linxiao');
      await dies(async () => {
        const { items } = await t.as('wanglaoshi').roster.list({ query: {} });
        const bound = items.find(({ boundAt }) => boundAt !== null);
        await t
          .as('wanglaoshi')
          .roster.unbind({ params: { id: bound?.id ?? '' }, body: { reason: '换了人' } });
      });
    });

    it('when its owner is no longer in the roster', async () => {
      await bind('linxiao');
      await dies(async () => {
        const { roster } = t.as('admin');
        // A roster of the same year and college without the one who is bound.
        const file = {
          name: '名册.csv',
          content: Buffer.from(rosterCsv([{ studentNo: '2023080102', name: '方然' }])),
        };
        const { digest } = await roster.preview({ file });
        expect(await roster.apply({ file, query: { digest, leave: true } })).toMatchObject({ left: 1 });
      });
    });
  });

  it('keeps no address that a leaked table would give away', async () => {
    const url = await open('linxiao');
    const token = url.replace('/calendar/', '').replace('.ics', '');
    const { db } = t.context;
    const rows = await db.read.select().from(db.tables.calendarFeeds);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each([
    ['/calendar/short.ics', 400],
    [`/calendar/${'a'.repeat(43)}.ics`, 404],
    [`/calendar/${'a'.repeat(43)}`, 404],
    ['/calendar/..%2f..%2fetc.ics', 400],
  ])('answers %s with %i', async (url, status) => {
    expect((await t.send(url)).statusCode).toBe(status);
  });

  it('is made and revoked by its owner', async () => {
    expect(await problemOf(t.as().saves.openFeed({}))).toMatchObject({ status: 401 });
    expect(await problemOf(t.as().saves.closeFeed({}))).toMatchObject({ status: 401 });
  });
});
