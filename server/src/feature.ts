import type { Reactions } from './background/events';
import type { Deliveries } from './background/outbox';
import type { Task } from './background/task';
import type { Judge } from './content/judged';
import type { ContentKinds } from './content/kind';
import type { Context } from './context';
import type { Kit } from './db/kit/pg';
import type { Tables, Tx } from './db/types';
import type { Seeding, Unseeding } from './demo/seeding';
import type { Api } from './http/mount';
import type { PersonalData } from './personal-data';
import type { RetentionRule } from './retention';

/** Writes demo data. */
export type Seed = (seeding: Seeding, tx: Tx) => Promise<void>;

/** Removes what its seed and the demo people wrote, as far as erasing a person does not. */
export type Unseed = (unseeding: Unseeding, tx: Tx) => Promise<void>;

/** All that the rest of the service may know of a feature. Every part is optional but the name. */
export interface Feature {
  /** In kebab-case, as its folder. */
  name: string;
  /** Its tables; `refs` has those of the features before it in the list, to refer to. */
  tables?(kit: Kit, refs: Tables): Partial<Tables>;
  /** Puts its routes on the API. */
  mount?(api: Api, context: Context): void;
  /** What it keeps about people; demanded of every feature with a column that names a person. */
  personalData?: PersonalData;
  retention?: readonly RetentionRule[];
  /** The kinds of content it brings. */
  content?: Partial<ContentKinds>;
  /** Judges words before they come before readers; one feature does. */
  judge?: Judge;
  /** What it does because of events of others, in their transaction. */
  on?: Reactions;
  /** What it does by the clock. */
  tasks?: readonly Task[];
  /** How its messages in the outbox leave the process. */
  deliveries?: Deliveries;
  /** Writes its part of the demo data, after the features before it in the list. */
  seed?: Seed;
  /** Removes it again, before the features in front of it in the list do. */
  unseed?: Unseed;
}

/** Keeps the exact type of a declaration while checking it. */
export const defineFeature = <const F extends Feature>(feature: F): F => feature;
