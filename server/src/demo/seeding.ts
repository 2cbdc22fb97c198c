import { join } from 'node:path';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../context';
import type { DemoPerson } from './people';

/** What a feature writes its demo data with. */
export interface Seeding {
  context: Context;
  now: Date;
  persons: readonly DemoPerson[];
  /** The id of a demo person by the key in the files; throws for a key that the files do not have. */
  idOf(key: string): string;
  /** The rank of a demo person, see `rankOf` of the actor's rules. */
  rankOf(key: string): number;
}

/** What a feature removes its demo data with, once each of the people is erased as one who left and kept the content. */
export interface Unseeding {
  context: Context;
  /** Ids of the demo people. */
  ids: readonly string[];
}

/** Where the pictures and files of the demo lie, served at `/media/demo/`. */
export const demoMedia = ({ config }: Context): string => join(config.dataDir, 'media/demo');

/** How long the demo people have been here. */
export const sinceOf = ({ now }: Seeding): Date => daysBefore(now, 120);

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);
