import type { SearchDoc, SearchHitRow } from '@qihang/server/db/search/search-index';
import { maxCounted } from '@qihang/server/db/search/search-index';
import { type OpenTestDatabase, openTestDatabase } from '../support/database';
import { randomQuery, randomText, seeded } from './texts';
import { naivelyFound, naivelyInTitle } from './truth';

const boards = ['jobs', 'notices', 'questions'];
const start = Date.UTC(2026, 0, 1);
const minute = 60_000;
const day = 24 * 60 * minute;
const now = new Date(start);

const doc = (refId: string, title: string, body = '', more: Partial<SearchDoc> = {}): SearchDoc => ({
  type: 'job',
  refId,
  board: 'jobs',
  publishedAt: new Date(start),
  closesAt: null,
  title,
  body,
  ...more,
});

let db: OpenTestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  const { boards: table } = db.tables;
  await db.write(async (tx) => {
    await tx
      .insert(table)
      .values(
        boards.map((slug, position) => ({ slug, name: slug, kind: 'job' as const, position, postRoles: [] })),
      );
  });
  await db.keep();
});
beforeEach(() => db.restore());

afterAll(() => db.close());

const put = (docs: readonly SearchDoc[]) =>
  db.write(async (tx) => {
    for (const one of docs) await db.search.put(tx, one);
  });

/** Reads all pages, `limit` hits each. */
async function findAll(
  query: string,
  options: { at?: Date; board?: string; boards?: string[]; limit?: number } = {},
) {
  const limit = options.limit ?? 50;
  const all: SearchHitRow[] = [];
  for (let after: SearchHitRow | undefined; ; ) {
    const page = await db.search.search(db.read, query, { at: now, boards, ...options, limit, after });
    all.push(...page);
    after = page.at(-1);
    if (page.length < limit) return all;
  }
}

const idsFor = async (...args: Parameters<typeof findAll>) =>
  (await findAll(...args)).map(({ refId }) => refId);

describe('what is found', () => {
  beforeEach(() =>
    put([
      doc('accountant', '招聘会计一名', '会计师事务所，熟悉 MySQL'),
      doc('backend', 'Java 后端', '精通Ｃ＋＋与 Node.js，了解 R&D'),
      doc('teacher', '计算机教师', '师范类，党员'),
      doc('edge', '专业会', '计'),
      doc('ai', 'AI产品经理', '5G 三支一扶'),
    ]),
  );

  it.each([
    ['会计', ['accountant']],
    ['会计师', ['accountant']],
    ['计', ['accountant', 'edge', 'teacher']],
    ['党', ['teacher']],
    ['sql', ['accountant']],
    ['va', ['backend']],
    ['j', ['backend']],
    ['C++', ['backend']],
    ['c+', ['backend']],
    ['node.js', ['backend']],
    ['R&D', ['backend']],
    ['ＪＡＶＡ 后端', ['backend']],
    ['ai产品', ['ai']],
    ['产品 ai', ['ai']],
    ['5g', ['ai']],
    ['会计师范', []],
    ['专业会计', []],
    ['会计 java', []],
    ['会计计', []],
    ['潜水教练', []],
  ])('%s finds %j', async (query, refIds) => {
    expect((await idsFor(query)).sort()).toEqual(refIds);
  });

  it.each(['', '？', '"', '🚀', '\u0000', '\ud800', '()', '* OR *', 'NOT', '= @'])(
    'gives no error for %j',
    async (query) => {
      await expect(idsFor(query)).resolves.toEqual([]);
      await expect(db.search.count(db.read, query, boards)).resolves.toEqual({});
    },
  );
});

describe('order and pages', () => {
  beforeEach(() =>
    put([
      doc('body-new', '出纳', '协助会计', { publishedAt: new Date(start + 9 * minute) }),
      doc('title-old', '会计', '', { publishedAt: new Date(start + minute) }),
      doc('title-new', '会计', '', {
        publishedAt: new Date(start + 5 * minute),
        board: 'notices',
        type: 'post',
      }),
      doc('body-old', '出纳', '协助会计', { publishedAt: new Date(start) }),
      doc('title-late', '会计', '', {
        publishedAt: new Date(start + 3 * minute),
        board: 'questions',
        type: 'thread',
      }),
    ]),
  );
  const order = ['title-new', 'title-late', 'title-old', 'body-new', 'body-old'];

  it('puts titles first, then the newest, whatever was written last', async () => {
    expect(await idsFor('会计')).toEqual(order);
  });

  it('wants every term in the title of a title hit', async () => {
    await put([doc('both', '会计 出纳', '', { publishedAt: new Date(start - minute) })]);
    expect(await idsFor('会计 出纳')).toEqual(['both', 'body-new', 'body-old']);
  });

  it.each([1, 2, 3, 4, 5])('joins pages of %i without a gap or a repeat', async (limit) => {
    expect(await idsFor('会计', { limit })).toEqual(order);
  });

  it('goes on at the same place after something newer came', async () => {
    const [first, second] = await db.search.search(db.read, '会计', { at: now, boards, limit: 2 });
    await put([doc('newest', '会计', '', { publishedAt: new Date(start + 60 * minute) })]);
    const rest = await db.search.search(db.read, '会计', { at: now, boards, limit: 9, after: second });
    expect([first, second, ...rest].map((hit) => hit?.refId)).toEqual(order);
  });

  it('keeps to one board, and to the boards that are on', async () => {
    expect(await idsFor('会计', { board: 'jobs' })).toEqual(['title-old', 'body-new', 'body-old']);
    expect(await idsFor('会计', { board: 'jobs', limit: 1 })).toEqual(['title-old', 'body-new', 'body-old']);
    expect(await idsFor('会计', { boards: ['notices', 'questions'] })).toEqual(['title-new', 'title-late']);
    expect(await db.search.count(db.read, '会计', ['notices', 'jobs'])).toEqual({ jobs: 3, notices: 1 });
    expect(await idsFor('会计', { boards: [] })).toEqual([]);
    expect(await db.search.count(db.read, '会计', [])).toEqual({});
  });

  it('takes a place that no hit has', async () => {
    const after = {
      tier: 'open-text' as const,
      publishedAt: new Date(start + 4 * minute),
      id: 999_999_999_999_999,
    };
    const page = db.search.search(db.read, '会计', { at: now, boards, limit: 9, after });
    await expect(page).resolves.toBeInstanceOf(Array);
  });
});

describe('open before closed', () => {
  const at = (ms: number) => new Date(start + ms);
  beforeEach(() =>
    put([
      doc('title-noon', '会计', '', { publishedAt: at(1500), closesAt: at(day / 2) }),
      doc('title-tomorrow', '会计', '', { publishedAt: at(4000), closesAt: at(day) }),
      doc('title-far', '会计', '', { publishedAt: at(3000), closesAt: new Date('2199-01-01') }),
      doc('text-noon', '出纳', '会计', { publishedAt: at(2000), closesAt: at(day / 2) }),
      doc('text-never', '出纳', '会计', { publishedAt: at(1000), board: 'notices', type: 'post' }),
      doc('title-long-ago', '会计', '', { publishedAt: at(0), closesAt: new Date('1969-01-01') }),
    ]),
  );

  it.each([
    [0, 'title-tomorrow title-far title-noon text-noon text-never title-long-ago'],
    [day / 2 - 1, 'title-tomorrow title-far title-noon text-noon text-never title-long-ago'],
    [day / 2, 'title-tomorrow title-far text-never title-noon title-long-ago text-noon'],
    [day - 1, 'title-tomorrow title-far text-never title-noon title-long-ago text-noon'],
    [day, 'title-far text-never title-tomorrow title-noon title-long-ago text-noon'],
    [100 * 366 * day, 'title-far text-never title-tomorrow title-noon title-long-ago text-noon'],
  ])('follows the clock: after %i ms %s', async (ms, order) => {
    expect((await idsFor('会计', { at: at(ms) })).join(' ')).toBe(order);
    expect((await idsFor('会计', { at: at(ms), limit: 1 })).join(' ')).toBe(order);
  });

  it('opens again what is put with a later end', async () => {
    await put([doc('title-noon', '会计', '', { publishedAt: at(1500), closesAt: at(9 * day) })]);
    expect((await idsFor('会计', { at: at(2 * day) })).slice(0, 3)).toEqual([
      'title-far',
      'title-noon',
      'text-never',
    ]);
  });

  it('counts both', async () => {
    expect(await db.search.count(db.read, '会计', boards)).toEqual({ jobs: 5, notices: 1 });
  });

  it('agrees with a naive reading at any time', async () => {
    const random = seeded(7);
    const docs = Array.from({ length: 300 }, (_, i) =>
      doc(`r${i}`, random() < 0.5 ? '司机' : '文员', '司机', {
        publishedAt: at(i * 1000),
        closesAt: random() < 0.2 ? null : at(Math.floor(random() * 400 * day)),
      }),
    );
    await put(docs);
    for (let i = 0; i < 30; i++) {
      const instant = at(Math.floor(random() * 400 * day));
      const isOpen = ({ closesAt }: SearchDoc) => closesAt === null || closesAt > instant;
      const rank = (one: SearchDoc) => (isOpen(one) ? 0 : 2) + (one.title === '司机' ? 0 : 1);
      const truth = [...docs].reverse().sort((a, b) => rank(a) - rank(b));
      expect(await idsFor('司机', { at: instant, limit: 100 })).toEqual(truth.map(({ refId }) => refId));
    }
  });
});

describe('changes', () => {
  it('replaces what is put again, and moves it with its board and time', async () => {
    await put([
      doc('a', '会计', '', { publishedAt: new Date(start) }),
      doc('b', '会计', '', { publishedAt: new Date(start + minute) }),
    ]);
    await put([doc('a', '会计主管', '', { publishedAt: new Date(start + 2 * minute), board: 'notices' })]);
    expect(await idsFor('会计')).toEqual(['a', 'b']);
    expect(await idsFor('主管')).toEqual(['a']);
    expect(await idsFor('会计', { board: 'notices' })).toEqual(['a']);
    await put([doc('a', '出纳')]);
    expect(await idsFor('会计')).toEqual(['b']);
  });

  it('forgets what is removed, and tells types apart', async () => {
    await put([doc('x', '会计'), doc('x', '会计', '', { type: 'thread', board: 'questions' })]);
    await db.write((tx) => db.search.remove(tx, 'job', 'x'));
    await db.write((tx) => db.search.remove(tx, 'job', 'never-there'));
    expect((await findAll('会计')).map(({ type }) => type)).toEqual(['thread']);
    expect(await db.search.count(db.read, '会计', boards)).toEqual({ questions: 1 });
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failing = db.write(async (tx) => {
      await db.search.put(tx, doc('x', '会计'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await idsFor('会计')).toEqual([]);
  });

  it('takes more documents of one second than it has numbers for', async () => {
    const many = Array.from({ length: 600 }, (_, i) => doc(`n${i}`, '会计'));
    await put(many);
    await put([doc('before', '会计', '', { publishedAt: new Date(start - minute) })]);
    const found = await idsFor('会计');
    expect(found).toHaveLength(601);
    expect(found.at(-1)).toBe('before');
  });
});

describe('matches', () => {
  it('is a condition for the query of a list', async () => {
    await put([
      doc('a', '会计'),
      doc('b', '出纳', '协助会计师'),
      doc('c', '司机'),
      doc('a2', '会计', '', { type: 'post', board: 'notices' }),
    ]);
    const { searchDocs } = db.tables;
    const list = async (query: string) =>
      (
        await db.read
          .select({ refId: searchDocs.refId })
          .from(searchDocs)
          .where(db.search.matches('job', searchDocs.refId, query))
      )
        .map(({ refId }) => refId)
        .sort();
    expect(await list('会计')).toEqual(['a', 'b']);
    expect(await list('会计师')).toEqual(['b']);
    expect(await list('？')).toEqual([]);
  });
});

describe('counts', () => {
  it('are exact up to the bound, and stop there', async () => {
    const many = (n: number, word: string, board: string) =>
      Array.from({ length: n }, (_, i) => doc(`${word}${board}${i}`, word, '会计', { board }));
    await put([
      ...many(maxCounted + 5, '出纳', 'jobs'),
      ...many(maxCounted - 1, '司机', 'jobs'),
      ...many(3, '出纳', 'notices'),
      ...many(7, '司机', 'questions'),
    ]);
    expect(await db.search.count(db.read, '出纳', boards)).toEqual({ jobs: maxCounted, notices: 3 });
    expect(await db.search.count(db.read, '司机', boards)).toEqual({ jobs: maxCounted - 1, questions: 7 });
    expect(await db.search.count(db.read, '会计', boards)).toEqual({
      jobs: maxCounted,
      notices: 3,
      questions: 7,
    });
  });
});

describe('against substring truth', () => {
  it('finds what a naive reading finds, no more and no less, in the right order', async () => {
    const random = seeded(2026);
    const docs = Array.from({ length: 400 }, (_, i) =>
      doc(
        `d${i}`,
        randomText(random, 2 + Math.floor(random() * 10)),
        randomText(random, Math.floor(random() * 120)),
        {
          board: boards[i % 3] as string,
          // Minutes apart and in no order; PostgreSQL and SQLite must agree.
          publishedAt: new Date(start + ((i * 37) % 400) * minute),
        },
      ),
    );
    await put(docs);
    await db.write(async (tx) => {
      for (const { refId } of docs.slice(0, 40)) await db.search.remove(tx, 'job', refId);
    });
    await put(docs.slice(0, 20));
    const live = docs.filter((_, i) => i < 20 || i >= 40);
    const newestFirst = [...live].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
    const texts = docs.flatMap(({ title, body }) => [title, body]);
    let hits = 0;
    for (let i = 0; i < 300; i++) {
      const query = randomQuery(random, texts);
      const truth = newestFirst.filter((one) => naivelyFound(one, query));
      const ranked = [
        ...truth.filter((one) => naivelyInTitle(one, query)),
        ...truth.filter((one) => !naivelyInTitle(one, query)),
      ].map(({ refId }) => refId);
      hits += ranked.length;
      expect({ query, found: await idsFor(query, { limit: 20 }) }).toEqual({ query, found: ranked });
      const counts = await db.search.count(db.read, query, boards);
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(ranked.length);
    }
    expect(hits).toBeGreaterThan(2500);
  });

  it('answers any junk without an error', async () => {
    await put([doc('a', '会计')]);
    const random = seeded(99);
    for (let i = 0; i < 400; i++) {
      const top = [0x80, 0x100, 0x3100, 0x10000][i % 4] as number;
      const junk = Array.from({ length: 60 }, () => String.fromCharCode(Math.floor(random() * top))).join('');
      await db.search.search(db.read, junk, { at: now, boards, limit: 5 });
      await db.search.count(db.read, junk, boards);
    }
  });
});
