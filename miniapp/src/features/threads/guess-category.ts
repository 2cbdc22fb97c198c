import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';

/** Words by which a title says what it is about; the first kind that matches counts, so the surest come first. */
const signs: readonly (readonly [ThreadCategory, RegExp])[] = [
  ['mood', /焦虑|压力|迷茫|睡不着|失眠|难过|崩溃|想哭|坚持不|自卑|心情|情绪/],
  ['resume', /简历|自我评价|求职信|作品集|个人陈述/],
  ['interview', /面试|群面|无领导|结构化|自我介绍|复试|hr ?面/i],
  ['startup', /创业|营业执照|孵化|路演|注册公司|个体户/],
  ['exam', /国考|省考|考公|公务员|选调|事业编|教资|考研|笔试|行测|申论|三支一扶|西部计划|四六级/],
  ['policy', /三方|协议|违约|档案|户口|落户|报到证|派遣|应届|社保|公积金|补贴|毕业去向|解约/],
];

/** What a title is probably about; null where it does not say. A proposal, never more: the asker decides. */
export const guessCategory = (title: string): ThreadCategory | null =>
  signs.find(([, words]) => words.test(title))?.[0] ?? null;
