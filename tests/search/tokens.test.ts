import { closingDays, closingTokens } from '@qihang/server/db/search/closing';
import { documentTokens, phrasesOf } from '@qihang/server/db/search/tokens';
import { termsOf } from '@qihang/shared/search/terms';
import { randomQuery, randomText, seeded } from './texts';
import { naiveTerms } from './truth';

describe('termsOf', () => {
  it.each([
    ['会计', ['会计']],
    ['  Java  后端 ', ['java', '后端']],
    ['ＪＡＶＡ', ['java']],
    ['AI产品', ['ai产品']],
    ['C++', ['c++']],
    ['C#、.NET', ['c#', '.net']],
    ['C/C++', ['c++']],
    ['Node.js / R&D / Wi-Fi', ['node.js', 'r&d', 'wi-fi']],
    ['“三支一扶”', ['三支一扶']],
    ['简历、面试？', ['简历', '面试']],
    ['#校招 +86 -老师 &', ['校招', '86', '老师']],
    ['欢迎投递.', ['欢迎投递']],
    ['简历……面试', ['简历', '面试']],
    ['㈱ﬁne①', ['株', 'fine1']],
    ['月薪￥8000', ['月薪', '8000']],
    ['🚀校招🔥', ['校招']],
    ['𠮷野家', ['𠮷野家']],
    ['会计 会计师', ['会计师']],
    ['党 党', ['党']],
  ])('%j gives %j', (query, terms) => {
    expect(termsOf(query)).toEqual(terms);
  });

  it.each(['', '  ', '，。？！', '++', '...', '-', '🚀', '\ud83d', '\u0000', '"\'"', '()*^:=@'])(
    'finds nothing to search for in %j',
    (query) => {
      expect(termsOf(query)).toEqual([]);
      expect(phrasesOf(query)).toEqual([]);
    },
  );

  it('agrees with a naive reading of 5,000 random queries', () => {
    const random = seeded(11);
    const texts = Array.from({ length: 50 }, () => randomText(random, 60));
    for (let i = 0; i < 5000; i++) {
      const query = randomQuery(random, texts);
      const naive = naiveTerms(query);
      const terms = termsOf(query);
      // Ours leaves out what another term contains, and nothing else.
      expect({ query, missing: terms.filter((term) => !naive.includes(term)) }).toEqual({
        query,
        missing: [],
      });
      for (const term of naive) {
        expect({ query, term, kept: terms.some((one) => one.includes(term)) }).toEqual({
          query,
          term,
          kept: true,
        });
      }
    }
  });
});

describe('phrasesOf', () => {
  it.each([
    ['党', [['党']]],
    ['会计', [['会计']]],
    ['会计师', [['会计', '计师']]],
    ['C++', [['c+', '++']]],
    ['𠮷野家', [['𠮷野', '野家']]],
  ])('%j gives %j', (query, tokens) => {
    expect(phrasesOf(query).map((phrase) => phrase.tokens)).toEqual(tokens);
  });
});

describe('documentTokens', () => {
  const tokens = documentTokens({ title: '会计', body: '师范 AI', closesAt: null });

  it('marks the tokens of the title by a sign that no text can hold', () => {
    expect(tokens).toContain('=会计');
    expect(tokens).not.toContain('=师范');
    expect(documentTokens({ title: '', body: '=会计', closesAt: null })).not.toContain('=会计');
  });

  it('lets no two pairs of different runs stand side by side', () => {
    for (let i = 1; i < tokens.length; i++) {
      const [before, after] = [tokens[i - 1] ?? '', tokens[i] ?? ''];
      if (/^[^=]{2}$/.test(before) && /^[^=]{2}$/.test(after)) expect(before[1]).toBe(after[0]);
    }
    expect(tokens.join(' ')).not.toContain('会计 师范');
  });

  it('has every character once by itself at least', () => {
    for (const character of '会计师范ai') expect(tokens).toContain(character);
  });

  it('holds nothing that FTS5 or tsquery could take for syntax', () => {
    const random = seeded(5);
    for (let i = 0; i < 300; i++) {
      const junk = Array.from({ length: 60 }, () => String.fromCharCode(Math.floor(random() * 0x10000))).join(
        '',
      );
      const ascii = Array.from({ length: 60 }, () => String.fromCharCode(Math.floor(random() * 128))).join(
        '',
      );
      for (const text of [junk, ascii]) {
        const all = [
          ...phrasesOf(text).flatMap((phrase) => phrase.tokens),
          ...documentTokens({ title: text, body: text, closesAt: new Date(i) }),
        ];
        expect(
          all.filter(
            (token) => !/^(@\d+\.\d+|=?[^=@\s"'\\()*:^<>|!]{1,4})$/.test(token) || token.includes('\0'),
          ),
        ).toEqual([]);
      }
    }
  });
});

describe('closingDays', () => {
  const days = [0, 1, 2, 1023, 1024, 20_777, 20_778, 40_000, 65_534];
  const dayMs = 24 * 60 * 60 * 1000;
  const closes = [...days.map((day) => new Date(day * dayMs)), new Date('2500-01-01'), null];

  it.each(days)('tells what closes before day %i from what closes after it', (day) => {
    const at = new Date(day * dayMs + 12 * 60 * 60 * 1000);
    for (const closesAt of closes) {
      const tokens = closingTokens(closesAt);
      const hits = (which: 'from' | 'until') =>
        closingDays(which, at).filter((token) => tokens.includes(token)).length;
      const closingDay = closesAt === null ? 65_535 : Math.min(closesAt.getTime() / dayMs, 65_534);
      const sameDay = closingDay === day;
      expect({ closesAt, from: hits('from'), until: hits('until') }).toEqual({
        closesAt,
        from: sameDay || closingDay > day ? 1 : 0,
        until: sameDay || closingDay < day ? 1 : 0,
      });
    }
  });

  it('needs no more than one token a level', () => {
    for (const day of days) {
      for (const which of ['from', 'until'] as const) {
        expect(closingDays(which, new Date(day * dayMs)).length).toBeLessThanOrEqual(17);
      }
    }
  });
});
