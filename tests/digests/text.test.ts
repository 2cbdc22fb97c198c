import { digestParts, endWordsOf, fitsScreen, lengthOf } from '@qihang/shared/digests/text';
import { charactersOf, clipped, linesOf, plain, widthOf } from '@qihang/shared/digests/width';
import { jobPiece, postPiece } from './pieces';

const now = new Date('2026-11-20T10:24:00+08:00');
const link =
  'https://jobs.example.edu.cn/features/digests/pages/shared/index?scene=d1h8kq2m3n4p5q6r7.h8kq2m3n4p5q6r';
const style = { pay: true, link: true, apply: false };
const make = (pieces: Parameters<typeof digestParts>[0]['pieces'], change: object = {}) =>
  digestParts({ pieces, style, link, now, ...change });

const eight = [
  jobPiece({ deadline: '2026-11-20T18:00', state: 'closing-today' }),
  jobPiece({
    title: '整车热管理工程师',
    from: '岚山新能源',
    place: '宁波 / 合肥',
    deadline: '2026-11-22',
    state: 'closing-soon',
  }),
  jobPiece({
    title: '江州市定向选调生',
    from: '市委组织部',
    pay: null,
    place: '公务员/选调',
    deadline: '2026-11-25T17:00',
  }),
  ...Array.from({ length: 5 }, (_, i) =>
    jobPiece({ title: `机械设计工程师 ${i + 4}`, from: '锦程物流装备' }),
  ),
];

describe('the text of a digest', () => {
  it('says day, how many and how many close soon, then each with its number', () => {
    const [first = ''] = make(eight);
    expect(first.split('\n').slice(0, 6)).toEqual([
      '【就业日报 11/20】今天 8 个岗位，2 个快截止（1/2）',
      '',
      '① 嵌入式软件工程师｜澄江汽车电子',
      '江州，10–15K，本科及以上，今天 18:00 截止',
      '② 整车热管理工程师｜岚山新能源',
      '宁波/合肥，10–15K，本科及以上，11/22 截止',
    ]);
  });

  it('leads to the whole from each message, and warns of fees', () => {
    for (const part of make(eight))
      expect(part.split('\n').slice(-3)).toEqual(['看全部并收藏提醒：', link, '任何收费都请举报，别转账']);
  });

  it('goes on counting in the next message, and never parts an entry', () => {
    const parts = make(eight);
    expect(parts).toHaveLength(2);
    expect(parts[1]).toMatch(/^【就业日报 11\/20】接上条（2\/2）\n\n⑤ /);
    expect(parts.join('\n').match(/[①-⑳] /g)).toHaveLength(8);
  });

  it('is one entry without a number for one piece', () => {
    expect(make([jobPiece()])).toEqual([
      `【就业日报 11/20】\n\n嵌入式软件工程师｜澄江汽车电子\n江州，10–15K，本科及以上，11/25 截止\n\n看详情并收藏提醒：\n${link}\n任何收费都请举报，别转账`,
    ]);
  });

  it('names articles by their board, with their opening words', () => {
    const [text = ''] = make([jobPiece(), postPiece()]);
    expect(text).toContain('今天 1 个岗位、1 篇文章');
    expect(text).toContain('② 三方协议网上签约的通知｜通知公告\n推荐表和三方协议自 11 月 23 日起');
  });

  it('leaves out what its style leaves out, and adds where to apply', () => {
    const [bare = ''] = make([jobPiece()], { style: { pay: false, link: false, apply: true } });
    expect(bare).not.toContain('10–15K');
    expect(bare).not.toContain('http');
    expect(bare).toContain('投递：hr@chengjiang.example');
  });

  it('never cuts an address to apply at', () => {
    const apply = `https://campus.example.com/${'position/'.repeat(20)}12345`;
    expect(make([jobPiece({ apply })], { style: { ...style, apply: true } }).join()).toContain(apply);
  });

  it('has the twentieth entry, and every message fits a screen', () => {
    const parts = make(
      Array.from({ length: 20 }, () => jobPiece({ title: '长'.repeat(60), from: '司'.repeat(60) })),
    );
    expect(parts.join('\n')).toContain('⑳ ');
    expect(parts.every(fitsScreen)).toBe(true);
    expect(parts.every((part) => part.includes(`${'长'.repeat(21)}…｜`))).toBe(true);
  });

  it('keeps an emoji whole or leaves it away', () => {
    const [text = ''] = make([jobPiece({ title: `${'岗'.repeat(20)}👨‍👩‍👧‍👦🇨🇳急招` })]);
    expect(text).toContain(`${'岗'.repeat(20)}👨‍👩‍👧‍👦…`);
    expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('holds no mark that turns or hides text', () => {
    expect(make([jobPiece({ title: '前端\u202e工程师\u200b\ufeff', from: '启\n明' })])[0]).toContain(
      '前端工程师｜启 明',
    );
  });

  it('counts its characters without blanks', () => {
    expect(lengthOf(['【a】 b\n', '👍'])).toBe(5);
  });
});

describe('until when', () => {
  it.each([
    ['2026-11-20', 'closing-today', '今天截止'],
    ['2026-11-20T18:00', 'closing-today', '今天 18:00 截止'],
    ['2026-11-25', 'open', '11/25 截止'],
    ['2026-11-25T17:00', 'open', '11/25 17:00 截止'],
    ['2027-01-05', 'open', '2027/1/5 截止'],
    [null, 'open', '长期招'],
    ['2026-11-25', 'unverified', '待核实'],
  ] as const)('%s in state %s is %s', (deadline, state, words) => {
    expect(endWordsOf(jobPiece({ deadline, state }), now)).toBe(words);
  });

  it('is nothing for an article', () => {
    expect(endWordsOf(postPiece(), now)).toBeNull();
  });
});

describe('width', () => {
  it('takes joined code points for one character', () => {
    expect(charactersOf('a👨‍👩‍👧‍👦👍🏽1️⃣🇨🇳🇯🇵é')).toEqual(['a', '👨‍👩‍👧‍👦', '👍🏽', '1️⃣', '🇨🇳', '🇯🇵', 'é']);
  });

  it('counts Latin letters half', () => {
    expect(widthOf('Java后端')).toBe(4);
    expect(linesOf('十五个字一行正好放得下不多不少呢\nab', 15)).toBe(3);
  });

  it.each([
    ['够短', 2, '够短'],
    ['太长的字', 3, '太长…'],
    ['C++ 开发', 2.5, 'C++…'],
  ])('clips %s to %d as %s', (text, width, clippedText) => {
    expect(clipped(text, width)).toBe(clippedText);
  });

  it('makes one plain line', () => {
    expect(plain(' a\u2066b\n\tc ')).toBe('ab c');
  });
});
