import { blocksOf } from '@qihang/server/markdown/blocks';
import { textOf } from '@qihang/server/markdown/text';
import { cleanText } from '@qihang/shared/text/clean';
import { withoutInvisible } from '@qihang/shared/text/invisible';
import { visibleOf } from '../support/visible-text';

/** Plain texts as they come from PDF, WeChat groups, sheets and notes, and what becomes of them. */
const pasted: [from: string, text: string, cleaned: string][] = [
  [
    'a PDF: lines cut in the middle of sentences',
    '为做好2027届毕业生就业工作，现将有关事项通知如下，请各学院认真组织\n落实，并于11月30日前将汇总表报送至就业指导中心邮箱，逾期不再受理。\n一、总体要求\n坚持把毕业生就业摆在突出位置。',
    '为做好2027届毕业生就业工作，现将有关事项通知如下，请各学院认真组织落实，并于11月30日前将汇总表报送至就业指导中心邮箱，逾期不再受理。\n一、总体要求\n坚持把毕业生就业摆在突出位置。',
  ],
  [
    'a PDF in English: words keep their blank',
    'Applicants should submit a transcript together with the\nsigned form before Friday and wait for the long-\nterm contract.',
    'Applicants should submit a transcript together with the signed form before Friday and wait for the long-term contract.',
  ],
  [
    'a comma at the end of a line',
    '参加笔试的同学请带身份证、准考证，\n提前30分钟到场。',
    '参加笔试的同学请带身份证、准考证，提前30分钟到场。',
  ],
  [
    'lines that are meant',
    '地点：长清校区\n时间：9:00\n联系人：王老师',
    '地点：长清校区\n时间：9:00\n联系人：王老师',
  ],
  ['short lines, such as names', '北京大学\n清华大学\n山东交通学院', '北京大学\n清华大学\n山东交通学院'],
  [
    'WeChat: emoji bullets',
    '📌 报名时间：11月20日\n📌 报名方式：网上\n✅材料齐全\n➤ 按时到场',
    '- 报名时间：11月20日\n- 报名方式：网上\n- 材料齐全\n- 按时到场',
  ],
  ['emojis that say something stay', '🚄 高铁：济南西\n✈️ 飞机：遥墙', '- 🚄 高铁：济南西\n- ✈️ 飞机：遥墙'],
  ['one emoji alone is no list', '🎉 恭喜上岸\n大家加油', '🎉 恭喜上岸\n大家加油'],
  ['circled numbers', '①身份证\n② 学历证\n③照片', '1. 身份证\n2. 学历证\n3. 照片'],
  ['keycaps', '1️⃣ 登录\n2️⃣ 报名', '1. 登录\n2. 报名'],
  ['counts of documents', '1、登录官网\n2、填写信息\n3、缴费', '1. 登录官网\n2. 填写信息\n3. 缴费'],
  ['counts in brackets', '（1）登录\n（2）报名', '1. 登录\n2. 报名'],
  ['a count without a neighbour is none', '3、4 号楼都可以', '3、4 号楼都可以'],
  ['numbers are no counts', '2026.11.20 报名\n1.5 万元', '2026.11.20 报名\n1.5 万元'],
  ['bullets of Word', '\uf0b7 身份证\n\uf06c\t学历证', '- 身份证\n- 学历证'],
  ['bullets with empty lines between', '• 身份证\n\n• 学历证\n\n\n之后', '- 身份证\n- 学历证\n\n之后'],
  ['lines of signs', '上文\n————————\n下文\n= = = = = =\n★★★★★', '上文\n\n---\n下文\n\n---\n\n---'],
  ['words between signs stay', '—— END ——', '—— END ——'],
  ['empty lines', '一\n\n\n\n二\n \u3000\n\n三\n\n', '一\n\n二\n\n三'],
  ['first lines moved in', '　　各位同学：\n\u00a0\u00a0\u00a0\u00a0请注意', '各位同学：\n请注意'],
  ['what nobody sees', '报\u200b名\ufeff时\u202e间\u00ad：\u200e11月', '报名时间：11月'],
  ['line ends of other systems', '一\r\n二\r三\u2028四', '一\n二\n三\n四'],
  ['a sheet', '单位\t人数\nA|B\t3\n', '| 单位 | 人数 |\n| --- | --- |\n| A\\|B | 3 |'],
  [
    'Markdown that is Markdown already',
    '## 小标题\n\n- 一\n  - 二\n\n> 引用\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n**粗** [链接](https://a.example)',
    '## 小标题\n\n- 一\n  - 二\n\n> 引用\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n**粗** [链接](https://a.example)',
  ],
  ['code as it is', '```\n  ①  a\n\n\n• b\n```', '```\n  ①  a\n\n\n• b\n```'],
];

// What becomes a mark of Markdown, in the text and in what readers see of it.
const normal = (text: string) =>
  visibleOf(text)
    .normalize('NFKC')
    .replace(/[•➤✅📌★=—―─\-|\\`#>*.、()（）[\]\uf0b7\uf06c]|\u20e3/gu, '')
    .replace(/\s/g, '');

describe('cleaning', () => {
  it.each(pasted)('%s', (_, text, cleaned) => {
    expect(cleanText(text).text).toBe(cleaned);
  });

  it.each(pasted)('keeps every visible character: %s', (_, text) => {
    const { text: cleaned } = cleanText(text);
    expect(normal(cleaned.replace(/^\|( --- \|)+$/gm, ''))).toBe(
      normal(text.replace(/\| --- \| --- \|/, '')),
    );
    // What readers get to see of it has them, too; the counts of a list are drawn and not part of its text.
    const written = normal(
      cleaned
        .replace(/^ *\d+\. /gm, '')
        .replace(/^\|( --- \|)+$/gm, '')
        .replace(/\]\([^)]*\)/g, ''),
    );
    expect(normal(textOf(blocksOf(cleaned)))).toBe(written);
  });

  it.each(pasted)('does nothing the second time: %s', (_, text) => {
    const once = cleanText(text).text;
    expect(cleanText(once)).toEqual({ text: once, changes: [] });
  });

  it('says what it did', () => {
    const { changes } = cleanText('报\u200b名\u200b\n\n\n\n①身份证\n②学历证\n======\n');
    expect(changes.map(({ kind, count }) => [kind, count])).toEqual([
      ['invisible', 2],
      ['lists', 2],
      ['separators', 1],
      ['blank-lines', 2],
    ]);
    expect(changes.find(({ kind }) => kind === 'lists')).toMatchObject({
      before: '①身份证',
      after: '1. 身份证',
    });
  });

  // Four times the text may cost eight times as much, and not sixteen times, as where each sign is compared with all others.
  it.each([
    [
      'lines of a notice',
      (n: number) => '为做好毕业生就业工作，现将有关事项通知如下，请各学院认真组织落实\n'.repeat(n / 30),
    ],
    ['bullets', (n: number) => '•'.repeat(n)],
    ['invisible signs', (n: number) => '\u200b'.repeat(n)],
    ['blanks', (n: number) => `${' '.repeat(n)}x`],
  ])('costs of a long text what it costs of a short one, times its length: %s', (_, textOf) => {
    const cost = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const began = process.cpuUsage();
          cleanText(text);
          const { user, system } = process.cpuUsage(began);
          return user + system;
        }),
      );
    const short = cost(textOf(12_000));
    // Below some milliseconds it is the clock that is measured.
    expect(cost(textOf(48_000))).toBeLessThan(8 * Math.max(short, 20_000));
  });
});

describe('invisible characters', () => {
  it('go, and emojis of several parts stay whole', () => {
    for (const emoji of [
      '👩‍🎓',
      '✈️',
      '1️⃣',
      '👨‍👩‍👧‍👦',
      '👍🏽',
      '🏳️‍🌈',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ])
      expect(withoutInvisible(`一\u200b${emoji}\u200d二`)).toBe(`一${emoji}二`);
  });
});
