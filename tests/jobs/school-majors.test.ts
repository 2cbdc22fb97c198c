import { extendNational, listProblems, type SchoolMajor } from '@qihang/server/features/jobs/majors/extend';
import { importMajorsFrom } from '@qihang/server/features/jobs/majors/public';
import { matchesMajor } from '@qihang/shared/jobs/majors/majors';
import { fileOf, removeFiles } from '../import/files';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

const major = (change: Partial<SchoolMajor> = {}): SchoolMajor => ({
  name: '智能底盘工程',
  className: '机械类',
  category: null,
  aliases: [],
  ...change,
});

describe('a school’s list beside the national catalogue', () => {
  const catalogue = extendNational([
    major({ aliases: ['底盘', '车辆'] }),
    major({ name: '临港物流', className: '临港类', category: '管理学' }),
  ]);

  it('adds majors, classes and other names', () => {
    expect(catalogue.ancestorsOf('智能底盘工程')).toEqual(['机械类', '工学门类']);
    expect(catalogue.ancestorsOf('临港物流')).toEqual(['临港类', '管理学门类']);
    expect(matchesMajor(catalogue, '底盘', ['机械类'])).toEqual({ fits: true, via: '机械类' });
    expect(matchesMajor(catalogue, '车辆工程', ['机械类']).fits).toBe(true);
  });

  it('lets the school say what its short names mean', () => {
    expect(matchesMajor(catalogue, '车辆', ['智能底盘工程'])).toEqual({ fits: true, via: '智能底盘工程' });
  });

  it.each([
    ['no name', [major({ name: '' })], '没有写专业'],
    ['no class', [major({ className: '' })], '没有写专业类'],
    ['a class for a major', [major({ name: '电气类' })], '“电气类”是专业类，不是专业'],
    [
      'another class than the nation’s',
      [major({ name: '软件工程' })],
      '“软件工程”在国家目录里属于计算机类，不是机械类',
    ],
    ['a major for a class', [major({ className: '软件工程' })], '“软件工程”不是专业类'],
    ['another category', [major({ category: '理学' })], '机械类属于工学，不是理学'],
    [
      'a new class that hangs in the air',
      [major({ className: '临港类' })],
      '国家目录里没有临港类，请写明它属于哪个门类',
    ],
    ['a category that is none', [major({ className: '临港类', category: '航学' })], '没有“航学”这个门类'],
    ['an alias that is a major', [major({ aliases: ['软件工程'] })], '别名“软件工程”本身是一个专业的名称'],
  ])('refuses %s', (_, list, message) => expect(listProblems(list)).toEqual([{ index: 0, message }]));

  it('refuses a name twice, an alias twice, and a class in two categories', () => {
    const list = [
      major({ aliases: ['底盘'] }),
      major(),
      major({ name: '底盘控制', aliases: ['底盘'] }),
      major({ name: '临港物流', className: '临港类', category: '管理学' }),
      major({ name: '临港贸易', className: '临港类', category: '经济学' }),
    ];
    expect(listProblems(list)).toEqual([
      { index: 0, message: '别名“底盘”也写在底盘控制下面' },
      { index: 1, message: '“智能底盘工程”在上面已经有一行' },
      { index: 2, message: '别名“底盘”也写在智能底盘工程下面' },
      { index: 4, message: '临港类在上面写的是管理学，这里是经济学' },
    ]);
  });
});

describe('importing it', () => {
  let t: TestApp;
  let lines: string[];
  let imports = 0;
  beforeAll(async () => {
    t = await startTestApp();
  });
  beforeEach(() => t.restore());
  afterAll(() => t.close());
  afterAll(removeFiles);

  function importList(text: string | Buffer, options = {}) {
    lines = [];
    // The service knows a list by the time of its import, and goes on running between tests.
    imports += 1;
    t.clock.advance(imports * 1000);
    return importMajorsFrom(t.context, fileOf('majors.csv', text), options, {
      print: (line) => void lines.push(line),
      progress: () => {},
      signal: new AbortController().signal,
    });
  }
  const publish = (change: Parameters<typeof jobDraft>[0]) =>
    t.as('chenyiming').jobs.create({ body: jobDraft(change) });
  const found = async (wanted: string) => {
    const { items } = await t.as().jobs.list({ query: { major: [wanted] } });
    return items.map(({ title }) => title);
  };
  const classesOf = async (category: string) => {
    const { categories } = await t.as().jobs.majors({});
    return categories.find(({ name }) => name === category)?.classes;
  };

  const list =
    '\ufeff专业,专业类,门类,别名\n智能底盘工程,机械类,工学门类,底盘、底盘工程\n临港物流,临港类,管理学,\n';

  it('files the jobs that stand under the new names', async () => {
    await publish({ title: '底盘工程师', majors: ['底盘'] });
    expect(await found('机械类')).toEqual([]);
    expect(await importList(list)).toBe(0);
    expect(lines).toEqual(['2 个专业，2 个别名', '已写入，1 个岗位已按新的专业表归类']);
    expect(await found('机械类')).toEqual(['底盘工程师']);
    expect(await found('智能底盘工程')).toEqual(['底盘工程师']);
    expect(await classesOf('管理学')).toContainEqual({ name: '临港类', majors: ['临港物流'] });
  });

  it('matches a graduate by it, with the reason in words', async () => {
    await importList(list);
    const { id } = await publish({ majors: ['机械类'] });
    await t.as('linxiao').session.updateProfile({ body: { major: '底盘工程' } });
    const { match } = await t.as('linxiao').jobs.detail({ params: { id } });
    expect(match?.reasons).toContainEqual({ kind: 'major', hit: true, text: '专业对口：底盘工程 ∈ 机械类' });
  });

  it('replaces the list before, and an empty table of majors takes nothing away from the nation’s', async () => {
    await importList(list);
    expect(await importList('专业,专业类\n底盘控制,机械类\n')).toBe(0);
    const machinery = (await classesOf('工学'))?.find(({ name }) => name === '机械类');
    expect(machinery?.majors).toEqual(expect.arrayContaining(['车辆工程', '底盘控制']));
    expect(await classesOf('管理学')).not.toContainEqual(expect.objectContaining({ name: '临港类' }));
  });

  it('writes nothing where one row is wrong, or on a dry run', async () => {
    await importList(list);
    expect(await importList('专业,专业类\n底盘控制,机械类\n软件工程,机械类\n')).toBe(1);
    expect(lines).toEqual([
      '第 3 行：“软件工程”在国家目录里属于计算机类，不是机械类',
      '\n1 处要改，什么也没有写入',
    ]);
    expect(await importList('专业,专业类\n底盘控制,机械类\n', { dryRun: true })).toBe(0);
    expect(await classesOf('管理学')).toContainEqual({ name: '临港类', majors: ['临港物流'] });
  });

  it.each([
    ['an empty file', '', '文件是空的'],
    ['a table of something else', '岗位,单位\n工程师,某厂\n', '“专业”和“专业类”'],
    ['bytes that are no text', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), '旧的 .xls 格式'],
  ])('says what is wrong with %s', async (_, text, message) => {
    expect(await importList(text)).toBe(1);
    expect(lines.join('\n')).toContain(message);
  });
});
