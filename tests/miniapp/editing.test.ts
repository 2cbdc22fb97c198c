import { toggleBold } from '@/features/posts/editing/bold';
import { type Edit, settle } from '@/features/posts/editing/edit';
import { emptyHistory, noteChange, redo, undo } from '@/features/posts/editing/history';
import {
  insertFile,
  insertHeadings,
  insertLink,
  insertMarkdown,
  insertPictures,
  insertTable,
  withAlt,
  withOrder,
  withoutUrl,
} from '@/features/posts/editing/insert';
import {
  afterTyping,
  continueLine,
  styleAt,
  toggleHeading,
  toggleList,
  toggleQuote,
} from '@/features/posts/editing/lines';

/** `«` and `»` stand around what is selected, `‸` where the caret is. */
function read(marked: string): Edit {
  const caret = marked.indexOf('‸');
  if (caret >= 0) return { text: marked.replace('‸', ''), start: caret, end: caret };
  return {
    text: marked.replace(/[«»]/g, ''),
    start: marked.indexOf('«'),
    end: marked.indexOf('»') - 1,
  };
}
function show({ text, start, end }: Edit): string {
  if (start === end) return `${text.slice(0, start)}‸${text.slice(start)}`;
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}
const does = (run: (edit: Edit) => Edit) => (before: string, after: string) =>
  expect(show(run(read(before)))).toBe(after);

describe('bold', () => {
  it.each([
    ['先«签字»再盖章', '先«**签字**»再盖章'],
    ['先«**签字**»再盖章', '先«签字»再盖章'],
    ['先**«签字»**再盖章', '先«签字»再盖章'],
    ['先‸签字', '先**‸**签字'],
    ['先**‸**签字', '先‸签字'],
    ['‸', '**‸**'],
    // Marks do not stand next to blanks, where they would be shown.
    ['« 签字 »', '« **签字** »'],
    // Line by line, and not around the mark of a line.
    ['«签字\n盖章»', '«**签字**\n**盖章**»'],
    ['«**签字**\n**盖章**»', '«签字\n盖章»'],
    ['«**签字**\n盖章»', '«**签字**\n**盖章**»'],
    ['«- 身份证\n- 学历证»', '«- **身份证**\n- **学历证**»'],
    ['«## 材料\n\n要原件»', '«## **材料**\n\n**要原件**»'],
    ['«签字\n\n  \n盖章»', '«**签字**\n\n  \n**盖章**»'],
    ['«\n\n»', '«\n\n»'],
    // An emoji is two units, of which a field may select one.
    ['«🎓毕业»', '«**🎓毕业**»'],
  ])('%j → %j', does(toggleBold));

  it('never cuts a character in two', () => {
    expect(show(settle({ text: 'a🎓b', start: 2, end: 2 }))).toBe('a🎓‸b');
    expect(show(toggleBold({ text: 'a🎓b', start: 2, end: 4 }))).toBe('a«**🎓b**»');
    expect(show(settle({ text: 'ab', start: 9, end: -3 }))).toBe('«ab»');
  });
});

describe('headings', () => {
  it.each([
    ['摸‸底', '## 摸‸底'],
    ['## 摸‸底', '摸‸底'],
    ['### 摸底‸', '摸底‸'],
    ['‸', '## ‸'],
    ['## ‸', '‸'],
    ['## ‸摸底', '‸摸底'],
    ['正文\n‸第 1 周\n正文', '正文\n## ‸第 1 周\n正文'],
    ['- 第 1‸ 周', '## 第 1‸ 周'],
    ['  第 1‸ 周', '## 第 1‸ 周'],
    ['«第 1 周\n\n第 2 周»', '«## 第 1 周\n\n## 第 2 周»'],
    ['«## 第 1 周\n\n## 第 2 周»', '«第 1 周\n\n第 2 周»'],
    ['«## 第 1 周\n第 2 周»', '«## 第 1 周\n## 第 2 周»'],
  ])('%j → %j', does(toggleHeading));
});

describe('lists and quotations', () => {
  it.each([
    ['身份证‸', '- 身份证‸'],
    ['- 身份证‸', '身份证‸'],
    ['* 身份证‸', '身份证‸'],
    ['1. 身份证‸', '- 身份证‸'],
    ['- [ ] 身份证‸', '身份证‸'],
    ['‸', '- ‸'],
    ['«身份证\n学历证»', '«- 身份证\n- 学历证»'],
    ['«- 身份证\n- 学历证»', '«身份证\n学历证»'],
    ['«- 身份证\n学历证»', '«- 身份证\n- 学历证»'],
    ['身«份证\n学历»证', '- 身«份证\n- 学历»证'],
    // A selection up to the start of a line does not touch it.
    ['«身份证\n»学历证', '«- 身份证\n»学历证'],
    ['👩‍🎓毕业‸生', '- 👩‍🎓毕业‸生'],
  ])('list %j → %j', does(toggleList));

  it.each([
    ['原话‸', '> 原话‸'],
    ['> 原话‸', '原话‸'],
    ['>原话‸', '原话‸'],
    ['«原话\n再一句»', '«> 原话\n> 再一句»'],
    ['- 原话‸', '> 原话‸'],
  ])('quotation %j → %j', does(toggleQuote));

  it('takes back what it did', () => {
    for (const run of [toggleBold, toggleHeading, toggleList, toggleQuote])
      for (const text of ['«签字»', '«签字\n\n盖章»', '前\n«签😀字»后']) {
        const once = run(read(text));
        expect(run(once).text).toBe(read(text).text);
      }
  });
});

describe('Enter', () => {
  it.each([
    ['- 身份证‸', '- 身份证\n- ‸'],
    ['- 身份‸证', '- 身份\n- ‸证'],
    ['  * 身份证‸', '  * 身份证\n  * ‸'],
    ['1. 报名‸', '1. 报名\n2. ‸'],
    ['9) 报名‸', '9) 报名\n10) ‸'],
    ['- [x] 报名‸', '- [x] 报名\n- [ ] ‸'],
    ['> 原话‸', '> 原话\n> ‸'],
    ['- 身份证\n- ‸', '- 身份证\n‸'],
    ['1. ‸', '‸'],
    ['- «身份»证', '- \n- ‸证'],
  ])('continues %j as %j', (before, after) => {
    const next = continueLine(read(before));
    expect(next && show(next)).toBe(after);
  });

  it.each([['正文‸'], ['## 小标题‸'], ['‸- 身份证'], ['-‸ 身份证']])(
    'breaks the line only in %j',
    (before) => {
      expect(continueLine(read(before))).toBeNull();
    },
  );

  it('is told from what a field says afterwards', () => {
    const typed = (before: string, after: string) => show(afterTyping(read(before), read(after)));
    expect(typed('- 身份证‸', '- 身份证\n‸')).toBe('- 身份证\n- ‸');
    expect(typed('- 身份证‸', '- 身份证 ‸')).toBe('- 身份证 ‸');
    // Two lines that were pasted are no Enter.
    expect(typed('- 身份证‸', '- 身份证\n\n‸')).toBe('- 身份证\n\n‸');
    expect(typed('正文‸', '正文\n‸')).toBe('正文\n‸');
  });

  it('shows in the toolbar what the caret stands in', () => {
    expect(styleAt(read('## 摸‸底'))).toBe('heading');
    expect(styleAt(read('1. 摸‸底'))).toBe('list');
    expect(styleAt(read('> 摸‸底'))).toBe('quote');
    expect(styleAt(read('摸‸底'))).toBeNull();
  });
});

describe('what the sheets put in', () => {
  it.each([
    ['看«官网»报名', '人社厅', 'https://a.example/x', '看[人社厅](https://a.example/x)‸报名'],
    ['看‸', '', ' https://a.example ', '看[https://a.example](https://a.example)‸'],
    [
      '看‸',
      '附件[1]\n说明',
      'https://a.example/(1) 2',
      '看[附件\\[1\\] 说明](https://a.example/%281%29%202)‸',
    ],
  ])('link %j', (before, words, address, after) =>
    expect(show(insertLink(read(before), words, address))).toBe(after),
  );

  it('pictures stand by themselves, with an empty line around them', () => {
    const pictures = [
      { alt: '真题第一页', url: '/media/a.webp' },
      { alt: '', url: '/media/b.webp' },
    ];
    expect(show(insertPictures(read('前面‸一句\n后面'), pictures))).toBe(
      '前面一句\n\n![真题第一页](/media/a.webp)\n\n![](/media/b.webp)\n\n‸后面',
    );
    expect(show(insertPictures(read('‸'), pictures.slice(1)))).toBe('![](/media/b.webp)\n\n‸');
    expect(insertPictures(read('前‸'), [])).toEqual(read('前‸'));
    expect(show(insertFile(read('前‸'), '报名表.pdf', '/media/c.pdf'))).toBe(
      '前\n\n[报名表.pdf](/media/c.pdf)\n\n‸',
    );
  });

  it('a picture gets its words, and goes, by its address', () => {
    const text = '前\n\n![](/media/a.webp)\n\n![旧](/media/b.webp)\n\n后';
    expect(withAlt(text, { url: '/media/b.webp', alt: '新[1]' })).toBe(
      '前\n\n![](/media/a.webp)\n\n![新\\[1\\]](/media/b.webp)\n\n后',
    );
    expect(withAlt(text, { url: '/media/none.webp', alt: '新' })).toBe(text);
    expect(withoutUrl(text, '/media/a.webp')).toBe('前\n\n![旧](/media/b.webp)\n\n后');
    expect(withoutUrl('[表.pdf](/media/c.pdf)后', '/media/c.pdf')).toBe('后');
  });

  it('pictures change places where their order does, and others stay', () => {
    const text = '![一](/a)\n\n![别的](/x)\n\n文\n\n![二](/b)\n\n![三](/c)';
    expect(withOrder(text, ['/c', '/a', '/b'])).toBe(
      '![三](/c)\n\n![别的](/x)\n\n文\n\n![一](/a)\n\n![二](/b)',
    );
    expect(withOrder(text, ['/a', '/b', '/c'])).toBe(text);
    expect(withOrder(text, [])).toBe(text);
  });

  it.each([
    ['前‸后', '中', '前中‸后'],
    ['前«旧»后', '新', '前新‸后'],
    ['前‸后', '一\n\n二', '前\n\n一\n\n二‸\n\n后'],
    ['前\n\n‸', '- 一\n- 二', '前\n\n- 一\n- 二‸'],
    ['«旧»', '一\n二', '一\n二‸'],
  ])('Markdown pasted into %j', (before, markdown, after) =>
    expect(show(insertMarkdown(read(before), markdown))).toBe(after),
  );

  it('a table has a row of heads, of which the first is selected', () => {
    expect(show(insertTable(read('‸'), 2, 2))).toBe(
      '| «列 1» | 列 2 |\n| --- | --- |\n|    |    |\n|    |    |\n\n',
    );
  });

  it('a template adds headings, and nothing that is there already', () => {
    const headings = ['适合谁', '每周做什么'];
    expect(show(insertHeadings(read('我写的‸'), headings))).toBe(
      '我写的\n\n## 适合谁\n\n‸\n\n## 每周做什么\n',
    );
    expect(show(insertHeadings(read('## 适合谁\n\n我写的‸'), headings))).toBe(
      '## 适合谁\n\n我写的\n\n## 每周做什么\n\n‸',
    );
    const both = read('## 适合谁\n## 每周做什么‸');
    expect(insertHeadings(both, headings)).toEqual(both);
  });
});

describe('undo', () => {
  const at = (text: string) => ({ text, start: text.length, end: text.length });

  it('takes a run of typing back together, and what a button did by itself', () => {
    let history = noteChange(emptyHistory, at(''), 0, true);
    history = noteChange(history, at('签'), 300, true);
    history = noteChange(history, at('签字'), 600, false);
    history = noteChange(history, at('**签字**'), 700, true);
    const first = undo(history, at('**签字**再'));
    expect(first?.edit.text).toBe('**签字**');
    const second = undo(first?.history ?? emptyHistory, first?.edit ?? at(''));
    expect(second?.edit.text).toBe('签字');
    const third = undo(second?.history ?? emptyHistory, second?.edit ?? at(''));
    expect(third?.edit.text).toBe('');
    expect(undo(third?.history ?? emptyHistory, at(''))).toBeNull();
  });

  it('begins a new step after a pause', () => {
    let history = noteChange(emptyHistory, at(''), 0, true);
    history = noteChange(history, at('签'), 5_000, true);
    expect(undo(history, at('签字'))?.edit.text).toBe('签');
  });

  it('brings back what was taken back, until something else is written', () => {
    const history = noteChange(emptyHistory, at('签'), 0, false);
    const back = undo(history, at('签字'));
    const again = redo(back?.history ?? emptyHistory, at('签'));
    expect(again?.edit.text).toBe('签字');
    const other = noteChange(back?.history ?? emptyHistory, at('签'), 9, false);
    expect(redo(other, at('签名'))).toBeNull();
  });
});
