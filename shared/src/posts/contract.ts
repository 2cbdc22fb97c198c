import * as z from 'zod/mini';
import { slug } from '../boards/contract';
import { draftOnly, lifeAnswers, lifeRoutes } from '../content/life-routes';
import { contentStates } from '../content/vocabulary';
import {
  day,
  id,
  instant,
  lineText,
  longText,
  mediaUrl,
  queryText,
  unfinishedLine,
  unfinishedText,
  viewer,
  webUrl,
} from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { mustRead, mustReadDraft, mustReadUnfinished } from '../must-read/notice';
import { consentDraft, consentUnfinished, portrayal } from '../portrayals/consent';
import { feedback } from '../post-feedback/feedback';
import { block } from './blocks';
import { postActions, postLimits } from './vocabulary';

/** How a person is shown to readers: name, what they are, and where; never an id. */
export const byline = z.object({ name: z.string(), about: z.string() });

export const postSummary = z.object({
  id: z.string(),
  /** Slug of its board. */
  board: z.string(),
  title: z.string(),
  summary: z.string(),
  cover: z.nullable(z.string()),
  author: byline,
  /** Last day, Asia/Shanghai, on which it is at the top of its board; null when not pinned. */
  pinnedUntil: z.nullable(z.string()),
  pinned: z.boolean(),
  publishedAt: instant,
  readingMinutes: z.int(),
  /** Where it is in its life; readers only ever see `published`. */
  life: z.enum(contentStates),
  /** The same word as `life`. */
  state: z.enum(contentStates),
  hidden: z.boolean(),
  /** A notice that must be read, as far as it concerns this person; absent for every other article. */
  mustRead: z.optional(mustRead),
  viewer: viewer(postActions),
});
export type PostSummary = z.output<typeof postSummary>;

const unfinished = {
  title: unfinishedLine(postLimits.title),
  summary: unfinishedLine(postLimits.summary),
  markdown: unfinishedText(postLimits.markdown),
  cover: z.nullable(unfinishedLine(500)),
  pinnedUntil: z.nullable(unfinishedLine(40)),
  source: z.nullable(
    z.strictObject({ name: unfinishedLine(60), url: z.optional(z.nullable(unfinishedLine(500))) }),
  ),
  mustRead: z.nullable(mustReadUnfinished),
  consent: z.nullable(consentUnfinished),
};

/** An article as far as it is written. */
export const postUnfinished = z.partial(z.strictObject(unfinished));
export type PostUnfinished = z.output<typeof postUnfinished>;
/** The same as it is answered. */
export const postUnfinishedAnswer = z.partial(z.object(unfinished));

export const post = z.extend(postSummary, {
  ...lifeAnswers,
  /** A draft or returned article as it was last saved, for its author; null otherwise. */
  unfinished: z.nullable(postUnfinishedAnswer),
  blocks: z.array(block),
  /** The Markdown it is made from, for those who may edit. */
  markdown: z.optional(z.string()),
  source: z.nullable(z.object({ name: z.string(), url: z.nullable(z.string()) })),
  updatedAt: instant,
  /** The last edit, where someone other than the author made it; null otherwise. */
  edited: z.nullable(z.object({ by: z.string(), at: instant })),
  version: z.int(),
  hiddenReason: z.nullable(z.string()),
  feedback: z.optional(feedback),
  /** The consent of the person it is about; absent where none is recorded. */
  portrayal: z.optional(portrayal),
});
export type Post = z.output<typeof post>;

const source = z.strictObject({ name: lineText(1, 60), url: z._default(z.nullable(webUrl), null) });

/** Every field as readers may see it. */
export const postFields = {
  title: lineText(2, postLimits.title),
  summary: lineText(0, postLimits.summary),
  markdown: longText(1, postLimits.markdown),
  cover: z.nullable(mediaUrl),
  pinnedUntil: z.nullable(day),
  source: z.nullable(source),
  mustRead: z.nullable(mustReadDraft),
  /** A consent to record with it; null records none, and leaves the one there is. */
  consent: z.nullable(consentDraft),
};

/** A change of an article that is more than a draft. */
export const postChange = z.partial(z.strictObject(postFields));

/** An article as a lead writes it. Without a summary the opening words serve. */
export const postDraft = z.strictObject({
  ...postFields,
  board: slug,
  summary: z._default(postFields.summary, ''),
  cover: z._default(postFields.cover, null),
  pinnedUntil: z._default(postFields.pinnedUntil, null),
  source: z._default(postFields.source, null),
  mustRead: z._default(postFields.mustRead, null),
  consent: z._default(postFields.consent, null),
});
export type PostDraftInput = z.input<typeof postDraft>;

/** What is asked of a draft before it is more than that. */
export const postWhole = z.strictObject(z.omit(postDraft, { board: true }).shape);

export const postsContract = defineContract({
  list: {
    method: 'GET',
    path: '/posts',
    summary: 'Articles of one board or all, newest first; pinned ones lead the first page',
    access: 'public',
    keepSeconds: 5,
    query: z.strictObject({ ...pageQuery, board: z.optional(slug), q: z.optional(queryText(1, 60)) }),
    response: pageOf(postSummary),
    errors: ['cursor.invalid', 'resource.not-found'],
  },
  detail: {
    method: 'GET',
    path: '/posts/{id}',
    summary: 'One article',
    access: 'public',
    keepSeconds: 5,
    params: z.strictObject({ id }),
    response: post,
    errors: ['resource.not-found'],
  },
  preview: {
    method: 'POST',
    path: '/posts/preview',
    idempotency: false,
    beforeConsent: true,
    summary: 'The blocks that a Markdown text becomes, exactly as readers will get them',
    access: 'lead',
    body: z.strictObject({ markdown: longText(0, postLimits.markdown) }),
    response: z.object({ blocks: z.array(block), readingMinutes: z.int() }),
  },
  create: {
    method: 'POST',
    path: '/posts',
    summary: 'Publish an article; on a board that reviews, send it to review',
    access: 'lead',
    body: postDraft,
    response: post,
    status: 201,
    errors: ['action.forbidden', 'person.muted', 'resource.not-found', 'board.wrong-kind'],
  },
  update: {
    method: 'PATCH',
    path: '/posts/{id}',
    summary: 'Change an article; absent fields stay. Only a draft or returned one may be unfinished',
    access: 'lead',
    params: z.strictObject({ id }),
    body: z.extend(postUnfinished, {
      version: z.int(),
      draftOnly,
      /** 重要修改: who has read it is asked once more. */
      readAgain: z.optional(z.boolean()),
    }),
    response: post,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted', 'version.stale', 'review.required'],
  },
  ...lifeRoutes('/posts', { piece: post, draft: z.extend(postUnfinished, { board: slug }), checked: {} }),
});
