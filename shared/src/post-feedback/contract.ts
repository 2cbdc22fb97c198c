import * as z from 'zod/mini';
import { id, instant, longText } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { feedback } from './feedback';
import { feedbackKinds, feedbackLimits } from './vocabulary';

const kind = z.enum(feedbackKinds);

/** One voice, without a name: the person who gave it stays unknown to the author. */
const voice = z.object({
  id: z.string(),
  kind,
  note: z.string(),
  at: instant,
  /** When the author answered it, by 已处理 or by an edit; null while it waits. */
  settledAt: z.nullable(instant),
});
export type FeedbackVoice = z.output<typeof voice>;

/** What waits for an answer of the author: one item for each article and kind, the latest first. */
const openFeedback = z.object({
  postId: z.string(),
  title: z.string(),
  kind,
  /** The latest note. */
  note: z.string(),
  at: instant,
  /** How many people say so. */
  count: z.int(),
  /** Whether the author has been shown all of it before. */
  seen: z.boolean(),
});
export type OpenFeedback = z.output<typeof openFeedback>;

export const postFeedbackContract = defineContract({
  give: {
    method: 'POST',
    path: '/posts/{id}/feedback',
    summary: 'Tell the author that an article is useful, outdated or wrong; a repeat changes the note',
    access: 'signed-in',
    params: z.strictObject({ id }),
    body: z.strictObject({ kind, note: z._default(longText(0, feedbackLimits.note), '') }).check(
      z.refine(({ kind, note }) => kind !== 'wrong' || note.length >= 2, {
        path: ['note'],
        message: '写一句哪里有误，作者才好改',
      }),
    ),
    response: feedback,
    errors: [
      'resource.not-found',
      'action.forbidden',
      'verification.required',
      'person.muted',
      'rate.limited',
    ],
  },
  takeBack: {
    method: 'DELETE',
    path: '/posts/{id}/feedback/{kind}',
    summary: 'Take back what one said of an article',
    access: 'signed-in',
    params: z.strictObject({ id, kind }),
    response: feedback,
    errors: ['resource.not-found'],
  },
  list: {
    method: 'GET',
    path: '/posts/{id}/feedback',
    summary:
      'What readers say of an article, the newest first and without names; for its author and moderators',
    access: 'lead',
    params: z.strictObject({ id }),
    query: z.strictObject(pageQuery),
    response: z.extend(pageOf(voice), { feedback }),
    errors: ['resource.not-found', 'action.forbidden', 'cursor.invalid'],
  },
  settle: {
    method: 'POST',
    path: '/posts/{id}/feedback/settle',
    summary: 'Answer all that waits at an article: 已处理',
    access: 'lead',
    params: z.strictObject({ id }),
    response: feedback,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted'],
  },
  mine: {
    method: 'GET',
    path: '/me/post-feedback',
    summary: "What waits for an answer at all of one's own articles",
    access: 'signed-in',
    response: z.object({ items: z.array(openFeedback) }),
  },
  seen: {
    method: 'POST',
    path: '/me/post-feedback/seen',
    summary: "Mark what waits at one's own articles as seen; it goes on waiting",
    access: 'signed-in',
    beforeConsent: true,
  },
});
