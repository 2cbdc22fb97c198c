import type { Change } from '@qihang/shared/revisions/contract';
import { render } from '@testing-library/react';
import { Changes } from '@/common/content/changes';
import { paragraphsOf, sumWords } from '@/common/content/paragraphs';

const parts: Change['parts'] = [
  { text: '报名看官网\n\n笔试：12月', op: 'same' },
  { text: '19日', op: 'removed' },
  { text: '20日', op: 'added' },
  { text: '\n\n', op: 'same' },
  { text: '咨询可以加学长微信。\n\n', op: 'removed' },
  { text: '带身份证。\n\n', op: 'added' },
  { text: '面试另行通知\n\n结果公示五天', op: 'same' },
];
const changes: Change[] = [{ field: 'markdown', label: '正文', parts }];

describe('a comparison paragraph by paragraph', () => {
  it('folds what is the same, and counts places in the newer text', () => {
    expect(paragraphsOf(parts)).toEqual([
      { change: 'same', count: 1 },
      {
        change: 'edited',
        place: 2,
        parts: [
          { text: '笔试：12月', op: 'same' },
          { text: '19日', op: 'removed' },
          { text: '20日', op: 'added' },
        ],
      },
      { change: 'removed', place: 2, parts: [{ text: '咨询可以加学长微信。', op: 'removed' }] },
      { change: 'added', place: 3, parts: [{ text: '带身份证。', op: 'added' }] },
      { change: 'same', count: 2 },
    ]);
  });

  it('is summed up in words', () => {
    expect(sumWords(changes)).toBe('改了 3 处，删 13 字，加 8 字');
  });

  it('reads without colour, by eye and by ear', () => {
    const { container } = render(<Changes changes={changes} />);
    expect(container.textContent).toContain('没变的 1 段');
    expect(container.textContent).toContain('正文，第 2 段笔试：12月删去：19日加上：20日');
    expect(container.textContent).toContain('第 2 段之后，整段删了');
    expect(container.querySelectorAll('.df-del')).toHaveLength(2);
    expect(container.querySelectorAll('.df-ins')).toHaveLength(2);
  });
});
