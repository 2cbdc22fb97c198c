import type { Finding as Objection } from '@qihang/shared/jobs/lint/finding';
import type { Row } from './fields';
import { type Finding, isUnread, type NoteCode, type RefusalCode } from './findings';
import type { Reading, RowResult } from './row';

/** What became of one row. */
export interface RowReport extends Partial<Pick<RowResult, 'closed' | 'readings' | 'draft'>> {
  line: number;
  /** Undefined for what is no row. */
  row?: Row;
  title?: string | undefined;
  company?: string | undefined;
  /** `known`: imported before; `repeated`: the same as `firstLine` of this file. In a dry run, what would become of it. */
  status: 'imported' | 'known' | 'repeated' | 'refused';
  firstLine?: number;
  /** The job it became, or was before; in a dry run only the latter. */
  jobId?: string | undefined;
  /** What the self-check says, where one is asked. */
  objections?: readonly Objection[];
  /** Why a person looks at the job before readers do; undefined where nobody has to. */
  held?: readonly string[];
  notes: Finding<NoteCode>[];
  /** Why it is refused, the weightiest first. */
  errors: Finding<RefusalCode>[];
}

const raise = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** The figures of a run. Each row is counted once by its status; notes and readings are those of imported rows. */
export class Summary {
  read = 0;
  /** The board reviews: what comes in waits there for another person. */
  inReview = false;
  imported = 0;
  /** Imported ones that the content check holds for a person. */
  held = 0;
  closed = 0;
  known = 0;
  repeated = 0;
  refused = 0;
  /** Rows that came in with a note, and with one that the operator should look at. */
  noted = 0;
  doubtful = 0;
  /** By the first reason of each refused row. */
  readonly refusals = new Map<RefusalCode, number>();
  readonly notes = new Map<NoteCode, number>();
  readonly readings: Record<'salary' | 'degree' | 'deadline', Record<Reading, number>> = {
    salary: { read: 0, text: 0, none: 0 },
    degree: { read: 0, text: 0, none: 0 },
    deadline: { read: 0, text: 0, none: 0 },
  };
  readonly unusedColumns = new Set<string>();

  add({ status, closed, held, readings, notes, errors }: RowReport): void {
    this.read += 1;
    this[status] += 1;
    const [error] = errors;
    if (status === 'refused' && error) raise(this.refusals, error.code);
    if (status !== 'imported') return;
    if (closed) this.closed += 1;
    if (held) this.held += 1;
    if (notes.length > 0) this.noted += 1;
    if (notes.some(({ code }) => isUnread(code))) this.doubtful += 1;
    for (const code of new Set(notes.map((note) => note.code))) raise(this.notes, code);
    for (const field of ['salary', 'degree', 'deadline'] as const) {
      if (readings) this.readings[field][readings[field]] += 1;
    }
  }
}
