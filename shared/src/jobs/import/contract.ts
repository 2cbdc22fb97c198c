import * as z from 'zod/mini';
import { slug } from '../../boards/contract';
import { lineText } from '../../contract/fields';
import { defineContract } from '../../contract/route';
import { sheet } from '../../contract/sheet';
import { listAnswers } from '../contract';
import { overrideReason } from '../field-schemas';
import { similarReasons } from '../vocabulary';
import { importFields, maxImportRows } from './columns';

const field = z.enum(importFields);

/** Texts by column. They are read on the server, by the code that reads files. */
const texts = z.partialRecord(field, z.string().check(z.maxLength(25_000)));

const rows = z
  .array(z.strictObject({ line: z.int().check(z.minimum(1)), texts }))
  .check(z.minLength(1), z.maxLength(maxImportRows));

/**
 * What is said of a row: `error` keeps it out until it is fixed, `warn` is of the self-check and asks for a reason, `unread`
 * marks a text that was not taken over as a value, `note` says how something was understood.
 */
const problem = z.object({
  /** The cell it is about; null for the row as a whole. */
  field: z.nullable(field),
  severity: z.enum(['error', 'warn', 'unread', 'note']),
  message: z.string(),
});
export type ImportProblem = z.output<typeof problem>;

const similar = z.object({
  job: z.object({ id: z.string(), title: z.string(), company: z.string() }),
  postedBy: z.string(),
  /** 0–1. */
  score: z.number(),
  reason: z.enum(similarReasons),
});

const checkedRow = z.object({
  /** Its line in the file. */
  line: z.int(),
  texts,
  /**
   * `ready` may come in (where there are warnings, with a reason), `refused` may not, `known` came in before, `repeated` is
   * the same as `firstLine`.
   */
  status: z.enum(['ready', 'refused', 'known', 'repeated']),
  firstLine: z.nullable(z.int()),
  /** The job of a row that came in before. */
  jobId: z.nullable(z.string()),
  problems: z.array(problem),
  /** How its texts were understood; null where no job could be made of it. */
  read: z.nullable(z.omit(z.object(listAnswers), { title: true, company: true, source: true })),
  /** Jobs on the board that look like the same post, the most similar first. */
  similar: z.array(similar),
  /**
   * What stands in columns that no field is known for. `kept` texts are in the body, as a line `column：text`, because their
   * column has no heading.
   */
  extra: z.array(z.object({ column: z.string(), text: z.string(), kept: z.boolean() })),
});
export type CheckedRow = z.output<typeof checkedRow>;

const importedRow = z.object({
  line: z.int(),
  status: z.enum(['imported', 'known', 'repeated', 'refused']),
  /** The job it became, or was before. */
  jobId: z.nullable(z.string()),
  problems: z.array(problem),
  /** What the content check found, for which a person looks before readers do; empty where nobody has to. */
  held: z.array(z.string()),
});
export type ImportedRow = z.output<typeof importedRow>;

/** Many jobs at once, from a table. Files and rows are read by the code of `qihang import jobs`. */
export const jobImportContract = defineContract({
  preview: {
    method: 'POST',
    path: '/jobs/import/preview',
    idempotency: false,
    summary: 'Read a table of jobs and say row by row what is wrong; nothing is kept',
    access: 'lead',
    /** A sheet of a workbook by its name; the first that is not hidden when left out. */
    query: z.strictObject({ sheet: z.optional(lineText(1, 60)) }),
    upload: { maxBytes: 4 * 1024 * 1024, kinds: ['text', 'xlsx'] },
    response: z.object({
      rows: z.array(checkedRow),
      /** Names of columns that nobody understood. */
      unusedColumns: z.array(z.string()),
      /** Columns without a heading, by the names that `extra` gives them (`D 列`). */
      unnamedColumns: z.array(z.string()),
      /** The sheets of a workbook, in order; empty for other files. */
      sheets: z.array(sheet),
      /** Lines that are no rows: sums (合计), and headings inside the table. */
      passedOver: z.object({ totals: z.array(z.int()), headings: z.array(z.int()) }),
      /** What the sheet hides; it is among `rows` all the same. */
      hidden: z.object({ rows: z.int(), columns: z.array(z.string()) }),
      /** Why this sheet could not be read, where another one may be chosen; `rows` is empty then. */
      problem: z.nullable(z.string()),
    }),
  },
  check: {
    method: 'POST',
    path: '/jobs/import/check',
    idempotency: false,
    summary: 'Check rows that were changed, as `preview` does',
    access: 'lead',
    body: z.strictObject({ rows }),
    response: z.object({ rows: z.array(checkedRow) }),
  },
  import: {
    method: 'POST',
    path: '/jobs/import',
    summary: 'Publish rows as jobs, each by itself; one that came in before is left alone',
    access: 'lead',
    body: z.strictObject({
      rows,
      /** The first job board that is open to the sender, when left out. */
      board: z.optional(slug),
      /** For all rows that the self-check warns of; without it those are refused. */
      overrideReason,
    }),
    response: z.object({
      rows: z.array(importedRow),
      /** The board reviews: the jobs wait there for another person. */
      inReview: z.boolean(),
    }),
    errors: ['resource.not-found', 'board.wrong-kind'],
  },
});
