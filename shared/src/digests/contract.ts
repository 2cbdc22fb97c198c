import * as z from 'zod/mini';
import { bytes, id, instant, lineText, longText } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { jobStates } from '../jobs/vocabulary';
import { digestLimits, digestTypes, openTypes, pictureStyles, shareTypes } from './vocabulary';

/** A group of WeChat's as leads know it. All leads share them: what one sent, another does not send again. */
export const shareGroup = z.object({ id: z.string(), name: z.string() });
export type ShareGroup = z.output<typeof shareGroup>;

/** A piece as a digest, a poster and the page behind a link show it; all words are made on the server. */
export const digestPiece = z.object({
  type: z.enum(digestTypes),
  id: z.string(),
  title: z.string(),
  /** Employer of a job, board of an article. */
  from: z.string(),
  /** `宁波 / 合肥`; the kind of a job that names no city. */
  place: z.nullable(z.string()),
  /** `12–18K`; null where the posting says nothing. */
  pay: z.nullable(z.string()),
  degree: z.nullable(z.string()),
  headcount: z.nullable(z.int()),
  /** Wall-clock text in Asia/Shanghai; null for open-ended jobs and for articles. */
  deadline: z.nullable(z.string()),
  /** The instant at which `deadline` ends. */
  deadlineAt: z.nullable(instant),
  /** Null for articles. */
  state: z.nullable(z.enum(jobStates)),
  /** Opening words of an article. */
  summary: z.nullable(z.string()),
  /** Where to apply, in one line. */
  apply: z.nullable(z.string()),
  publishedAt: instant,
});
export type DigestPiece = z.output<typeof digestPiece>;

const styleFields = {
  pay: z._default(z.boolean(), true),
  link: z._default(z.boolean(), true),
  apply: z._default(z.boolean(), false),
};
const style = z.strictObject(styleFields);
export type DigestStyle = z.output<typeof style>;

const item = z.strictObject({ type: z.enum(digestTypes), id });
const items = z
  .array(item)
  .check(z.minLength(1, '请至少选一条'), z.maxLength(digestLimits.items, '一次最多 20 条'));
const parts = z.array(longText(1, digestLimits.part)).check(z.minLength(1), z.maxLength(digestLimits.parts));

export const digest = z.object({
  id: z.string(),
  /** Digests of the same pieces, made for several groups, have one. */
  set: z.string(),
  group: z.nullable(shareGroup),
  createdAt: instant,
  /** The text, one message for each part; each fits a phone's screen. */
  parts: z.array(z.string()),
  /** What the text links to; null where it was made without. */
  link: z.nullable(z.string()),
  /** Addresses of the pictures on this service. */
  poster: z.string(),
  card: z.string(),
  pieces: z.array(z.object({ type: z.enum(digestTypes), id: z.string(), title: z.string() })),
  /** When it was marked as sent to the group; null before. */
  sentAt: z.nullable(instant),
  sentBy: z.nullable(z.string()),
  /** Whether the reader marked it. */
  sentByMe: z.boolean(),
});
export type Digest = z.output<typeof digest>;

/** A digest in the list of those that were made, with what came of it. */
export const digestRecord = z.extend(digest, {
  /** How often its links and those of its pieces were opened from the group; nobody is told by which person. */
  opens: z.int(),
  /** The piece opened most; null while none was. */
  favourite: z.nullable(z.string()),
});
export type DigestRecord = z.output<typeof digestRecord>;

const one = z.strictObject({ id });
const refusals = ['person.muted', 'resource.not-found', 'action.forbidden'] as const;

export const digestsContract = defineContract({
  groups: {
    method: 'GET',
    path: '/digest-groups',
    summary: 'The WeChat groups that digests are made for, the last used first',
    access: 'lead',
    response: z.object({ items: z.array(shareGroup) }),
  },
  addGroup: {
    method: 'POST',
    path: '/digest-groups',
    summary: 'Add a WeChat group by the name that leads know it by; a name that exists answers that group',
    access: 'lead',
    body: z.strictObject({ name: lineText(2, digestLimits.groupName) }),
    response: shareGroup,
    status: 201,
    errors: ['person.muted', 'digest.too-many-groups'],
  },
  removeGroup: {
    method: 'DELETE',
    path: '/digest-groups/{id}',
    summary: 'Take a group from the list; what was sent to it stays on record, and its links go on working',
    access: 'lead',
    params: one,
    errors: ['person.muted', 'resource.not-found'],
  },
  choices: {
    method: 'GET',
    path: '/digests/choices',
    summary: 'What can be sent to a group: what was not sent yet first, the newest first',
    access: 'lead',
    query: z.strictObject({ group: z.optional(id) }),
    response: z.object({
      items: z.array(
        z.extend(digestPiece, {
          /** When it was last sent to this group; null for never. */
          sentAt: z.nullable(instant),
        }),
      ),
    }),
    errors: ['resource.not-found'],
  },
  create: {
    method: 'POST',
    path: '/digests',
    summary: 'Make the text, the link and the pictures for a WeChat group from these pieces',
    access: 'lead',
    body: z.strictObject({
      items,
      style: z._default(style, { pay: true, link: true, apply: false }),
      group: z.optional(id),
      /** The digest whose pieces these are, made before for another group. */
      like: z.optional(id),
    }),
    /** `text` is all parts with an empty line in between. */
    response: z.extend(digest, { text: z.string() }),
    status: 201,
    errors: refusals,
  },
  list: {
    method: 'GET',
    path: '/digests',
    summary: 'Digests that were made, the newest first, with the openings of each',
    access: 'lead',
    query: z.strictObject(pageQuery),
    response: pageOf(digestRecord),
    errors: ['cursor.invalid'],
  },
  detail: {
    method: 'GET',
    path: '/digests/{id}',
    summary: 'One digest, with the text as it was made or sent',
    access: 'lead',
    params: one,
    response: digest,
    errors: ['resource.not-found'],
  },
  pieces: {
    method: 'GET',
    path: '/digests/{id}/pieces',
    summary: 'What a digest is about, as far as readers see it now: the page behind its link',
    access: 'public',
    keepSeconds: 5,
    params: one,
    response: z.object({
      createdAt: instant,
      items: z.array(digestPiece),
      /** How many are gone since: withdrawn, hidden, or on a board that is off. */
      gone: z.int(),
    }),
    errors: ['resource.not-found'],
  },
  markSent: {
    method: 'PUT',
    path: '/digests/{id}/sent',
    summary:
      'Say that a digest was sent to its group, with the text as it was sent; the first to say so counts',
    access: 'lead',
    params: one,
    body: z.strictObject({ parts: z.optional(parts) }),
    response: digest,
    errors: [...refusals, 'digest.no-group'],
  },
  unmarkSent: {
    method: 'DELETE',
    path: '/digests/{id}/sent',
    summary: 'Take the mark back: by the person who made it, a teacher or an admin',
    access: 'lead',
    params: one,
    response: digest,
    errors: refusals,
  },
  poster: {
    method: 'POST',
    path: '/posters',
    idempotency: false,
    summary: 'A picture for a group, drawn now: a poster with a code that opens the piece, or a share card',
    access: 'lead',
    body: z.strictObject({
      type: z.enum(shareTypes),
      id,
      group: z.optional(id),
      style: z._default(z.enum(pictureStyles), 'poster'),
    }),
    response: bytes,
    media: 'image/png',
    errors: [...refusals, 'server.busy'],
  },
  picture: {
    method: 'GET',
    path: '/pictures/{style}/{type}/{id}',
    summary: 'The same picture by its address; that of a poster is signed and comes with its digest',
    access: 'public',
    params: z.strictObject({ style: z.enum(pictureStyles), type: z.enum(shareTypes), id }),
    query: z.strictObject({
      group: z.optional(id),
      sign: z.optional(z.string().check(z.regex(/^[\w-]{22}$/, '图片地址不完整'))),
    }),
    response: bytes,
    media: 'image/png',
    errors: ['resource.not-found', 'server.busy'],
  },
  report: {
    method: 'GET',
    path: '/digests/opens',
    summary:
      'How often links were opened within the last days: by group and piece, and day by day; never by whom',
    access: 'lead',
    query: z.strictObject({ days: z._default(z.int().check(z.minimum(1), z.maximum(90)), 7) }),
    response: z.object({
      sent: z.int(),
      opens: z.int(),
      days: z.array(z.object({ day: z.string(), opens: z.int() })),
      groups: z.array(
        z.object({
          group: shareGroup,
          opens: z.int(),
          pieces: z.array(
            z.object({ type: z.enum(openTypes), id: z.string(), title: z.string(), opens: z.int() }),
          ),
        }),
      ),
    }),
  },
});
