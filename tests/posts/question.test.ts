// Self-test questions: the fence `question`, what it becomes, and what is wrong with one.
import { blocksOf } from '@qihang/server/markdown/blocks';
import { UnreadableMarkdownError } from '@qihang/server/markdown/parser';
import { textOf } from '@qihang/server/markdown/text';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';

const fence = (...lines: string[]) => ['```question', ...lines, '```'].join('\n');
const whole = fence(
  '国家宪法日是每年哪一天？',
  '- [ ] 12 月 1 日',
  '- [x] 12 月 4 日',
  '> 1982 年 12 月 4 日，现行宪法通过。',
  '来源：[中国人大网](https://www.npc.example/constitution)',
);

describe('the fence', () => {
  it('becomes a question with its answer and source', () => {
    expect(blocksOf(whole)).toEqual([
      {
        type: 'question',
        text: '国家宪法日是每年哪一天？',
        options: [
          { text: '12 月 1 日', right: false },
          { text: '12 月 4 日', right: true },
        ],
        explanation: '1982 年 12 月 4 日，现行宪法通过。',
        source: { name: '中国人大网', url: 'https://www.npc.example/constitution' },
      },
    ]);
  });

  it('takes several right answers, a source without an address, and one that is only an address', () => {
    const [several] = blocksOf(fence('哪些对？', '- [x] 甲', '- [X] 乙', '- [ ] 丙', '来源: 学习角'));
    expect(several).toMatchObject({ options: [{ right: true }, { right: true }, { right: false }] });
    expect(several).toMatchObject({ source: { name: '学习角', url: null } });
    const [bare] = blocksOf(fence('对吗？', '- [x] 对', '- [ ] 错', '来源：https://a.example/1'));
    expect(bare).toMatchObject({ source: { name: 'https://a.example/1', url: 'https://a.example/1' } });
  });

  it('is found by all of its words', () => {
    const text = textOf(blocksOf(whole));
    for (const word of ['宪法日', '12 月 1 日', '现行宪法通过', '中国人大网']) expect(text).toContain(word);
  });

  it.each([
    ['no question', ['- [x] 甲', '- [ ] 乙'], '第一行要写题目'],
    ['one option', ['对吗？', '- [x] 对'], '至少要有两个选项'],
    ['no right answer', ['对吗？', '- [ ] 对', '- [ ] 错'], '没有标出答案'],
    ['an option without a box', ['对吗？', '- 对', '- [x] 错'], '- [x] 选项'],
    ['an empty option', ['对吗？', '- [x] 对', '- [ ]'], '有一个选项是空的'],
    ['a line of no kind', ['对吗？', '- [x] 对', '- [ ] 错', '因为'], '看不懂：“因为”'],
    ['two sources', ['对吗？', '- [x] 对', '- [ ] 错', '来源：甲', '来源：乙'], '只能写一个来源'],
    ['an empty source', ['对吗？', '- [x] 对', '- [ ] 错', '来源：'], '后面要写出处'],
    [
      'a source that is a script',
      ['对吗？', '- [x] 对', '- [ ] 错', '来源：[甲](javascript:alert)'],
      'https://',
    ],
  ])('is refused with %s', (_, lines, words) => {
    const read = () => blocksOf(fence(...lines));
    expect(read).toThrow(UnreadableMarkdownError);
    expect(read).toThrow(words);
  });
});

describe('an article with one', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  beforeEach(() => t.restore());
  afterAll(() => t.close());

  const create = (markdown: string, board = 'affairs') =>
    t.as('chenyiming').posts.create({
      body: postDraft({ board, markdown, source: { name: '学习角', url: 'https://a.example' } }),
    });

  it('shows the reader the options, and is found by them', async () => {
    const { id } = await create(whole);
    const { blocks } = await t.as().posts.detail({ params: { id } });
    expect(blocks).toMatchObject([{ type: 'question', options: [{ right: false }, { right: true }] }]);
    const { items } = await t.as().search.search({ query: { q: '12 月 1 日' } });
    expect(items.map((hit) => hit.id)).toEqual([id]);
  });

  it('is refused at the text where its fence is wrong', async () => {
    const problem = await problemOf(create(fence('对吗？', '- [ ] 对', '- [ ] 错')));
    expect(problem.errors).toEqual([{ path: 'markdown', message: '自测题没有标出答案：对的选项写“- [x]”' }]);
  });

  it('needs a source of the answer on a board that asks for sources, and there alone', async () => {
    const unsourced = fence('对吗？', '- [x] 对', '- [ ] 错');
    const refused = await problemOf(create(unsourced));
    expect(refused.errors).toEqual([
      { path: 'markdown', message: '时政研习的自测题要写答案的来源：“来源：[名称](https://…)”' },
    ]);
    const { blocks, id, version } = await create(whole);
    expect(blocks).toHaveLength(1);
    const edit = t.as('chenyiming').posts.update({ params: { id }, body: { version, markdown: unsourced } });
    expect((await problemOf(edit)).errors).toMatchObject([{ path: 'markdown' }]);
    expect((await create(unsourced, 'guidance')).blocks).toHaveLength(1);
  });
});
