import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { JobFilter } from '@qihang/server/features/jobs/browse/filter-store';
import { jobQueries, type ListOrder } from '@qihang/server/features/jobs/browse/list-store';
import { findJob } from '@qihang/server/features/jobs/store';
import Sqlite from 'better-sqlite3';
import { engine, newDatabase } from '../support/database';

const onSqlite = engine === 'sqlite' ? describe : describe.skip;
const now = new Date('2026-11-20T02:00:00Z');

onSqlite('plans of what is asked most', () => {
  let url: string;
  let drop: () => Promise<void>;
  let db: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    ({ url, drop } = await newDatabase());
    db = await openDatabase(url, makeTables);
    await db.write((tx) =>
      tx
        .insert(db.tables.boards)
        .values({ slug: 'jobs', name: '招聘信息', kind: 'job', position: 1, enabled: true, postRoles: [] }),
    );
    await db.write((tx) =>
      db.search.put(tx, {
        type: 'job',
        refId: 'a',
        board: 'jobs',
        publishedAt: now,
        closesAt: new Date('2026-01-01'),
        title: '会计',
        body: '',
      }),
    );
  });
  afterAll(async () => {
    await db.close();
    await drop();
  });

  /** How SQLite would run each statement that `work` prepares for the first time. */
  async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
    const prepare = jest.spyOn(Sqlite.prototype, 'prepare');
    await work();
    const texts = new Set(prepare.mock.calls.map(([text]) => text));
    prepare.mockRestore();
    const file = new Sqlite(url.slice('file:'.length), { readonly: true });
    const plans = [...texts].map((text) => {
      const places = text.match(/\?/g) ?? [];
      const steps = file.prepare(`explain query plan ${text}`).all(places.map(() => null)) as {
        detail: string;
      }[];
      return steps.map(({ detail }) => detail).join('\n');
    });
    file.close();
    return plans;
  }

  // Neither a walk through a whole table, nor a sort: the cost of a page would grow with the stock.
  const growing =
    /SCAN (jobs|job_cities|job_major_keys|search_docs)\b(?! USING (COVERING )?INDEX jobs_(newest|closing))|TEMP B-TREE FOR ORDER BY/;

  const shapes: [string, JobFilter, ListOrder][] = [
    ['newest', {}, 'newest'],
    ['closing first', {}, 'deadline'],
    ['one city', { city: ['深圳'] }, 'newest'],
    ['one city, closing first', { city: ['深圳'] }, 'deadline'],
    ['city, kind and degree', { city: ['深圳'], kind: ['campus'], degree: ['bachelor'] }, 'newest'],
    ['two cities and a major', { city: ['深圳', '上海'], majorKeys: ['会计', '会计学'] }, 'newest'],
    ['home and pay', { home: '江州', payMin: 8000 }, 'newest'],
  ];
  it.each(shapes)('read the list %s in order from an index', async (_, filter, sort) => {
    const [plan] = await plansOf(() => jobQueries(db).list(filter, sort, undefined, 21, now));
    expect(plan).toMatch(/INDEX (jobs|job_cities)_(newest|closing)/);
    expect(plan).not.toMatch(growing);
  });

  it('find a job by its key', async () => {
    const plans = await plansOf(() => findJob(db, db.read, 'a'));
    expect(plans.join('\n')).toMatch(/SEARCH jobs USING INDEX sqlite_autoindex_jobs_1/);
    expect(plans.join('\n')).not.toMatch(growing);
  });

  it('read hits off the end of the search index, whatever is open', async () => {
    const plans = await plansOf(() =>
      db.search.search(db.read, '会计', { at: now, boards: ['jobs'], limit: 21 }),
    );
    const found = plans.filter(
      (plan) => plan.includes('VIRTUAL TABLE INDEX') && !plan.includes('CO-ROUTINE some'),
    );
    expect(found).toHaveLength(3);
    for (const plan of found) {
      expect(plan).toMatch(/SEARCH search_docs USING INTEGER PRIMARY KEY/);
      expect(plan).not.toMatch(growing);
    }
  });

  it.each(['post', 'job'] as const)(
    'finds what waits for review of a %s in an index of its own',
    async (type) => {
      const { desk } = registry.kinds[type];
      const boards = [
        { slug: 'jobs', rank: 1 },
        { slug: 'guidance', rank: 2 },
      ];
      const plans = await plansOf(async () => {
        await desk?.waiting(db, db.read, boards, 'me', 50, now);
      });
      expect(plans).toHaveLength(1);
      for (const plan of plans) expect(plan).toContain(`INDEX ${type}s_in_review`);
    },
  );

  it.each(['post', 'job'] as const)('finds the %ss of one author in an index', async (type) => {
    const { desk } = registry.kinds[type];
    const own = { authorId: 'me', lives: ['draft', 'returned'], by: 'updatedAt', limit: 20 } as const;
    const plans = await plansOf(async () => {
      await desk?.own(db, db.read, own, now);
      await desk?.countOwn(db, db.read, 'me');
      await desk?.ending(db, db.read, 'me', now, now, 20);
      await desk?.served(db, db.read, 'me', now);
    });
    for (const plan of plans) expect(plan).toMatch(/^SEARCH/);
  });
});
