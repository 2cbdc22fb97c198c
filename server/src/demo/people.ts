import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, jobKinds } from '@qihang/shared/jobs/vocabulary';
import { demoAccounts, roles } from '@qihang/shared/session/vocabulary';
import * as z from 'zod/mini';
import { paths } from '../paths';

/** An invented person of `demo/people.json`. */
export const demoPerson = z.object({
  key: z.string(),
  name: z.string(),
  studentNo: z.nullable(z.string()),
  className: z.nullable(z.string()),
  account: z.optional(z.enum(demoAccounts)),
  /** Null for a person who has signed in and is not verified yet. */
  role: z.nullable(z.enum(roles)),
  /** Of a lead's term, to the end of that day; a term that is over leaves unowned content behind. */
  termEndsInDays: z._default(z.int(), 220),
  college: z.nullable(z.string()),
  major: z.nullable(z.string()),
  degree: z.nullable(z.enum(degrees)),
  graduationYear: z.nullable(z.int()),
  cities: z.array(z.string()),
  kinds: z.array(z.enum(jobKinds)),
});
export type DemoPerson = z.output<typeof demoPerson>;

/** A list of the folder `demo/`, checked by its schema. */
export const readList = <S extends z.core.$ZodType>(name: string, schema: S): z.output<S>[] =>
  z.parse(z.array(schema), JSON.parse(readFileSync(join(paths.demo, name), 'utf8')));

interface Named {
  studentNo: string;
  name: string;
}

/** Number and name of the invented people of `demo/roster.csv`, who may have made accounts. */
export const readDemoRoster = (): Named[] =>
  readFileSync(join(paths.demo, 'roster.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [studentNo = '', name = ''] = line.split(',');
      return { studentNo, name };
    });

/** Number and name of all invented people who have a number. */
export const readDemoNames = (): Named[] => [
  ...readList('people.json', demoPerson).flatMap(({ studentNo, name }) =>
    studentNo === null ? [] : [{ studentNo, name }],
  ),
  ...readDemoRoster(),
];
