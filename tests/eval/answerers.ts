import { checkText } from '@qihang/shared/content-check/check';
import { type CheckedKind, checkedKinds } from '@qihang/shared/content-check/vocabulary';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import { parseAnnouncement } from '@qihang/shared/jobs/paste/parse';
import { type ComparableJob, compareJobs } from '@qihang/shared/jobs/similar/similar';
import type { CheckContent } from './score-content';
import type { Warns } from './score-duplicates';
import type { Lint } from './score-lint';
import type { ParsePaste } from './score-paste';
import type { Search, SearchDocument } from './score-search';
import { openSearch } from './search';

/** The code behind the API's routes, with its own defaults. What is null is not scored. */
export interface Answerers {
  paste: ParsePaste;
  /** Which way of reading found the posts of a text; null for none. */
  postStrategy: (text: string, today: string) => string | null;
  lint: Lint;
  duplicates: Warns;
  /** Is given all documents once and answers queries over them until it is closed. */
  search: (documents: readonly SearchDocument[]) => Promise<{ search: Search; close(): Promise<void> }>;
  content: CheckContent;
}

/** A kind of a later corpus that no rule is about is read like an answer. */
const kindOf = (kind: string): CheckedKind => checkedKinds.find((one) => one === kind) ?? 'answer';

export const answerers: Answerers = {
  paste: (text, today) => parseAnnouncement(text, today).overall,
  postStrategy: (text, today) => parseAnnouncement(text, today).strategy,
  lint: (job, today) => lintJob(job, today),
  duplicates: (a, b) => compareJobs(a as unknown as ComparableJob, b as unknown as ComparableJob).duplicate,
  search: openSearch,
  content: (text, kind) => checkText([{ path: 'body', text }], { kind: kindOf(kind) }).verdict,
};
