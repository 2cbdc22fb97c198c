import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayMs } from '@qihang/shared/time/shanghai';
import * as z from 'zod/mini';
import type { Context } from '../context';
import { paths } from '../paths';
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

/** How long the demo people have been here. */
export const sinceOf = ({ now }: Seeding): Date => daysBefore(now, 120);

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

/** A list of the folder `demo/`, checked by its schema. */
export const readList = <S extends z.core.$ZodType>(name: string, schema: S): z.output<S>[] =>
  z.parse(z.array(schema), JSON.parse(readFileSync(join(paths.demo, name), 'utf8')));
