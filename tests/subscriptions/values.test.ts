import { notificationKindNames, statusOf } from '@qihang/shared/notifications/kinds';
import { keywordTypeOf, keywordTypes } from '@qihang/shared/subscriptions/keywords';
import { formatValue, type Said, sourcesOf, valueRules } from '@qihang/shared/subscriptions/values';
import { visibleLength } from '@qihang/shared/text/visible';
import { type Chance, chanceOf } from '../hostile/fuzz/chance';
import { fits, isKeywordType, type KeywordType } from '../support/wechat-emulator/template-values';

const pieces = [
  '嵌',
  '入式',
  '工程师',
  'a',
  'Zz',
  '09',
  ' ',
  '\n',
  '\t',
  '\u0000',
  '\u200b',
  '\u3000',
  '😀',
  '\ud83d',
  '\ude00',
  '👩‍🔧',
  '“',
  '（',
  '·',
  '~',
  '¥',
  '%{}',
  '\u2028',
  'é',
  '\u0301',
  '一二三四五六七八九十',
];
const anyText = (chance: Chance) =>
  Array.from({ length: chance.below(30) }, () => chance.pick(pieces)).join('');
const anySaid = (chance: Chance): Said =>
  chance.pick([anyText(chance), chance.below(2_000_000) - 1000, new Date(chance.below(2 ** 31) * 1000)]);

/** By the rules of the emulator; a car number it does not know. */
const isTaken = (type: string, value: string): boolean =>
  isKeywordType(type) ? fits(type as KeywordType, value) : /^.{6,8}$/u.test(value);

it('says of any words, numbers and times what WeChat takes, or says that it cannot', () => {
  const chance = chanceOf(11);
  const said = new Set<string>();
  for (let i = 0; i < 20_000; i++) {
    const type = chance.pick(keywordTypes);
    const what = anySaid(chance);
    const value = formatValue(type, what);
    if (value === null) continue;
    said.add(type);
    if (!isTaken(type, value) || value.trim() === '')
      throw new Error(`${type} of ${JSON.stringify(what)}: ${JSON.stringify(value)}`);
  }
  expect([...said].sort()).toEqual(expect.arrayContaining(['date', 'number', 'phrase', 'thing', 'time']));
});

it('has words for whatever it is given where WeChat takes any', () => {
  const chance = chanceOf(12);
  for (let i = 0; i < 5000; i++) {
    const text = anyText(chance);
    const value = formatValue('thing', text) ?? '';
    expect(visibleLength(value)).toBeGreaterThan(0);
    expect(value.length).toBeLessThanOrEqual(20);
  }
});

it.each([
  ['thing', '嵌入式软件工程师', '嵌入式软件工程师'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['thing', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing', '签过三方，\n还能报选调吗', '签过三方， 还能报选调吗'],
  ['thing', '一二三四五六七八九十一二三四五六七八😀九十', '一二三四五六七八九十一二三四五六七八…'],
  ['thing', ' \u200b ', '打开小程序查看'],
  ['time', new Date('2026-12-01T01:05:00Z'), '2026年12月1日 09:05'],
  ['date', new Date('2026-12-31T16:00:00Z'), '2027年1月1日 00:00'],
  ['time', '明天', null],
  ['number', 3, '3'],
  ['character_string', 12, '12'],
  ['character_string', '第 3 期', null],
  ['phrase', '快截止', '快截止'],
  ['phrase', '马上就要截止', null],
  ['phrase', 'OK', null],
  ['name', '就业指导中心', '就业指导中心'],
  ['name', 'Career Centre', 'Career Centre'],
  ['name', '就业 office', null],
  ['letter', 'abc', 'abc'],
  ['letter', 'a1', null],
  ['symbol', '!', '!'],
  ['amount', '¥100.5元', '¥100.5元'],
  ['amount', '面议', null],
  ['phone_number', '0535-6000000', '0535-6000000'],
  ['car_number', '鲁F12345', '鲁F12345'],
] as const)('writes a %s of %j as %j', (type, said, value) => {
  expect(formatValue(type, said as Said)).toBe(value);
});

it('knows keywords by their type and number', () => {
  expect(
    ['thing1', 'character_string12', 'phone_number3', 'thing', '1thing', 'things1'].map(keywordTypeOf),
  ).toEqual(['thing', 'character_string', 'phone_number', null, null, null]);
});

it('offers for each type only what it can say', () => {
  const samples = { title: '你的问题有新回答', about: 'Java 工程师', time: new Date(0), count: 7 };
  const states = notificationKindNames.flatMap((kind) => statusOf(kind) ?? []);
  for (const type of keywordTypes) {
    expect(valueRules[type]).not.toBe('');
    for (const source of sourcesOf(type)) {
      const values = source === 'fixed' ? [] : source === 'status' ? states : [samples[source]];
      for (const said of values) expect([type, source, formatValue(type, said)]).not.toContain(null);
    }
  }
});
