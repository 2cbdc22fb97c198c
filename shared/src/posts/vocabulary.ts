import { lifeActions } from '../content/vocabulary';

export const postActions = [
  'edit',
  'hide',
  'restore',
  'withdraw',
  'publish',
  'report',
  ...lifeActions,
] as const;
export type PostAction = (typeof postActions)[number];

export const postLimits = { title: 60, summary: 160, markdown: 50_000 } as const;
