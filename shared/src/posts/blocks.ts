import * as z from 'zod/mini';

/** A run of text; `href` makes it a link (http, https or a path on this service). */
export const inline = z.object({
  text: z.string(),
  bold: z.optional(z.boolean()),
  italic: z.optional(z.boolean()),
  code: z.optional(z.boolean()),
  href: z.optional(z.string()),
});
export type Inline = z.output<typeof inline>;

const inlines = z.array(inline);

/**
 * What an article is made of. The server makes blocks from Markdown once, when it is saved; clients draw them with
 * plain views and ignore a type they do not know, so that a new block does not break an old mini-program.
 */
export const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.int(), inlines }),
  z.object({ type: z.literal('paragraph'), inlines }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), start: z.int(), items: z.array(inlines) }),
  z.object({ type: z.literal('quote'), inlines }),
  /** Markdown `> [!WARNING]` and `> [!NOTE]`. */
  z.object({ type: z.literal('note'), tone: z.enum(['info', 'warning']), inlines }),
  /** Markdown fence `steps`, one step a line; steps that are done end with ` ✓`. */
  z.object({ type: z.literal('steps'), items: z.array(z.object({ text: z.string(), done: z.boolean() })) }),
  z.object({ type: z.literal('image'), src: z.string(), alt: z.string(), caption: z.nullable(z.string()) }),
  z.object({ type: z.literal('file'), name: z.string(), url: z.string() }),
  z.object({ type: z.literal('table'), head: z.array(inlines), rows: z.array(z.array(inlines)) }),
  z.object({ type: z.literal('code'), text: z.string() }),
  z.object({ type: z.literal('divider') }),
]);
export type Block = z.output<typeof block>;
