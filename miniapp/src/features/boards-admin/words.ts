import type { BoardSetting } from '@qihang/shared/boards/contract';
import type { BoardColour, BoardKind } from '@qihang/shared/boards/vocabulary';

export const boardKindNames = { article: '文章', job: '岗位', thread: '问答' } as const satisfies Record<
  BoardKind,
  string
>;

export const colourNames = { teal: '青', red: '红', slate: '灰' } as const satisfies Record<
  BoardColour,
  string
>;

/** What sets a board apart, in words: 文章, guidance, 须写来源, 上首页. */
export const boardParts = ({ kind, slug, enabled, sourceRequired, consentRequired, strip }: BoardSetting) => [
  boardKindNames[kind],
  slug,
  sourceRequired && '须写来源',
  consentRequired && '须本人同意',
  strip && '上首页',
  !enabled && '已关闭，读者看不到',
];
