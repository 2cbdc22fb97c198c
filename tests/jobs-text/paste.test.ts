import { parseAnnouncement } from '@qihang/shared/jobs/paste/parse';
import { postStrategies } from '@qihang/shared/jobs/paste/titles';
import { scorePaste } from '../eval/score-paste';
import { announcements, today } from './announcements';
import { fifthAnnouncements } from './fifth-announcements';
import { fourthAnnouncements } from './fourth-announcements';
import { moreAnnouncements } from './more-announcements';
import { seventhAnnouncements } from './seventh-announcements';
import { sixthAnnouncements } from './sixth-announcements';
import { thirdAnnouncements } from './third-announcements';

const parse = (text: string) => parseAnnouncement(text, today);

const sets = [
  ['announcements', announcements],
  ['more announcements', moreAnnouncements],
  ['third announcements', thirdAnnouncements],
  ['fourth announcements', fourthAnnouncements],
  ['fifth announcements', fifthAnnouncements],
  ['sixth announcements', sixthAnnouncements],
  ['seventh announcements', seventhAnnouncements],
] as const;

describe.each(sets)('%s', (_, set) => {
  test.each(set.map((item) => [item.name, item] as const))('%s', (name, item) => {
    const scored = scorePaste(
      [{ id: name, today, text: item.text, expect: item.expect }],
      (text) => parse(text).overall as Record<string, unknown> | null,
    );
    expect(scored.misses).toEqual([]);
  });
});

describe('the strategy that reads the posts', () => {
  const texts = new Map(sets.flatMap(([, set]) => set.map(({ name, text }) => [name, text] as const)));
  const winners = [
    ['markdown table with bars', 'table'],
    ['posts in blocks', 'labels'],
    ['public institution notice', 'headcount-plan'],
    ['two families of posts', 'directions'],
    ['numbered clauses in one paragraph', 'counted-lines'],
    ['city as the head of each post', 'line-heads'],
    ['one line in a group', 'after-verb'],
    ['postscript with reposting account', 'counted-line'],
    ['referral with two ways to apply', 'before-verb'],
    ['housekeeping of a club of the university press', 'named-counts'],
    ['everything in one line', 'headline'],
    ['talent programme of a district', 'programme'],
    ['a fair, not a job', null],
  ] as const;

  test.each(winners)('of “%s” is %s', (name, strategy) => {
    expect(parse(texts.get(name) ?? '').strategy).toBe(strategy);
  });

  test('has an announcement for each', () => {
    expect(winners.flatMap(([, strategy]) => strategy ?? [])).toEqual(postStrategies);
  });
});

describe('drafts', () => {
  const blocks = announcements.find((item) => item.name === 'posts in blocks')?.text ?? '';

  test('each post has its own facts and the common ones', () => {
    const { drafts } = parse(blocks);
    expect(drafts.map((draft) => draft.fields)).toMatchObject([
      {
        title: '光学设计工程师',
        company: '珠海澄宇光学有限公司',
        kind: 'social',
        cities: ['珠海'],
        degree: 'master',
        majors: ['光学工程', '物理学'],
        salary: { min: 15000, max: 22000, unit: 'month' },
        headcount: 2,
        deadline: '2026-12-31',
        apply: { url: null, email: 'job@chengyu-opt.example.com', note: null },
      },
      {
        title: '品质工程师',
        degree: 'bachelor',
        majors: ['质量管理工程'],
        salary: { min: 8000, max: 12000, unit: 'month' },
        headcount: 3,
      },
    ]);
  });

  test('spans point at the words in the text as pasted', () => {
    const text = `🔥🔥\n${blocks.replace(/岗位/g, '崗位')}`;
    const draft = parse(text).drafts[0];
    const at = (field: 'company' | 'title' | 'deadline' | 'apply') => {
      const span = draft?.spans[field];
      return span && text.slice(span.start, span.end);
    };
    expect(at('company')).toBe('珠海澄宇光学有限公司');
    expect(at('title')).toBe('光学设计工程师');
    expect(at('deadline')).toBe('2026-12-31');
    expect(at('apply')).toBe('job@chengyu-opt.example.com');
  });

  test('what was not found is missing, and nothing is invented', () => {
    const [draft] = parse('招聘前台文员一名，要求大专以上，有意者联系人事部。').drafts;
    expect(draft?.fields).toMatchObject({
      title: '前台文员',
      company: null,
      cities: [],
      majors: [],
      salary: null,
      headcount: 1,
      deadline: null,
      openEnded: false,
    });
    expect(draft?.missing).toEqual(['company', 'cities', 'salary', 'deadline', 'apply', 'duties']);
    expect(draft?.spans.salary).toBeUndefined();
  });

  test('a digest gives each employer its own draft', () => {
    const text = `【就业日报】
① 南通海霖船舶设备有限公司招焊接工艺员2名，大专及以上，5500-8000元/月，hr@hailin.example.com，12月20日截止
② 无锡朗桥软件有限公司招测试工程师3名，本科及以上，8-12K，zp@langqiao.example.com，12月25日截止`;
    const { drafts } = parse(text);
    expect(
      drafts.map(({ fields }) => [
        fields.company,
        fields.title,
        fields.cities,
        fields.apply.email,
        fields.deadline,
      ]),
    ).toEqual([
      ['南通海霖船舶设备有限公司', '焊接工艺员', ['南通'], 'hr@hailin.example.com', '2026-12-20'],
      ['无锡朗桥软件有限公司', '测试工程师', ['无锡'], 'zp@langqiao.example.com', '2026-12-25'],
    ]);
    const span = drafts[1]?.spans.title;
    expect(text.slice(span?.start, span?.end)).toBe('测试工程师');
  });

  test('pay by the hour is kept in the draft though the label form has no word for it', () => {
    const clinic =
      thirdAnnouncements.find((item) => item.name === 'campus clinic with hourly pay')?.text ?? '';
    const { overall, drafts } = parse(clinic);
    expect(overall?.salary).toBeNull();
    expect(drafts[0]?.fields.salary).toEqual({ min: 18, max: 18, unit: 'hour' });
  });

  test('a date that does not exist is no deadline', () => {
    const [draft] = parse(
      '某木公司诚聘会计2名，工作地点：杭州，月薪6000元，截止日期：2027年2月30日，简历发 hr@moumu.example.com',
    ).drafts;
    expect(draft?.fields.deadline).toBeNull();
    expect(draft?.missing).toContain('deadline');
  });
});

describe('texts that are no announcement at all', () => {
  test.each<[string, string]>([
    ['empty', ''],
    ['blank', ' \n\t '.repeat(5000)],
    ['emoji', '😀🎉🔥'.repeat(9000)],
    ['digits', '1234567890'.repeat(10000)],
    ['one character', '一'.repeat(100000)],
    ['brackets', '（【'.repeat(50000)],
    ['labels', '岗位：'.repeat(30000)],
    ['mail addresses', 'a@b.com '.repeat(12000)],
    ['letters', 'a'.repeat(100000)],
    ['binary', Array.from({ length: 100000 }, (_, i) => String.fromCharCode((i * 7919) % 65536)).join('')],
    ['a sentence without end', '招聘工程师专业本科薪资5000元'.repeat(6000)],
  ])('%s answers at once', (_, text) => {
    // Seconds of the processor: other work on the machine does not count.
    const begun = process.cpuUsage();
    const { overall, drafts } = parse(text);
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(15);
    if (overall === null) expect(drafts).toEqual([]);
  });

  test('the announcement before a long appendix is read', () => {
    const [first] = announcements;
    const text = `${first?.text}\n${'附件：诚信承诺书，本人承诺所填信息真实。\n'.repeat(5000)}`;
    expect(parse(text).drafts.map((draft) => draft.fields.title)).toEqual(['焊接工艺员', '质检员']);
  });
});
