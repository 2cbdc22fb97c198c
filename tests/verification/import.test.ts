import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest, test } from '@jest/globals';
import { addImportCommands } from '@qihang/server/cli/import';
import writeXlsx from 'write-excel-file/node';
import { fileOf, removeFiles } from '../import/files';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { carClass, codeFor, fillRoster, type RosterPerson, rosterCsv } from '../support/roster';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());
afterAll(removeFiles);

type Program = Parameters<typeof addImportCommands>[0];
// The command line is the server's own dependency.
const commander = createRequire(join(__dirname, '../../server/package.json'))('commander') as {
  Command: new (name: string) => Program;
};

const class2301: RosterPerson[] = [
  { studentNo: '2023080101', name: '许未' },
  { studentNo: '2023080102', name: '林晓' },
  { studentNo: '2023080103', name: '韩青禾' },
];
const upload = (content: string | Buffer, name = '名册.csv') => ({
  file: { name, content: typeof content === 'string' ? Buffer.from(content) : content },
});
const preview = (content: string | Buffer, name?: string, who: 'admin' | 'wanglaoshi' = 'admin') =>
  t.as(who).roster.preview(upload(content, name));
const importAll = async (content: string, leave = false) => {
  const { digest } = await preview(content);
  return t.as('admin').roster.apply({ ...upload(content), query: { digest, leave } });
};
const list = async (query: Parameters<ReturnType<TestApp['as']>['roster']['list']>[0]['query'] = {}) =>
  (await t.as('wanglaoshi').roster.list({ query })).items;
const numbers = async (query: Parameters<typeof list>[0]) =>
  (await list(query)).map(({ studentNo }) => studentNo);

describe('POST /admin/roster/preview', () => {
  it('says row by row what would happen, and writes nothing', async () => {
    await fillRoster(t, class2301.slice(1));
    const found = await preview(
      rosterCsv([
        ...class2301.slice(0, 2),
        { studentNo: '', name: '没号' },
        { studentNo: '2023080109', name: '年错', graduationYear: 27 },
      ]),
    );
    expect(found.counts).toEqual({ wrong: 2, new: 1, changed: 0, returning: 0, unchanged: 1 });
    expect(found.listed).toEqual([
      { line: 2, fate: 'new', studentNo: '2023080101', name: '许未', notes: [] },
      { line: 4, fate: 'wrong', studentNo: '', name: '没号', notes: ['没有学号'] },
      {
        line: 5,
        fate: 'wrong',
        studentNo: '2023080109',
        name: '年错',
        notes: ['毕业年份“27”读不出来，请写成 2027'],
      },
    ]);
    expect(found.absent).toEqual({
      count: 1,
      bound: 0,
      scopes: ['汽车学院 2027 届'],
      listed: [{ studentNo: '2023080103', name: '韩青禾', className: '车辆2301班', bound: false }],
      mayLeave: false,
    });
    expect(await numbers({})).toEqual(['2023080102', '2023080103']);
  });

  const csv = rosterCsv(class2301);
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    // 学号,姓名,学院,专业,班级,毕业年份 / 2023080101,许未,汽车学院,车辆工程,车辆2301班,2027 as Excel in China saves it.
    [
      'GBK',
      Buffer.from(
        'd1a7bac52cd0d5c3fb2cd1a7d4ba2cd7a8d2b52cb0e0bcb62cb1cfd2b5c4eab7dd0d0a323032333038303130312cd0edceb42cc6fbb3b5d1a7d4ba2cb3b5c1beb9a4b3cc2cb3b5c1be32333031b0e02c323032370d0a',
        'hex',
      ),
    ],
  ])('reads a CSV in %s', async (_, bytes) => {
    expect((await preview(bytes)).listed[0]).toMatchObject({
      fate: 'new',
      studentNo: '2023080101',
      name: '许未',
    });
  });

  it('reads a workbook, with numbers as Excel keeps them', async () => {
    const header = ['学 号', '姓名*', '所属学院', '专业名称', '行政班', '毕业届别（年）'];
    const bytes = await writeXlsx([
      header.map((value) => ({ value })),
      [2023080101, '许未', '汽车学院', '车辆工程', '车辆2301班', 2027].map((value) => ({ value })),
    ]).toBuffer();
    const { counts, listed } = await preview(bytes, '名册.xlsx');
    expect(counts.new).toBe(1);
    expect(listed[0]).toMatchObject({ studentNo: '2023080101', name: '许未' });
  });

  it.each([
    ['27届', 2027],
    ['２０２７', 2027],
    ['二〇二七届', 2027],
    ['2027年6月', 2027],
    ['2027/6/30', 2027],
  ])('reads a year of graduation written %s', async (text) => {
    const content = rosterCsv(class2301.slice(0, 1)).replace(/2027(?=\s*$)/, text);
    expect((await preview(content)).counts).toMatchObject({ new: 1, wrong: 0 });
  });

  it('folds student numbers in full width, and refuses those whose last digits Excel has lost', async () => {
    const header = ['学号', '姓名', '学院', '专业', '班级', '毕业年份'];
    const of = (studentNo: string | number, name: string) =>
      [studentNo, name, '汽车学院', '车辆工程', '车辆2301班', '2027届'].map((value) => ({ value }));
    const bytes = await writeXlsx([
      header.map((value) => ({ value })),
      of('２０２３０８０１０１', '许未'),
      of(2023080101234567000, '林晓'),
    ]).toBuffer();
    const { listed } = await preview(bytes, '名册.xlsx');
    expect(listed[0]).toMatchObject({ fate: 'new', studentNo: '2023080101' });
    expect(listed[1]?.fate).toBe('wrong');
    expect(listed[1]?.notes.join()).toContain('15 位');
  });

  it('takes a sheet by its name and tells which there are, and what was passed over', async () => {
    const rowsOf = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => line.split(',').map((value) => ({ value, type: String })));
    const workbook = await writeXlsx([
      { data: rowsOf(rosterCsv(class2301.slice(0, 1))), sheet: '一班' },
      { data: rowsOf(`${rosterCsv(class2301.slice(1)).trim()}\n合计,2,,,,`), sheet: '二班' },
    ]).toBuffer();
    const first = await preview(workbook, '名册.xlsx');
    expect(first).toMatchObject({ rows: 1, sheets: [{ name: '一班', chosen: true }, { name: '二班' }] });
    const file = upload(workbook, '名册.xlsx');
    const second = await t.as('admin').roster.preview({ ...file, query: { sheet: '二班' } });
    expect(second).toMatchObject({ rows: 2, said: ['略过 1 行合计：第 4 行'] });
    const { digest } = second;
    await t.as('admin').roster.apply({ ...file, query: { digest, sheet: '二班' } });
    expect(await numbers({})).toEqual(['2023080102', '2023080103']);
  });

  it.each([
    ['nothing', '', 'request.invalid', '空'],
    [
      'a picture',
      readFileSync(join(__dirname, '../../server/demo/media/archive.jpg')),
      'request.unsupported-type',
      '',
    ],
    ['no header', '2023080101,许未\n', 'roster.unreadable', '没有找到表头'],
    ['a header alone', rosterCsv([]), 'roster.unreadable', '一行也没有'],
    [
      'missing columns',
      '学号,姓名,专业\n2023080101,许未,车辆工程\n',
      'roster.unreadable',
      '“学院”、“班级”、“毕业年份”',
    ],
    [
      'two columns for one thing',
      `学号,姓名,学院,院系,专业,班级,毕业年份\n1,2,3,4,5,6,7\n`,
      'roster.unreadable',
      '两列都像“学院”',
    ],
  ] as const)('refuses a file with %s and says so beside the file', async (_, content, code, words) => {
    const problem = await problemOf(preview(content as string));
    expect(problem).toMatchObject({
      code,
      errors: [{ path: 'file', message: expect.stringContaining(words) }],
    });
  });

  it('goes through ten thousand rows', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      studentNo: `2023${String(i).padStart(6, '0')}`,
      name: '某同学',
    }));
    const content = rosterCsv(many);
    const found = await preview(content);
    expect(found).toMatchObject({ rows: 10_000, counts: { new: 10_000 } });
    expect(found.listed).toHaveLength(200);
    const done = await t.as('admin').roster.apply({ ...upload(content), query: { digest: found.digest } });
    expect(done.counts.new).toBe(10_000);
    const again = await preview(content);
    expect(again.counts).toMatchObject({ new: 0, unchanged: 10_000 });
  }, 60_000);

  it('is for admins', async () => {
    expect((await problemOf(preview(csv, undefined, 'wanglaoshi'))).code).toBe('action.forbidden');
    expect((await t.as('wanglaoshi').roster.classes({})).viewer.can).toEqual([]);
    expect((await t.as('admin').roster.classes({})).viewer.can).toEqual(['import']);
  });
});

describe('POST /admin/roster/apply', () => {
  it('brings in, updates, and leaves alone what is the same', async () => {
    expect(await importAll(rosterCsv(class2301))).toEqual({
      counts: { wrong: 0, new: 3, changed: 0, returning: 0, unchanged: 0 },
      left: 0,
    });
    const moved = class2301.map((one) => (one.name === '林晓' ? { ...one, className: '车辆2302班' } : one));
    expect((await importAll(rosterCsv(moved))).counts).toMatchObject({ new: 0, changed: 1, unchanged: 2 });
    expect((await list({ q: '林晓' }))[0]).toMatchObject({ className: '车辆2302班' });
    expect((await importAll(rosterCsv(moved))).counts).toMatchObject({ changed: 0, unchanged: 3 });
  });

  it('refuses what is not what was looked at', async () => {
    const { digest } = await preview(rosterCsv(class2301));
    const other = upload(rosterCsv(class2301.slice(1)));
    expect((await problemOf(t.as('admin').roster.apply({ ...other, query: { digest } }))).code).toBe(
      'roster.plan-stale',
    );
    await fillRoster(t, class2301.slice(0, 1));
    const same = upload(rosterCsv(class2301));
    expect((await problemOf(t.as('admin').roster.apply({ ...same, query: { digest } }))).code).toBe(
      'roster.plan-stale',
    );
    expect(await numbers({})).toEqual(['2023080101']);
  });

  it('writes all or nothing', async () => {
    const { digest } = await preview(rosterCsv(class2301));
    const { rosterEntries, auditLog } = t.context.db.tables;
    const { ids, clock } = t.context;
    const taken = ids.next(clock.now());
    const row = {
      id: taken,
      at: clock.now(),
      actorId: t.people.admin.id,
      action: 'test',
      targetType: 't',
      targetId: 't',
    };
    await t.context.db.write((tx) =>
      tx.insert(auditLog).values({ ...row, before: null, after: null, reason: null, requestId: 'r' }),
    );
    // The audit row is written last: three entries are in by then.
    const next = ids.next;
    let drawn = 0;
    const spy = jest.spyOn(ids, 'next').mockImplementation((at) => (++drawn === 4 ? taken : next(at)));
    const problem = await problemOf(
      t.as('admin').roster.apply({ ...upload(rosterCsv(class2301)), query: { digest } }),
    ).finally(() => spy.mockRestore());
    expect([problem.code, drawn]).toEqual(['server.failed', 4]);
    expect(await t.context.db.read.$count(rosterEntries)).toBe(0);
  });

  it('carries a changed roster into the accounts bound to it', async () => {
    await importAll(rosterCsv(class2301));
    await t.as('linxiao').verification.verify({
      body: { studentNo: '2023080102', name: '林晓', code: await codeFor(t) },
    });
    await importAll(
      rosterCsv(class2301.map((one) => ({ ...one, major: '智能车辆工程', graduationYear: 2028 }))),
    );
    expect((await t.as('linxiao').session.me({})).profile).toMatchObject({
      major: '智能车辆工程',
      graduationYear: 2028,
    });
  });

  it('does not let a file hand a bound number to somebody else', async () => {
    await importAll(rosterCsv(class2301));
    await t.as('linxiao').verification.verify({
      body: { studentNo: '2023080102', name: '林晓', code: await codeFor(t) },
    });
    const swapped = rosterCsv(class2301.map((one) => (one.name === '林晓' ? { ...one, name: '别人' } : one)));
    expect((await importAll(swapped)).counts).toMatchObject({ wrong: 1, unchanged: 2 });
    expect((await t.as('linxiao').verification.mine({})).entry?.name).toBe('林晓');
  });

  describe('with people who are gone', () => {
    beforeEach(async () => {
      await fillRoster(t, [
        ...class2301,
        { studentNo: '2023050101', name: '赵雨', college: '电气学院', className: '电气2301班' },
      ]);
      await t.as('linxiao').verification.verify({
        body: { studentNo: '2023080102', name: '林晓', code: await codeFor(t) },
      });
    });
    const without = rosterCsv(class2301.filter(({ name }) => name !== '林晓'));

    it('lets nobody leave unless told to', async () => {
      expect((await importAll(without)).left).toBe(0);
      expect((await t.as('linxiao').verification.mine({})).state).toBe('verified');
    });

    it('takes the verification of who has left, and keeps the account and what it wrote', async () => {
      expect((await importAll(without, true)).left).toBe(1);
      expect(await numbers({ binding: 'left' })).toEqual(['2023080102']);
      expect(await numbers({ binding: 'unbound' })).toEqual(['2023050101', '2023080101', '2023080103']);
      expect((await t.as('linxiao').verification.mine({})).state).toBe('left');
      expect((await t.as('linxiao').session.me({})).roles).toEqual([]);
      const again = t.as('linxiao').verification.verify({
        body: { studentNo: '2023080102', name: '林晓', code: await codeOf() },
      });
      expect((await problemOf(again)).code).toBe('verification.mismatch');
    });
    const codeOf = async () => (await t.as('admin').classCodes.list({})).items[0]?.code ?? '';

    it('takes back who comes back', async () => {
      await importAll(without, true);
      expect((await importAll(rosterCsv(class2301))).counts).toMatchObject({ returning: 1, unchanged: 2 });
      expect((await t.as('linxiao').verification.mine({})).state).toBe('verified');
      expect((await t.as('linxiao').session.me({})).roles).toEqual([
        { role: 'graduate', boards: null, endsAt: null },
      ]);
    });

    it('refuses while a row is wrong: that may be who seems to be gone', async () => {
      const broken = `${without}学号丢了,林晓,汽车学院,车辆工程,车辆2301班,2027\n`;
      expect((await problemOf(importAll(broken, true))).code).toBe('roster.cannot-leave');
    });
  });

  it('stands in the audit log, without a name or a number', async () => {
    await importAll(rosterCsv(class2301));
    const rows = await t.context.db.read.select().from(t.context.db.tables.auditLog);
    expect(rows).toEqual([
      expect.objectContaining({
        actorId: t.people.admin.id,
        action: 'roster.import',
        after: expect.objectContaining({ new: 3, scopes: [{ college: '汽车学院', graduationYear: 2027 }] }),
      }),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/20230801|许未/);
  });
});

describe('GET /admin/roster', () => {
  beforeEach(() =>
    fillRoster(t, [
      ...class2301,
      { studentNo: '2024080101', name: '于百分', graduationYear: 2028, className: '车辆2401班' },
      { studentNo: 'B2023050101', name: '赵雨', college: '电气学院', className: '电气2301班' },
    ]),
  );

  it.each([
    [{ q: '林' }, ['2023080102']],
    [{ q: '202308' }, ['2023080101', '2023080102', '2023080103']],
    [{ q: 'b2023' }, ['B2023050101']],
    // Signs of LIKE stand for themselves.
    [{ q: '%' }, []],
    [{ q: '_' }, []],
    [{ year: 2028 }, ['2024080101']],
    [{ college: '电气学院' }, ['B2023050101']],
    [{ className: '车辆2301班', q: '0801' }, []],
    [{ className: '车辆2301班' }, ['2023080101', '2023080102', '2023080103']],
    [{ binding: 'bound' as const }, []],
  ])('finds %o', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected);
  });

  it('goes on page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await t.as('admin').roster.list({ query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map(({ studentNo }) => studentNo));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['2023080101', '2023080102', '2023080103', '2024080101', 'B2023050101']);
    expect((await problemOf(t.as('admin').roster.list({ query: { cursor: 'x' } }))).code).toBe(
      'cursor.invalid',
    );
  });

  it('counts classes', async () => {
    const { items } = await t.as('wanglaoshi').roster.classes({});
    expect(items).toEqual([
      { college: '汽车学院', className: '车辆2401班', graduationYear: 2028, total: 1, bound: 0 },
      { ...carClass, total: 3, bound: 0 },
      { college: '电气学院', className: '电气2301班', graduationYear: 2027, total: 1, bound: 0 },
    ]);
  });

  it.each(['linxiao', 'chenyiming', 'unverified'] as const)('is not for %s', async (who) => {
    for (const call of [() => t.as(who).roster.list({}), () => t.as(who).roster.classes({})])
      expect((await problemOf(call())).code).toBe('action.forbidden');
  });
});

describe('POST /admin/roster/{id}/unbind', () => {
  it('frees the number, signs the account out, and is in the audit log with its reason', async () => {
    await fillRoster(t, class2301);
    const code = await codeFor(t);
    const body = { studentNo: '2023080102', name: '林晓', code };
    await t.as('zhaoyu').verification.verify({ body });
    const [entry] = await list({ q: '林晓' });
    expect(entry?.viewer.can).toEqual(['unbind']);
    const reason = '同学冒用，已核对学生证';
    const freed = await t
      .as('wanglaoshi')
      .roster.unbind({ params: { id: entry?.id ?? '' }, body: { reason } });
    expect(freed).toMatchObject({ boundAt: null, viewer: { can: [] } });
    expect((await problemOf(t.as('zhaoyu').session.me({}))).code).toBe('session.invalid');
    expect((await t.as('linxiao').verification.verify({ body })).state).toBe('verified');
    const again = t.as('wanglaoshi').roster.unbind({ params: { id: 'nobody' }, body: { reason } });
    expect((await problemOf(again)).code).toBe('resource.not-found');
    const rows = await t.context.db.read.select().from(t.context.db.tables.auditLog);
    expect(rows.find(({ action }) => action === 'roster.unbind')).toMatchObject({
      actorId: t.people.wanglaoshi.id,
      targetId: entry?.id,
      before: { userId: t.people.zhaoyu.id },
      reason,
    });
  });

  it('has nothing to do where nobody is bound', async () => {
    await fillRoster(t, class2301);
    const [entry] = await list({});
    const call = t.as('admin').roster.unbind({ params: { id: entry?.id ?? '' }, body: { reason: '试一试' } });
    expect((await problemOf(call)).code).toBe('roster.not-bound');
  });
});

describe('qihang import roster', () => {
  let lines: string[];
  const run = async (...words: string[]) => {
    lines = [];
    const log = jest.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)));
    const program = new commander.Command('qihang').exitOverride();
    addImportCommands(program, (work) => work(t.context));
    process.exitCode = undefined;
    await program.parseAsync(['import', 'roster', ...words], { from: 'user' });
    log.mockRestore();
    const code = process.exitCode;
    process.exitCode = undefined;
    return code;
  };

  test('tries, imports and updates', async () => {
    const file = fileOf('roster.csv', `${rosterCsv(class2301)},没号,汽车学院,车辆工程,车辆2301班,2027\n`);
    expect(await run(file, '--dry-run')).toBe(0);
    expect(lines).toEqual([
      '有问题（1）',
      '  第 5 行 没号：没有学号',
      '',
      '新增（3）',
      '  第 2 行 2023080101 许未',
      '  第 3 行 2023080102 林晓',
      '  第 4 行 2023080103 韩青禾',
      '',
      '读入 4 行，有问题 1，新增 3，有变化 0，回到名册 0，没有变化 0',
      '试运行：没有写入任何内容',
    ]);
    expect(await numbers({})).toEqual([]);
    expect(await run(file)).toBe(0);
    expect(await numbers({})).toHaveLength(3);
    expect(await run(file, '--leave')).toBe(1);
    expect(lines).toEqual(['没有写入：文件里还有有问题的行，先改好才能标记离校']);
    expect(await run(fileOf('one.csv', rosterCsv(class2301.slice(0, 1))), '--leave')).toBe(0);
    expect(await numbers({ binding: 'left' })).toEqual(['2023080102', '2023080103']);
  });

  test('Ctrl-C takes everything back, and says so', async () => {
    const people = Array.from({ length: 600 }, (_, i) => ({
      studentNo: `2023${String(i).padStart(6, '0')}`,
      name: `同学${i}`,
    }));
    const shown = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      if (String(text).includes('已处理 200/')) process.emit('SIGINT');
      return true;
    });
    const code = await run(fileOf('many.csv', rosterCsv(people)));
    shown.mockRestore();
    expect(code).toBe(130);
    expect(lines.join()).toContain('什么也没有写入');
    expect(await numbers({})).toEqual([]);
  });

  test('says what is wrong with a file', async () => {
    expect(await run(fileOf('other.csv', '甲,乙\n1,2\n'))).toBe(1);
    expect(lines[0]).toContain('没有找到表头');
    expect(await run(fileOf('bad.csv', rosterCsv([{ studentNo: 'x', name: 'y' }])))).toBe(2);
  });
});
