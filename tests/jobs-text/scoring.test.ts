import { normalizeList, normalizeText, normalizeUrl } from '../eval/normalize';
import { scoreContent } from '../eval/score-content';
import { scoreDuplicates } from '../eval/score-duplicates';
import { scoreLint } from '../eval/score-lint';
import { scorePaste } from '../eval/score-paste';
import { scoreSearch } from '../eval/score-search';

describe('normalisation', () => {
  test('is the corpus rule', () => {
    expect(normalizeText(' Ｊａｖａ 工程師 ')).toBe('java工程师');
    expect(normalizeUrl('HTTPS://a.example.com/x/')).toBe('a.example.com/x');
    expect(normalizeList(['专业不限', '不限'])).toEqual(['不限']);
  });
});

describe('paste', () => {
  const text = '招聘';
  const item = (expected: object | null) => ({ id: 'x', today: '2026-11-20', text, expect: expected });

  test('null equals an empty list, and an answer where null is expected is an error', () => {
    expect(
      scorePaste([item({ company: '甲' })], () => ({ company: '甲', cities: [] })).score.fieldAccuracy,
    ).toBe(1);
    expect(
      scorePaste([item({ company: '甲' })], () => ({ company: '甲', cities: ['乙'] })).score,
    ).toMatchObject({
      fieldAccuracy: 0.9167,
      allRight: 0,
    });
  });

  test('a job taken for none loses all its fields', () => {
    const { score } = scorePaste([item({ company: '甲' }), item(null)], () => null);
    expect(score).toMatchObject({ fieldAccuracy: 0, jobOrNot: 0.5, allRight: 0.5 });
  });
});

describe('lint', () => {
  const items = [
    { id: 'a', today: '', job: {}, expect: [{ rule: 'x', severity: 'block' }] },
    { id: 'b', today: '', job: {}, expect: [] },
    { id: 'c', today: '', job: {}, expect: [{ rule: 'y', severity: 'block', optional: true }] },
  ];

  test('optional rules count neither way', () => {
    const found = scoreLint(items, () => [{ rule: 'y', severity: 'block' }]);
    expect(found.score).toEqual({ precision: 0, recall: 0, exact: 0.3333, falseOnClean: 1 });
    expect(scoreLint(items.slice(2), () => []).score).toEqual({
      precision: 1,
      recall: 1,
      exact: 1,
      falseOnClean: 0,
    });
  });

  test('a wrong severity is told', () => {
    expect(scoreLint(items.slice(0, 1), () => [{ rule: 'x', severity: 'warn' }]).severityRight).toBe(0);
  });
});

test('duplicates: precision, recall and F1 of the warning', () => {
  const pair = (id: string, same: boolean) => ({ id, a: { id }, b: {}, same });
  const { score } = scoreDuplicates(
    [pair('1', true), pair('2', true), pair('3', false)],
    (a) => a.id !== '2',
  );
  expect(score).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
});

test('search: also-hits are ignored, the best must come first', async () => {
  const items = [{ id: 'q', query: 'x', relevant: ['1', '2'], best: '2', also: ['9'] }];
  expect((await scoreSearch(items, () => ['2', '9', '1'])).score).toEqual({
    precision: 1,
    recall: 1,
    bestFirst: 1,
  });
  expect((await scoreSearch(items, () => ['1'])).score).toEqual({ precision: 1, recall: 0.5, bestFirst: 0 });
});

test('content: the two costs are apart', () => {
  const item = (expected: string, why: string) => ({
    id: why,
    kind: 'question',
    text: why,
    expect: expected,
    why,
  });
  const items = [item('block', 'scam'), item('pass', 'ok'), item('review', 'care')];
  const { score } = scoreContent(items, (text) => ({ scam: 'pass', ok: 'review' })[text] ?? 'review');
  expect(score).toEqual({ accuracy: 0.3333, blockPassed: 1, passStopped: 1, careRecall: 1 });
});
