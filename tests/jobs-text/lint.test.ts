import type { LintRule } from '@qihang/shared/jobs/lint/finding';
import { lintJob } from '@qihang/shared/jobs/lint/lint';

const today = '2026-11-20';

/** A posting to which nothing can be said. */
const clean = {
  title: '工艺工程师',
  company: '澄湖精工有限公司',
  kind: 'campus',
  cities: ['合肥'],
  degree: 'bachelor',
  majors: ['机械工程'],
  salary: { min: 8000, max: 11000, unit: 'month' },
  headcount: 3,
  deadline: '2026-12-20',
  body: '负责装配线工艺文件编制与改善。要求机械工程专业本科及以上，能适应出差，提供宿舍。',
  apply: { email: 'hr@chenghu.example.com', url: null, note: null },
  source: { origin: 'employer', name: null, url: null },
};

const rulesOf = (job: object, day = today) => lintJob(job, day).map((item) => item.rule);
const withBody = (sentence: string) => ({ ...clean, body: `${clean.body}${sentence}` });

test('a complete posting passes', () => {
  expect(lintJob(clean, today)).toEqual([]);
});

test('tuition is no fee where one goes on to study', () => {
  const study = { ...withBody('学费每年8000元，按学年缴纳。'), kind: 'further-study' };
  expect(rulesOf(study)).not.toContain('fee.charge');
  expect(rulesOf({ ...study, kind: 'campus' })).toContain('fee.charge');
});

describe('sentences that must be objected to', () => {
  const cases: [LintRule, string[]][] = [
    [
      'discrimination.school',
      [
        '限985/211院校。',
        '要求毕业于双一流高校。',
        '985、211优先。',
        '双一流优先。',
        '第一学历须为全日制本科。',
        '统招一本及以上。',
        '要求QS前100硕士。',
        '二本、专升本勿投。',
        '名校毕业优先。',
        '211及以上院校毕业生。',
      ],
    ],
    [
      'discrimination.gender',
      [
        '限男性。',
        '男生优先。',
        '女士优先。',
        '性别：女。',
        '只招女生。',
        '不招女生。',
        '本岗位仅限男性，能值夜班。',
        '要求女，形象好。',
        '女生勿投。',
        '适合男生。',
      ],
    ],
    [
      'discrimination.hukou',
      [
        '本地户籍优先。',
        '限本市户口。',
        '需具有上海户籍。',
        '京籍优先。',
        '仅限本地人。',
        '要求合肥市户口。',
        '外地户口勿扰。',
        '户籍：限本省。',
      ],
    ],
    [
      'discrimination.ethnic',
      ['限汉族。', '汉族优先。', '不招少数民族。', '少数民族勿投。', '不招回族、藏族。'],
    ],
    ['discrimination.religion', ['不招信教人员。', '要求无宗教信仰。']],
    [
      'discrimination.marital',
      [
        '未婚优先。',
        '要求已婚已育。',
        '两年内不得怀孕。',
        '单身优先。',
        '三年内无生育计划。',
        '限未婚女性。',
      ],
    ],
    ['discrimination.age', ['年龄35岁以下。', '18-28周岁。', '不超过30周岁。', '限95后。']],
    [
      'fee.charge',
      [
        '入职需缴纳押金500元。',
        '体检费自理，工装费200元。',
        '报名费100元，交费后安排面试。',
        '需交保证金，离职退还。',
        '上岗前收取培训费1200元。',
        '住宿押金600元。',
        '交300元服装费。',
      ],
    ],
    [
      'fee.training-loan',
      ['培训费可分期付款，入职后从工资里扣除。', '可办理培训贷。', '先学后付，就业后还款。'],
    ],
    [
      'bait.promise',
      [
        '保证录用。',
        '内部名额，先到先得。',
        '包过面试。',
        '轻松月入过万。',
        '签约即承诺就业。',
        '免面试直接入职，高薪无门槛。',
        '内部指标，保入编。',
        '100%就业。',
      ],
    ],
    [
      'contact.private',
      [
        '加微信 chenhu_hr01 详聊。',
        '电话13900000000。',
        '有意者加v：gongyi2027',
        '联系QQ：123456789。',
        '咨询王经理139 0000 0000（微信同号）。',
        '薇信hr_chenghu',
      ],
    ],
  ];
  for (const [rule, sentences] of cases) {
    test.each(sentences)(`${rule}: %s`, (sentence) => {
      expect(rulesOf(withBody(sentence))).toContain(rule);
    });
  }
});

describe('sentences that look alike and are fine', () => {
  test.each([
    '公司在经十路985号，乘211路公交可达。',
    '985路、211路公交直达。',
    '不限985、211，欢迎各类院校同学。',
    '非双一流同学同样欢迎。',
    '我们不看学校，只看作品。',
    '男女不限。',
    '男女生均可。',
    '性别不限，年龄不限。',
    '负责男装与女鞋的陈列。',
    '协助工会做好女职工权益保护。',
    '管理女生宿舍区的报修登记。',
    '户籍不限，协助办理落户。',
    '可解决上海户口。',
    '负责户籍档案的整理。',
    '民族不限。',
    '参与少数民族文化展览策划。',
    '对接中央民族大学的校企合作。',
    '婚育状况不限。',
    '缴纳生育保险，享婚假、产假。',
    '提供单身公寓。',
    '年满18周岁。',
    '团队平均年龄28岁。',
    '不收取任何费用。',
    '入职体检费用由公司承担。',
    '免费提供工装，无需缴纳押金。',
    '培训费用全免。',
    '公司报销差旅费、培训费。',
    '谨防以押金、培训费为名的诈骗。',
    '负责客户押金的收取与核对。',
    '缴纳五险一金。',
    '不承诺录用。',
    '无内部名额，公平竞争。',
    '签订保密协议。',
    '咨询电话：0551-00000000。',
    '关注公司公众号：chenghu_jinggong。',
    '负责QQ群与微信社群运营。',
    '熟悉微信小程序开发。',
    '保底工资6000元。',
    '负责贷款材料的初审与培训档案整理。',
    '工号由6位数字组成。',
  ])('%s', (sentence) => {
    expect(rulesOf(withBody(sentence))).toEqual([]);
  });
});

describe('fields', () => {
  test.each<[string, object, LintRule[]]>([
    ['no employer', { company: null }, ['missing.employer']],
    ['an employer without a name', { company: '某知名互联网公司' }, ['missing.employer']],
    ['a company whose name begins like that', { company: '某木文化传播有限公司' }, []],
    ['no head-count', { headcount: null }, ['missing.headcount']],
    ['a head-count in the body', { headcount: null, body: `${clean.body}本岗位招聘3名。` }, []],
    ['no place', { cities: [] }, ['missing.place']],
    ['a place in the body', { cities: [], body: `${clean.body}工作地点：图书馆三楼。` }, []],
    ['a remote job', { cities: [], body: `${clean.body}可全程远程办公。` }, []],
    ['no pay', { salary: null }, ['missing.pay']],
    ['pay to be agreed', { salary: null, salaryNegotiable: true }, []],
    ['pay by the rules of the house', { salary: null, body: `${clean.body}薪资按事业单位标准执行。` }, []],
    [
      'no duties',
      { body: '要求机械工程专业本科及以上，能适应出差，性格开朗，抗压能力强。' },
      ['missing.duties'],
    ],
    [
      'no requirements',
      { degree: null, majors: [], body: '负责装配线工艺文件编制与现场改善，跟进试制问题的闭环。' },
      ['missing.requirements'],
    ],
    ['no validity', { deadline: null }, ['missing.validity']],
    ['open until filled', { deadline: null, body: `${clean.body}招满即止。` }, []],
    ['a date for the re-check', { deadline: null, recheckOn: '2026-12-10' }, []],
    ['a deadline that has passed', { deadline: '2026-11-19' }, ['expired.deadline']],
    ['a deadline today', { deadline: '2026-11-20' }, []],
    ['a deadline this noon', { deadline: '2026-11-20T12:00' }, []],
    ['a day that no calendar has', { deadline: '2027-02-30' }, ['invalid.deadline']],
    ['pay of nothing', { salary: { min: 0, max: 999999000, unit: 'month' } }, ['invalid.pay']],
    ['a script for a link', { apply: { email: null, url: 'javascript:alert(1)' } }, ['invalid.link']],
    [
      'a mailbox anybody can have',
      { apply: { email: 'chenghu2026@163.com', url: null } },
      ['mailbox.public'],
    ],
    ['a house that has qq in its name', { apply: { email: 'hr@qqlink.example.com', url: null } }, []],
    [
      'a repost without source',
      { source: { origin: 'repost', name: null, url: null } },
      ['repost.no-source'],
    ],
    ['a repost with its source', { source: { origin: 'repost', name: '江畔就业', url: null } }, []],
    ['a short body', { body: '负责工艺，要求本科。' }, ['body.too-short']],
  ])('%s', (_, change, expected) => {
    expect(rulesOf({ ...clean, ...change })).toEqual(expected);
  });

  test('age limits are the law in the civil service', () => {
    const body = `${clean.body}年龄35周岁以下。`;
    for (const kind of ['civil-service', 'public-institution', 'grassroots']) {
      expect(rulesOf({ ...clean, kind, body })).toEqual([]);
    }
  });
});

describe('what a finding carries', () => {
  test('the passage, quoted in a message that says what to do', () => {
    const job = withBody('限男性。');
    const [found] = lintJob(job, today);
    expect(found).toMatchObject({ rule: 'discrimination.gender', severity: 'block', path: 'body' });
    expect(job.body.slice(found?.span?.start, found?.span?.end)).toBe('限男性');
    expect(found?.message).toContain('限男性');
  });

  test('the title is read too', () => {
    expect(lintJob({ ...clean, title: '司机（限男）' }, today)).toMatchObject([
      { rule: 'discrimination.gender', path: 'title' },
    ]);
  });

  test('a flat import row is the same job', () => {
    const row = {
      title: clean.title,
      company: clean.company,
      kind: '校招',
      cities: clean.cities,
      degree: '本科',
      majors: [],
      salaryText: '面议',
      headcount: 3,
      deadline: '2026-12-20',
      body: clean.body,
      applyEmail: 'chenghu@qq.com',
      applyUrl: null,
      sourceName: null,
      sourceUrl: null,
      origin: 'repost',
    };
    expect(rulesOf(row)).toEqual(['mailbox.public', 'repost.no-source']);
  });

  test.each([null, undefined, 42, 'text', [], { title: 3, body: {}, cities: 'x' }])(
    '%p is a job of nothing',
    (input) => {
      const rules = rulesOf(input as object);
      expect(rules).toContain('missing.employer');
      expect(rules).toContain('body.too-short');
    },
  );
});
