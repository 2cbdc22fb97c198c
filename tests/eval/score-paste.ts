import { f1, share } from './corpus';
import { normalizeList, normalizeText, normalizeUrl } from './normalize';

/** The twelve fields of a paste label. */
export const pasteFields = [
  'company',
  'titles',
  'kind',
  'cities',
  'degree',
  'majors',
  'salary',
  'headcount',
  'deadline',
  'email',
  'url',
  'source',
] as const;
export type PasteField = (typeof pasteFields)[number];
export type PasteLabel = Partial<Record<PasteField, unknown>>;

export interface PasteItem {
  id: string;
  today: string;
  text: string;
  expect: PasteLabel | null;
}

/** What the API answers as `overall`. */
export type ParsePaste = (text: string, today: string) => PasteLabel | null;

export interface PasteScore {
  fieldAccuracy: number;
  jobOrNot: number;
  allRight: number;
  perField: Record<PasteField, number>;
}

export interface Miss {
  id: string;
  what: string;
  expected: unknown;
  got: unknown;
}

function normalized(field: PasteField, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value))
    return value.length === 0 ? 'null' : JSON.stringify(normalizeList(value.map(String)));
  if (field === 'salary') {
    const { min, max, unit } = value as { min?: unknown; max?: unknown; unit?: unknown };
    return JSON.stringify([min ?? null, max ?? null, unit ?? null]);
  }
  if (typeof value === 'string') {
    const text = field === 'url' ? normalizeUrl(value) : normalizeText(value);
    return text === '' ? 'null' : JSON.stringify(text);
  }
  return JSON.stringify(value);
}

function listF1(expected: unknown, got: unknown): number {
  const wanted = normalizeList(Array.isArray(expected) ? expected.map(String) : []);
  const found = normalizeList(Array.isArray(got) ? got.map(String) : []);
  if (wanted.length === 0 && found.length === 0) return 1;
  const common = found.filter((item) => wanted.includes(item)).length;
  return f1(share(common, found.length), share(common, wanted.length));
}

/** Scores parses against labels by the rules of the corpus README. */
export function scorePaste(
  items: readonly PasteItem[],
  parse: ParsePaste,
): { score: PasteScore; listF1: Record<string, number>; misses: Miss[] } {
  const misses: Miss[] = [];
  const right = Object.fromEntries(pasteFields.map((field) => [field, 0])) as Record<PasteField, number>;
  const lists: Record<string, number[]> = { titles: [], cities: [], majors: [] };
  let verdicts = 0;
  let allRight = 0;
  let jobs = 0;
  for (const item of items) {
    const got = parse(item.text, item.today);
    const sameVerdict = (got === null) === (item.expect === null);
    if (sameVerdict) verdicts += 1;
    else misses.push({ id: item.id, what: 'job-or-not', expected: item.expect !== null, got: got !== null });
    if (item.expect === null) {
      if (sameVerdict) allRight += 1;
      continue;
    }
    jobs += 1;
    let wrong = 0;
    for (const field of pasteFields) {
      const expected = item.expect[field] ?? null;
      const answer = got?.[field] ?? null;
      if (got !== null && normalized(field, expected) === normalized(field, answer)) right[field] += 1;
      else {
        wrong += 1;
        if (got !== null) misses.push({ id: item.id, what: field, expected, got: answer });
      }
      lists[field]?.push(listF1(expected, answer));
    }
    if (wrong === 0) allRight += 1;
  }
  const total = Object.values(right).reduce((sum, count) => sum + count, 0);
  const perField = Object.fromEntries(pasteFields.map((field) => [field, share(right[field], jobs)]));
  return {
    score: {
      fieldAccuracy: share(total, pasteFields.length * jobs),
      jobOrNot: share(verdicts, items.length),
      allRight: share(allRight, items.length),
      perField: perField as Record<PasteField, number>,
    },
    listF1: Object.fromEntries(
      Object.entries(lists).map(([field, values]) => [
        field,
        share(
          values.reduce((a, b) => a + b, 0),
          values.length,
        ),
      ]),
    ),
    misses,
  };
}
