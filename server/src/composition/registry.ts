import { contentTypes } from '@qihang/shared/content/vocabulary';
import { contentScheduleTask } from '../content/clock';
import type { Judge } from '../content/judged';
import type { ContentKinds } from '../content/kind';
import { personalDataOf } from '../content/personal-data';
import type { Feature } from '../feature';
import type { PersonalData } from '../personal-data';
import type { Registry } from '../registry';
import { features } from './features';

function kindsOf(list: readonly Feature[]): ContentKinds {
  const kinds: Partial<ContentKinds> = Object.assign({}, ...list.map(({ content }) => content));
  const missing = contentTypes.filter((type) => !kinds[type]);
  if (missing.length > 0) throw new Error(`No feature declares the content kinds ${missing.join(', ')}`);
  return kinds as ContentKinds;
}

function judgeOf(list: readonly Feature[]): Judge {
  const [judge, another] = list.flatMap((feature) => feature.judge ?? []);
  if (!judge || another) throw new Error('One feature judges content, no more and no less');
  return judge;
}

/** What a feature keeps about people: its authors' words, then whatever else it declares. */
const personalDataIn = ({ content, personalData }: Feature): PersonalData[] => [
  ...contentTypes.flatMap((type) => {
    const kind = content?.[type];
    return kind ? [personalDataOf(type, kind)] : [];
  }),
  ...(personalData ? [personalData] : []),
];

/** Folds the declarations of features into one list a kind. */
export function fold(list: readonly Feature[]): Registry {
  return {
    kinds: kindsOf(list),
    judge: judgeOf(list),
    personalData: [...list].reverse().flatMap(personalDataIn),
    retention: list.flatMap(({ retention }) => retention ?? []),
    reactions: list.flatMap(({ on }) => on ?? []),
    tasks: [contentScheduleTask, ...list.flatMap(({ tasks }) => tasks ?? [])],
    deliveries: Object.assign({}, ...list.map(({ deliveries }) => deliveries)),
    seeds: list.flatMap(({ seed }) => seed ?? []),
    unseeds: [...list].reverse().flatMap(({ unseed }) => unseed ?? []),
  };
}

export const registry: Registry = fold(features);
