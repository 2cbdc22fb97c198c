import * as z from 'zod/mini';
import { day, id, queryText } from '../contract/fields';
import { defineContract } from '../contract/route';
import { jobSummary } from './contract';
import { salary } from './field-schemas';
import { type ParsedField, parsedFields } from './fields';
import { degrees, jobKinds, jobLimits, jobOrigins, similarReasons } from './vocabulary';

const text = z.nullable(z.string());
const count = z.nullable(z.int());
const words = z.array(z.string());
const span = z.object({ start: z.int(), end: z.int() });

/** An announcement as a whole, in the words of the corpus labels; what it does not say is null. */
const overall = z.object({
  company: text,
  titles: z.nullable(words),
  /** Chinese names of kind and degree. */
  kind: text,
  cities: z.nullable(words),
  degree: text,
  majors: z.nullable(words),
  salary: z.nullable(
    z.object({
      min: z.nullable(z.number()),
      max: z.nullable(z.number()),
      unit: z.enum(['元/月', '元/天', '元/年', '面议']),
    }),
  ),
  headcount: count,
  deadline: text,
  email: text,
  url: text,
  source: text,
});

/** What is looked for in a text; `duties` is part of the body. */
const draftFields = [...parsedFields, 'duties'] as const;

/** One job as far as the text describes it, in the fields of a draft. */
const draft = z.object({
  fields: z.object({
    title: z.string(),
    company: text,
    kind: z.enum(jobKinds),
    cities: words,
    degree: z.nullable(z.enum(degrees)),
    majors: words,
    salary: z.nullable(z.extend(salary, { months: z.optional(count) })),
    /** 面议: pay is spoken of, a sum is not named. */
    salaryNegotiable: z.boolean(),
    headcount: count,
    deadline: text,
    /** 长期, 招满即止. */
    openEnded: z.boolean(),
    apply: z.object({ url: text, email: text, note: text }),
    source: z.object({ origin: z.nullable(z.enum(jobOrigins)), name: text, url: text }),
    body: z.string(),
  } satisfies Record<ParsedField | 'salaryNegotiable' | 'openEnded' | 'body', z.ZodMiniType>),
  /** Fields that a posting needs and the text does not give. */
  missing: z.array(z.enum(draftFields)),
  /** The place of each found field in the text, in UTF-16 units. */
  spans: z.partialRecord(z.enum(draftFields), span),
});

/** A job as far as it is written: any field may be missing or wrong, which is what is asked about. */
const unfinished = z.record(z.string(), z.unknown());

/** The day in Asia/Shanghai from which dates are counted; today when left out. */
const today = z.optional(day);

/** What helps to write a job before it is published; the form runs the same code on the phone. */
export const jobWritingContract = defineContract({
  parse: {
    method: 'POST',
    path: '/jobs/parse',
    idempotency: false,
    beforeConsent: true,
    summary: 'Read a pasted announcement into drafts; nothing is invented, nothing is kept',
    access: 'lead',
    body: z.strictObject({ text: z.string().check(z.maxLength(jobLimits.pasted)), today }),
    response: z.object({ overall: z.nullable(overall), drafts: z.array(draft) }),
  },
  lint: {
    method: 'POST',
    path: '/jobs/lint',
    idempotency: false,
    beforeConsent: true,
    summary: 'Check a job before it is published: `block` refuses it, `warn` asks for a reason',
    access: 'lead',
    body: z.strictObject({ job: unfinished, today }),
    response: z.object({
      findings: z.array(
        z.object({
          rule: z.string(),
          severity: z.enum(['block', 'warn']),
          path: z.string(),
          message: z.string(),
          /** The passage of that field's text it is about. */
          span: z.nullable(span),
        }),
      ),
    }),
  },
  similar: {
    method: 'POST',
    path: '/jobs/similar',
    idempotency: false,
    beforeConsent: true,
    summary: 'Published jobs that are the same post as this one, the most similar first; at most five',
    access: 'lead',
    body: z.strictObject({
      job: unfinished,
      /** The job that is being edited, which is no duplicate of itself. */
      except: z.optional(id),
    }),
    response: z.object({
      items: z.array(
        z.object({
          job: jobSummary,
          postedBy: z.string(),
          /** 0–1. */
          score: z.number(),
          reason: z.enum(similarReasons),
        }),
      ),
    }),
  },
  majorsMeant: {
    method: 'GET',
    path: '/majors/meaning',
    summary: "What of the school's catalogue written majors mean; 不限 and the like mean none",
    access: 'lead',
    query: z.strictObject({
      name: z.array(queryText(1, 60)).check(z.minLength(1), z.maxLength(jobLimits.majors)),
    }),
    response: z.object({
      items: z.array(
        z.object({
          name: z.string(),
          /** Canonical names; the written one itself where nobody knows it. */
          meant: words,
          /** False: shown as written, and matched with nobody. */
          known: z.boolean(),
        }),
      ),
    }),
  },
});
