import { excerpt } from '@qihang/shared/search/excerpt';
import { highlight } from '@qihang/shared/search/highlight';
import { fold, termsOf } from '@qihang/shared/search/terms';
import { randomQuery, randomText, seeded } from './texts';

const marked = (text: string, marks: readonly (readonly [number, number])[]): string[] =>
  marks.map(([start, end]) => text.slice(start, end));

describe('highlight', () => {
  it.each([
    ['招聘会计一名', '会计', ['会计']],
    ['会计师，会计', '会计', ['会计', '会计']],
    ['熟悉 MySQL 与 Java', 'sql java', ['SQL', 'Java']],
    ['精通Ｃ＋＋与ＪＡＶＡ', 'C++ java', ['Ｃ＋＋', 'ＪＡＶＡ']],
    ['ﬁnance 部', 'fin', ['ﬁn']],
    ['ﬁnance 部', 'inance', ['ﬁnance']],
    ['㈱东京', '株', ['㈱']],
    ['カ\u3099ス', 'ガ', ['カ\u3099']],
    ['ｶﾞｽ', 'ガス', ['ｶﾞｽ']],
    ['café cafe\u0301', 'café', ['café', 'cafe\u0301']],
    ['𠮷野家', '野', ['野']],
    ['𠮷野家', '𠮷', ['𠮷']],
    ['🄀号', '0', ['🄀']],
    ['会计师', '会计 计师', ['会计师']],
    ['面试简历', '面试 简历', ['面试简历']],
    ['第①名', '1', ['①']],
    ['会计', '？', []],
    ['', '会计', []],
    ['出纳', '会计', []],
  ])('in %j marks for %j %j', (text, query, parts) => {
    expect(marked(text, highlight(text, query))).toEqual(parts);
  });

  it('marks just the terms, in order and apart, in 3,000 random texts', () => {
    const random = seeded(3);
    let seen = 0;
    for (let i = 0; i < 3000; i++) {
      const text = randomText(random, 40);
      const query = randomQuery(random, [text]);
      const marks = highlight(text, query);
      const terms = termsOf(query);
      seen += marks.length;
      expect({ text, query, found: marks.length > 0 }).toEqual({
        text,
        query,
        found: terms.some((term) => fold(text).includes(term)),
      });
      marks.forEach(([start, end], n) => {
        expect(start).toBeGreaterThan(marks[n - 1]?.[1] ?? -1);
        expect(end).toBeLessThanOrEqual(text.length);
        const part = fold(text.slice(start, end));
        expect({ text, query, part, holds: terms.some((term) => part.includes(term)) }).toMatchObject({
          holds: true,
        });
        expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(start, end))).toBe(false);
      });
    }
    expect(seen).toBeGreaterThan(1000);
  });
});

describe('excerpt', () => {
  const filler = '本公司成立于一九九八年，主营航道疏浚与港口建设。';

  it('gives a short text whole', () => {
    expect(excerpt('招聘会计\n\n一名', '会计', 60)).toEqual({ text: '招聘会计 一名', marks: [[2, 4]] });
  });

  it('gives the opening words when nothing is found', () => {
    expect(excerpt(filler.repeat(5), '会计', 10)).toEqual({ text: `${filler.slice(0, 10)}…`, marks: [] });
  });

  it('shows the first place with some words before it', () => {
    const { text, marks } = excerpt(`${filler.repeat(4)}现招会计两名。${filler.repeat(4)}`, '会计', 30);
    expect(text).toMatch(/^….+现招会计两名.+…$/);
    expect(text.length).toBe(32);
    expect(marked(text, marks)).toEqual(['会计']);
  });

  it('leaves no room unused where the place is near the end', () => {
    const { text, marks } = excerpt(`${filler.repeat(4)}会计`, '会计', 30);
    expect(text.length).toBe(31);
    expect(marked(text, marks)).toEqual(['会计']);
  });

  it('keeps a word longer than the room within the text', () => {
    const { text, marks } = excerpt(`${filler}三支一扶计划`, '三支一扶计划', 4);
    expect(marked(text, marks)).toEqual(['三支一扶']);
  });

  it('has marks within bounds and no half characters in 3,000 random texts', () => {
    const random = seeded(4);
    for (let i = 0; i < 3000; i++) {
      const body = randomText(random, 120);
      const query = randomQuery(random, [body]);
      const { text, marks } = excerpt(body, query, 20);
      expect(text.length).toBeLessThanOrEqual(22);
      expect(text).not.toMatch(/\p{Cs}/u);
      const flat = body.replace(/\s+/g, ' ').trim();
      if (highlight(flat, query).length > 0) expect(marks.length).toBeGreaterThan(0);
      for (const [start, end] of marks) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
