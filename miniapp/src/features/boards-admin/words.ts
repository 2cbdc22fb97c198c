import type { BoardSetting } from '@qihang/shared/boards/contract';
import type { BoardColour, BoardKind } from '@qihang/shared/boards/vocabulary';
import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';

export const boardKindNames = { article: '文章', job: '岗位', thread: '问答' } as const satisfies Record<
  BoardKind,
  string
>;

export const colourNames = { teal: '青', red: '红', slate: '灰' } as const satisfies Record<
  BoardColour,
  string
>;

/** Who looks at a piece before readers do, and what follows for those who write. */
export const reviewWords = {
  direct: { name: '直接发布', hint: '发布后读者马上看到' },
  'second-person': { name: '第二人审核', hint: '由另一位骨干或老师看过，读者才看到；自己的由别人审' },
  teacher: { name: '老师审核', hint: '由老师看过，读者才看到' },
} as const satisfies Record<ReviewPolicy, { name: string; hint: string }>;

/** What sets a board apart, in words: 文章, guidance, 须写来源, 老师审核, 上首页. */
export const boardParts = ({
  kind,
  slug,
  enabled,
  sourceRequired,
  consentRequired,
  review,
  strip,
}: BoardSetting) => [
  boardKindNames[kind],
  slug,
  sourceRequired && '须写来源',
  consentRequired && '须本人同意',
  review !== 'direct' && reviewWords[review].name,
  strip && '上首页',
  !enabled && '已关闭，读者看不到',
];
