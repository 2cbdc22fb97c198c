// The life of articles and jobs over the real API: drafts, review, schedule, withdrawal, and what readers see meanwhile.
import { type ReviewedType, reviewedTypes } from '@qihang/shared/content/vocabulary';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';
import { type Person, type SignedIn, seedPeople } from '../support/people';

const players = {
  author: { name: '骨干甲', role: 'lead' },
  colleague: { name: '骨干乙', role: 'lead' },
  teacher: { name: '师者甲', role: 'teacher' },
  admin: { name: '管理甲', role: 'admin' },
} as const satisfies Record<string, Person>;
type Player = keyof typeof players;

let t: TestApp;
let people: Record<Player, SignedIn>;
beforeAll(async () => {
  t = await startTestApp();
  people = await seedPeople(t.context, players);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

const boards = { post: 'guidance', job: 'jobs' } as const;
/** A word of the title, by which search finds a piece. */
const words = { post: '三方协议', job: '热管理' } as const;

interface Piece {
  id: string;
  version: number;
  state: string;
  life: string;
  publishedAt: string;
  title: string;
  unfinished: Record<string, unknown> | null;
  schedule: { publishAt: string | null; unpublishAt: string | null } | null;
  returned: { by: string; at: string; note: string } | null;
  seen: { now: boolean; why: string };
  viewer: { can: string[] };
}

interface Answer {
  status: number;
  code: string | undefined;
  errors: { path: string; message: string }[] | undefined;
  piece: Piece;
}

/** One kind, spoken to by the routes that both have. */
function over(type: ReviewedType) {
  const base = `/${type}s`;
  async function call(by: Player, method: 'POST' | 'PATCH' | 'DELETE' | 'GET', path: string, body?: object) {
    const { token } = people[by];
    const response = await t.send(path, { method, token, ...(body ? { body } : {}) });
    const answer = response.body === '' ? {} : response.json();
    return { status: response.statusCode, code: answer.code, errors: answer.errors, piece: answer } as Answer;
  }
  const whole = type === 'post' ? postDraft() : jobDraft();
  const fields: Record<string, unknown> = { ...whole };
  delete fields.board;
  return {
    fields,
    create: (by: Player = 'author') => call(by, 'POST', base, whole),
    draft: (change: object = fields, by: Player = 'author') =>
      call(by, 'POST', `${base}/drafts`, { board: boards[type], ...change }),
    show: (id: string, by: Player = 'author') => call(by, 'GET', `${base}/${id}`),
    save: (piece: { id: string; version: number }, change: object, by: Player = 'author') =>
      call(by, 'PATCH', `${base}/${piece.id}`, { version: piece.version, ...change }),
    act: (name: string, id: string, body?: object, by: Player = 'author') =>
      call(by, 'POST', `${base}/${id}/${name}`, body),
    discard: (id: string, by: Player = 'author') => call(by, 'DELETE', `${base}/${id}`),
    judge: (
      name: 'approve' | 'return',
      piece: { id: string; version: number },
      by: Player,
      note = '来源打不开',
    ) =>
      call(by, 'POST', `/moderation/${name}`, {
        target: { type, id: piece.id },
        version: piece.version,
        ...(name === 'return' ? { note } : {}),
      }),
    /** What readers are told: the page, the list, the search, today's count of the board. */
    async readers(id: string) {
      const page = (await t.send(`${base}/${id}`)).statusCode === 200;
      const list = (await t.send(`${base}?board=${boards[type]}`)).json().items as { id: string }[];
      const found = (await t.as().search.search({ query: { q: words[type] } })).items;
      const { items } = await t.as().boards.list({});
      const { today } = items.find(({ slug }) => slug === boards[type])?.activity ?? { today: -1 };
      return [page, list.some((one) => one.id === id), found.length > 0, today > 0];
    },
  };
}

const nowhere = [false, false, false, false];
const everywhere = [true, true, true, true];

const review = (type: ReviewedType, policy: 'direct' | 'second-person' | 'teacher') =>
  t.as('admin').boards.update({ params: { slug: boards[type] }, body: { review: policy } });

describe.each(reviewedTypes)('a %s', (type) => {
  const { fields, create, draft, show, save, act, discard, judge, readers } = over(type);

  describe('as a draft', () => {
    it('is saved as such only as long as it is one', async () => {
      const { id, version } = (await draft()).piece;
      expect((await save({ id, version }, { title: '打到一半', draftOnly: true })).status).toBe(200);
      expect((await save({ id, version: version + 1 }, { ...fields, draftOnly: true })).status).toBe(200);
      expect((await act('publish', id)).status).toBe(200);
      const late = await save({ id, version: version + 2 }, { title: '另一台设备上打的', draftOnly: true });
      expect([late.status, late.code]).toEqual([409, 'version.stale']);
      expect((await show(id)).piece.title).toBe(fields.title);
    });

    it('keeps everything typed, however unfinished, for its author alone', async () => {
      const typed =
        type === 'post'
          ? {
              title: '',
              markdown: '写到一半 **',
              pinnedUntil: '后天',
              cover: 'x',
              source: { name: '', url: 'http' },
            }
          : {
              title: '工',
              kind: null,
              cities: ['', '宁'],
              salary: { min: null, max: 3, unit: 'month' },
              deadline: '2026-13-45',
              apply: { email: 'hr@' },
              source: { url: 'javascript:1' },
            };
      const begun = await draft(typed);
      expect([begun.status, begun.piece]).toEqual([201, { id: begun.piece.id, state: 'draft', version: 1 }]);
      const { id } = begun.piece;
      const { piece } = await show(id);
      expect(piece.unfinished).toMatchObject(typed);
      expect([piece.state, piece.life, piece.seen]).toEqual([
        'draft',
        'draft',
        { now: false, why: '还是草稿，只有作者能看到' },
      ]);
      for (const other of ['colleague', 'teacher', 'admin'] as const)
        expect([other, (await show(id, other)).status]).toEqual([other, 404]);
      expect(await readers(id)).toEqual(nowhere);
      const saved = await save(piece, { title: '　又打了几个字 ' });
      expect([saved.status, saved.piece.unfinished]).toEqual([
        200,
        { ...piece.unfinished, title: '　又打了几个字 ' },
      ]);
      expect((await save(piece, { title: '旧的' })).code).toBe('version.stale');
    });

    it('is refused beside each field that is not whole, and stays as it was', async () => {
      const typed =
        type === 'post'
          ? {
              ...fields,
              title: '\u200b\u3164\u200b',
              cover: 'x',
              source: { name: '网站', url: 'javascript:alert(1)' },
            }
          : {
              ...fields,
              title: '\u200b\u3164\u200b',
              company: '',
              kind: null,
              apply: { url: 'javascript:alert(1)' },
            };
      const wrong =
        type === 'post' ? ['cover', 'source.url', 'title'] : ['apply.url', 'company', 'kind', 'title'];
      const { id } = (await draft(typed)).piece;
      const publishAt = new Date(t.clock.now().getTime() + hourMs).toISOString();
      for (const [name, body] of [
        ['submit', {}],
        ['publish', {}],
        ['schedule', { publishAt }],
      ] as const) {
        const { status, errors = [] } = await act(name, id, body);
        expect([name, status, errors.map(({ path }) => path).sort()]).toEqual([name, 400, wrong]);
        for (const { message } of errors) expect(message).toMatch(/[一-龥]/);
      }
      const { piece } = await show(id);
      expect([piece.state, piece.unfinished]).toEqual(['draft', expect.objectContaining(typed)]);
    });

    it('is published when it is whole, at that instant', async () => {
      const { id } = (await draft()).piece;
      t.clock.advance(5 * hourMs);
      const now = t.clock.now().toISOString();
      const { status, piece } = await act('publish', id);
      expect([status, piece.life, piece.publishedAt, piece.unfinished]).toEqual([
        200,
        'published',
        now,
        null,
      ]);
      expect(piece.seen).toEqual({ now: true, why: '已公开' });
      expect(await readers(id)).toEqual(everywhere);
      expect((await act('publish', id)).code).toBe('moderation.already-done');
    });

    it('is discarded by its author, and by nobody once it is more', async () => {
      const { id } = (await draft()).piece;
      for (const other of ['colleague', 'admin'] as const)
        expect((await discard(id, other)).status).toBe(404);
      expect((await discard(id)).status).toBe(204);
      expect((await show(id)).status).toBe(404);
      const published = (await create()).piece;
      expect((await discard(published.id)).code).toBe('moderation.already-done');
      expect((await discard(published.id, 'colleague')).code).toBe('action.forbidden');
    });

    it('may only be unfinished while it is one', async () => {
      const { piece } = await create();
      const { status, errors } = await save(piece, { title: '', ...(type === 'job' ? { kind: null } : {}) });
      expect([status, errors?.map(({ path }) => path).sort()]).toEqual([
        400,
        type === 'job' ? ['kind', 'title'] : ['title'],
      ]);
    });
  });

  describe('on a board that reviews', () => {
    it('waits for another person, and is seen when approved', async () => {
      await review(type, 'second-person');
      const { status, piece } = await create();
      expect([status, piece.state, piece.seen.why]).toEqual([201, 'in-review', '在等审核，通过后马上公开']);
      expect(await readers(piece.id)).toEqual(nowhere);
      expect((await judge('approve', piece, 'author')).code).toBe('action.forbidden');
      expect((await act('publish', piece.id)).code).toBe('moderation.already-done');
      const seen = await show(piece.id, 'colleague');
      expect(seen.piece.viewer.can).toEqual(expect.arrayContaining(['approve', 'return']));
      t.clock.advance(30 * minuteMs);
      const at = t.clock.now().toISOString();
      expect((await judge('approve', piece, 'colleague')).status).toBe(204);
      const { piece: approved } = await show(piece.id);
      expect([approved.life, approved.publishedAt]).toEqual(['published', at]);
      expect(await readers(piece.id)).toEqual(everywhere);
      expect((await judge('approve', piece, 'teacher')).code).toBe('moderation.already-done');
      const { auditLog } = t.context.db.tables;
      const [entry] = await t.context.db.read.select().from(auditLog);
      expect(entry).toMatchObject({ action: 'boards.update' });
      const acts = (await t.context.db.read.select().from(auditLog)).map(({ action }) => action);
      expect(acts).toEqual(['boards.update', 'moderation.approve']);
    });

    it('is approved by teachers alone where the policy says so', async () => {
      await review(type, 'teacher');
      const { piece } = await create();
      expect((await show(piece.id, 'colleague')).piece.viewer.can).not.toContain('approve');
      expect((await judge('approve', piece, 'colleague')).code).toBe('action.forbidden');
      expect((await judge('return', piece, 'colleague')).code).toBe('action.forbidden');
      expect((await judge('approve', piece, 'teacher')).status).toBe(204);
      const own = (await create('teacher')).piece;
      expect((await judge('approve', own, 'teacher')).code).toBe('action.forbidden');
      expect((await judge('approve', own, 'admin')).status).toBe(204);
    });

    it('is sent back with a note, mended and sent again', async () => {
      await review(type, 'second-person');
      const { piece } = await create();
      expect((await judge('return', piece, 'colleague', '标题写清楚届别')).status).toBe(204);
      const returned = (await show(piece.id)).piece;
      expect([returned.state, returned.returned, returned.seen]).toEqual([
        'returned',
        {
          by: expect.stringContaining('骨干乙'),
          at: t.clock.now().toISOString(),
          note: '标题写清楚届别',
          reasons: [],
          marks: [],
          appealable: true,
          appeal: null,
        },
        { now: false, why: '被退回，改好再送审或发布才会公开：标题写清楚届别' },
      ]);
      expect(returned.unfinished).toMatchObject({ title: returned.title });
      expect((await act('publish', piece.id)).code).toBe('review.required');
      const half = await save(returned, { title: '' });
      expect([half.status, half.piece.unfinished?.title]).toEqual([200, '']);
      await save(half.piece, { title: '2027 届：改过的标题' });
      const again = await act('submit', piece.id);
      expect([again.status, again.piece.state, again.piece.returned, again.piece.unfinished]).toEqual([
        200,
        'in-review',
        null,
        null,
      ]);
      expect(again.piece.title).toBe('2027 届：改过的标题');
    });

    it('is approved in the version that was read, and in no other', async () => {
      await review(type, 'second-person');
      const { piece } = await create();
      const changed = (await save(piece, { title: '送审以后又改的标题' })).piece;
      expect((await judge('approve', piece, 'colleague')).code).toBe('version.stale');
      expect((await judge('return', piece, 'colleague')).code).toBe('version.stale');
      expect((await judge('approve', changed, 'colleague')).status).toBe(204);
    });

    it('is recalled to go on writing', async () => {
      await review(type, 'second-person');
      const { piece } = await create();
      expect((await act('recall', piece.id, undefined, 'colleague')).code).toBe('action.forbidden');
      const recalled = await act('recall', piece.id);
      expect([recalled.piece.state, recalled.piece.unfinished]).toEqual([
        'draft',
        expect.objectContaining({ title: piece.title }),
      ]);
      expect((await show(piece.id, 'colleague')).status).toBe(404);
      expect((await judge('approve', piece, 'colleague')).status).toBe(404);
    });

    it('keeps what readers see until a change is reviewed, too', async () => {
      await review(type, 'second-person');
      const { piece } = await create();
      await judge('approve', piece, 'colleague');
      const before = (await t.send(`/${type}s/${piece.id}`)).json();
      const refused = await save(piece, { title: '没人审过的标题' });
      expect([refused.status, refused.code]).toEqual([409, 'review.required']);
      expect((await show(piece.id)).piece.viewer.can).not.toContain('edit');
      expect((await t.send(`/${type}s/${piece.id}`)).json()).toEqual(before);
      // A colleague, who might approve it, may.
      expect((await save(piece, { title: '同事改的错别字' }, 'colleague')).status).toBe(200);
      // The author withdraws it, changes it, and sends it to review.
      await act('withdraw', piece.id);
      const changed = await save({ ...piece, version: 2 }, { title: '改过再审的标题' });
      expect((await act('publish', piece.id)).code).toBe('review.required');
      expect((await act('submit', piece.id)).piece.state).toBe('in-review');
      expect(await readers(piece.id)).toEqual(nowhere);
      expect((await judge('approve', changed.piece, 'teacher')).status).toBe(204);
      const { piece: again } = await show(piece.id);
      // It is no news: readers have known it.
      expect([again.life, again.publishedAt]).toEqual(['published', before.publishedAt]);
    });

    it('leaves nothing stuck when the policy changes', async () => {
      await review(type, 'teacher');
      const waiting = (await create()).piece;
      const other = (await create('colleague')).piece;
      await review(type, 'direct');
      expect((await judge('approve', waiting, 'colleague')).status).toBe(204);
      await act('recall', other.id, undefined, 'colleague');
      expect((await act('publish', other.id, undefined, 'colleague')).piece.life).toBe('published');
    });

    it('looks at what was scheduled while nobody reviewed', async () => {
      const publishAt = new Date(t.clock.now().getTime() + hourMs).toISOString();
      const { id, version } = (await draft()).piece;
      expect((await act('schedule', id, { publishAt })).piece.state).toBe('scheduled');
      await review(type, 'second-person');
      const { piece } = await show(id);
      expect([piece.state, piece.schedule?.publishAt]).toEqual(['in-review', publishAt]);
      t.clock.advance(2 * hourMs);
      await t.runTasks();
      expect(await readers(id)).toEqual(nowhere);
      expect((await judge('approve', { id, version }, 'colleague')).status).toBe(204);
      expect((await show(id)).piece.life).toBe('published');
    });
  });

  describe('with a schedule', () => {
    const inHours = (hours: number) => new Date(t.clock.now().getTime() + hours * hourMs).toISOString();

    it('comes and goes to the minute', async () => {
      const { id } = (await draft()).piece;
      const [publishAt, unpublishAt] = [inHours(1), inHours(48)];
      const { status, piece } = await act('schedule', id, { publishAt, unpublishAt });
      expect([status, piece.state, piece.schedule]).toEqual([200, 'scheduled', { publishAt, unpublishAt }]);
      expect(piece.seen.why).toMatch(/^计划 .+ 公开，.+ 下架$/);
      await t.runTasks();
      expect(await readers(id)).toEqual(nowhere);
      t.clock.set(new Date(Date.parse(publishAt) - 1).toISOString());
      await t.runTasks();
      expect(await readers(id)).toEqual(nowhere);
      t.clock.set(publishAt);
      await t.runTasks();
      expect(await readers(id)).toEqual(everywhere);
      const shown = (await show(id)).piece;
      expect([shown.publishedAt, shown.schedule, shown.version]).toEqual([
        publishAt,
        { publishAt: null, unpublishAt },
        piece.version,
      ]);
      // Readers learn of no plans.
      const { schedule, seen } = (await t.send(`/${type}s/${id}`)).json() as Piece;
      expect([schedule, seen]).toEqual([null, { now: true, why: '已公开' }]);
      t.clock.set(unpublishAt);
      await t.runTasks();
      expect(await readers(id)).toEqual(nowhere);
      const gone = (await show(id)).piece;
      expect([gone.state, gone.schedule, gone.seen]).toEqual([
        'withdrawn',
        null,
        { now: false, why: '已经按计划下架' },
      ]);
    });

    it('is told beside the field what is wrong with a time', async () => {
      const { id } = (await draft()).piece;
      const said = async (body: object) =>
        (await act('schedule', id, body)).errors?.map(({ path, message }) => [path, message]);
      expect(await said({})).toEqual([['publishAt', '请选发布时间']]);
      expect(await said({ publishAt: inHours(-1) })).toEqual([
        ['publishAt', '发布时间已经过了，请选一个以后的时间'],
      ]);
      expect(await said({ publishAt: inHours(0) })).toHaveLength(1);
      expect(await said({ publishAt: inHours(3), unpublishAt: inHours(3) })).toEqual([
        ['unpublishAt', '下架时间要晚于发布时间'],
      ]);
      expect(await said({ publishAt: inHours(24 * 400) })).toEqual([
        ['publishAt', '发布时间最多可以定在一年以内'],
      ]);
      expect(await said({ publishAt: '2026-11-31T08:00:00Z' })).toEqual([['publishAt', '时间的格式不对']]);
      expect(await said({ publishAt: inHours(-2), unpublishAt: inHours(-1) })).toHaveLength(2);
      expect((await show(id)).piece.state).toBe('draft');
    });

    it('has its times changed, is published at once, or becomes a draft again', async () => {
      const { id } = (await draft()).piece;
      await act('schedule', id, { publishAt: inHours(1), unpublishAt: inHours(9) });
      const moved = (await act('schedule', id, { publishAt: inHours(2) })).piece;
      expect(moved.schedule).toEqual({ publishAt: inHours(2), unpublishAt: inHours(9) });
      expect((await act('schedule', id, { publishAt: null })).errors?.[0]?.path).toBe('publishAt');
      expect((await act('schedule', id, { unpublishAt: inHours(1) })).errors?.[0]?.path).toBe('unpublishAt');
      const recalled = (await act('recall', id)).piece;
      expect([recalled.state, recalled.schedule]).toEqual(['draft', null]);
      await act('schedule', id, { publishAt: inHours(1), unpublishAt: inHours(9) });
      const now = (await act('publish', id)).piece;
      expect([now.life, now.publishedAt, now.schedule]).toEqual([
        'published',
        inHours(0),
        { publishAt: null, unpublishAt: inHours(9) },
      ]);
      expect((await act('schedule', id, { publishAt: inHours(1) })).errors?.[0]?.path).toBe('publishAt');
      expect((await act('schedule', id, { unpublishAt: null })).piece.schedule).toBeNull();
    });

    it('is withdrawn before its time, and new when it is published later', async () => {
      const { id } = (await draft()).piece;
      await act('schedule', id, { publishAt: inHours(1) });
      expect((await act('withdraw', id)).piece.state).toBe('withdrawn');
      t.clock.advance(3 * hourMs);
      await t.runTasks();
      expect(await readers(id)).toEqual(nowhere);
      expect((await act('publish', id)).piece.publishedAt).toBe(inHours(0));
    });

    it('is approved to come at the time its author wished', async () => {
      await review(type, 'second-person');
      const { id, version } = (await draft()).piece;
      expect((await act('schedule', id, { publishAt: inHours(1) })).code).toBe('review.required');
      const publishAt = inHours(5);
      const { piece } = await act('submit', id, { publishAt });
      expect([piece.state, piece.schedule]).toEqual(['in-review', { publishAt, unpublishAt: null }]);
      expect((await judge('approve', { id, version }, 'colleague')).status).toBe(204);
      expect((await show(id)).piece.state).toBe('scheduled');
      // Moderators may still send it back.
      expect((await judge('return', { id, version }, 'teacher')).status).toBe(204);
      await act('submit', id, { publishAt });
      await judge('approve', { id, version }, 'colleague');
      t.clock.set(publishAt);
      await t.runTasks();
      expect([(await show(id)).piece.publishedAt, await readers(id)]).toEqual([publishAt, everywhere]);
    });

    it('comes at its time also when the service was away, once', async () => {
      const { id } = (await draft()).piece;
      const publishAt = inHours(1);
      await act('schedule', id, { publishAt });
      t.clock.advance(30 * hourMs);
      await t.runTasks();
      await t.runTasks();
      expect((await show(id)).piece.publishedAt).toBe(publishAt);
      const both = (await draft()).piece.id;
      await act('schedule', both, { publishAt: inHours(1), unpublishAt: inHours(2) });
      t.clock.advance(3 * hourMs);
      await t.runTasks();
      expect((await show(both)).piece.state).toBe('withdrawn');
    });

    it('goes back to its author where it may no longer come, with the reason', async () => {
      const { id } = (await draft()).piece;
      await act('schedule', id, { publishAt: inHours(1) });
      await t.as('admin').boards.update({ params: { slug: boards[type] }, body: { enabled: false } });
      t.clock.advance(2 * hourMs);
      await t.runTasks();
      await t.as('admin').boards.update({ params: { slug: boards[type] }, body: { enabled: true } });
      const { piece } = await show(id);
      expect([piece.state, piece.returned]).toEqual([
        'returned',
        {
          by: '系统',
          at: inHours(0),
          note: '到了计划的时间，栏目停用了，没有发布',
          reasons: [],
          marks: [],
          appealable: false,
          appeal: null,
        },
      ]);
      expect(await readers(id)).toEqual(nowhere);
      // A source is demanded since.
      const bare = type === 'post' ? {} : { source: { origin: 'college' } };
      const other = (await draft({ ...fields, ...bare })).piece.id;
      expect((await act('schedule', other, { publishAt: inHours(1) })).status).toBe(200);
      await t.as('admin').boards.update({ params: { slug: boards[type] }, body: { sourceRequired: true } });
      t.clock.advance(2 * hourMs);
      await t.runTasks();
      expect((await show(other)).piece.returned?.note).toMatch(/没有发布：.+必须写明来源/);
    });

    it('leaves one that was hidden meanwhile hidden, and withdraws it when it is back', async () => {
      const { piece } = await create();
      await act('schedule', piece.id, { unpublishAt: inHours(1) });
      const target = { type, id: piece.id };
      await t.as('admin').moderation.hide({ body: { target, reason: 'other' } });
      t.clock.advance(2 * hourMs);
      await t.runTasks();
      expect((await show(piece.id)).piece.state).toBe('hidden');
      await t.as('admin').moderation.restore({ body: { target, note: '已更正' } });
      t.clock.advance(1 * minuteMs);
      await t.runTasks();
      expect((await show(piece.id)).piece.state).toBe('withdrawn');
    });
  });

  it('orders and counts by the instant it came before readers', async () => {
    const late = (await draft()).piece.id;
    t.clock.advance(30 * hourMs);
    const early = (await create()).piece.id;
    t.clock.advance(1 * hourMs);
    await act('publish', late);
    const list = (await t.send(`/${type}s?board=${boards[type]}`)).json().items as { id: string }[];
    expect(list.map(({ id }) => id)).toEqual([late, early]);
  });

  it('stays published as it was when it is withdrawn and put back', async () => {
    const { piece } = await create();
    await act('withdraw', piece.id);
    t.clock.advance(2 * hourMs);
    expect((await act('publish', piece.id)).piece.publishedAt).toBe(piece.publishedAt);
  });

  it('is led by nobody whose mute or term is against it', async () => {
    const { id } = (await draft()).piece;
    await create();
    const published = (await create()).piece;
    const body = { target: { type, id: published.id }, days: 1, reason: '反复发广告' };
    await t.withToken(people.teacher.token).moderation.mute({ body });
    for (const name of ['submit', 'publish']) expect((await act(name, id)).code).toBe('person.muted');
    const muted = await draft();
    expect(muted.code).toBe('person.muted');
  });
});

describe('a job', () => {
  const { fields, create, draft, show, act, judge, readers } = over('job');
  const inHours = (hours: number) => new Date(t.clock.now().getTime() + hours * hourMs).toISOString();

  it('is not scheduled for a time at which it is closed', async () => {
    const { id } = (await draft({ ...fields, deadline: '2026-12-01' })).piece;
    const refused = await act('schedule', id, { publishAt: '2026-12-02T00:00:00Z' });
    expect(refused.errors).toEqual([{ path: 'deadline', message: '到发布的时候，这个岗位已经截止了' }]);
    expect((await show(id)).piece.state).toBe('draft');
  });

  it('whose deadline passes in review is not approved any more', async () => {
    await review('job', 'second-person');
    const { id, version } = (await draft({ ...fields, deadline: '2026-11-21' })).piece;
    await act('submit', id);
    t.clock.set('2026-11-23T09:00+08:00');
    const { status, errors } = await judge('approve', { id, version }, 'colleague');
    expect([status, errors?.[0]?.path]).toEqual([400, 'deadline']);
    expect((await judge('return', { id, version }, 'colleague')).status).toBe(204);
  });

  it('goes back when its deadline passed while the service was away', async () => {
    const { id } = (await draft({ ...fields, deadline: '2026-11-21' })).piece;
    await act('schedule', id, { publishAt: inHours(1) });
    t.clock.set('2026-11-25T09:00+08:00');
    await t.runTasks();
    expect((await show(id)).piece.returned?.note).toContain('已经截止');
    expect(await readers(id)).toEqual(nowhere);
  });

  it('asks for a reason where the self-check warns, also of a draft', async () => {
    const doubtful = { ...fields, headcount: null };
    const { id } = (await draft(doubtful)).piece;
    expect((await act('submit', id)).code).toBe('job.lint-warnings');
    expect((await act('publish', id)).code).toBe('job.lint-warnings');
    expect((await act('publish', id, { overrideReason: '企业确认过' })).piece.life).toBe('published');
    const { auditLog } = t.context.db.tables;
    expect(await t.context.db.read.select().from(auditLog)).toMatchObject([
      { action: 'jobs.override', reason: '企业确认过' },
    ]);
  });

  it('of a draft is compared with nothing, filtered by nothing and waited for by nobody', async () => {
    const { id } = (await draft({ ...fields, deadline: '2026-11-21' })).piece;
    const { jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys } = t.context.db.tables;
    for (const table of [jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys])
      expect(await t.context.db.read.select().from(table)).toEqual([]);
    const mine = (await t.withToken(people.author.token).jobs.mine({})) as unknown as { items: Piece[] };
    expect(mine.items.map((one) => [one.id, one.state, one.seen.now])).toEqual([[id, 'draft', false]]);
    const waiting = await t.withToken(people.author.token).jobs.mine({ query: { show: 'waiting' } });
    expect([waiting.items, waiting.counts]).toEqual([[], { all: 1, waiting: 0 }]);
    await act('publish', id);
    for (const table of [jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys])
      expect(await t.context.db.read.select().from(table)).not.toEqual([]);
    const byCity = await t.as().jobs.list({ query: { city: ['宁波'] } });
    expect(byCity.items.map((one) => one.id)).toEqual([id]);
  });

  it('that is published later is the newest of its city', async () => {
    const late = (await draft()).piece.id;
    t.clock.advance(1 * hourMs);
    const early = (await create()).piece.id;
    t.clock.advance(1 * hourMs);
    await act('publish', late);
    const byCity = await t.as().jobs.list({ query: { city: ['宁波'] } });
    expect(byCity.items.map((one) => one.id)).toEqual([late, early]);
  });

  it('that is imported waits for another person, too', async () => {
    await review('job', 'second-person');
    const texts = {
      title: '热管理工程师',
      company: '岚山新能源',
      kind: '校招',
      cities: '宁波',
      degree: '本科',
      majors: '车辆工程',
      salary: '8000-12000元/月',
      headcount: '3',
      deadline: '2026-12-20',
      email: 'hr@lanshan-ne.example',
      source: '汽车学院',
      body: '负责热管理系统方案与零部件选型，跟进样车试验。',
    };
    const rows = [{ line: 2, texts }];
    const api = t.withToken(people.author.token).jobImport;
    const answer = await api.import({ body: { rows, overrideReason: '已和企业核对' } });
    const { jobId = '', status } = answer.rows[0] ?? {};
    expect([answer.inReview, status]).toEqual([true, 'imported']);
    expect(await readers(jobId ?? '')).toEqual(nowhere);
    const { piece } = await show(jobId ?? '');
    expect(piece.state).toBe('in-review');
    expect((await judge('approve', piece, 'author')).code).toBe('action.forbidden');
    expect((await judge('approve', piece, 'colleague')).status).toBe(204);
    expect(await readers(piece.id)).toEqual(everywhere);
  });
});
