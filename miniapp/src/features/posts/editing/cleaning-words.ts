import type { Cleaned, CleaningKind } from '@qihang/shared/text/clean';

export const changeWords: Record<CleaningKind, (count: number) => string> = {
  invisible: (count) => `去掉 ${count} 个看不见的字符`,
  spaces: (count) => `理齐 ${count} 行的空格`,
  joined: (count) => `接上 ${count} 处断开的行`,
  lists: (count) => `把 ${count} 行变成列表`,
  separators: (count) => `把 ${count} 行符号变成分隔线`,
  'blank-lines': (count) => `去掉 ${count} 个多余的空行`,
  tables: (count) => `把 ${count} 处变成表格`,
};

/** What a cleaning does, in a few words. */
export const cleaningWords = ({ changes }: Cleaned): string =>
  changes.map(({ kind, count }) => changeWords[kind](count)).join('，');
