import { nationalCatalogue as catalogue } from '@qihang/shared/jobs/majors/catalogue';
import {
  classOf,
  keysOfFilter,
  keysOfRequired,
  majorsMeant,
  matchesMajor,
} from '@qihang/shared/jobs/majors/majors';

const { tree: majorTree, aliases, levelOf, ancestorsOf } = catalogue;
const classes = majorTree.flatMap((category) => category.classes);
const majors = classes.flatMap((one) => one.majors);

describe('the catalogue', () => {
  it('has the twelve categories and 交叉学科, their classes and the widely offered majors', () => {
    expect(majorTree.map(({ name }) => name)).toHaveLength(13);
    expect(classes.length).toBeGreaterThanOrEqual(93);
    expect(majors.length).toBeGreaterThan(600);
  });

  it('names nothing twice', () => {
    const names = [...classes.map(({ name }) => name), ...majors, ...majorTree.map(({ value }) => value)];
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('has every name that an alias means', () => {
    const meant = [...aliases.values()].flat();
    expect(meant.length).toBeGreaterThan(200);
    expect(meant.filter((name) => levelOf(name) === undefined)).toEqual([]);
  });

  it('needs no alias for a name that it has itself', () => {
    expect([...aliases.keys()].filter((name) => levelOf(name) !== undefined)).toEqual([]);
  });

  it('says what lies above a name, the nearest first', () => {
    expect(ancestorsOf('车辆工程')).toEqual(['机械类', '工学门类']);
    expect(ancestorsOf('无人知晓')).toEqual([]);
  });
});

describe('majorsMeant', () => {
  it.each([
    ['车辆工程', ['车辆工程']],
    ['车辆', ['车辆工程']],
    ['计科', ['计算机科学与技术']],
    ['计算机', ['计算机类']],
    ['机械', ['机械类']],
    ['机械类(B0802)', ['机械类']],
    ['机械类等相关专业', ['机械类']],
    ['计算机相关专业', ['计算机类']],
    ['车辆工程专业', ['车辆工程']],
    ['车辆工程（新能源方向）', ['车辆工程']],
    ['车辆工程类', ['车辆工程']],
    ['經濟學', ['经济学']],
    ['法学', ['法学']],
    ['法学门类', ['法学门类']],
    ['工学', ['工学门类']],
    ['工科', ['工学门类']],
    ['经管类', ['经济学门类', '管理学门类']],
    ['ai', ['人工智能']],
    ['不限', []],
    ['专业不限', []],
    [' ', []],
    ['殡葬', ['殡葬']],
    ['constructor', ['constructor']],
    ['__proto__', ['__proto__']],
  ])('reads %s', (text, meant) => expect(majorsMeant(catalogue, text)).toEqual(meant));
});

describe('classOf', () => {
  it.each([
    ['车辆工程', '机械类'],
    ['车辆', '机械类'],
    ['机械类', '机械类'],
    ['工学', null],
    ['殡葬', null],
    ['不限', null],
  ])('%s', (major, expected) => expect(classOf(catalogue, major)).toBe(expected));
});

describe('matchesMajor', () => {
  it.each([
    ['nothing is required', '车辆工程', [], true, null],
    ['any is welcome', '车辆工程', ['机械类', '不限'], true, null],
    ['the same', '车辆工程', ['车辆工程'], true, '车辆工程'],
    ['the same by another name', '车辆', ['车辆工程'], true, '车辆工程'],
    ['its class', '车辆工程', ['电气类', '机械类'], true, '机械类'],
    ['its category', '车辆工程', ['工科'], true, '工学门类'],
    ['the nearest of several', '车辆工程', ['工学', '机械类', '车辆工程'], true, '车辆工程'],
    ['another of its class', '车辆工程', ['工业设计'], false, null],
    ['a major of the class one studies', '机械类', ['车辆工程'], false, null],
    ['one unknown major is itself', '殡葬', ['殡葬'], true, '殡葬'],
    ['and no other', '殡葬', ['机械类'], false, null],
  ])('%s', (_, mine, required, fits, via) =>
    expect(matchesMajor(catalogue, mine, required as string[])).toEqual({ fits, via }),
  );
});

describe('keys of jobs and filters', () => {
  const finds = (wanted: string, required: string[]) => {
    const kept = new Set(keysOfRequired(catalogue, required));
    return keysOfFilter(catalogue, [wanted]).some((key) => kept.has(key));
  };

  it.each([
    ['机械类', '车辆工程', true],
    ['车辆工程', '机械类', true],
    ['车辆工程', '工学', true],
    ['工业设计', '车辆工程', false],
    ['电气类', '车辆工程', false],
    ['车辆', '车辆工程', true],
    ['殡葬', '殡葬', true],
    ['殡葬', '机械类', false],
    ['不限', '车辆工程', true],
  ])('a job for %s, looked for by %s: %s', (required, wanted, expected) =>
    expect(finds(wanted, [required])).toBe(expected),
  );

  it('find every job whose major one matches', () => {
    const asked = [
      ...classes.map(({ name }) => name),
      ...majorTree.map(({ value }) => value),
      '工科',
      '会计',
    ];
    const missed = majors.flatMap((mine) =>
      asked
        .filter((one) => matchesMajor(catalogue, mine, [one]).fits && !finds(mine, [one]))
        .map((one) => `${mine} ${one}`),
    );
    expect(missed).toEqual([]);
  });

  it('are few for a job', () => {
    expect(keysOfRequired(catalogue, ['车辆工程', '机械类'])).toEqual([
      '车辆工程',
      '机械类',
      '<机械类',
      '<工学门类',
    ]);
    expect(keysOfRequired(catalogue, [])).toEqual(['']);
  });
});
