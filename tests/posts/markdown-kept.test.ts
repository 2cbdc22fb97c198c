// Nothing that was written may vanish: every construct of CommonMark and GFM, in every container, keeps each of its words.
import { blocksOf } from '@qihang/server/markdown/blocks';
import { textOf } from '@qihang/server/markdown/text';
import { block } from '@qihang/shared/posts/blocks';
import * as z from 'zod';

/** Constructs; every word of three letters from `q` on has to be found again. */
const constructs: Record<string, string> = {
  paragraph: 'qaa 之后 qab',
  'two lines': 'qaa\nqab  \nqac\\\nqad',
  'two paragraphs': 'qaa\n\nqab',
  heading: '## qaa *qab*',
  'heading underlined': 'qaa\n---',
  emphasis: '**qaa**qab*qac*qad***qae***qaf',
  'emphasis beside Chinese': '**注意：qaa**请qab，**“qac”**qad',
  struck: '~~qaa~~qab ~~**qac**~~',
  'code in a line': '`qaa` qab ``qac ` qad``',
  'code with a fence': '```js\nqaa\n  qab\n```',
  'code by indent': '    qaa\n    qab',
  'unclosed fence': '```\nqaa\nqab',
  steps: '```steps\nqaa ✓\nqab\n```',
  question:
    '```question\nqaa\nqab？\n- [ ] qac\n* [x] qad\n\n> qae\n> qaf\n来源：[qag](https://a.example)\n```',
  link: '[qaa](https://a.example) qab',
  'link with a title': '[qaa](https://a.example "qab")',
  'link by reference': '[qaa][r] [r] qab\n\n[r]: https://a.example',
  'link to nowhere safe': '[qaa](javascript:alert(1)) qab',
  autolink: '<https://qaa.example> <qab@a.example> https://qac.example/qad，qae',
  picture: '![qaa](/media/a.jpg "qab")',
  'two pictures': '![qaa](/media/a.jpg) ![qab](/media/b.jpg)',
  'adjacent pictures': '![qaa](/media/a.jpg)![qab](/media/b.jpg)\n![qac](/media/c.jpg)',
  'picture in a text': 'qaa ![qab](/media/a.jpg) qac',
  'picture that is a link': '[![qaa](/media/a.jpg)](https://a.example) qab',
  'picture from nowhere safe': '![qaa](data:image/png;base64,AA "qab") qac',
  file: '[qaa.pdf](/media/a.pdf)',
  list: '- qaa\n- qab',
  'loose list': '- qaa\n\n- qab\n\n  qac',
  'ordered list': '7. qaa\n8. qab',
  'nested list': '- qaa\n  - qab\n    1. qac\n  - qad\n- qae',
  tasks: '- [ ] qaa\n- [x] qab',
  'list with code': '- qaa\n\n  ```\n  qab\n  ```\n\n  qac\n- qad',
  'list that begins with code': '-     qaa\n- ```\n  qab\n  ```',
  'list with a quotation': '1. qaa\n   > qab\n2. qac',
  'list with a table': '- qaa\n\n  | qab | qac |\n  |---|---|\n  | qad | qae |',
  'list with a picture': '- qaa ![qab](/media/a.jpg) qac\n- ![qad](/media/b.jpg)',
  'list with a heading': '- # qaa\n  qab',
  'list with a rule': '- qaa\n\n  ---\n\n  qab',
  quotation: '> qaa\nqab\n>\n> qac',
  'nested quotation': '> qaa\n> > qab\n>\n> qac',
  note: '> [!WARNING]\n> qaa\n>\n> - qab\n>\n> ```\n> qac\n> ```',
  'note in one line': '> [!NOTE] qaa',
  table: '| qaa | **qab** |\n|:--|--:|\n| `qac` | [qad](https://a.example) |\n| qae |',
  'table with pictures': '| qaa | ![qab](/media/a.jpg) |\n|---|---|\n| ![qac](/media/b.jpg) | qad |',
  rule: 'qaa\n\n***\n\nqab',
  'HTML block': '<div class="qaa">qab</div>\n<!-- qac -->',
  'HTML in a line': 'qaa <b onclick="qab">qac</b>',
  entities: 'qaa &amp; qab &#35; &copy; qac',
  escapes: '\\*qaa\\* \\[qab\\] \\`qac\\`',
  'a heading of a picture': '# ![qaa](/media/a.jpg) qab',
};

const indented = (text: string, by: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');
const inItem = (text: string, mark: string) => mark + indented(text, ' '.repeat(mark.length)).trimStart();
const inQuote = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const containers: Record<string, (text: string) => string> = {
  'by itself': (text) => text,
  'in an item': (text) => `- 前\n\n  ${indented(text, '  ').trimStart()}\n- 后`,
  'as an item': (text) => inItem(text, '- '),
  'in a numbered item': (text) => inItem(text, '12. '),
  'in a quotation': inQuote,
  'in a note': (text) => inQuote(`[!TIP]\n\n${text}`),
  'in an item in a quotation': (text) => inQuote(inItem(text, '- ')),
  'in a quotation in an item': (text) => inItem(inQuote(text), '1. '),
  'five items deep': (text) => [1, 2, 3, 4, 5].reduce((inner) => inItem(inner, '- '), text),
  'between texts': (text) => `前\n\n${text}\n\n后`,
};

// The name of a fence is no word of its text.
const wordsOf = (text: string) => [...new Set(text.replace('```question', '```').match(/q[a-z]{2}/g) ?? [])];

describe.each(Object.entries(containers))('%s', (_, contain) => {
  it.each(Object.entries(constructs))('%s keeps its words', (__, construct) => {
    const blocks = blocksOf(contain(construct));
    const said = JSON.stringify(blocks);
    expect(wordsOf(construct).filter((word) => !said.includes(word))).toEqual([]);
    // What is said in text is found by search, too; addresses are not.
    const text = textOf(blocks);
    const inText = wordsOf(construct.replace(/\]\([^)\s]*/g, ''));
    expect(inText.filter((word) => !text.includes(word))).toEqual([]);
    expect(z.parse(z.array(block), blocks)).toEqual(blocks);
  });
});

describe('what a construct becomes', () => {
  const one = (markdown: string) => blocksOf(markdown).map(({ type }) => type);

  it('shows adjacent pictures as pictures, in order', () => {
    expect(blocksOf('![一](/media/a.jpg)![二](/media/b.jpg)\n![三](/media/c.jpg)')).toMatchObject([
      { type: 'image', alt: '一' },
      { type: 'image', alt: '二' },
      { type: 'image', alt: '三' },
    ]);
    expect(one('前 ![一](/media/a.jpg) 后')).toEqual(['paragraph', 'image', 'paragraph']);
  });

  it('goes on counting behind what an item holds', () => {
    expect(blocksOf('1. 一\n   ```\n   码\n   ```\n2. 二\n3. 三')).toEqual([
      { type: 'list', ordered: true, start: 1, items: [[{ text: '一' }]] },
      { type: 'code', text: '码', indent: 1 },
      { type: 'list', ordered: true, start: 2, items: [[{ text: '二' }], [{ text: '三' }]] },
    ]);
  });

  it('moves a nested list in', () => {
    expect(blocksOf('- 一\n  - 二\n- 三')).toMatchObject([
      { type: 'list', items: [[{ text: '一' }]] },
      { type: 'list', items: [[{ text: '二' }]], indent: 1 },
      { type: 'list', items: [[{ text: '三' }]] },
    ]);
  });

  it('strikes what is struck', () => {
    expect(blocksOf('~~12 月 1 日~~12 月 8 日')).toEqual([
      {
        type: 'paragraph',
        inlines: [{ text: '12 月 1 日', strike: true }, { text: '12 月 8 日' }],
      },
    ]);
  });

  it('emphasises beside Chinese', () => {
    expect(blocksOf('**注意：**请核对')).toMatchObject([
      { inlines: [{ text: '注意：', bold: true }, { text: '请核对' }] },
    ]);
  });

  it('draws boxes of tasks', () => {
    expect(blocksOf('- [ ] 三方\n- [x] 成绩单')).toMatchObject([
      { items: [[{ text: '☐ 三方' }], [{ text: '☑ 成绩单' }]] },
    ]);
  });

  it('makes plain addresses links, ending before Chinese punctuation', () => {
    expect(blocksOf('网申：https://job.jzu.example/a?b=1，邮箱 hr@jzu.example。')).toMatchObject([
      {
        inlines: [
          { text: '网申：' },
          { text: 'https://job.jzu.example/a?b=1', href: 'https://job.jzu.example/a?b=1' },
          { text: '，邮箱 ' },
          { text: 'hr@jzu.example', href: 'mailto:hr@jzu.example' },
          { text: '。' },
        ],
      },
    ]);
    expect(blocksOf('`https://a.example` [https://b.example](https://c.example)')).toMatchObject([
      { inlines: [{ code: true }, { text: ' ' }, { text: 'https://b.example', href: 'https://c.example' }] },
    ]);
  });

  it.each(['mailto:hr@jzu.example', 'tel:0571-8800', '/jobs', 'https://a.example'])('links to %s', (href) => {
    expect(blocksOf(`[联系](${href})`)).toMatchObject([{ inlines: [{ text: '联系', href }] }]);
  });
});
