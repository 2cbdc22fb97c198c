import { findCities, isCity, isRemote, provinces, readCities } from '@qihang/shared/jobs/text/city';
import { readDeadline } from '@qihang/shared/jobs/text/date';
import { readDegree } from '@qihang/shared/jobs/text/degree';
import { fold } from '@qihang/shared/jobs/text/fold';
import { readHeadcount } from '@qihang/shared/jobs/text/headcount';
import { readKind } from '@qihang/shared/jobs/text/kind';
import { readMajors } from '@qihang/shared/jobs/text/majors';
import { readNumber } from '@qihang/shared/jobs/text/numbers';
import { formatSalary, readSalary } from '@qihang/shared/jobs/text/salary';
import { findLinks, findMails, isSafeLink, normalizeLink } from '@qihang/shared/text/link';

const today = '2026-11-20';

describe('fold', () => {
  test('keeps the length, so that offsets hold', () => {
    const text = '【招聘】Ｊａｖａ　工程師（３名）😀：薪資８－１２Ｋ\u200b';
    expect(fold(text)).toBe('【招聘】Java 工程师(3名)😀:薪资8-12K ');
    expect(fold(text)).toHaveLength(text.length);
  });
});

describe('readNumber', () => {
  test.each([
    ['12', 12],
    ['1,200', 1200],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['两', 2],
    ['一百零五', 105],
    ['五千五', 5500],
    ['一万二', 12000],
    ['二〇二七', 2027],
    ['', null],
    ['若干', null],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

describe('readSalary', () => {
  test.each([
    ['6K-8K/月', 6000, 8000, 'month'],
    ['4K-40K', 4000, 40000, 'month'],
    ['2500-30000', 2500, 30000, 'month'],
    ['160-320/天', 160, 320, 'day'],
    ['0.9-1.4万/月', 9000, 14000, 'month'],
    ['1-1.5千', 1000, 1500, 'month'],
    ['7千-1.3万', 7000, 13000, 'month'],
    ['6K-3w/月', 6000, 30000, 'month'],
    ['5200', 5200, 5200, 'month'],
    ['110元/天', 110, 110, 'day'],
    ['25元/小时', 25, 25, 'hour'],
    ['年薪20-30万', 200000, 300000, 'year'],
    ['12-15万/年', 120000, 150000, 'year'],
    ['18万', 180000, 180000, 'year'],
    ['月薪不低于6000', 6000, null, 'month'],
    ['3500以上', 3500, null, 'month'],
    ['25K+', 25000, null, 'month'],
    ['6000元起', 6000, null, 'month'],
    ['2000以下', null, 2000, 'month'],
    ['￥9,000-10,500/月', 9000, 10500, 'month'],
    ['五千五一个月', 5500, 5500, 'month'],
    ['每月六千至八千元', 6000, 8000, 'month'],
    ['底薪4000+提成', 4000, 4000, 'month'],
  ])('%s', (text, min, max, unit) => {
    expect(readSalary(text)).toEqual({ min, max, unit });
  });

  test('counts months', () => {
    expect(readSalary('18-30K·14薪')).toEqual({ min: 18000, max: 30000, unit: 'month', months: 14 });
    expect(readSalary('15k～28k，16薪')).toEqual({ min: 15000, max: 28000, unit: 'month', months: 16 });
  });

  test.each([
    '',
    '面议',
    '薪资open',
    '3-5年',
    '2027届',
    '4000-6000 USD',
    '3000U/月',
    'SGD 6,000',
    '200元/课时',
    '0571-00000000',
    '30%',
  ])('%s is no pay we can hold', (text) => {
    expect(readSalary(text)).toBeNull();
  });
});

describe('formatSalary', () => {
  test.each([
    ['12-18K', '12–18K'],
    ['7500-9500/月', '7.5–9.5K'],
    ['10-15K·14薪', '10–15K·14薪'],
    ['8000元/月', '8K'],
    ['8500起', '8.5K起'],
    ['480元/月', '480 元/月'],
    ['150元/天', '150 元/天'],
    ['150-300/天', '150–300 元/天'],
    ['20元/小时', '20 元/小时'],
    ['10-14万/年', '10–14 万/年'],
    ['年薪22万起', '22 万/年起'],
    ['面议', '面议'],
  ])('%s → %s', (text, shown) => {
    expect(formatSalary(readSalary(text))).toBe(shown);
  });
});

describe('readDegree', () => {
  test.each([
    ['本科及以上', 'bachelor'],
    ['大专、本科', 'associate'],
    ['硕士/博士', 'master'],
    ['博士研究生', 'doctor'],
    ['硕士研究生及以上', 'master'],
    ['统招本科', 'bachelor'],
    ['學歷：碩士', 'master'],
    ['学历不限', 'any'],
    ['不限/未提及', 'any'],
    ['高中', 'any'],
    ['大专以上／学位：不限', 'associate'],
    ['大三', null],
    ['专科医院', null],
    ['', null],
  ])('%s', (text, degree) => {
    expect(readDegree(text)).toBe(degree);
  });
});

describe('readDeadline', () => {
  test.each([
    ['2026年12月5日17:30', '2026-12-05T17:30'],
    ['２０２７年２月２８日', '2027-02-28'],
    ['3.15-4.10', '2027-04-10'],
    ['11/1 - 12/6', '2026-12-06'],
    ['2026.11.16—12.11', '2026-12-11'],
    ['12月1-15日', '2026-12-15'],
    ['2026年12月28日至1月8日', '2027-01-08'],
    ['11月30日24点', '2026-11-30T23:59'],
    ['12月3日下午5点半', '2026-12-03T17:30'],
    ['明晚8点', '2026-11-21T20:00'],
    ['12月1日至12月7日，上午9:00—12:00，下午14:00—17:00', '2026-12-07T17:00'],
    ['11月20日', '2026-11-20'],
    ['11月19日', '2027-11-19'],
    ['下周三', '2026-11-25'],
    ['本周日（11.22）晚上10点', '2026-11-22T22:00'],
    ['月底', '2026-11-30'],
    ['十二月十日', '2026-12-10'],
    ['二〇二七年一月八日', '2027-01-08'],
    ['31 Dec 2026', '2026-12-31'],
    ['Dec 18, 2026', '2026-12-18'],
    ['20261231', '2026-12-31'],
    ['截止：12-25', '2026-12-25'],
  ])('%s', (text, value) => {
    expect(readDeadline(text, today)).toEqual({ kind: 'date', value });
  });

  test('open-ended, impossible and absent are told apart', () => {
    expect(readDeadline('长期有效', today)).toEqual({ kind: 'open-ended', value: null });
    expect(readDeadline('招满即止', today)).toEqual({ kind: 'open-ended', value: null });
    expect(readDeadline('2月30日', today)).toEqual({ kind: 'no-such-date', value: null });
    expect(readDeadline('2027年2月29日', today)).toEqual({ kind: 'no-such-date', value: null });
    expect(readDeadline('12月中旬', today)).toEqual({ kind: 'none', value: null });
    expect(readDeadline('薪资7.5-9.5k', today)).toEqual({ kind: 'none', value: null });
  });

  test('29 February is the next one', () => {
    expect(readDeadline('2月29日', '2027-06-01')).toEqual({ kind: 'date', value: '2028-02-29' });
  });
});

describe('cities', () => {
  test.each([
    ['西安·雁塔区·高新软件园', ['西安']],
    ['广西-桂林市', ['桂林']],
    ['温州瑞安市', ['温州']],
    ['江苏昆山', ['昆山']],
    ['杭州/成都', ['杭州', '成都']],
    ['杭州、杭州市余杭区', ['杭州']],
    ['吉林长春', ['长春']],
    ['吉林市', ['吉林']],
    ['青海西宁', ['西宁']],
    ['廣州市', ['广州']],
    ['黔南布依族苗族自治州-瓮安县', ['黔南']],
    ['上海市南京西路100号', ['上海']],
    ['中山大学', []],
    ['江州市', ['江州']],
    ['远程', []],
    ['中国', []],
  ])('%s', (text, cities) => {
    expect(readCities(text)).toEqual(cities);
  });

  test('the list is whole and without repeats', () => {
    const names = provinces.flatMap((province) => province.cities);
    expect(new Set(names).size).toBe(names.length);
    expect(provinces).toHaveLength(34);
    expect(names.length).toBeGreaterThan(337);
    expect(isCity('深圳')).toBe(true);
    expect(isCity('义乌')).toBe(true);
    expect(isCity('东湖')).toBe(false);
    expect(isRemote('可远程办公')).toBe(true);
    expect(isRemote('线上面试')).toBe(false);
  });

  test('offsets are those of the text', () => {
    const text = '工作地點：廈門市、泉州';
    expect(findCities(text).map((mention) => text.slice(mention.start, mention.end))).toEqual([
      '廈門市',
      '泉州',
    ]);
  });
});

describe('readMajors', () => {
  test.each([
    ['车辆工程、机械类等相关专业', ['车辆工程', '机械类']],
    [
      '研究生：法学(A0301),法律（非法学）(A030111)\n本科：法学类(B0301)',
      ['法学', '法律（非法学）', '法学类'],
    ],
    ['企业管理（含：财务管理、市场营销）(A120202)', ['企业管理（含：财务管理、市场营销）']],
    ['计算机科学与技术/软件工程', ['计算机科学与技术', '软件工程']],
    ['不限专业', ['不限']],
    ['专业不限', ['不限']],
    ['研究生：不限\n本科：不限', ['不限']],
    ['', []],
  ])('%s', (text, majors) => {
    expect(readMajors(text)).toEqual(majors);
  });
});

describe('readHeadcount', () => {
  test.each([
    ['5', 5],
    ['两名', 2],
    ['共12人', 12],
    ['不少于20人', 20],
    ['若干', null],
    ['3-5人', null],
    ['每岗2人', null],
  ])('%s', (text, count) => {
    expect(readHeadcount(text)).toBe(count);
  });
});

describe('readKind', () => {
  test.each([
    ['校园招聘', 'campus'],
    ['campus', 'campus'],
    ['社招', 'social'],
    ['实习', 'internship'],
    ['on-campus', 'on-campus'],
    ['选调生', 'civil-service'],
    ['事业单位', 'public-institution'],
    ['三支一扶', 'grassroots'],
    ['内推', 'referral'],
    ['其他', null],
  ])('%s', (text, kind) => {
    expect(readKind(text)).toBe(kind);
  });
});

describe('links and mail', () => {
  test('mail addresses end where the Chinese goes on', () => {
    expect(
      findMails('简历发至hr@a-b.example.com，谢谢；或 job (at) x.example.cn').map((item) => item.value),
    ).toEqual(['hr@a-b.example.com', 'job(at)x.example.cn'.replace('(at)', '@')]);
  });

  test('links are found with and without scheme, without the mark behind them', () => {
    const text =
      '网申（https://a.example.com/x?y=1），或 jobs.example.com/campus。邮箱 hr@mail.example.com 版本3.2.1';
    expect(findLinks(text).map((item) => item.value)).toEqual([
      'https://a.example.com/x?y=1',
      'jobs.example.com/campus',
    ]);
  });

  test.each([
    ['https://a.example.com', true],
    ['a.example.com/x', true],
    ['a.example.com:8080/x', true],
    ['javascript:alert(1)', false],
    [' JavaScript:alert(1)', false],
    ['data:text/html,x', false],
    ['ftp://a.example.com', false],
    ['随便写的', false],
    ['http://javascript:ran(1)', false],
    ['https://mp.weixin.qq.com@evil.example/s', false],
    ['https://a.example.com:99999999/', false],
    ['http://[::1]:3000/x', true],
    ['https://招聘.example.com/岗位?x=1#顶', true],
  ])('%s is safe: %s', (link, safe) => {
    expect(isSafeLink(link)).toBe(safe);
  });

  test('one page has one form', () => {
    const form = normalizeLink('https://www.A.example.com/jobs?id=8&from=timeline#x');
    expect(normalizeLink('http://a.example.com/jobs/?utm_source=g&id=8')).toBe(form);
    expect(normalizeLink('http://a.example.com/jobs?id=9')).not.toBe(form);
  });
});
