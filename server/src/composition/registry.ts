import type { Feature, Registry } from '../feature';
import { features } from './features';

/** Folds the declarations of features into one list a kind. */
export function fold(list: readonly Feature[]): Registry {
  return {
    personalData: list.flatMap(({ personalData }) => personalData ?? []).reverse(),
    retention: list.flatMap(({ retention }) => retention ?? []),
    reactions: list.flatMap(({ on }) => on ?? []),
    seeds: list.flatMap(({ seed }) => seed ?? []),
  };
}

export const registry: Registry = fold(features);
