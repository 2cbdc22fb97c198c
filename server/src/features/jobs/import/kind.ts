import type { ImportTexts } from '@qihang/shared/jobs/import/columns';
import { readKind } from '@qihang/shared/jobs/text/kind';
import type { JobKind } from '@qihang/shared/jobs/vocabulary';
import type { NoteCode } from './findings';

/** Kinds that tables name and the board has no word for, see docs/import.md for the reasons. */
const nearest: readonly (readonly [RegExp, JobKind])[] = [
  [/兼职|零工|日结|part-?time/i, 'internship'],
  [/博士后|博后|postdoc/i, 'campus'],
  [/正式招聘|应届|毕业生/, 'campus'],
];

// 限应届：否 names the word and means the opposite.
const negation = /否|非|不/;

/** The kind of a row and, where the row did not say one of ours, how it was found. */
export function kindOf({ kind, kindText, title }: ImportTexts): { kind: JobKind; note?: NoteCode } {
  for (const text of [kind, kindText]) {
    if (text === undefined || negation.test(text)) continue;
    const read = readKind(text);
    if (read) return { kind: read };
    const near = nearest.find(([words]) => words.test(text));
    if (near) return { kind: near[1], note: 'kind-mapped' };
  }
  // Latin words of a title are names of techniques and firms: Internet, International.
  const fromTitle = readKind((title ?? '').replace(/[A-Za-z]+/g, ' '));
  return fromTitle ? { kind: fromTitle, note: 'kind-from-title' } : { kind: 'social', note: 'kind-default' };
}
