import * as z from 'zod/mini';

export const pageSize = { default: 20, max: 50 } as const;

/** The query fields of every list. `cursor` is the `nextCursor` of the page before, opaque to the client. */
export const pageQuery = {
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(400))),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(pageSize.max)), pageSize.default),
};

/** `{ items, nextCursor }`; `nextCursor` is null on the last page. */
export const pageOf = <S extends z.core.$ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
