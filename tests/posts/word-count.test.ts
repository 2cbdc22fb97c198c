import { postTemplates, templatesFor } from '@qihang/shared/posts/templates';
import { countMarkdownWords, countWords } from '@qihang/shared/text/word-count';

describe('字数', () => {
  it.each([
    ['', 0],
    ['就业指导', 4],
    // Word and WPS count Chinese punctuation and not the blanks.
    ['先签字，再盖章。', 8],
    ['我 9 月投了 11 家', 7],
    ['Offer 到手', 3],
    ['see https://a.example/b?c=d now', 3],
    ['—— … “引”', 6],
    ['🎓 毕业', 2],
    ['- - -', 0],
    ['𠮷野', 2],
    ['\u200b\u200b', 0],
    ['ｏｆｆｅｒ', 5],
  ])('%j has %i', (text, count) => expect(countWords(text)).toBe(count));

  it.each([
    ['## 小标题\n\n**加粗**和*斜*', 7],
    ['- 一\n- 二\n1. 三\n> 四', 4],
    ['[官网](https://a.example/很长)', 2],
    ['![真题](/media/a.webp)', 2],
    ['| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |', 4],
    ['```steps\n报名\n```', 2],
    ['> [!WARNING]\n> 注意', 2],
    ['- [ ] 报名', 2],
    ['---', 0],
  ])('an article %j has %i', (markdown, count) => expect(countMarkdownWords(markdown)).toBe(count));
});

describe('templates', () => {
  it.each([
    ['guidance', 'preparation'],
    ['affairs', 'policy'],
    ['exemplars', 'exemplar'],
    ['notices', 'exam'],
    ['a-new-board', 'general'],
  ])('of %s begin with %s', (board, first) => {
    const templates = templatesFor(board);
    expect(templates[0]?.id).toBe(first);
    // All of them can be had on any board.
    expect(templates.map(({ id }) => id).sort()).toEqual(postTemplates.map(({ id }) => id).sort());
  });

  it('only add headings', () => {
    for (const { headings } of postTemplates)
      for (const heading of headings) expect(heading).toMatch(/^[一-龥]{2,12}$/);
  });
});
