import * as z from 'zod/mini';
import { id, instant, lineText, longText, queryText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract, type Upload } from '../contract/route';
import { sheet } from '../contract/sheet';
import { rosterClass } from './fields';
import { classCodeDays, rosterFates } from './vocabulary';

const person = {
  studentNo: z.string(),
  name: z.string(),
  college: z.string(),
  major: z.string(),
  className: z.string(),
  graduationYear: z.int(),
};

/** A person of the roster, for staff alone. */
export const rosterEntry = z.object({
  id: z.string(),
  ...person,
  /** When an account was bound to the number; null while there is none. Which account is not told. */
  boundAt: z.nullable(instant),
  /** When an import found the person gone; null while at the school. */
  leftAt: z.nullable(instant),
  updatedAt: instant,
  viewer: viewer(['unbind']),
});
export type RosterEntry = z.output<typeof rosterEntry>;

export const rosterBindings = ['bound', 'unbound', 'left'] as const;

export const classSummary = z.object({
  college: z.string(),
  className: z.string(),
  graduationYear: z.int(),
  /** People at the school, and how many of them have bound an account. */
  total: z.int(),
  bound: z.int(),
});
export type ClassSummary = z.output<typeof classSummary>;

const listedRow = z.object({
  /** Where it stands in the file, from 1. */
  line: z.int(),
  fate: z.enum(rosterFates),
  studentNo: z.string(),
  name: z.string(),
  /** What is wrong, or what changes into what. */
  notes: z.array(z.string()),
});

const counts = z.object({
  wrong: z.int(),
  new: z.int(),
  changed: z.int(),
  returning: z.int(),
  unchanged: z.int(),
});

/** What an import would do, row by row. */
export const rosterPreview = z.object({
  /** Names this plan: apply it with the same file, and nothing but this happens. */
  digest: z.string(),
  rows: z.int(),
  counts,
  /** The first rows of each fate but `unchanged`, in the order of the file. */
  listed: z.array(listedRow),
  /** Column names of the file that were passed over. */
  unusedColumns: z.array(z.string()),
  /** The sheets of a workbook, in order; empty for other files. */
  sheets: z.array(sheet),
  /** What was passed over or taken along while the file was read, in words. */
  said: z.array(z.string()),
  /** Who stands in the roster for a college and year of this file, but not in it. */
  absent: z.object({
    count: z.int(),
    bound: z.int(),
    /** `汽车学院 2027 届` */
    scopes: z.array(z.string()),
    listed: z.array(
      z.object({ studentNo: z.string(), name: z.string(), className: z.string(), bound: z.boolean() }),
    ),
    /** False while rows are wrong: one of them may be who seems to be absent. */
    mayLeave: z.boolean(),
  }),
});
export type RosterPreview = z.output<typeof rosterPreview>;

const rosterApplied = z.object({ counts, left: z.int() });
export type RosterApplied = z.output<typeof rosterApplied>;

/** A whole school of 20,000 in one file is 2 MB. */
const rosterUpload = { maxBytes: 4 * 1024 * 1024, kinds: ['text', 'xlsx'] } as const satisfies Upload;

export const rosterContract = defineContract({
  list: {
    method: 'GET',
    path: '/admin/roster',
    summary: 'The roster in the order of student numbers; with student numbers, for staff alone',
    access: 'teacher',
    query: z.object({
      /** Part of a name, or the beginning of a student number. */
      q: z.optional(queryText(1, 40)),
      college: z.optional(lineText(1, 60)),
      className: z.optional(lineText(1, 60)),
      year: z.optional(z.int()),
      /** `bound` and `unbound` are of people at the school. */
      binding: z.optional(z.enum(rosterBindings)),
      ...pageQuery,
    }),
    response: pageOf(rosterEntry),
    errors: ['cursor.invalid'],
  },
  classes: {
    method: 'GET',
    path: '/admin/roster/classes',
    summary:
      'Classes of the roster with how many have bound an account, and what the person may do with the roster',
    access: 'teacher',
    response: z.object({ items: z.array(classSummary), viewer: viewer(['import']) }),
  },
  preview: {
    method: 'POST',
    path: '/admin/roster/preview',
    summary: 'What importing this roster would do, row by row; writes nothing',
    access: 'admin',
    /** A sheet of a workbook by its name; the first that is not hidden when left out. */
    query: z.strictObject({ sheet: z.optional(lineText(1, 60)) }),
    upload: rosterUpload,
    response: rosterPreview,
    errors: ['roster.unreadable'],
  },
  apply: {
    method: 'POST',
    path: '/admin/roster/apply',
    summary:
      'Import the roster of a preview: the same file, all good rows or none. `leave` marks as left who is absent of the colleges and years of the file',
    access: 'admin',
    upload: rosterUpload,
    query: z.object({
      digest: z.string().check(z.regex(/^[\w-]{27}$/)),
      leave: z._default(z.boolean(), false),
      /** The sheet of the preview. */
      sheet: z.optional(lineText(1, 60)),
    }),
    response: rosterApplied,
    errors: ['roster.unreadable', 'roster.plan-stale', 'roster.cannot-leave'],
  },
  unbind: {
    method: 'POST',
    path: '/admin/roster/{id}/unbind',
    summary:
      'Take the account off a student number: it is signed out and no longer verified, and the number is free again',
    access: 'teacher',
    params: z.strictObject({ id }),
    body: z.strictObject({ reason: longText(2, 200) }),
    response: rosterEntry,
    errors: ['resource.not-found', 'roster.not-bound'],
  },
});

export const classCodeStates = ['valid', 'expired', 'revoked'] as const;
export type ClassCodeState = (typeof classCodeStates)[number];

export const classCodeView = z.object({
  id: z.string(),
  college: z.string(),
  className: z.string(),
  graduationYear: z.int(),
  /** `ACD3-4679`; null once it is of no use. */
  code: z.nullable(z.string()),
  state: z.enum(classCodeStates),
  createdBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  /** How many people are bound by it, of how many of the class. */
  used: z.int(),
  total: z.int(),
  viewer: viewer(['revoke']),
});
export type ClassCode = z.output<typeof classCodeView>;

export const classCodesContract = defineContract({
  list: {
    method: 'GET',
    path: '/admin/class-codes',
    summary: 'Class invitation codes: the valid ones first, then those that ended within half a year',
    access: 'teacher',
    response: z.object({ items: z.array(classCodeView) }),
  },
  create: {
    method: 'POST',
    path: '/admin/class-codes',
    // The code is in no table, and so must not lie in a kept answer; a repeat finds that the class has one.
    idempotency: false,
    summary: 'Make an invitation code for a class of the roster; a class has one valid code at a time',
    access: 'teacher',
    body: z.strictObject({
      ...rosterClass.shape,
      days: z._default(z.int().check(z.minimum(1), z.maximum(classCodeDays.max)), classCodeDays.default),
    }),
    response: classCodeView,
    status: 201,
    errors: ['roster.no-such-class', 'class-code.exists'],
  },
  revoke: {
    method: 'POST',
    path: '/admin/class-codes/{id}/revoke',
    idempotency: false,
    summary: 'End a code at once; who was verified by it stays verified',
    access: 'teacher',
    params: z.strictObject({ id }),
    response: classCodeView,
    errors: ['resource.not-found', 'class-code.ended'],
  },
});
