import type { Reactions } from './background/events';
import type { Deliveries } from './background/outbox';
import type { Task } from './background/task';
import type { Judge } from './content/judged';
import type { ContentKinds } from './content/kind';
import type { Seed, Unseed } from './feature';
import type { PersonalData } from './personal-data';
import type { RetentionRule } from './retention';

/** The declarations of all features by kind; `composition/registry.ts` folds them, and `context.registry` carries them. */
export interface Registry {
  /** In the order of 我的数据, and of erasing: what refers to others goes before what is referred to. */
  personalData: readonly PersonalData[];
  retention: readonly RetentionRule[];
  kinds: ContentKinds;
  /** What words pass before they come before readers. */
  judge: Judge;
  /** In the order of the features. */
  reactions: readonly Reactions[];
  tasks: readonly Task[];
  /** By kind of message. */
  deliveries: Deliveries;
  seeds: readonly Seed[];
  /** From the end of the features, as erasing goes. */
  unseeds: readonly Unseed[];
}

// The context carries it, and yet does not know it: what is declared takes the context as an argument.
declare module './context' {
  interface Context {
    /** What the features declare. */
    registry: Registry;
  }
}
