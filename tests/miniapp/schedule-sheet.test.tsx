import { fireEvent, render, screen } from '@testing-library/react';
import {
  instantOf,
  type Plan,
  partsOf,
  planProblems,
  planWords,
  usualMoments,
} from '@/common/content/schedule-plan';
import { ScheduleSheet } from '@/common/content/schedule-sheet';

const now = new Date('2026-11-20T10:24:00+08:00');
const at = (time: string) => new Date(`${time}:00+08:00`).toISOString();
const plan = (publishAt: string | null, unpublishAt: string | null): Plan => ({
  publishAt: publishAt && at(publishAt),
  unpublishAt: unpublishAt && at(unpublishAt),
});

describe('a plan', () => {
  it.each([
    [null, null, 'direct', '读者马上看得到。'],
    [null, null, 'teacher', '老师审核通过后，读者马上看得到。'],
    ['2026-11-20T18:00', null, 'direct', '今天 18:00 起读者看得到。'],
    [
      '2026-11-20T18:00',
      '2026-11-29T00:00',
      'teacher',
      '今天 18:00 起读者看得到，11月28日 24:00 下架。要先过老师审核。',
    ],
    [
      '2026-11-21T08:00',
      '2026-11-22T08:05',
      'second-person',
      '明天 08:00 起读者看得到，后天 08:05 下架。要先过另一位负责人审核。',
    ],
    [null, '2027-01-01T00:00', 'direct', '读者马上看得到，12月31日 24:00 下架。'],
  ] as const)('from %s to %s under %s says what happens', (from, to, review, words) => {
    expect(planWords(plan(from, to), now, review, false)).toBe(words);
  });

  it('of what readers see already is about its end', () => {
    expect(planWords(plan(null, null), now, 'direct', true)).toBe('读者一直看得到，直到你下架。');
    expect(planWords(plan(null, '2026-11-21T00:00'), now, 'teacher', true)).toBe(
      '读者现在看得到，今天 24:00 下架。',
    );
  });

  it.each([
    ['2026-11-20T10:24', null, { publishAt: '这个时间已经过了，请选以后的时间' }],
    ['2027-11-21T10:24', null, { publishAt: '最多定到一年以后' }],
    ['2026-11-21T08:00', '2026-11-21T08:00', { unpublishAt: '下架要晚于发布' }],
    [null, '2026-11-20T10:00', { unpublishAt: '这个时间已经过了，请选以后的时间' }],
    [null, '2028-01-01T00:00', { unpublishAt: '最多定到一年以后' }],
    ['2026-11-20T10:25', '2026-11-20T10:26', {}],
    [null, null, {}],
  ])('from %s to %s has the problems %j', (from, to, problems) => {
    expect(planProblems(plan(from, to), now)).toEqual(problems);
  });

  it('has midnight at the end of a day, and at its beginning', () => {
    const midnight = at('2026-11-29T00:00');
    expect(partsOf(midnight, true)).toEqual({ day: '2026-11-28', time: '24:00' });
    expect(partsOf(midnight, false)).toEqual({ day: '2026-11-29', time: '00:00' });
    expect(instantOf('2026-11-28', '24:00')).toBe(midnight);
    expect(instantOf('2026-11-28', '08:05')).toBe(at('2026-11-28T08:05'));
  });

  it('has usual moments that are still to come', () => {
    expect(usualMoments(now).map(({ text, day }) => `${text} ${day}`)).toEqual([
      '今晚 20:00 2026-11-20',
      '明早 08:00 2026-11-21',
      '周一 08:00 2026-11-23',
    ]);
    const sunday = new Date('2026-11-22T21:00:00+08:00');
    expect(usualMoments(sunday).map(({ text, day }) => `${text} ${day}`)).toEqual(['明早 08:00 2026-11-23']);
  });
});

describe('the sheet', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const open = (given: Plan, more: Partial<Parameters<typeof ScheduleSheet>[0]> = {}) => {
    const applied: Plan[] = [];
    render(
      <ScheduleSheet
        open
        review="direct"
        plan={given}
        onApply={(one) => applied.push(one)}
        onClose={() => undefined}
        {...more}
      />,
    );
    return applied;
  };

  it('applies a day and a minute', () => {
    const applied = open(plan(null, null));
    fireEvent.click(screen.getByText('定个时间'));
    fireEvent.click(screen.getByText('今晚 20:00'));
    screen.getByText('今天 20:00 起读者看得到。');
    fireEvent.click(screen.getByText('就这样定'));
    expect(applied).toEqual([plan('2026-11-20T20:00', null)]);
  });

  it('says beside the field what cannot be, and applies nothing', () => {
    const applied = open(plan('2026-11-20T09:00', '2026-11-20T08:00'));
    expect(screen.getAllByText('这个时间已经过了，请选以后的时间')).toHaveLength(2);
    fireEvent.click(screen.getByText('就这样定'));
    expect(applied).toEqual([]);
  });

  it('plans only the end of what readers see already', () => {
    const applied = open(plan(null, null), { published: true });
    expect(screen.queryByText('定个时间')).toBeNull();
    fireEvent.click(screen.getByLabelText(/^到时候自动下架/));
    fireEvent.click(screen.getByText('就这样定'));
    expect(applied).toEqual([plan(null, '2026-11-28T00:00')]);
  });
});
