import * as z from 'zod/mini';
import { lifeAnswers } from '../content/life-routes';
import { contentStates, reviewedTypes } from '../content/vocabulary';
import { instant, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { jobStates } from '../jobs/vocabulary';
import { personActions, roles } from '../session/vocabulary';
import { deskActions, deskEnds, deskFeedback, deskShows } from './vocabulary';

const named = {
  type: z.enum(reviewedTypes),
  id: z.string(),
  /** Empty in a draft that has none yet. */
  title: z.string(),
  /** Slug of its board. */
  board: z.string(),
  /** Whose it is about, as a job's employer; empty where it is about nobody. */
  about: z.string(),
};

const piece = z.object({
  ...named,
  life: z.enum(contentStates),
  /** How fresh a published job is; of anything else, where it is in its life. */
  state: z.enum([...new Set([...jobStates, ...contentStates])]),
  /** When it was last saved, sent to review, sent back, published; of what is scheduled, when it comes before readers. */
  at: instant,
  /** In one line: who sent it back and what is to be changed, or why readers do or do not see it. */
  why: z.string(),
  schedule: lifeAnswers.schedule,
  seen: lifeAnswers.seen,
  version: z.int(),
  viewer: viewer(deskActions),
});
export type DeskPiece = z.output<typeof piece>;

/** What waits for my review; `at` is when it was sent. */
const toReview = z.extend(piece, { author: z.object({ name: z.string(), about: z.string() }) });

/** Something of mine that ends soon; `at` is when. */
const ending = z.object({ ...named, end: z.enum(deskEnds), at: instant });
export type Ending = z.output<typeof ending>;

/** A question that I am to answer by `at`. */
const question = z.object({ id: z.string(), title: z.string(), board: z.string(), at: instant });

/** What readers say of something of mine. */
const feedback = z.object({
  ...named,
  kind: z.enum(deskFeedback),
  /** How many people say so. */
  count: z.int(),
  /** What one of them wrote; null where nobody did. */
  note: z.nullable(z.string()),
  at: instant,
});
export type DeskFeedbackItem = z.output<typeof feedback>;

/** How many of each wait for me, and the worst of them; null where there is none. */
const numbers = z.object({
  /** Pieces to review; the longest has waited since `since`. */
  review: z.object({ count: z.int(), since: z.nullable(instant) }),
  /** Questions to answer; the next is due at `due`, which may be over. */
  answer: z.object({ count: z.int(), due: z.nullable(instant) }),
  /** My jobs that count as 待核实; so many people say of one that it takes nobody any more. */
  verify: z.object({ count: z.int(), reports: z.int() }),
  /** What of mine ends within a week; the next at `next`. */
  expiring: z.object({ count: z.int(), next: z.nullable(instant) }),
});
export type DeskNumbers = z.output<typeof numbers>;

/** What the office looks after. */
const office = z.object({
  /** Live things without an owner. */
  orphans: z.object({ job: z.int(), thread: z.int() }),
  /** Terms that end within 60 days, and the next of them. */
  terms: z.object({ count: z.int(), next: z.nullable(z.object({ name: z.string(), endsAt: instant })) }),
  /** Of the class that graduates next: how many of the roster are not verified. */
  unverified: z.object({ count: z.int(), of: z.int(), year: z.nullable(z.int()) }),
});
export type Office = z.output<typeof office>;

/** What I did in my term. */
const record = z.object({
  from: instant,
  /** When the term ends; null without an end. */
  to: z.nullable(instant),
  /** Pieces of mine that came before readers. */
  published: z.int(),
  /** Pieces, of mine or of others, that I changed after that. */
  updated: z.int(),
  /** Decisions on pieces of others: approved, returned. */
  reviewed: z.int(),
  answered: z.int(),
  /** Jobs that I was the last to confirm as open. */
  fresh: z.int(),
  /** People who keep a job of mine. */
  savedBy: z.int(),
});
export type ServiceRecord = z.output<typeof record>;

const desk = z.object({
  /** My office that ends first, within 60 days; null where none does. */
  term: z.nullable(
    z.object({
      role: z.enum(roles),
      startsAt: instant,
      endsAt: instant,
      /** How much of mine nobody else has taken over yet. */
      holdings: z.int(),
    }),
  ),
  numbers,
  /** Null for those who are none of the office. */
  office: z.nullable(office),
  /** At most 50 in each list; the counts are of all. */
  drafts: z.array(piece),
  returned: z.array(piece),
  inReview: z.array(piece),
  scheduled: z.array(piece),
  toReview: z.array(toReview),
  toAnswer: z.array(question),
  expiring: z.array(ending),
  feedback: z.array(feedback),
  unfinished: z.int(),
  published: z.int(),
  withdrawn: z.int(),
  record,
  /** The words of `me.viewer.can`: what the desk offers. */
  viewer: viewer(personActions),
});
export type Desk = z.output<typeof desk>;

export const deskContract = defineContract({
  show: {
    method: 'GET',
    path: '/me/desk',
    summary: 'What waits for me: my unfinished pieces, reviews, questions, what ends soon, and what I did',
    access: 'lead',
    response: desk,
  },
  pieces: {
    method: 'GET',
    path: '/me/pieces',
    summary:
      'My articles and jobs: unfinished (returned ones lead the first page), published or taken from readers; the latest first',
    access: 'lead',
    query: z.strictObject({ ...pageQuery, show: z._default(z.enum(deskShows), 'unfinished') }),
    response: pageOf(piece),
    errors: ['cursor.invalid'],
  },
  record: {
    method: 'GET',
    path: '/me/desk/record.csv',
    summary: 'My service record in my current or last term, as a CSV file (RFC 4180, UTF-8 with BOM)',
    access: 'signed-in',
    response: z.string(),
    media: 'text/csv',
    errors: ['resource.not-found'],
  },
});
