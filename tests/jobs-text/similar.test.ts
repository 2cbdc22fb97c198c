import { type ComparableJob, candidateKeys, compareJobs } from '@qihang/shared/jobs/similar/similar';

const base: ComparableJob = {
  company: '澄湖精工（合肥）有限公司',
  title: '工艺工程师',
  cities: ['合肥'],
  body: '负责装配线工艺文件编制与改善，跟进试制问题。机械工程专业本科及以上，能适应出差，月薪8000-11000元，提供宿舍。',
  url: 'https://zp.chenghu.example.com/j/7',
};
const other = (change: Partial<ComparableJob>): ComparableJob => ({ ...base, url: null, ...change });

describe('the same post', () => {
  test.each<[string, Partial<ComparableJob>]>([
    ['word for word', {}],
    ['the employer without its legal form', { company: '澄湖精工' }],
    [
      'full-width and in traditional characters',
      { title: '工藝工程師', company: '澄湖精工（合肥）有限公司' },
    ],
    ['a tag in front of the title', { title: '【急招】工艺工程师（应届）' }],
    [
      'rewritten for a chat',
      { body: '月薪8-11K，包住宿。机械工程本科起，能出差。要做的：编装配线工艺文件、改善，跟试制问题。' },
    ],
    ['no body yet', { body: '' }],
    ['no city yet', { cities: [] }],
  ])('%s', (_, change) => {
    expect(compareJobs(base, other(change))).toMatchObject({ duplicate: true, reason: 'same-title' });
  });

  test('the same page with tracking behind it', () => {
    const found = compareJobs(
      base,
      other({ url: 'http://zp.chenghu.example.com/j/7/?utm_source=group#top', body: '工艺工程师，详见链接' }),
    );
    expect(found).toMatchObject({ duplicate: true, reason: 'same-link' });
    expect(found.score).toBeGreaterThanOrEqual(0.9);
  });

  test('a title with a word less and nearly the same body', () => {
    expect(compareJobs(base, other({ title: '装配工艺工程师' }))).toMatchObject({
      duplicate: true,
      reason: 'similar-body',
    });
  });
});

describe('another post', () => {
  test.each<[string, Partial<ComparableJob>]>([
    ['in another city', { cities: ['芜湖'] }],
    ['of an employer with a like name', { company: '澄河精工（合肥）有限公司' }],
    ['an internship', { title: '工艺工程师（实习生）' }],
    ['a senior post', { title: '高级工艺工程师' }],
    ['another title over the same text', { title: '质量工程师' }],
    ['another class', { body: `2026届补录。${base.body}`, title: '工艺工程师（2026届）' }],
    ['a text about something else', { body: '在门店点餐、收银、传菜，两班倒，包吃住，学历不限。' }],
  ])('%s', (_, change) => {
    const first = change.title?.includes('届') ? { ...base, title: '工艺工程师（2027届）', url: null } : base;
    expect(compareJobs(first, other(change)).duplicate).toBe(false);
  });

  test('autumn and spring of one year are two rounds', () => {
    const autumn = other({ body: `2027届秋招。${base.body}` });
    const spring = other({ body: `2027届春招，秋招未投递者优先。${base.body}` });
    expect(compareJobs(autumn, spring).duplicate).toBe(false);
  });
});

test('comparing is symmetric', () => {
  const b = other({ title: '装配工艺工程师', company: '澄湖精工' });
  expect(compareJobs(base, b)).toEqual(compareJobs(b, base));
});

describe('candidate keys', () => {
  const shared = (a: ComparableJob, b: ComparableJob) => {
    const keys = new Set(candidateKeys(a));
    return candidateKeys(b).filter((key) => keys.has(key));
  };

  test('duplicates share one by link, by employer and title, or by body', () => {
    expect(
      shared({ ...base, title: '甲', body: '' }, { ...base, title: '乙', company: null, body: '' }),
    ).toHaveLength(1);
    expect(shared(other({ body: '' }), other({ body: '', company: '澄湖精工' }))).toHaveLength(1);
    expect(shared(other({ title: '装配工艺工程师', company: null }), other({})).length).toBeGreaterThan(0);
  });

  test('strangers share none, and there are few per job', () => {
    const stranger: ComparableJob = {
      company: '屿声文化',
      title: '音频剪辑实习生',
      cities: ['青岛'],
      body: '剪辑播客节目，配合选题策划，每周四天，会用剪辑软件，130元一天。',
      url: null,
    };
    expect(shared(base, stranger)).toEqual([]);
    expect(candidateKeys(base).length).toBeLessThanOrEqual(10);
  });
});
