import * as z from 'zod/mini';

/** A sheet of a workbook that was sent. */
export const sheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  /** Whether it is the one that was read. */
  chosen: z.boolean(),
});
export type Sheet = z.output<typeof sheet>;
