import { partsOf } from '@qihang/server/features/revisions/diff';
import { chanceOf } from '../hostile/fuzz/chance';

const before = (parts: ReturnType<typeof partsOf>) =>
  parts
    .filter(({ op }) => op !== 'added')
    .map(({ text }) => text)
    .join('');
const after = (parts: ReturnType<typeof partsOf>) =>
  parts
    .filter(({ op }) => op !== 'removed')
    .map(({ text }) => text)
    .join('');

describe('the differences of two texts', () => {
  it('names the words that changed within a line', () => {
    expect(partsOf('报名：11月23日至 12月2日，只走官网', '报名：11月23日至 12月4日 17:00，只走官网')).toEqual(
      [
        { text: '报名：11月23日至 12月', op: 'same' },
        { text: '2日', op: 'removed' },
        { text: '4日 17:00', op: 'added' },
        { text: '，只走官网', op: 'same' },
      ],
    );
  });

  it('keeps lines apart: what is added to one, and one that goes as a whole', () => {
    const old = '报名看官网\n笔试：12月19日\n咨询可以加学长微信。\n面试另行通知\n';
    const now = '报名看官网\n笔试：12月19日，12月14日起打印准考证\n面试另行通知\n';
    expect(partsOf(old, now)).toEqual([
      { text: '报名看官网\n笔试：12月19日', op: 'same' },
      { text: '，12月14日起打印准考证', op: 'added' },
      { text: '\n', op: 'same' },
      { text: '咨询可以加学长微信。\n', op: 'removed' },
      { text: '面试另行通知\n', op: 'same' },
    ]);
  });

  it('says that a line was replaced where little of it is left', () => {
    expect(partsOf('宣讲会改在大礼堂', '三方协议下周一发放')).toEqual([
      { text: '宣讲会改在大礼堂', op: 'removed' },
      { text: '三方协议下周一发放', op: 'added' },
    ]);
  });

  it('cuts no character in two', () => {
    expect(partsOf('祝你好运🍀', '祝你好运🎓').map(({ text }) => text)).toEqual(['祝你好运', '🍀', '🎓']);
  });

  it.each([
    ['nothing', '', ''],
    ['a text that came', '', '一行'],
    ['a text that went', '一行\n两行', ''],
    ['the same text', '一行\n两行', '一行\n两行'],
  ])('holds both texts whole: %s', (_, old, now) => {
    const parts = partsOf(old, now);
    expect([before(parts), after(parts)]).toEqual([old, now]);
  });

  // Without a bound these take minutes and gigabytes; with it, under a second each on the machine of a developer.
  const signs = (seed: number, from: string, length: number, between = '') => {
    const chance = chanceOf(seed);
    return Array.from({ length }, () => from[chance.below(from.length)]).join(between);
  };
  const han = '招聘岗位学历专业城市薪资截止投递简历面试笔试通知公告'.concat('abcdefghij0123456789');
  it.each([
    ['two texts without a line in common', signs(1, han, 25_000, '\n'), signs(2, han, 25_000, '\n')],
    ['two lines of 50,000 characters', signs(3, han, 50_000), signs(4, han, 50_000)],
    ['lines of two kinds in disorder', signs(5, 'ab', 25_000, '\n'), signs(6, 'ab', 25_000, '\n')],
    [
      'halves that changed places',
      '甲\n'.repeat(12_500) + '乙\n'.repeat(12_500),
      '乙\n'.repeat(12_500) + '甲\n'.repeat(12_500),
    ],
  ])('takes bounded time for %s', (_, old, now) => {
    const start = process.cpuUsage();
    const parts = partsOf(old, now);
    const { user, system } = process.cpuUsage(start);
    expect([before(parts) === old, after(parts) === now]).toEqual([true, true]);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
