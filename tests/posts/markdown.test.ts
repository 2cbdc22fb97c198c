import { blocksOf } from '@qihang/server/markdown/blocks';
import { openingOf, readingMinutes, textOf } from '@qihang/server/markdown/text';
import { block } from '@qihang/shared/posts/blocks';
import * as z from 'zod';

describe('blocksOf', () => {
  it.each([
    [
      'a paragraph with marks',
      '先**签字**再 *盖章* `A4`',
      [
        {
          type: 'paragraph',
          inlines: [
            { text: '先' },
            { text: '签字', bold: true },
            { text: '再 ' },
            { text: '盖章', italic: true },
            { text: ' ' },
            { text: 'A4', code: true },
          ],
        },
      ],
    ],
    [
      'headings, never above level 2',
      '# 一\n\n### 二\n\n##### 三',
      [
        { type: 'heading', level: 2, inlines: [{ text: '一' }] },
        { type: 'heading', level: 3, inlines: [{ text: '二' }] },
        { type: 'heading', level: 3, inlines: [{ text: '三' }] },
      ],
    ],
    [
      'lists',
      '3. 甲\n4. 乙\n\n- 丙',
      [
        { type: 'list', ordered: true, start: 3, items: [[{ text: '甲' }], [{ text: '乙' }]] },
        { type: 'list', ordered: false, start: 1, items: [[{ text: '丙' }]] },
      ],
    ],
    [
      'a warning',
      '> [!WARNING]\n> 先交钱的都不要签',
      [{ type: 'note', tone: 'warning', inlines: [{ text: '先交钱的都不要签' }] }],
    ],
    ['a quotation', '> 引文', [{ type: 'quote', inlines: [{ text: '引文' }] }]],
    [
      'steps',
      '```steps\n领取协议 ✓\n单位盖章\n```',
      [
        {
          type: 'steps',
          items: [
            { text: '领取协议', done: true },
            { text: '单位盖章', done: false },
          ],
        },
      ],
    ],
    [
      'a picture',
      '![港口](/media/demo/a.jpg "清晨")',
      [{ type: 'image', src: '/media/demo/a.jpg', alt: '港口', caption: '清晨' }],
    ],
    [
      'a file',
      '[清单.pdf](/media/demo/a.pdf)',
      [{ type: 'file', name: '清单.pdf', url: '/media/demo/a.pdf' }],
    ],
    [
      'a table',
      '| 项 | 值 |\n|---|---|\n| a | **b** |',
      [
        {
          type: 'table',
          head: [[{ text: '项' }], [{ text: '值' }]],
          rows: [[[{ text: 'a' }], [{ text: 'b', bold: true }]]],
        },
      ],
    ],
    ['code and a rule', '```js\nlet a\n```\n\n---', [{ type: 'code', text: 'let a' }, { type: 'divider' }]],
  ])('reads %s', (_, markdown, expected) => {
    const blocks = blocksOf(markdown);
    expect(blocks).toEqual(expected);
    expect(z.parse(z.array(block), blocks)).toEqual(blocks);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an event handler', '<img src=x onerror=alert(1)>'],
    ['a javascript link', '[点我](javascript:alert(1))'],
    ['a data picture', '![x](data:text/html;base64,AAAA)'],
    ['another protocol', '[x](//evil.example/a)'],
  ])('lets %s be no more than text', (_, markdown) => {
    const blocks = blocksOf(markdown);
    const hrefs = JSON.stringify(blocks).match(/"(href|src|url)":"[^"]*"/g) ?? [];
    expect(hrefs).toEqual([]);
    expect(blocks.every(({ type }) => type === 'paragraph')).toBe(true);
  });

  it('ends on hostile nesting, and says so instead of leaving something out', () => {
    for (const mark of ['> ', '- ', '> - ', '1. ']) {
      expect(textOf(blocksOf(`${mark.repeat(20)}a`))).toContain('a');
      expect(() => blocksOf(`${mark.repeat(500)}a`)).toThrow('套得太深');
    }
    expect(blocksOf('[[[['.repeat(5000)).length).toBe(1);
  });
});

describe('what follows from blocks', () => {
  const blocks = blocksOf('## 标题\n\n正文第一段。\n\n- 一\n- 二');
  it('gives the words for search', () => expect(textOf(blocks)).toBe('标题\n正文第一段。\n一\n二'));
  it('opens with prose', () => expect(openingOf(blocks, 6)).toBe('正文第一段…'));
  it('takes at least a minute to read', () => expect(readingMinutes(blocks)).toBe(1));
});
