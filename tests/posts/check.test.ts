import {
  blockingFindings,
  type CheckedPost,
  checkPost,
  linkProblem,
  postFindingCodes,
} from '@qihang/shared/posts/check';
import { postLimits } from '@qihang/shared/posts/vocabulary';

const today = '2026-11-20';
const sound: CheckedPost = {
  board: 'guidance',
  title: '国企笔试备考时间表',
  markdown: '先做一套真题。\n\n## 第 1 周\n\n不看答案，记下用时，见[官网](https://a.example)。',
  sourceName: '',
  sourceUrl: '',
  pinnedUntil: null,
};
function findings(part: Partial<CheckedPost>, sourceRequired = false) {
  const [post, options] = [
    { ...sound, ...part },
    { today, sourceRequired },
  ];
  const found = checkPost(post, options);
  // What the server refuses is what the form says blocks.
  expect(blockingFindings(post, options)).toEqual(found.filter(({ severity }) => severity === 'block'));
  return found;
}
const codes = (part: Partial<CheckedPost>, sourceRequired = false) =>
  findings(part, sourceRequired).map(({ code, severity }) => `${severity} ${code}`);

describe('the check of an article', () => {
  it('has nothing to say of a sound one', () => expect(findings({})).toEqual([]));

  it.each([
    ['no board', { board: '' }, ['block missing.board']],
    ['no title', { title: ' ' }, ['block missing.title']],
    ['a title that nobody sees', { title: '\u200b\u3164\u2800' }, ['block title.invisible']],
    ['no text', { markdown: '\n' }, ['block missing.text']],
    ['a text that nobody sees', { markdown: '\u200b\n\ufeff' }, ['block missing.text']],
    ['a source that is only said in the text', { markdown: '转自某某教育' }, ['warn source.unnamed']],
    ['a source without https', { sourceName: 'A', sourceUrl: 'http://a.example' }, ['warn source.insecure']],
    ['a pin that is over', { pinnedUntil: '2026-11-19' }, ['warn pin.past']],
    ['a pin that ends today', { pinnedUntil: today }, []],
    ['a link that runs', { markdown: '[点](javascript:alert(1))' }, ['block link.unsafe']],
    ['in capitals with a tab', { markdown: '[点](<JAVA\tSCRIPT:alert(1)>)' }, ['block link.unsafe']],
    ['with an entity', { markdown: '[点](javascript&#58;alert(1))' }, ['block link.unsafe']],
    ['with a named entity', { markdown: '[点](javascript&colon;x)' }, ['block link.unsafe']],
    ['as a definition', { markdown: '[点][1]\n\n[1]: vbscript:x' }, ['block link.unsafe']],
    ['in angle brackets', { markdown: '<data:text/html,x>' }, ['block link.unsafe']],
    ['around a picture', { markdown: '[![图](/media/a.webp)](javascript:x)' }, ['block link.unsafe']],
    ['of another program', { markdown: '[点](weixin://dl/chat)' }, ['block link.unsafe']],
    ['a link without https', { markdown: '[点](http://a.example)' }, ['warn link.insecure']],
    ['a link without scheme', { markdown: '[点](www.a.example)' }, ['warn link.broken']],
    ['a link with a port only', { markdown: '[点](a.example.com:8080/x)' }, ['warn link.broken']],
    ['a link without address', { markdown: '[点]()' }, ['warn link.broken']],
    [
      'links that are right',
      { markdown: '[a](https://a.example/(b)) [b](mailto:a@b.example) [c](tel:0531) [d](/pages/x)' },
      [],
    ],
    ['a link in code', { markdown: '`[点](javascript:x)`\n\n```\n[点](javascript:x)\n```' }, []],
    [
      'a picture without words',
      { markdown: '![](/media/a.webp)\n\n![ ](/media/b.webp)' },
      ['warn picture.no-alt'],
    ],
    ['a picture with its bytes', { markdown: '![图](data:image/png;base64,AA)' }, ['block picture.unsafe']],
    ['a picture of the phone', { markdown: '![图](wxfile://tmp/a.png)' }, ['block picture.unsafe']],
    ['a heading without words', { markdown: '## \n\n正文' }, ['warn heading.no-words']],
    ['headings without text', { markdown: '## 一\n\n## 二\n\n文\n\n## 三' }, ['warn heading.empty']],
    ['a heading right above a lower one', { markdown: '## 一\n\n### 二\n\n文' }, []],
    ['a phone number', { markdown: '联系 13812345678' }, ['warn contact.private']],
    ['a WeChat id', { markdown: '加微信 bk_2027 领资料' }, ['warn contact.private']],
    ['a public account', { markdown: '关注公众号：就业启航' }, []],
    ['a fee', { markdown: '入职前交押金 500 元' }, ['warn fee.charge']],
    ['a warning of fees', { markdown: '谨防入职前交押金的骗局' }, []],
    ['a training loan', { markdown: '课程先学后付' }, ['warn fee.training-loan']],
    ['a promise', { markdown: '报班包上岸' }, ['warn bait.promise']],
  ] as [string, Partial<CheckedPost>, string[]][])('%s', (_, part, expected) =>
    expect(codes(part)).toEqual(expected),
  );

  it('asks for a source where the board does', () => {
    expect(codes({}, true)).toEqual(['block missing.source']);
    expect(codes({ sourceName: '省人社厅' }, true)).toEqual([]);
    expect(codes({ sourceName: '\u200b' }, true)).toEqual(['block missing.source']);
  });

  it('says everything at once: what blocks first, then in the order of the text', () => {
    const markdown =
      '联系 13812345678\n\n![](/media/a.webp)\n\n[点](javascript:x)\n\n再联系 13987654321\n\n[看](http://a.example)';
    expect(
      findings({ title: '', markdown }).map(({ severity, message }) => `${severity} ${message}`),
    ).toEqual([
      'block 没写标题',
      'block 第 3 段有不安全的链接',
      'warn 第 1 段有私人联系方式',
      'warn 1 张图没有说明',
      'warn 第 4 段有私人联系方式',
      'warn 第 5 段有链接没有加密',
    ]);
  });

  it('says where', () => {
    const markdown = '一\n\n看[这里](javascript:x)。';
    const [first] = findings({ markdown });
    expect(first?.span && markdown.slice(first.span.start, first.span.end)).toBe('[这里](javascript:x)');
    expect(first?.detail).toContain('“这里”');
  });

  it('knows every code that it has', () => {
    const all = [
      findings({ board: '', title: '', markdown: '' }, true),
      findings({
        title: '\u200b',
        markdown: '转自 [a](javascript:x)[b](http://b)[c](c)![](data:x)\n\n## \n\n## 一',
      }),
      findings({ sourceName: 'a', sourceUrl: 'http://a', pinnedUntil: '2020-01-01' }),
      findings({ markdown: '13812345678\n\n入职前交押金 500 元\n\n先学后付\n\n包上岸' }),
    ].flat();
    expect([...new Set(all.map(({ code }) => code))].sort()).toEqual([...postFindingCodes].sort());
    for (const { message, detail } of all) expect(message + detail).toMatch(/^[^a-z{}]*[一-龥]/);
  });

  it('is quick with the longest text', () => {
    const fill = (text: string) =>
      text.repeat(Math.ceil(postLimits.markdown / text.length)).slice(0, postLimits.markdown);
    const began = process.cpuUsage();
    for (const text of [
      '[',
      '](',
      '![](',
      '`',
      '<a:',
      '# ',
      '押金',
      '1',
      '岗位 ',
      '[点](javascript:x) ',
      '\n\n',
    ])
      findings({ markdown: fill(text) });
    const used = process.cpuUsage(began);
    expect((used.user + used.system) / 1000).toBeLessThan(20_000);
  });
});

describe('the address of a link', () => {
  it.each([
    'https://a.example/x?y=1',
    'http://a.example',
    'mailto:a@b.example',
    'tel:0531-12345',
    '/pages/x',
    ' https://a.example ',
  ])('%j can be opened', (address) => expect(linkProblem(address)).toBeNull());
  it.each([
    ['', '请填网址'],
    ['www.a.example', '网址要写全，以 https:// 开头'],
    ['官网', '网址要写全，以 https:// 开头'],
    ['https://', '网址要写全，以 https:// 开头'],
    ['java\tscript:alert(1)', '不能用 javascript: 开头的地址'],
    ['data:text/html,x', '不能用 data: 开头的地址'],
    ['//a.example', '网址要写全，以 https:// 开头'],
  ])('%j cannot: %s', (address, problem) => expect(linkProblem(address)).toBe(problem));
});
