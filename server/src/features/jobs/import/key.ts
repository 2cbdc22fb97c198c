import { createHash } from 'node:crypto';
import { type ImportField, type ImportTexts, importFields } from '@qihang/shared/jobs/import/columns';
import { foldWidth } from '@qihang/shared/jobs/text/fold';
import { normalizeLink } from '@qihang/shared/jobs/text/link';

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

/**
 * Names a row by its content: the same for the same row in another order, another format or another file, and different
 * as soon as anything a reader would see differs.
 */
export function importKey(texts: ImportTexts): string {
  const parts = telling.map((field) => normalized(field, texts[field] ?? ''));
  parts.push(...laterParts(texts));
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);
}
