import type { RouteOutput } from '@qihang/shared/contract/route';
import { maxRecheckDays } from '@qihang/shared/jobs/vocabulary';
import type { jobWritingContract } from '@qihang/shared/jobs/writing';
import { addDays } from '@qihang/shared/time/shanghai';
import { emptyJobForm, type JobForm } from './job-form';

export type PastedDraft = RouteOutput<(typeof jobWritingContract)['parse']>['drafts'][number];
type DraftField = PastedDraft['missing'][number];

/** A pasted text with the posts found in it; each keeps its own form while another is worked on. */
export interface Pasted {
  text: string;
  drafts: PastedDraft[];
  forms: JobForm[];
  at: number;
}

export const nothingPasted: Pasted = { text: '', drafts: [], forms: [], at: 0 };

const text = (value: string | number | null | undefined) => (value == null ? '' : String(value));

/** The form filled with what the text says, and with nothing else. `today` is a day in Asia/Shanghai. */
export function formOfDraft({ fields }: PastedDraft, today: string): JobForm {
  const { salary, apply, source } = fields;
  const negotiable = salary === null && fields.salaryNegotiable;
  return {
    ...emptyJobForm,
    title: fields.title,
    company: text(fields.company),
    kind: fields.kind,
    cities: fields.cities,
    degree: fields.degree ?? '',
    majors: fields.majors,
    payIn: salary?.unit ?? (negotiable ? 'text' : 'month'),
    payMin: text(salary?.min),
    payMax: text(salary?.max),
    payMonths: text(salary?.months),
    payText: negotiable ? '面议' : '',
    headcount: text(fields.headcount),
    deadline: fields.deadline,
    recheckOn: fields.deadline === null && fields.openEnded ? addDays(today, maxRecheckDays) : null,
    email: text(apply.email),
    url: text(apply.url),
    note: text(apply.note),
    origin: source.origin ?? '',
    sourceName: text(source.name),
    sourceUrl: text(source.url),
    body: fields.body,
  };
}

const places: Record<DraftField, { path: string; empty: (form: JobForm) => boolean }> = {
  title: { path: 'title', empty: (form) => form.title === '' },
  company: { path: 'company', empty: (form) => form.company === '' },
  kind: { path: 'kind', empty: (form) => form.kind === '' },
  cities: { path: 'cities', empty: (form) => form.cities.length === 0 },
  degree: { path: 'degree', empty: (form) => form.degree === '' },
  majors: { path: 'majors', empty: (form) => form.majors.length === 0 },
  salary: { path: 'salary', empty: (form) => form.payMin + form.payMax + form.payText === '' },
  headcount: { path: 'headcount', empty: (form) => form.headcount === '' },
  deadline: { path: 'deadline', empty: (form) => form.deadline === null && form.recheckOn === null },
  apply: { path: 'apply.email', empty: (form) => form.email + form.url + form.note === '' },
  source: { path: 'source.origin', empty: (form) => form.origin === '' },
  duties: { path: 'body', empty: (form) => form.body === '' },
};

/** What the text did not say and nobody has filled in yet, by field. */
export const notFound = ({ missing }: PastedDraft, form: JobForm): Record<string, string> =>
  Object.fromEntries(
    missing.flatMap((field) => {
      const place = places[field];
      return place.empty(form) ? [[place.path, '原文里没找到，请核实后补上']] : [];
    }),
  );

export type Look = 'plain' | 'found' | 'other' | 'wrong';
export interface Passage {
  text: string;
  look: Look;
}

const looks: Look[] = ['plain', 'other', 'found', 'wrong'];

/**
 * Cuts a pasted text where its look changes: found for the post at work, found for another, objected to. Where they lie
 * over each other the later of this order wins.
 */
export function passagesOf({ text: whole, drafts, at }: Pasted, wrong: string | null): Passage[] {
  const painted = new Uint8Array(whole.length);
  const paint = (look: Look, start: number, end: number) =>
    painted.fill(Math.max(looks.indexOf(look), 0), Math.max(start, 0), Math.min(end, whole.length));
  drafts.forEach((draft, index) => {
    if (index !== at) for (const { start, end } of Object.values(draft.spans)) paint('other', start, end);
  });
  for (const [field, { start, end }] of Object.entries(drafts[at]?.spans ?? {}))
    if (field !== 'duties') paint('found', start, end);
  const from = wrong === null || wrong === '' ? -1 : whole.indexOf(wrong);
  if (from >= 0 && wrong !== null) paint('wrong', from, from + wrong.length);
  const passages: Passage[] = [];
  for (let start = 0; start < whole.length; ) {
    let end = start + 1;
    while (end < whole.length && painted[end] === painted[start]) end += 1;
    passages.push({ text: whole.slice(start, end), look: looks[painted[start] ?? 0] ?? 'plain' });
    start = end;
  }
  return passages;
}

/** Fields read for the post at work. */
export const foundCount = ({ drafts, at }: Pasted): number => Object.keys(drafts[at]?.spans ?? {}).length;
