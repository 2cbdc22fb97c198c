import type { CaseItem } from '@qihang/shared/cases/contract';
import { blockWords, clausesOf, foldTexts, quoteOf } from '@/features/review/passages';
import { besideCase, isMine, isTaken, nextCase } from '@/features/review/queue-order';
import { countdownWords } from '@/features/review/words';

const now = new Date('2026-11-20T10:24:00+08:00');
const later = '2026-11-20T02:34:00.000Z';
const over = '2026-11-20T02:23:59.000Z';

type Listed = Pick<CaseItem, 'id' | 'claimedBy' | 'viewer'>;
const listed = (id: string, change: Partial<Listed> = {}): Listed => ({
  id,
  claimedBy: null,
  viewer: { can: ['approve'] },
  ...change,
});
const claim = (mine: boolean, until: string) => ({ name: '张老师', until, secondsLeft: 600, mine });

describe('the next case', () => {
  it('is the one below, past what another has in hand and what I may not decide', () => {
    const items = [
      listed('a'),
      listed('b', { claimedBy: claim(false, later) }),
      listed('c', { viewer: { can: [] } }),
      listed('d'),
    ];
    expect(nextCase(items, 'a', now)?.id).toBe('d');
    expect(nextCase(items, 'd', now)?.id).toBe('a');
  });

  it('is one whose claim is over', () => {
    const items = [listed('a'), listed('b', { claimedBy: claim(false, over) })];
    expect(nextCase(items, 'a', now)?.id).toBe('b');
  });

  it('is none where all is done', () => {
    expect(nextCase([listed('a')], 'a', now)).toBeUndefined();
  });

  it('by key stays at both ends', () => {
    const items = [listed('a'), listed('b')];
    expect(besideCase(items, undefined, 1)?.id).toBe('a');
    expect(besideCase(items, 'a', 1)?.id).toBe('b');
    expect(besideCase(items, 'b', 1)).toBeUndefined();
    expect(besideCase(items, 'a', -1)).toBeUndefined();
  });
});

describe('a claim', () => {
  it('binds others until it is over, and me never', () => {
    expect(isTaken(listed('a', { claimedBy: claim(false, later) }), now)).toBe(true);
    expect(isTaken(listed('a', { claimedBy: claim(false, over) }), now)).toBe(false);
    expect(isTaken(listed('a', { claimedBy: claim(true, later) }), now)).toBe(false);
    expect(isMine(listed('a', { claimedBy: claim(true, later) }), now)).toBe(true);
    expect(isMine(listed('a', { claimedBy: claim(true, over) }), now)).toBe(false);
  });

  it.each([
    [588_000, '9 分 48 秒'],
    [60_000, '1 分 0 秒'],
    [48_400, '48 秒'],
    [400, '1 秒'],
  ])('of %i ms is said in words', (ms, words) => {
    expect(countdownWords(ms)).toBe(words);
  });
});

describe('a long text', () => {
  it('shows its beginning and what is marked, and counts what it folds', () => {
    const texts = [...'abcdef'].map((sign) => sign.repeat(150));
    expect(foldTexts(texts, [{ quote: 'eee' }])).toEqual([
      { shown: [0, 1] },
      { folded: 2 },
      { shown: [4] },
      { folded: 1 },
    ]);
  });

  it('that is short is shown as a whole', () => {
    expect(foldTexts(['短', '也短'], [])).toEqual([{ shown: [0, 1] }]);
  });

  it('has words in every kind of block', () => {
    expect(
      [
        { type: 'list', ordered: false, start: 1, items: [[{ text: '一' }], [{ text: '二' }]] } as const,
        { type: 'file', name: '真题.pdf', url: '/x' } as const,
        { type: 'divider' } as const,
      ].map((block) => blockWords(block as Parameters<typeof blockWords>[0])),
    ).toEqual(['一\n二', '真题.pdf', '']);
  });

  it('falls into clauses that make it up again', () => {
    const text = '先做真题，不看答案。加 bk_2027 领！';
    expect(clausesOf(text)).toEqual(['先做真题，', '不看答案。', '加 bk_2027 领！']);
    expect(clausesOf(text).join('')).toBe(text);
    expect(clausesOf(text).map(quoteOf)).toEqual(['先做真题', '不看答案', '加 bk_2027 领']);
  });
});
