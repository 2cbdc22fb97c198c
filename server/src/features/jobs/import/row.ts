import { check } from '@qihang/shared/contract/messages';
import { type JobDraft, jobDraft } from '@qihang/shared/jobs/field-schemas';
import { type ImportedField, type JobValues, jobFieldNames, jobFields } from '@qihang/shared/jobs/fields';
import { type ImportField, importFieldNames } from '@qihang/shared/jobs/import/columns';
import { type OwnCities, provinces } from '@qihang/shared/jobs/text/city';
import { fold } from '@qihang/shared/jobs/text/fold';
import { jobLimits, maxRecheckDays } from '@qihang/shared/jobs/vocabulary';
import { addDays, dayAt, deadlineInstant } from '@qihang/shared/time/shanghai';
import { cellNotes } from '../../../files/input';
import { readClosing, readPublished } from './dates';
import type { Row } from './fields';
import { type Finding, Findings, type NoteCode, quoted, type RefusalCode } from './findings';
import { kindOf } from './kind';
import { readPay } from './pay';
import {
  readApply,
  readCityField,
  readDegreeField,
  readHeadcountField,
  readMajorField,
  readSource,
  readYear,
} from './row-fields';
import { oneLine, shorten } from './shorten';

/** How a field came in: as a value, as its own words, or it was not there. */
export type Reading = 'read' | 'text' | 'none';

export interface RowResult {
  /** Null when the row is refused; it satisfies `jobDraft`. */
  draft: JobDraft | null;
  /** When the posting came out; null when the row does not say it wholly. */
  publishedAt: Date | null;
  /** The deadline is over. */
  closed: boolean;
  /** The row says that the job is gone without saying since when. */
  unverified: boolean;
  readings: Record<'salary' | 'degree' | 'deadline', Reading>;
  notes: Finding<NoteCode>[];
  errors: Finding<RefusalCode>[];
  /** Fields whose text says more than their value. */
  fuller: ReadonlySet<ImportField>;
}

function readTitle(title: string, found: Findings): string {
  const line = oneLine(title);
  if (line.length <= jobLimits.title) return line;
  found.note('long-title', line);
  found.keepTitle(line);
  return shorten(line, jobLimits.title);
}

/** Words that say all there is to say about pay: nothing is left to look at. */
const negotiated = /^(?:薪资|薪酬|工资|待遇)?\s*[::]?\s*(?:可?面议|面谈|可谈|待议|negotiable)$/i;

function readSalaryField(text: string | undefined, found: Findings): Pick<JobDraft, 'salary' | 'salaryText'> {
  if (text === undefined) return { salary: null, salaryText: null };
  const pay = readPay(text);
  if (pay) {
    if (!pay.unitWritten) found.note('salary-unit', text);
    if (pay.more) found.keep('薪资', text, 'salary');
    else if (!pay.unitWritten) found.keep('薪资', text);
    return { salary: pay.salary, salaryText: null };
  }
  if (!negotiated.test(fold(text))) found.note('salary-text', text);
  const line = oneLine(text);
  if (line.length <= 60) return { salary: null, salaryText: line };
  found.keep('薪资', text);
  return { salary: null, salaryText: shorten(line, 60) };
}

interface Closing {
  deadline: string | null;
  recheckOn: string | null;
  unverified: boolean;
}

function readDeadlineField(
  text: string | undefined,
  published: string | null,
  today: string,
  found: Findings,
): Closing {
  const openEnded = { deadline: null, recheckOn: addDays(today, maxRecheckDays), unverified: false };
  const closing = text === undefined ? null : readClosing(text, published, today);
  if (closing?.kind === 'date') {
    if (closing.yearAssumed) found.note('deadline-year', `${text} → ${closing.deadline}`);
    return { deadline: closing.deadline, recheckOn: null, unverified: false };
  }
  if (text === undefined || closing?.kind === 'open-ended') found.note('no-deadline', text);
  else found.note(closing?.kind === 'closed' ? 'says-closed' : 'deadline-text', text);
  if (text !== undefined) found.keep('截止时间', text);
  return { ...openEnded, unverified: closing?.kind === 'closed' };
}

/** The column that a field of a draft, or a part of one, is read from; null where it is no field of a table. */
export function columnOf(path: string): ImportField | null {
  const [name = '', part = 'whole'] = path.split('.');
  const field = jobFieldNames.find((one) => one === name);
  const imported: ImportField | null | Partial<Record<string, ImportField>> = field
    ? jobFields[field].imported
    : null;
  if (imported === null || typeof imported === 'string') return imported;
  return imported[part] ?? imported.whole ?? null;
}

const codeOfPath: Record<string, RefusalCode> = {
  title: 'bad-title',
  company: 'bad-company',
  body: 'long-body',
};

function refusal({ path, message }: { path: string; message: string }, row: Row): Finding<RefusalCode> {
  const field = path.split('.')[0] ?? '';
  const text = { title: row.texts.title, company: row.texts.company }[field];
  const shown = text === undefined ? '' : `：${quoted(text)}`;
  const column = columnOf(field);
  return {
    code: codeOfPath[field] ?? 'bad-field',
    field: columnOf(path),
    text: `${column ? importFieldNames[column] : path}${message}${shown}`,
  };
}

const places = new Set(provinces.flatMap(({ name, cities }) => [name, ...cities]));
const isPlace = (company: string, own: OwnCities) => {
  const name = company.replace(/[省市]$/, '');
  return places.has(name) || own.includes(name);
};

// Private-use characters are fonts made against robots; U+FFFD is a byte that was lost.
const garbled = /[\ufffd\ue000-\uf8ff]/;

/**
 * A row of a table as a job, without guessing: what a field does not hold for sure stays text, and what fits no field is
 * kept below the body. `now` decides what is over and which day is 30 days ahead; `ownCities` are cities of the school's own.
 */
export function draftOfRow(row: Row, now: Date, ownCities: OwnCities = []): RowResult {
  const { texts, others } = row;
  const today = dayAt(now.getTime());
  const found = new Findings();
  const publishedAt = texts.published === undefined ? null : readPublished(texts.published, now);
  const { unverified, ...closing } = readDeadlineField(
    texts.deadline,
    publishedAt && dayAt(publishedAt.getTime()),
    today,
    found,
  );
  if (texts.published !== undefined && !publishedAt) {
    found.note('published-text', texts.published);
    found.keep('发布时间', texts.published);
  }
  const closed = closing.deadline !== null && deadlineInstant(closing.deadline) <= now.getTime();
  if (closed) found.note('deadline-passed', texts.deadline);
  const { kind, note } = kindOf(texts);
  if (note) found.note(note, [texts.kind, texts.kindText].filter(Boolean).join(' '));
  if (note && texts.kind) found.keep('类型', texts.kind, 'kind');
  if (texts.kindText && texts.kindText !== texts.kind) found.keep('性质', texts.kindText);
  const pay = readSalaryField(texts.salary, found);
  const degree = readDegreeField(texts.degree, found);
  const source = readSource(texts, found);
  const values = {
    title: readTitle(texts.title ?? '', found),
    company: oneLine(texts.company ?? ''),
    kind,
    ...closing,
    ...pay,
    ...degree,
    cities: readCityField(texts.cities, ownCities, found),
    majors: readMajorField(texts.majors, found),
    headcount: readHeadcountField(texts.headcount, row.shared.includes('headcount'), found),
    graduationYear: readYear(texts.graduationYear, found),
    apply: readApply(texts, source.url, found),
    source,
  } satisfies Omit<Pick<JobValues, ImportedField>, 'body'>;
  for (const { label, text } of others) found.keep(label, text);
  if (isPlace(values.company, ownCities)) found.note('company-is-place', values.company);
  const body = found.bodyWith(texts.body ?? '');
  if (garbled.test(JSON.stringify(texts))) found.note('garbled');
  for (const { field, note } of row.doubts)
    found.say('file-doubt', `${cellNotes[note.code]}：${quoted(note.text)}`, field);

  const errors: Finding<RefusalCode>[] = [];
  if (!texts.title) errors.push({ code: 'no-title', field: 'title', text: '没有岗位名称' });
  if (!texts.company) errors.push({ code: 'no-company', field: 'company', text: '没有单位' });
  const checked = errors.length === 0 ? check(jobDraft, { ...values, body }) : undefined;
  if (checked && !checked.ok) errors.push(...checked.errors.map((error) => refusal(error, row)));
  const reading = (read: boolean, text: string | undefined): Reading =>
    read ? 'read' : text ? 'text' : 'none';
  return {
    draft: checked?.ok ? checked.value : null,
    publishedAt,
    closed,
    unverified,
    readings: {
      salary: reading(pay.salary !== null, texts.salary),
      degree: reading(degree.degree !== null, texts.degree),
      deadline: reading(closing.deadline !== null, texts.deadline),
    },
    notes: found.notes,
    errors,
    fuller: found.fuller,
  };
}
