import * as z from 'zod/mini';
import { day, instant, lineText, unfinishedLine, viewer } from '../contract/fields';
import { studentNo } from '../verification/fields';
import { rosterLimits } from '../verification/vocabulary';
import { consentActions, consentStates, consentUses, consentWays } from './vocabulary';

// Apart from the contract: every article has these, and none has the routes.

/** The consent of the person an article is about, as its author records it. */
export const consentDraft = z.strictObject({
  /** The name by which the article shows the person. */
  subject: lineText(1, rosterLimits.name),
  /** Links the verified account of that person, who then agrees and withdraws in the app; null for none. */
  studentNo: z._default(z.nullable(studentNo), null),
  /** `site` is one of them. */
  uses: z.array(z.enum(consentUses)).check(z.maxLength(consentUses.length)),
  way: z.enum(consentWays),
  /** The day of the signature on paper; for `in-app` the person's own answer counts. */
  givenOn: z._default(z.nullable(day), null),
});
export type ConsentDraftInput = z.input<typeof consentDraft>;
export type ConsentDraft = z.output<typeof consentDraft>;

/** The same as far as it is written. */
export const consentUnfinished = z.partial(
  z.strictObject({
    subject: unfinishedLine(rosterLimits.name),
    studentNo: z.nullable(unfinishedLine(40)),
    uses: z.array(z.enum(consentUses)).check(z.maxLength(consentUses.length)),
    way: z.enum(consentWays),
    givenOn: z.nullable(unfinishedLine(40)),
  }),
);

/** A consent as it was recorded, without who recorded it. */
export const consentRecord = z.object({
  id: z.string(),
  subject: z.string(),
  /** Whether an account is linked. */
  linked: z.boolean(),
  uses: z.array(z.enum(consentUses)),
  way: z.enum(consentWays),
  givenOn: z.nullable(z.string()),
  recordedAt: instant,
  withdrawnAt: z.nullable(instant),
  state: z.enum(consentStates),
});

/** The latest consent of an article; `record` is for its author, for moderators and for the person it is about. */
export const portrayal = z.object({
  given: z.boolean(),
  record: z.optional(consentRecord),
  viewer: viewer(consentActions),
});
export type Portrayal = z.output<typeof portrayal>;
