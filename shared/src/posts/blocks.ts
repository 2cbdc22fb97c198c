import * as z from 'zod/mini';
import { uploadKinds } from '../uploads/vocabulary';

/** A run of text; `href` makes it a link (http, https, mailto, tel or a path on this service). */
export const inline = z.object({
  text: z.string(),
  bold: z.optional(z.boolean()),
  italic: z.optional(z.boolean()),
  code: z.optional(z.boolean()),
  strike: z.optional(z.boolean()),
  href: z.optional(z.string()),
});
export type Inline = z.output<typeof inline>;

const inlines = z.array(inline);

/** How far a block that was written inside of another one is moved in, at most. */
export const deepestIndent = 4;

/** Where a block stands that was written inside of another one: in an item of a list, in a quotation. */
const place = {
  indent: z.optional(z.int()),
  quoted: z.optional(z.boolean()),
};
export interface Place {
  indent?: number;
  quoted?: boolean;
}

/**
 * A self-test question: what is chosen stays on the phone, and the answer is shown after it. Markdown fence `question`.
 * Several options may be right; then the question says so.
 */
const question = z.object({
  type: z.literal('question'),
  text: z.string(),
  options: z.array(z.object({ text: z.string(), right: z.boolean() })),
  explanation: z.string(),
  source: z.nullable(z.object({ name: z.string(), url: z.nullable(z.string()) })),
  ...place,
});
export type Question = z.output<typeof question>;

/**
 * What an article is made of. The server makes blocks from Markdown once, when it is saved; clients draw them with
 * plain views and ignore a type they do not know, so that a new block does not break an old mini-program.
 */
export const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.int(), inlines, ...place }),
  z.object({ type: z.literal('paragraph'), inlines, ...place }),
  z.object({
    type: z.literal('list'),
    ordered: z.boolean(),
    start: z.int(),
    items: z.array(inlines),
    ...place,
  }),
  z.object({ type: z.literal('quote'), inlines, ...place }),
  /** Markdown `> [!WARNING]` and `> [!NOTE]`. */
  z.object({ type: z.literal('note'), tone: z.enum(['info', 'warning']), inlines, ...place }),
  /** Markdown fence `steps`, one step a line; steps that are done end with ` ✓`. */
  z.object({
    type: z.literal('steps'),
    items: z.array(z.object({ text: z.string(), done: z.boolean() })),
    ...place,
  }),
  z.object({
    type: z.literal('image'),
    src: z.string(),
    alt: z.string(),
    caption: z.nullable(z.string()),
    href: z.optional(z.string()),
    /** In px, of a picture of this service. */
    width: z.optional(z.int()),
    height: z.optional(z.int()),
    ...place,
  }),
  z.object({
    type: z.literal('file'),
    name: z.string(),
    url: z.string(),
    /** What it is and how many bytes it has, of a document of this service. */
    kind: z.optional(z.enum(uploadKinds)),
    bytes: z.optional(z.int()),
    ...place,
  }),
  z.object({ type: z.literal('table'), head: z.array(inlines), rows: z.array(z.array(inlines)), ...place }),
  question,
  z.object({ type: z.literal('code'), text: z.string(), ...place }),
  z.object({ type: z.literal('divider'), ...place }),
]);
export type Block = z.output<typeof block>;
