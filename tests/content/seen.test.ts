import { plannedWithdrawal, type Seeing, seenBy } from '@qihang/shared/content/seen';
import { type ContentState, contentStates } from '@qihang/shared/content/vocabulary';

const now = Date.parse('2026-11-20T10:00:00+08:00');
const at = (time: string) => Date.parse(`${time}:00+08:00`);

const piece = (life: ContentState, more: Partial<Seeing> = {}): Seeing => ({
  life,
  boardOn: true,
  reason: null,
  publishAt: null,
  unpublishAt: null,
  ...more,
});

const said = (life: ContentState, more: Partial<Seeing> = {}) => seenBy(piece(life, more), now);
const publishAt = at('2026-11-21T08:30');
const unpublishAt = at('2026-12-01T00:00');

it.each([
  ['draft', {}, '还是草稿，只有作者能看到'],
  ['in-review', {}, '在等审核，通过后马上公开'],
  ['in-review', { publishAt }, '在等审核，通过后计划 2026年11月21日 08:30 公开'],
  ['returned', { reason: '来源打不开' }, '被退回，改好再送审或发布才会公开：来源打不开'],
  ['scheduled', { publishAt }, '计划 2026年11月21日 08:30 公开'],
  ['scheduled', { publishAt, unpublishAt }, '计划 2026年11月21日 08:30 公开，2026年11月30日 24:00 下架'],
  ['withdrawn', {}, '已经下架'],
  ['withdrawn', { reason: plannedWithdrawal }, '已经按计划下架'],
  ['hidden', { reason: '信息已失效' }, '被骨干或老师下架：信息已失效'],
] as [ContentState, Partial<Seeing>, string][])('%s %j is not seen: %s', (life, more, why) => {
  expect(said(life, more)).toEqual({ now: false, why });
});

it.each([
  [{}, '已公开'],
  [{ unpublishAt }, '已公开，计划 2026年11月30日 24:00 下架'],
  [{ job: { closesAt: now + 1, unverified: false } }, '已公开'],
  [
    { job: { closesAt: now + 1, unverified: true }, unpublishAt },
    '已公开，标着“待核实”，计划 2026年11月30日 24:00 下架',
  ],
  [
    { job: { closesAt: now, unverified: true } },
    '已公开，但已经截止：列表里默认不出现，从收藏和链接还能打开',
  ],
] as [Partial<Seeing>, string][])('what is published is seen, %j: %s', (more, why) => {
  expect(said('published', more)).toEqual({ now: true, why });
});

it('says in every state, with a board on or off, whether readers see it', () => {
  for (const life of contentStates)
    for (const boardOn of [true, false]) {
      const seen = said(life, { boardOn });
      expect([life, boardOn, seen.now]).toEqual([life, boardOn, life === 'published' && boardOn]);
      expect(seen.why).toMatch(/[一-龥]/);
    }
  expect(said('published', { boardOn: false }).why).toContain('栏目已停用');
});
