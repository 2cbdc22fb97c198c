import { planRoster } from '@qihang/server/features/verification/roster/plan';
import { readRow } from '@qihang/server/features/verification/roster/row';
import type { EntryRow } from '@qihang/server/features/verification/store';
import type { InputRow } from '@qihang/server/files/input';

const cells = (part: Record<string, string> = {}) =>
  Object.entries({
    学号: '2023080101',
    姓名: '林晓',
    学院: '汽车学院',
    专业: '车辆工程',
    班级: '车辆2301班',
    毕业年份: '2027',
    ...part,
  });
const row = (part: Record<string, string> = {}, line = 2) =>
  readRow({ line, cells: cells(part) } satisfies InputRow, new Set());
const problems = (part: Record<string, string>) => {
  const read = row(part);
  return 'problems' in read ? read.problems : [];
};

describe('a row', () => {
  it('is read', () => {
    expect(row()).toEqual({
      line: 2,
      studentNo: '2023080101',
      name: '林晓',
      person: {
        studentNo: '2023080101',
        name: '林晓',
        college: '汽车学院',
        major: '车辆工程',
        className: '车辆2301班',
        graduationYear: 2027,
      },
    });
  });

  it.each([
    ['2027', 2027],
    ['2027届', 2027],
    ['２０２７ 年', 2027],
    ['2027年6月', 2027],
    ['2027-06-30', 2027],
    ['2027/7/1', 2027],
    ['202706', 2027],
  ])('reads the year %s', (text, graduationYear) =>
    expect(row({ 毕业年份: text })).toMatchObject({ person: { graduationYear } }),
  );

  it.each([
    ['2023级', '入学年级'],
    ['27', '读不出来'],
    ['明年', '读不出来'],
    ['1927', '读不出来'],
    ['20279', '读不出来'],
    ['202713', '读不出来'],
    ['', '没有毕业年份'],
  ])('refuses the year %s', (text, words) =>
    expect(problems({ 毕业年份: text })).toEqual([expect.stringContaining(words)]),
  );

  it.each([
    ["'2023080101", '2023080101'],
    ['２０２３ ０８０１ ０１', '2023080101'],
    ['ab2023-01', 'AB2023-01'],
  ])('reads the number %s', (text, studentNo) => expect(row({ 学号: text })).toMatchObject({ studentNo }));

  it.each([
    ['', '没有学号'],
    ['2.02308E+09', '科学计数法'],
    ['学号待定', '不是 4–20 位'],
    ['12', '不是 4–20 位'],
  ])('refuses the number %s', (text, words) =>
    expect(problems({ 学号: text })).toEqual([expect.stringContaining(words)]),
  );

  it('says everything that is wrong at once', () =>
    expect(problems({ 学号: '', 姓名: '—', 班级: '', 毕业年份: 'x' })).toEqual([
      '没有学号',
      '没有姓名',
      '没有班级',
      '毕业年份“x”读不出来，请写成 2027',
    ]));

  it('tells a wrong encoding from a strange name', () =>
    expect(problems({ 姓名: '林\ufffd' })).toEqual([expect.stringContaining('编码')]));

  it('refuses a line that is no row', () =>
    expect(readRow({ line: 7, problem: '引号没有成对' }, new Set())).toEqual({
      line: 7,
      studentNo: '',
      name: '',
      problems: ['这一行读不出来：引号没有成对'],
    }));

  it('names the columns nobody knows, and passes over those that say nothing', () => {
    const unused = new Set<string>();
    readRow({ line: 2, cells: [...cells(), ['序号', '1'], ['宿舍', '3 栋']] }, unused);
    expect([...unused]).toEqual(['宿舍']);
  });
});

describe('planRoster', () => {
  const known = (part: Partial<EntryRow> = {}): EntryRow => ({
    id: 'e1',
    studentNo: '2023080101',
    name: '林晓',
    college: '汽车学院',
    major: '车辆工程',
    className: '车辆2301班',
    graduationYear: 2027,
    userId: null,
    boundAt: null,
    classCodeId: null,
    leftAt: null,
    updatedAt: new Date(0),
    ...part,
  });
  const plan = (rows: ReturnType<typeof row>[], existing: EntryRow[] = []) => planRoster(rows, existing);
  const fates = (rows: ReturnType<typeof row>[], existing?: EntryRow[]) =>
    plan(rows, existing).then((made) => made.rows.map(({ fate, notes }) => [fate, ...notes]));

  it('tells new, changed, unchanged and returning people apart', async () => {
    expect(await fates([row()])).toEqual([['new']]);
    expect(await fates([row()], [known()])).toEqual([['unchanged']]);
    expect(await fates([row({ 班级: '车辆2302班', 毕业年份: '2028' })], [known()])).toEqual([
      ['changed', '班级：车辆2301班 → 车辆2302班', '毕业年份：2027 → 2028'],
    ]);
    expect(await fates([row()], [known({ leftAt: new Date(0) })])).toEqual([['returning']]);
  });

  it('corrects the name of somebody unbound, and refuses to change whom a bound number belongs to', async () => {
    const renamed = [row({ 姓名: '林小' })];
    expect(await fates(renamed, [known()])).toEqual([['changed', '姓名：林晓 → 林小']]);
    expect(await fates(renamed, [known({ userId: 'u1' })])).toEqual([
      ['wrong', expect.stringContaining('已认证的学号换了姓名：林晓 → 林小')],
    ]);
    expect(await fates([row({ 姓名: '林 晓' })], [known({ userId: 'u1' })])).toEqual([
      ['changed', '姓名：林晓 → 林 晓'],
    ]);
  });

  it('refuses both of two lines with one number and different people, and takes a repeated line once', async () => {
    expect(await fates([row({}, 2), row({ 姓名: '别人' }, 5)])).toEqual([
      ['wrong', '学号和第 5 行相同，内容不同，不知道哪一行对'],
      ['wrong', '学号和第 2 行相同，内容不同，不知道哪一行对'],
    ]);
    expect(await fates([row({}, 2), row({}, 5)])).toEqual([['new'], ['unchanged', '和第 2 行重复']]);
  });

  it('finds who is absent, within the colleges and years of the file alone', async () => {
    const { absent } = await plan(
      [row()],
      [
        known(),
        known({ id: 'e2', studentNo: '2023080102' }),
        known({ id: 'e3', studentNo: '2024080101', graduationYear: 2028 }),
        known({ id: 'e4', studentNo: '2023050101', college: '电气学院' }),
        known({ id: 'e5', studentNo: '2023080103', leftAt: new Date(0) }),
      ],
    );
    expect(absent.map(({ id }) => id)).toEqual(['e2']);
  });

  it('lets nobody leave while a row is wrong', async () => {
    expect((await plan([row()])).mayLeave).toBe(true);
    expect((await plan([row(), row({ 学号: '' }, 3)])).mayLeave).toBe(false);
  });

  it('has another digest as soon as file or roster differ', async () => {
    const digests = (
      await Promise.all([
        plan([row()]),
        plan([row({ 专业: '机械工程' })]),
        plan([row()], [known()]),
        plan([row()], [known({ userId: 'u1' })]),
        plan([row()], [known(), known({ id: 'e2', studentNo: '2023080102' })]),
      ])
    ).map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
    expect((await plan([row()], [known()])).digest).toBe(digests[2]);
  });
});
