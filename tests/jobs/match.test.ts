import { nationalCatalogue } from '@qihang/shared/jobs/majors/catalogue';
import { type MatchableJob, matchJob, type Profile, profileGaps } from '@qihang/shared/jobs/match';

const profile = (change: Partial<Profile> = {}): Profile => ({
  major: '车辆工程',
  degree: 'bachelor',
  graduationYear: 2027,
  cities: ['宁波', '杭州'],
  kinds: ['campus'],
  ...change,
});
const silent: Profile = { major: null, degree: null, graduationYear: null, cities: [], kinds: [] };

const job = (change: Partial<MatchableJob> = {}): MatchableJob => ({
  kind: 'campus',
  cities: ['宁波', '合肥'],
  degree: 'bachelor',
  majors: ['机械类'],
  graduationYear: 2027,
  ...change,
});

const texts = (one: Profile, other: MatchableJob) =>
  matchJob(one, other, nationalCatalogue).reasons.map(({ hit, text }) => `${hit ? '✓' : '✗'} ${text}`);

describe('matchJob', () => {
  it('says why a job suits', () => {
    expect(texts(profile(), job())).toEqual([
      '✓ 专业对口：车辆工程 ∈ 机械类',
      '✓ 学历和届别符合：本科，2027 届',
      '✓ 意向城市：宁波',
      '✓ 求职类型：校招',
    ]);
  });

  it('gives a hundred to what fits exactly', () => {
    expect(matchJob(profile(), job({ majors: ['车辆工程'] }), nationalCatalogue)).toMatchObject({
      fits: true,
      score: 100,
    });
  });

  it.each([
    ['the major itself', { major: '车辆' }, { majors: ['车辆工程'] }, '✓ 专业对口：车辆工程'],
    ['its category', {}, { majors: ['工科'] }, '✓ 专业对口：车辆工程 ∈ 工学'],
    ['a class one gives oneself', { major: '机械类' }, {}, '✓ 专业对口：机械类'],
    ['any major', {}, { majors: [] }, '✓ 专业不限'],
    [
      'other majors',
      {},
      { majors: ['护理学', '药学', '会计学', '法学'] },
      '✗ 专业不对口：要求护理学、药学、会计学等',
    ],
    ['a degree below mine', { graduationYear: null }, { degree: 'associate' }, '✓ 学历符合：本科'],
    ['any degree', {}, { degree: 'any' }, '✓ 学历不限'],
    ['a degree above mine', {}, { degree: 'master' }, '✗ 要求硕士及以上，你是本科'],
    ['the highest degree', {}, { degree: 'doctor' }, '✗ 要求博士，你是本科'],
    ['another class', {}, { graduationYear: 2026 }, '✗ 面向 2026 届，你是 2027 届'],
    ['my class, degree unsaid', { degree: null }, {}, '✓ 届别符合：2027 届'],
    ['another city', {}, { cities: ['合肥'] }, '✗ 合肥不在你的意向城市里'],
    ['another kind', {}, { kind: 'social' }, '✗ 社招不在你的求职类型里'],
  ] as [string, Partial<Profile>, Partial<MatchableJob>, string][])('%s', (_, mine, asked, text) => {
    expect(texts(profile(mine), job(asked))).toContain(text);
  });

  it.each([
    ['all is met', {}, {}, true],
    ['the major is missed', {}, { majors: ['护理学'] }, false],
    ['the degree is missed', {}, { degree: 'master' }, false],
    ['the class is missed', {}, { graduationYear: 2026 }, false],
    ['only wishes are missed', {}, { cities: ['合肥'], kind: 'social' }, true],
    ['both are silent', silent, job(), false],
    ['only a wish speaks, and is missed', { ...silent, cities: ['杭州'] }, { cities: ['合肥'] }, false],
    ['the job says nothing of what I wish', {}, { cities: [], degree: null, graduationYear: null }, true],
  ] as [string, Partial<Profile>, Partial<MatchableJob>, boolean][])(
    'fits or not when %s',
    (_, mine, asked, fits) => {
      expect(matchJob(profile(mine), job(asked), nationalCatalogue).fits).toBe(fits);
    },
  );

  it('scores nearer majors, wished places and met requirements higher', () => {
    const scores = [
      job({ majors: ['车辆工程'] }),
      job({ majors: ['机械类'] }),
      job({ majors: ['工学'] }),
      job({ majors: [] }),
      job({ majors: [], cities: ['合肥'] }),
      job({ majors: ['护理学'], cities: ['合肥'] }),
    ].map((one) => matchJob(profile(), one, nationalCatalogue).score);
    expect(scores).toEqual([...new Set(scores)].sort((a, b) => b - a));
  });

  it('puts what speaks against a job last', () => {
    expect(
      texts(profile(), job({ majors: ['护理学'] }))
        .map((text) => text[0])
        .join(''),
    ).toMatch(/^✓+✗+$/);
  });
});

describe('profileGaps', () => {
  it('says what is missing, the most telling first', () => {
    expect(profileGaps(profile())).toEqual([]);
    expect(profileGaps(profile({ major: null, kinds: [] }))).toEqual([
      '填写专业，优先看到对口的岗位',
      '选择求职类型：校招、实习、选调……',
    ]);
    expect(profileGaps(silent)).toHaveLength(5);
  });
});
