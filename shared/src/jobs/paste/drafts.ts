import type { TextSpan } from '../../text/link';
import { type ParsedField, parsedFields } from '../fields';
import { readCities } from '../text/city';
import { readDegree as degreeOf } from '../text/degree';
import { readHeadcount } from '../text/headcount';
import { readMajors as majorsOf } from '../text/majors';
import { type Salary, readSalary as salaryOf } from '../text/salary';
import type { Degree, JobKind } from '../vocabulary';
import { readDegree } from './degree';
import { type Document, entriesOf, type Row, readDocument, written } from './document';
import { saysDuties } from './duties';
import type { Found } from './found';
import type { LabelField } from './labels';
import { readRequiredMajors } from './majors';
import { readPay } from './pay';
import { readPlaces } from './place';
import type { Post } from './post';
import type { Reading } from './reading';

/** `duties` is part of the body and is only ever missing. */
export type DraftField = ParsedField | 'duties';

/** A job as far as the text describes it; what was not found is null or empty. */
export interface DraftFields {
  title: string;
  company: string | null;
  kind: JobKind;
  cities: string[];
  degree: Degree | null;
  majors: string[];
  salary: Salary | null;
  /** 面议: pay is spoken of, a sum is not named. */
  salaryNegotiable: boolean;
  headcount: number | null;
  deadline: string | null;
  /** 长期, 招满即止. */
  openEnded: boolean;
  apply: { url: string | null; email: string | null; note: string | null };
  source: { origin: 'repost' | null; name: string | null; url: string | null };
  body: string;
}

export interface Draft {
  fields: DraftFields;
  /** Fields that a posting needs and the text does not give. */
  missing: DraftField[];
  /** The place of each found field in the text (UTF-16 offsets of the text as pasted). */
  spans: Partial<Record<DraftField, TextSpan>>;
}

/** What the text says of one post alone. */
interface Own {
  cities: Found<string[]> | null;
  degree: Found<Degree> | null;
  majors: Found<string[]> | null;
  salary: Found<Salary> | null;
  headcount: Found<number> | null;
}

const nothing: Own = { cities: null, degree: null, majors: null, salary: null, headcount: null };

function shifted<T>(found: Found<T> | null, by: number): Found<T> | null {
  return found && { value: found.value, span: { start: found.span.start + by, end: found.span.end + by } };
}

function fromRow(document: Document, row: Row): Own {
  const columns = document.table?.columns ?? [];
  const read = <T>(field: LabelField, reader: (text: string) => T | null): Found<T> | null => {
    const cell = row.cells[columns.indexOf(field)];
    const value = cell ? reader(cell.text) : null;
    return cell && value !== null ? { value, span: { start: cell.start, end: cell.end } } : null;
  };
  const filled = (list: string[]) => (list.length > 0 ? list : null);
  return {
    cities: read('place', (text) => filled(readCities(text, document.ownCities))),
    degree: read('degree', degreeOf),
    majors: read('major', (text) => filled(majorsOf(text))),
    salary: read('pay', salaryOf),
    headcount: read('headcount', readHeadcount),
  };
}

/** The clauses that name this post and no other, and its block of lines where each post has one. */
function ownSpans(document: Document, posts: readonly Post[], index: number): TextSpan[] {
  const { text } = document;
  const post = posts[index];
  if (post === undefined) return [];
  const next = posts[index + 1];
  const block = text.slice(post.span.start, next?.span.start ?? post.span.start);
  if (next !== undefined && block.split('\n').length > 2)
    return [{ start: post.span.start, end: next.span.start }];
  const before = posts[index - 1];
  if (next === undefined && before && text.slice(before.span.start, post.span.start).split('\n').length > 2) {
    const common = document.entries.find(
      (entry) =>
        entry.labelStart > post.span.end && /^(?:deadline|apply|about|company|source)$/.test(entry.field),
    );
    return [{ start: post.span.start, end: common?.labelStart ?? text.length }];
  }
  const names = posts.map((item) => text.slice(item.span.start, item.span.end));
  const own = names[index] ?? '';
  const spans: TextSpan[] = [];
  let start = 0;
  for (const clause of text.split(/[;。\n]/)) {
    const others = names.some((name) => name !== own && clause.includes(name) && !own.includes(name));
    if (clause.includes(own) && !others) spans.push({ start, end: start + clause.length });
    start += clause.length + 1;
  }
  return spans;
}

function fromSpans(document: Document, spans: readonly TextSpan[]): Own {
  const own: Own = { ...nothing };
  for (const span of spans) {
    const part = readDocument(document.original.slice(span.start, span.end), document.ownCities);
    const pay = readPay(part);
    const salary = pay && pay.value !== 'negotiable' ? { value: pay.value, span: pay.span } : null;
    own.cities = own.cities ?? shifted(readPlaces(part, null, []), span.start);
    own.degree = own.degree ?? shifted(readDegree(part), span.start);
    own.majors = own.majors ?? shifted(readRequiredMajors(part), span.start);
    own.salary = own.salary ?? shifted(salary, span.start);
  }
  return own;
}

function ownFacts(reading: Reading, index: number): Own {
  const { document, posts } = reading;
  if (posts.length < 2) return nothing;
  const post = posts[index];
  const row = document.table?.rows.find((item) =>
    item.cells.some(
      (cell) => post !== undefined && post.span.start >= cell.start && post.span.end <= cell.end,
    ),
  );
  return row ? fromRow(document, row) : fromSpans(document, ownSpans(document, posts, index));
}

/** 扫码, 现场, 电话: how to apply where neither address nor page is given. */
function applyNote(document: Document): Found<string> | null {
  const entry = entriesOf(document, 'apply', 'deadline').find((item) =>
    /扫码|二维码|扫描|小程序|现场|到店|系统|电话|微信/.test(item.value),
  );
  return entry
    ? { value: written(document, entry).slice(0, 200), span: { start: entry.start, end: entry.end } }
    : null;
}

function toDraft(reading: Reading, index: number, all: readonly Own[]): Draft {
  const { document, posts } = reading;
  // A notice that leaves its posts to an attachment makes one draft without a title.
  const post = posts[index] ?? { title: '', count: null, span: { start: 0, end: 0 } };
  const own = all[index] ?? nothing;
  // Where the posts differ in a fact, the fact of the others is not this one's.
  const common = <K extends keyof Own>(key: K, whole: Own[K]): Own[K] =>
    own[key] ?? (all.some((item) => item[key] !== null) && key !== 'cities' ? null : whole);
  const cities = common('cities', reading.cities);
  const degree = own.degree ?? reading.degree;
  const majors = common('majors', reading.majors);
  const pay = reading.pay?.value === 'negotiable' ? null : (reading.pay as Found<Salary> | null);
  const salary = common('salary', pay);
  const headcount =
    post.count !== null
      ? { value: post.count, span: post.span }
      : posts.length <= 1
        ? reading.headcount
        : own.headcount;
  const { deadline } = reading;
  const note = reading.email || reading.url ? null : applyNote(document);
  const apply = reading.url ?? reading.email ?? note;
  const negotiable = reading.pay?.value === 'negotiable';
  const found: Record<ParsedField, Found<unknown> | null> = {
    title: { value: post.title, span: post.span },
    company: reading.company,
    kind: reading.kind,
    cities,
    degree,
    majors,
    salary: salary ?? (negotiable ? reading.pay : null),
    headcount,
    deadline: deadline.value.value !== null || deadline.value.openEnded ? deadline : null,
    apply,
    source: reading.source,
  };
  const spans: Draft['spans'] = {};
  for (const field of parsedFields) {
    const span = found[field]?.span;
    if (span && span.end > span.start) spans[field] = { start: span.start, end: span.end };
  }
  const needed: ParsedField[] = ['company', 'cities', 'salary', 'headcount', 'deadline', 'apply'];
  const missing: DraftField[] = needed.filter((field) => !found[field]);
  if (post.title === '') missing.unshift('title');
  if (!degree && !majors) missing.push('degree');
  if (!saysDuties(document.text)) missing.push('duties');
  return {
    fields: {
      title: post.title,
      company: reading.company?.value ?? null,
      kind: reading.kind.value,
      cities: cities?.value ?? [],
      degree: degree?.value ?? null,
      majors: majors?.value ?? [],
      salary: salary?.value ?? null,
      salaryNegotiable: negotiable,
      headcount: headcount?.value ?? null,
      deadline: deadline.value.value,
      openEnded: deadline.value.openEnded,
      apply: {
        url: reading.url?.value ?? null,
        email: reading.email?.value ?? null,
        note: note?.value ?? null,
      },
      source: { origin: reading.source ? 'repost' : null, name: reading.source?.value ?? null, url: null },
      body: document.original.trim(),
    },
    missing,
    spans,
  };
}

/** One draft for each post: facts given with the post first, then what holds for the whole text. */
export function toDrafts(reading: Reading): Draft[] {
  const all = reading.posts.map((_, index) => ownFacts(reading, index));
  return all.length === 0 ? [toDraft(reading, 0, [])] : all.map((_, index) => toDraft(reading, index, all));
}
