import type { BoardKind } from '@qihang/shared/boards/vocabulary';

export const boardKindNames = { article: '文章', job: '岗位', thread: '问答' } as const satisfies Record<
  BoardKind,
  string
>;
