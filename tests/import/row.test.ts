import { describe, expect, test } from '@jest/globals';
import { rowOf } from '@qihang/server/features/jobs/import/fields';
import { draftOfRow } from '@qihang/server/features/jobs/import/row';
import { jobLimits } from '@qihang/shared/jobs/vocabulary';
import { testNow } from '../support/clock';

function read(cells: Record<string, string>) {
  const unused = new Set<string>();
  const row = rowOf({ line: 2, cells: Object.entries(cells) }, unused);
  return { ...draftOfRow(row, testNow), unused: [...unused] };
}

const named = { 岗位名称: '车间工艺员', 单位: '江州重工' };
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

function draftOf(cells: Record<string, string>) {
  const { draft, errors } = read({ ...named, ...cells });
  expect(errors).toEqual([]);
  if (!draft) throw new Error('refused');
  return draft;
}

describe('columns', () => {
  test.each([
    [
      '岗位名称',
      '单位',
      '性质',
      '城市',
      '学历',
      '专业',
      '薪资',
      '人数',
      '截止时间',
      '投递邮箱',
      '来源',
      '正文',
      '届别',
    ],
    [
      '职位',
      '公司',
      '类型',
      '工作地点',
      '学历要求',
      '专业要求',
      '待遇',
      '招聘人数',
      '报名截止',
      '邮箱',
      '信息来源',
      '描述',
      '届',
    ],
    [
      '*职位名称',
      '用人单位（必填）',
      '招聘类型',
      '工作城市',
      '最低学历',
      '所需专业',
      '薪资（元/月）',
      '名额',
      '有效期至',
      '简历邮箱',
      '发布平台',
      '岗位职责',
      '毕业届别',
    ],
    [
      'Job Title',
      'Company',
      'Kind',
      'Cities',
      'Degree',
      'Majors',
      'Salary',
      'Headcount',
      'Deadline',
      'Email',
      'Source',
      'Description',
      'Graduation_Year',
    ],
  ])('of a table headed %s, %s … mean the same', (...header) => {
    const cells = [
      '质检员',
      '江州重工',
      '校招',
      '江州市、宁波',
      '本科',
      '材料、机械',
      '5000-8000',
      '3人',
      '2026-12-05',
      'hr@job.example',
      '江州人才网',
      '负责质检',
      '2027届',
    ];
    const { draft, unused, errors } = read(
      Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])),
    );
    expect([errors, unused]).toEqual([[], []]);
    expect(draft).toMatchObject({
      title: '质检员',
      company: '江州重工',
      kind: 'campus',
      degree: 'bachelor',
      majors: ['材料', '机械'],
      salary: { min: 5000, max: 8000, unit: 'month', months: null },
      headcount: 3,
      deadline: '2026-12-05',
      apply: { email: 'hr@job.example' },
      source: { origin: 'repost', name: '江州人才网' },
      graduationYear: 2027,
    });
    expect(draft?.cities).toContain('宁波');
    expect(draft?.body).toContain('负责质检');
  });

  test('several texts become sections of the body; a column nobody knows is named', () => {
    const { draft, unused } = read({
      ...named,
      岗位职责: '总装',
      任职要求: '细心',
      内部编码: 'X1',
      序号: '7',
    });
    expect(draft?.body).toBe('【岗位职责】\n总装\n\n【任职要求】\n细心');
    expect(unused).toEqual(['内部编码']);
  });

  test('the second column of one field stays readable', () => {
    expect(draftOf({ 薪资: '6-8K/月', 待遇: '五险一金' }).body).toContain('待遇：五险一金');
  });

  test.each(['', '  ', '无', '-', 'N/A', 'null', '暂无'])('%j is nothing', (text) => {
    expect(codes(read({ 岗位名称: text, 单位: '江州重工' }).errors)).toEqual(['no-title']);
    expect(codes(read({ 岗位名称: '工艺员', 单位: text }).errors)).toEqual(['no-company']);
    expect(draftOf({ 薪资: text })).toMatchObject({ salary: null, salaryText: null });
  });
});

describe('refused', () => {
  test('without title and company, with both reasons', () => {
    const { draft, errors } = read({ 城市: '江州' });
    expect(draft).toBeNull();
    expect(errors).toEqual([
      { code: 'no-title', field: 'title', text: '没有岗位名称' },
      { code: 'no-company', field: 'company', text: '没有单位' },
    ]);
  });

  test.each([
    [{ 岗位名称: '工' }, 'bad-title', '岗位名称至少 2 个字：“工”'],
    [{ 单位: '江'.repeat(61) }, 'bad-company', '单位最多 60 个字'],
    [{ 正文: '字'.repeat(20_001) }, 'long-body', '正文最多 20000 个字'],
  ])('when a text cannot be kept whole: %#', (cells, code, text) => {
    const { draft, errors } = read({ ...named, ...cells });
    expect(draft).toBeNull();
    expect(errors[0]?.code).toBe(code);
    expect(errors[0]?.text).toContain(text);
  });
});

describe('pay', () => {
  const month = (min: number | null, max: number | null, months: number | null = null) => ({
    min,
    max,
    unit: 'month',
    months,
  });

  test.each([
    ['7K-9K/月', month(7000, 9000)],
    ['0.7-1.2万/月', month(7000, 12000)],
    ['1-1.4千/月', month(1000, 1400)],
    ['16-24K·15薪', month(16000, 24000, 15)],
    ['16-24k * 14薪', month(16000, 24000, 14)],
    ['3000-30000', month(3000, 30000)],
    ['4600', month(4600, 4600)],
    ['4500起', month(4500, null)],
    ['4500以上', month(4500, null)],
    ['9千-1.1万', month(9000, 11000)],
    ['¥5,500～7,500元/月（税前）', month(5500, 7500)],
    ['月薪5500元', month(5500, 5500)],
    ['六千到八千', month(6000, 8000)],
    ['六到八千', month(6000, 8000)],
    ['八千到一万二', month(8000, 12000)],
    ['月薪八千到一万', month(8000, 10000)],
    ['五六千', month(5000, 6000)],
    ['八千以上', month(8000, null)],
    ['6千-8千', month(6000, 8000)],
    ['1万5', month(15000, 15000)],
    ['1万2-1万5', month(12000, 15000)],
    ['8k-12k·14薪', month(8000, 12000, 14)],
    ['８０００－１２０００', month(8000, 12000)],
    ['8000元/月-12000元/月', month(8000, 12000)],
    ['年薪15-20万', { min: 150000, max: 200000, unit: 'year', months: null }],
    ['年薪十五万到二十万', { min: 150000, max: 200000, unit: 'year', months: null }],
    ['110-180/天', { min: 110, max: 180, unit: 'day', months: null }],
    ['130元/天', { min: 130, max: 130, unit: 'day', months: null }],
    ['28元/小时', { min: 28, max: 28, unit: 'hour', months: null }],
    ['年薪18-26万', { min: 180000, max: 260000, unit: 'year', months: null }],
    ['11-16万/年', { min: 110000, max: 160000, unit: 'year', months: null }],
  ])('%s is read', (text, salary) => {
    expect(draftOf({ 薪资: text })).toMatchObject({ salary, salaryText: null });
  });

  test.each([
    '面议-k·薪',
    '按国家标准',
    '6000-9000 USD',
    '5000U-7000U /月',
    '12-18K RMB/USD',
    '20-50/课时',
    '8000-1500',
    '7-12',
    '底薪3500-4500+3%提成',
    '实习期4000，转正后7000',
    '基础 8K-12K，另加季度奖 3000-9000',
    '5000往以',
    '99999999元/月',
  ])('%s stays text', (text) => {
    const { draft, notes } = read({ ...named, 薪资: text });
    expect(draft).toMatchObject({ salary: null, salaryText: text });
    expect(codes(notes)).toContain('salary-text');
  });

  test.each(['面议', '薪资面议', '可面议', '待遇：面谈'])('%s says all there is to say', (text) => {
    const { draft, notes } = read({ ...named, 薪资: text });
    expect(draft).toMatchObject({ salary: null, salaryText: text });
    expect(codes(notes)).not.toContain('salary-text');
  });

  test('a longer text is shortened in the field and whole in the body', () => {
    const text = `根据经验面谈，${'另有餐补与宿舍，'.repeat(9)}具体到公司谈`;
    const draft = draftOf({ 薪资: text });
    expect(draft.salaryText).toMatch(/…$/);
    expect(draft.salaryText?.length).toBeLessThanOrEqual(60);
    expect(draft.body).toContain(text);
  });

  test('words beside the sum stay readable', () => {
    expect(draftOf({ 薪资: '12K-18K/月（含项目奖金）' })).toMatchObject({
      salary: month(12000, 18000),
      body: expect.stringContaining('薪资：12K-18K/月（含项目奖金）'),
    });
  });

  test.each([
    ['日薪', '160', { min: 160, max: 160, unit: 'day' }],
    ['年薪', '12-16万', { min: 120000, max: 160000, unit: 'year' }],
    ['薪资（万/年）', '12-16', { min: 120000, max: 160000, unit: 'year' }],
    ['薪资(元/小时)', '25', { min: 25, max: 25, unit: 'hour' }],
    ['薪资（K）', '8-12', { min: 8000, max: 12000, unit: 'month' }],
  ])('the unit may stand in the header: %s', (column, text, salary) => {
    expect(draftOf({ [column]: text }).salary).toMatchObject(salary);
  });
});

describe('degree', () => {
  test.each([
    ['本科', 'bachelor'],
    ['本科及以上', 'bachelor'],
    ['大专、本科', 'associate'],
    ['专科以上', 'associate'],
    ['硕士研究生', 'master'],
    ['研究生及以上学历', 'master'],
    ['博士', 'doctor'],
    ['doctor', 'doctor'],
    ['学历不限', 'any'],
    ['不限', 'any'],
    ['不限/未提及', 'any'],
    ['大专起', 'associate'],
    ['本科或硕士', 'bachelor'],
    ['本科（含）以上', 'bachelor'],
    ['本科毕业生', 'bachelor'],
  ])('%s is %s', (text, degree) => {
    const draft = draftOf({ 学历: text });
    expect(draft).toMatchObject({ degree, degreeText: null, body: '' });
  });

  test('what else the field says stays readable', () => {
    expect(draftOf({ 学历: '仅限统招本科' })).toMatchObject({
      degree: 'bachelor',
      body: expect.stringContaining('学历：仅限统招本科'),
    });
  });

  test.each([
    ['本硕', 'bachelor'],
    ['硕博', 'master'],
    ['大专及以上（本科优先）', 'associate'],
  ])('%s asks for %s, and is kept whole', (text, degree) => {
    expect(draftOf({ 学历: text })).toMatchObject({
      degree,
      body: expect.stringContaining(`学历：${text}`),
    });
  });

  test.each(['硕士优先', '优秀者放宽', '见公告', '相关资格证书'])('%s stays text', (text) => {
    const { draft, notes } = read({ ...named, 学历: text });
    expect(draft).toMatchObject({ degree: null, degreeText: text });
    expect(codes(notes)).toContain('degree-text');
  });
});

// It is 2026-11-20.
describe('deadline', () => {
  test.each([
    ['2026-12-05', '2026-12-05'],
    ['2026/12/5', '2026-12-05'],
    ['2026年12月5日17:30', '2026-12-05T17:30'],
    ['截止时间：2026.12.5', '2026-12-05'],
    ['2026-12-05 00:00:00', '2026-12-05'],
    ['2026-12-05T17:30:00', '2026-12-05T17:30'],
    ['2026-12-05T09:30:00.000Z', '2026-12-05T17:30'],
    ['20261205', '2026-12-05'],
    ['11月1日-12月6日', '2026-12-06'],
    ['12月20日前', '2026-12-20'],
    ['1.15截止', '2027-01-15'],
    ['4月15日前', '2027-04-15'],
    ['２０２７年４月１５日', '2027-04-15'],
    ['12月20日（周日）', '2026-12-20'],
    ['12月20日下午5点', '2026-12-20T17:00'],
    ['12月底', '2026-12-31'],
    ['26.12.15', '2026-12-15'],
    ['2026/12/15 0:00', '2026-12-15'],
  ])('%s is read', (text, deadline) => {
    expect(draftOf({ 截止时间: text })).toMatchObject({ deadline, recheckOn: null });
  });

  test('none brings a re-check 30 days ahead', () => {
    const { draft, notes, readings } = read(named);
    expect(draft).toMatchObject({ deadline: null, recheckOn: '2026-12-20' });
    expect(codes(notes)).toContain('no-deadline');
    expect(readings.deadline).toBe('none');
  });

  test.each([
    '长期有效',
    '招满即止',
    '2月30日',
    '2026-02-30',
    '尽快',
    '12月中旬',
    '2026-12',
    '下周三',
    '9月1日',
    '第一批12月1日，第二批12月20日',
    '截至11月8日仅有外地岗位还在招人了解详情请看公告',
    '2099-12-31',
  ])('%s stays text and brings one too', (text) => {
    expect(draftOf({ 截止时间: text })).toMatchObject({
      deadline: null,
      recheckOn: '2026-12-20',
      body: expect.stringContaining(text),
    });
  });

  test.each(['长期有效', '招满为止', '不限', '随时', '常年', '无期限'])('%s is open-ended', (text) => {
    const { draft, notes } = read({ ...named, 截止时间: text });
    expect(draft).toMatchObject({ deadline: null, recheckOn: '2026-12-20' });
    expect(codes(notes)).toContain('no-deadline');
    expect(codes(notes)).not.toContain('deadline-text');
  });

  test('a date without a year follows the day of publication', () => {
    const { draft, closed, publishedAt } = read({ ...named, 发布时间: '2024/9/10', 截止时间: '10月8日' });
    expect(draft?.deadline).toBe('2024-10-08');
    expect(closed).toBe(true);
    expect(publishedAt?.toISOString()).toBe('2024-09-09T16:00:00.000Z');
  });

  test('one that is over comes in as closed', () => {
    const { draft, closed, notes } = read({ ...named, 截止时间: '2026-11-19' });
    expect(draft?.deadline).toBe('2026-11-19');
    expect(closed).toBe(true);
    expect(codes(notes)).toContain('deadline-passed');
  });

  test('one that only says it is over waits for somebody to look', () => {
    expect(read({ ...named, 截止时间: '已截止' })).toMatchObject({ unverified: true, closed: false });
  });

  test.each(['08-30', '2027-01-03', '昨天', '2026'])('a publication day of %s is not taken', (text) => {
    const { publishedAt, notes } = read({ ...named, 发布时间: text });
    expect(publishedAt).toBeNull();
    expect(codes(notes)).toContain('published-text');
  });
});

describe('kind', () => {
  test.each([
    ['校招', 'campus'],
    ['校园招聘', 'campus'],
    ['实习生', 'internship'],
    ['社会招聘', 'social'],
    ['公务员', 'civil-service'],
    ['选调生', 'civil-service'],
    ['事业单位', 'public-institution'],
    ['三支一扶', 'grassroots'],
    ['校内岗位', 'on-campus'],
    ['升学', 'further-study'],
    ['内推', 'referral'],
    ['internship', 'internship'],
  ])('%s is %s', (text, kind) => {
    const { draft, notes } = read({ ...named, 类型: text });
    expect(draft?.kind).toBe(kind);
    expect(codes(notes).filter((code) => code.startsWith('kind'))).toEqual([]);
  });

  test.each([
    ['兼职', '理货员', 'internship', 'kind-mapped'],
    ['博士后', '材料研究', 'campus', 'kind-mapped'],
    ['其他', '2027届校园招聘 焊接工程师', 'campus', 'kind-from-title'],
    ['', '夏季实习生', 'internship', 'kind-from-title'],
    ['其他', '公告（第二批）', 'social', 'kind-default'],
    ['限应届：否', 'Internet 运营', 'social', 'kind-default'],
  ])('%s of “%s” comes in as %s, and says so', (text, title, kind, note) => {
    const { draft, notes } = read({ ...named, 岗位名称: title, 类型: text });
    expect(draft?.kind).toBe(kind);
    expect(codes(notes)).toContain(note);
    expect(draft?.body ?? '').toContain(text && `类型：${text}`);
  });
});

describe('texts', () => {
  test('a long title is shortened at a separator and whole at the head of the body', () => {
    const title = `江州重工集团有限公司 2027 届校园招聘，${'焊接、装配、质检、热处理、'.repeat(4)}欢迎投递`;
    const draft = draftOf({ 岗位名称: title, 正文: '负责总装' });
    expect(draft.title.length).toBeLessThanOrEqual(jobLimits.title);
    expect(draft.title).toMatch(/…$/);
    expect(draft.body).toBe(`${title}\n\n负责总装`);
  });

  test('control characters go, line breaks of the body stay', () => {
    expect(draftOf({ 岗位名称: '工艺\n员\u0000', 正文: '一\r\n二\u0007' })).toMatchObject({
      title: '工艺 员',
      body: '一\n二',
    });
  });

  test.each([
    ['https://hr.job.example/apply?id=1', 'https://hr.job.example/apply?id=1', null],
    ['hr.job.example/apply', 'http://hr.job.example/apply', null],
    ['官网 https://hr.job.example/a 投递', 'https://hr.job.example/a', null],
    ['javascript:alert(1)', null, 'url-text'],
    ['扫描下方二维码', null, 'url-text'],
  ])('link %s', (text, url, note) => {
    const { draft, notes } = read({ ...named, 网申链接: text });
    expect(draft?.apply.url).toBe(url);
    expect(codes(notes).filter((code) => code === 'url-text')).toEqual(note ? [note] : []);
    if (url === null) expect(draft?.body).toContain(text);
  });

  test('the page of the posting is the way to apply only where no other is', () => {
    const page = 'https://job.example/7';
    expect(draftOf({ 链接: page })).toMatchObject({ apply: { url: page }, source: { url: page } });
    expect(draftOf({ 链接: page, 邮箱: 'hr@job.example' })).toMatchObject({
      apply: { url: null },
      source: { url: page },
    });
  });

  test('a place says its cities and keeps the rest', () => {
    expect(draftOf({ 城市: '西安·雁塔区、宁波市' })).toMatchObject({
      cities: ['西安', '宁波'],
      body: expect.stringContaining('工作地点：西安·雁塔区、宁波市'),
    });
    expect(codes(read({ ...named, 城市: '远程' }).notes)).toContain('cities-text');
  });

  test.each([
    ['浙江省杭州市', ['杭州']],
    ['杭州／宁波', ['杭州', '宁波']],
    ['杭州；宁波', ['杭州', '宁波']],
    ['杭州｜宁波', ['杭州', '宁波']],
    ['杭 州', ['杭州']],
    ['江州', ['江州']],
    ['江州市、宁波', ['江州', '宁波']],
    ['宁波市、东湖市', ['宁波', '东湖']],
  ])('%s is %j and nothing more', (text, cities) => {
    const row = rowOf({ line: 2, cells: Object.entries({ ...named, 城市: text }) }, new Set());
    expect(draftOfRow(row, testNow, ['江州']).draft).toMatchObject({ cities, body: '' });
  });

  test.each(['全国', '全国各地', '不限', '多个城市'])('%s names no city, and nothing is to mend', (text) => {
    const { draft, notes } = read({ ...named, 城市: text });
    expect(draft).toMatchObject({ cities: [], body: expect.stringContaining(text) });
    expect(codes(notes)).toContain('cities-open');
    expect(codes(notes)).not.toContain('cities-text');
  });

  test('majors lose their codes in the field and keep them in the body', () => {
    expect(draftOf({ 专业: '机械类(B0802)、焊接技术与工程(B080411)' })).toMatchObject({
      majors: ['机械类', '焊接技术与工程'],
      body: expect.stringContaining('专业要求：机械类(B0802)、焊接技术与工程(B080411)'),
    });
    expect(draftOf({ 专业: '不限' }).majors).toEqual([]);
  });

  test('more majors than a job holds', () => {
    const names = Array.from(
      { length: 45 },
      (_, i) => `第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰'[Math.floor(i / 10)]}学`,
    );
    const { draft, notes } = read({ ...named, 专业: names.join('、') });
    expect(draft?.majors).toEqual(names.slice(0, 40));
    expect(draft?.body).toContain(names[44]);
    expect(codes(notes)).toContain('majors-text');
  });

  test.each([
    ['12', 12],
    ['１２', 12],
    ['共３名', 3],
    ['十人', 10],
    ['3.0', 3],
  ])('head-count %s is %i', (text, headcount) => {
    expect(draftOf({ 人数: text })).toMatchObject({ headcount, body: '' });
  });

  test.each([
    ['3-5人', 3],
    ['3－5', 3],
    ['3至5名', 3],
    ['三五名', 3],
    ['2名以上', 2],
    ['10余人', 10],
    ['约20人', 20],
  ])('head-count %s is at least %i, and says so', (text, headcount) => {
    const { draft, notes } = read({ ...named, 人数: text });
    expect(draft).toMatchObject({ headcount, body: expect.stringContaining(`人数：${text}`) });
    expect(codes(notes)).toContain('headcount-least');
  });

  test.each(['若干', '若干名', '不限', '多名', '待定'])(
    'head-count %s is none, and nothing to mend',
    (text) => {
      const { draft, notes } = read({ ...named, 人数: text });
      expect(draft).toMatchObject({ headcount: null, body: expect.stringContaining(`人数：${text}`) });
      expect(codes(notes)).toContain('headcount-open');
      expect(codes(notes)).not.toContain('headcount-text');
    },
  );

  test('a head-count in a cell that spans several rows is not the one of each', () => {
    const row = rowOf(
      { line: 3, cells: Object.entries({ ...named, 人数: '10' }), carried: ['人数'] },
      new Set(),
    );
    const { draft, notes } = draftOfRow(row, testNow);
    expect(draft).toMatchObject({ headcount: null, body: expect.stringContaining('10（与上面几行合计）') });
    expect(codes(notes)).toContain('headcount-shared');
  });

  test.each([
    ['27届', 2027],
    ['2027', 2027],
    ['２０２７届', 2027],
    ['二〇二七届', 2027],
    ['2027年毕业', 2027],
    ['2027.6毕业', 2027],
    ['2027-06-30', 2027],
    ['2027年6月', 2027],
    ['2027届毕业生', 2027],
  ])('class %s is %i', (text, year) => {
    expect(draftOf({ 届别: text })).toMatchObject({ graduationYear: year, body: '' });
  });

  test.each(['2026届、2027届', '2026/2027届', '26/27届', '2026/27届', '2024-2026届', '2026届及2027届'])(
    'class %s is none alone, and nothing to mend',
    (text) => {
      const { draft, notes } = read({ ...named, 届别: text });
      expect(draft).toMatchObject({ graduationYear: null, body: expect.stringContaining(`届别：${text}`) });
      expect(codes(notes)).toContain('year-several');
    },
  );

  test.each(['2027级', '应届生', '27'])('class %s stays text', (text) => {
    const { draft, notes } = read({ ...named, 届别: text });
    expect(draft?.graduationYear).toBeNull();
    expect(codes(notes)).toContain('year-text');
  });

  test('the address behind a cell is kept where readers find it', () => {
    const linked = (cells: Record<string, string>, links: [string, string][]) =>
      draftOfRow(rowOf({ line: 2, cells: Object.entries({ ...named, ...cells }), links }, new Set()), testNow)
        .draft;
    const url = 'https://hr.job.example/apply?id=1';
    expect(linked({ 投递方式: '点击投递' }, [['投递方式', url]])).toMatchObject({
      apply: { url, note: null },
    });
    expect(linked({ 投递方式: '网申后带简历到现场' }, [['投递方式', url]])).toMatchObject({
      apply: { url, note: '网申后带简历到现场' },
    });
    expect(linked({ 投递链接: '官网' }, [['投递链接', url]])).toMatchObject({ apply: { url } });
    expect(linked({}, [['岗位名称', url]])).toMatchObject({ source: { url } });
    expect(linked({ 投递方式: '发简历' }, [['投递方式', 'mailto:hr@job.example']])).toMatchObject({
      apply: { email: 'hr@job.example' },
    });
    expect(linked({ 城市: '宁波' }, [['城市', url]])?.body).toContain(`城市：${url}`);
  });

  test('a column without a heading stays readable; a cell that the file makes doubtful is told', () => {
    const row = rowOf(
      {
        line: 2,
        cells: Object.entries({ ...named, 'D 列': '包住宿', 备用: 'X' }),
        notes: [{ column: '岗位名称', code: 'long-number', text: '1234567890123456000' }],
      },
      new Set(),
      new Set(['D 列']),
    );
    expect(row.extra).toEqual([
      { column: 'D 列', text: '包住宿', kept: true },
      { column: '备用', text: 'X', kept: false },
    ]);
    const { draft, notes } = draftOfRow(row, testNow);
    expect(draft?.body).toContain('D 列：包住宿');
    expect(notes.find(({ code }) => code === 'file-doubt')).toMatchObject({
      field: 'title',
      text: expect.stringContaining('超过 15 位'),
    });
  });

  test('an origin of ours is told from the name of a source', () => {
    expect(draftOf({ 来源: '学院' }).source).toMatchObject({ origin: 'college', name: '学院' });
    expect(draftOf({ 来源: '某公众号', 来源类型: '校友' }).source).toMatchObject({
      origin: 'alumni',
      name: '某公众号',
    });
    expect(codes(read(named).notes)).toContain('no-source');
  });
});
