import { createHash } from 'node:crypto';
import type { JobDraft } from '@qihang/shared/jobs/field-schemas';
import { type ImportField, type ImportTexts, importFields } from '@qihang/shared/jobs/import/columns';
import { fold } from '@qihang/shared/jobs/text/fold';
import { normalizeLink } from '@qihang/shared/text/link';
import { foldWidth } from '@qihang/shared/text/width';
import type { Row } from './fields';

// The facts by which two jobs differ, without the day of publication, which a repost changes. Stored keys depend on these
// and on their order.
const telling = [
  'title',
  'company',
  'kind',
  'kindText',
  'cities',
  'degree',
  'majors',
  'salary',
  'headcount',
  'graduationYear',
  'deadline',
  'email',
  'applyUrl',
  'url',
  'applyNote',
  'source',
  'origin',
  'body',
] as const satisfies readonly ImportField[];

const known: readonly ImportField[] = [...telling, 'published'];

/** Columns that imports learned later count where a row has them, so that the keys of earlier rows stay. */
const laterParts = (texts: ImportTexts): string[] =>
  importFields.flatMap((field) => {
    const text = texts[field];
    return text === undefined || known.includes(field) ? [] : [`${field}=${normalized(field, text)}`];
  });

const normalized = (field: ImportField, text: string): string => {
  if (field === 'url' || field === 'applyUrl') return normalizeLink(text);
  const folded = foldWidth(text).toLowerCase();
  return field === 'cities' || field === 'majors'
    ? folded.replace(/[\s、,;/]+/g, ',')
    : folded.replace(/\s+/g, '');
};

const hashed = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);

/**
 * Names a row by its content: the same for the same row in another order, another format or another file, and different
 * as soon as anything a reader would see differs.
 */
export function importKey(texts: ImportTexts): string {
  const parts = telling.map((field) => normalized(field, texts[field] ?? ''));
  parts.push(...laterParts(texts));
  return hashed(parts);
}

/** Words without what two people type differently: width, script, case, blanks, brackets and separators. */
const bare = (text: string | undefined): string =>
  fold((text ?? '').normalize('NFKC'))
    .toLowerCase()
    .replace(/[【〔[{「『《<]/g, '(')
    .replace(/[】〕\]}」』》>]/g, ')')
    // Between two digits they part numbers: 1.5 and 15, 3-5 and 35.
    .replace(/(?<!\d)[\s·•・.,、;:!。_'"“”‘’-]+|[\s·•・.,、;:!。_'"“”‘’-]+(?!\d)/g, '');

/**
 * Names a row by what it means: the same after the list was typed again with other dates (2027/4/15, 4月15日), sums (8K-12K,
 * 8000-12000元), brackets or widths. A field whose text says more than its value counts by its words.
 *
 * It follows the code that reads fields, which gets better. `importKey` does not, and both are kept with a job, so that a row
 * in its old wording stays known whatever is read out of it later.
 */
export function valueKey(
  { texts, others }: Pick<Row, 'texts' | 'others'>,
  draft: JobDraft,
  fuller: ReadonlySet<ImportField>,
): string {
  const told = (field: ImportField, value: unknown) =>
    value === null || fuller.has(field) ? bare(texts[field]) : value;
  const { salary } = draft;
  const link = (text: string | undefined) => (text === undefined ? '' : normalizeLink(text));
  return hashed([
    bare(texts.title),
    bare(texts.company),
    told('kind', draft.kind),
    texts.kindText === texts.kind ? '' : bare(texts.kindText),
    told('cities', draft.cities.length > 0 ? [...draft.cities].sort() : null),
    told('degree', draft.degree),
    told('majors', [...draft.majors].sort()),
    told('salary', salary && [salary.min, salary.max, salary.unit, salary.months]),
    told('headcount', draft.headcount),
    told('graduationYear', draft.graduationYear),
    told('deadline', draft.deadline),
    (texts.email ?? '').trim().toLowerCase(),
    link(texts.applyUrl),
    link(texts.url),
    bare(texts.applyNote),
    bare(texts.source),
    draft.source.origin,
    bare(texts.body),
    others.map(({ label, text }) => `${bare(label)}=${bare(text)}`).sort(),
  ]);
}
