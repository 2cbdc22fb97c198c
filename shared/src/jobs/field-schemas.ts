import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import {
  day,
  email,
  lineText,
  longText,
  unfinishedLine,
  unfinishedText,
  wallClock,
  webUrl,
} from '../contract/fields';
import { plainCity } from './text/plain-city';
import { degrees, jobKinds, jobLimits, jobOrigins, salaryUnits } from './vocabulary';

const yuan = z.nullable(z.number().check(z.minimum(0), z.maximum(10_000_000)));

/** Pay in yuan per `unit`; `max` null means "or more". `months` is the number of monthly pays a year (14薪). */
export const salary = z.strictObject({
  min: yuan,
  max: yuan,
  unit: z.enum(salaryUnits),
  months: z._default(z.nullable(z.int().check(z.minimum(12), z.maximum(24))), null),
});
export type Salary = z.output<typeof salary>;

/** A city by its name: 江州市 and 江州 are one. */
export const city = lineText(1, 20).check(z.overwrite(plainCity), z.minLength(1));

/** Every field as an edit takes it. */
export const jobFieldSchemas = {
  title: lineText(2, jobLimits.title),
  company: lineText(2, jobLimits.company),
  kind: z.enum(jobKinds),
  cities: z.array(city).check(z.maxLength(jobLimits.cities)),
  degree: z.nullable(z.enum(degrees)),
  degreeText: z.nullable(lineText(1, 60)),
  majors: z.array(lineText(1, 60)).check(z.maxLength(jobLimits.majors)),
  salary: z.nullable(
    salary.check(
      z.refine(({ min, max }) => min !== null || max !== null, '请填薪资数字，或选“面议”'),
      z.refine(({ min, max }) => min === null || max === null || min <= max, '最低薪资不能高于最高薪资'),
    ),
  ),
  salaryText: z.nullable(lineText(1, 60)),
  headcount: z.nullable(z.int().check(z.minimum(1), z.maximum(100_000))),
  graduationYear: z.nullable(z.int().check(z.minimum(2000), z.maximum(2100))),
  deadline: z.nullable(wallClock),
  recheckOn: z.nullable(day),
  apply: z.strictObject({
    url: z._default(z.nullable(webUrl), null),
    email: z._default(z.nullable(email), null),
    note: z._default(z.nullable(longText(1, 500)), null),
  }),
  source: z.strictObject({
    origin: z.enum(jobOrigins),
    name: z._default(z.nullable(lineText(1, 60)), null),
    url: z._default(z.nullable(webUrl), null),
  }),
  body: longText(0, jobLimits.body),
};

/** What a field is when a new job leaves it out; the others must be given. */
const defaults = {
  cities: z._default(jobFieldSchemas.cities, []),
  degree: z._default(jobFieldSchemas.degree, null),
  degreeText: z._default(jobFieldSchemas.degreeText, null),
  majors: z._default(jobFieldSchemas.majors, []),
  salary: z._default(jobFieldSchemas.salary, null),
  salaryText: z._default(jobFieldSchemas.salaryText, null),
  headcount: z._default(jobFieldSchemas.headcount, null),
  graduationYear: z._default(jobFieldSchemas.graduationYear, null),
  deadline: z._default(jobFieldSchemas.deadline, null),
  recheckOn: z._default(jobFieldSchemas.recheckOn, null),
  apply: z._default(jobFieldSchemas.apply, { url: null, email: null, note: null }),
  body: z._default(jobFieldSchemas.body, ''),
} satisfies Record<
  Exclude<keyof typeof jobFieldSchemas, 'title' | 'company' | 'kind' | 'source'>,
  z.ZodMiniType
>;

/** A job as a lead writes it. Without a deadline it needs a re-check day, at most 30 days ahead; the server sets one. */
export const jobDraft = z.strictObject({ ...jobFieldSchemas, board: z._default(slug, 'jobs'), ...defaults });
export type JobDraft = z.output<typeof jobDraft>;
export type JobDraftInput = z.input<typeof jobDraft>;

/** What is asked of a draft before it is more than that. */
export const jobWhole = z.strictObject(z.omit(jobDraft, { board: true }).shape);

const anyNumber = z.nullable(z.number());
const anyLine = (max: number) => z.nullable(unfinishedLine(max));

/** Every field as far as it is typed: empty, or what becomes no value yet. */
const unfinished = {
  title: unfinishedLine(jobLimits.title),
  company: unfinishedLine(jobLimits.company),
  kind: z.nullable(z.enum(jobKinds)),
  cities: z.array(unfinishedLine(20)).check(z.maxLength(jobLimits.cities)),
  degree: z.nullable(z.enum(degrees)),
  degreeText: anyLine(60),
  majors: z.array(unfinishedLine(60)).check(z.maxLength(jobLimits.majors)),
  salary: z.nullable(
    z.strictObject({
      min: anyNumber,
      max: anyNumber,
      unit: z.enum(salaryUnits),
      months: z.optional(anyNumber),
    }),
  ),
  salaryText: anyLine(60),
  headcount: anyNumber,
  graduationYear: anyNumber,
  deadline: anyLine(40),
  recheckOn: anyLine(40),
  apply: z.partial(
    z.strictObject({ url: anyLine(500), email: anyLine(120), note: z.nullable(unfinishedText(500)) }),
  ),
  source: z.partial(
    z.strictObject({ origin: z.nullable(z.enum(jobOrigins)), name: anyLine(60), url: anyLine(500) }),
  ),
  body: unfinishedText(jobLimits.body),
} satisfies Record<keyof typeof jobFieldSchemas, z.ZodMiniType>;

/** A job as far as it is written. */
export const jobUnfinished = z.partial(z.strictObject(unfinished));
export type JobUnfinished = z.output<typeof jobUnfinished>;
/** The same as it is answered. */
export const jobUnfinishedAnswer = z.partial(z.object(unfinished));

/** A change of a job that is more than a draft. */
export const jobChange = z.partial(z.strictObject(jobFieldSchemas));

const lines = z.nullable(z.string());

/** Every field as it is answered; what readers see is less strict than what may be written. */
export const jobFieldAnswers = {
  title: z.string(),
  company: z.string(),
  kind: z.enum(jobKinds),
  cities: z.array(z.string()),
  /** Lowest degree accepted; null when the posting does not say, see `degreeText`. */
  degree: z.nullable(z.enum(degrees)),
  /** The posting's own words where they could not be read as a degree. */
  degreeText: lines,
  /** Required majors; empty means none is required. */
  majors: z.array(z.string()),
  salary: z.nullable(salary),
  /** The posting's own words where they could not be read as numbers: 面议, 按国家标准. */
  salaryText: lines,
  headcount: z.nullable(z.int()),
  /** Class the job is for: 2027 means 2027 届. */
  graduationYear: z.nullable(z.int()),
  /** Wall-clock time in Asia/Shanghai, see api conventions; null when open-ended. */
  deadline: lines,
  /** Day by which an open-ended job is confirmed or closes. */
  recheckOn: lines,
  apply: z.object({ url: lines, email: lines, note: lines }),
  source: z.object({ origin: z.enum(jobOrigins), name: lines, url: lines }),
  body: z.string(),
} satisfies Record<keyof typeof jobFieldSchemas, z.ZodMiniType>;

/** Why the job is published although the self-check warns; without it warnings answer 409 `job.lint-warnings`. */
export const overrideReason = z.optional(lineText(2, jobLimits.overrideReason));
