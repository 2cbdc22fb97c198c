import type { TextSpan } from '../../text/link';
import type { OwnCities } from '../text/city';
import { readCompany } from './company';
import { readEmail, readSource, readUrl } from './contact';
import { readDeadline } from './deadline';
import { readDegree } from './degree';
import { digestItems } from './digest';
import { type Document, readDocument } from './document';
import { type Draft, toDrafts } from './drafts';
import { readHeadcountOf } from './headcount';
import { readKindOf } from './kind';
import { readRequiredMajors } from './majors';
import { type Overall, overallDegree, overallKind, overallPay } from './overall';
import { readPay } from './pay';
import { readPlaces } from './place';
import type { Reading } from './reading';
import { type PostStrategyName, readPosts } from './titles';
import { offersJob } from './verdict';

export interface Announcement {
  /** The announcement as a whole; null when the text offers no job. */
  overall: Overall | null;
  drafts: Draft[];
  /** How the posts of the whole text were read; null where it names none or offers no job. */
  strategy: PostStrategyName | null;
}

const nothing: Announcement = { overall: null, drafts: [], strategy: null };

function readAll(document: Document, today: string): Reading {
  const company = readCompany(document);
  const { posts, strategy } = readPosts(document, company?.span ?? null);
  const titles = posts.map((post) => post.title);
  const source = readSource(document);
  return {
    document,
    company,
    posts,
    strategy,
    kind: readKindOf(document, company?.value ?? '', posts, source?.span ?? null),
    cities: readPlaces(document, company, titles),
    degree: readDegree(document),
    majors: readRequiredMajors(document),
    pay: readPay(document),
    headcount: readHeadcountOf(document, posts),
    deadline: readDeadline(document, today),
    email: readEmail(document),
    url: readUrl(document),
    source,
  };
}

function toOverall(reading: Reading): Overall {
  return {
    company: reading.company?.value ?? null,
    titles: reading.posts.length > 0 ? reading.posts.map((post) => post.title) : null,
    kind: overallKind(reading.kind.value),
    cities: reading.cities?.value ?? null,
    degree: overallDegree(reading.degree?.value ?? null),
    majors: reading.majors?.value ?? null,
    salary: overallPay(reading.pay?.value ?? null),
    headcount: reading.headcount?.value ?? null,
    deadline: reading.deadline.value.value,
    email: reading.email?.value ?? null,
    url: reading.url?.value ?? null,
    source: reading.source?.value ?? null,
  };
}

function judge(reading: Reading): boolean {
  return offersJob(reading.document, {
    posts: reading.posts.filter((post) => post.implied !== true).length,
    company: reading.company !== null,
    degree: reading.degree !== null,
    pay: reading.pay !== null,
    headcount: reading.headcount !== null,
    email: reading.email !== null,
    url: reading.url !== null,
    deadline: reading.deadline.value.value !== null || reading.deadline.value.openEnded,
    place: reading.cities !== null,
  });
}

/** The drafts of one item of a digest, with spans in the whole text. */
function draftsOfItem(document: Document, item: TextSpan, today: string): Draft[] {
  const part = readDocument(document.original.slice(item.start, item.end), document.ownCities);
  const drafts = toDrafts(readAll(part, today));
  for (const draft of drafts) {
    for (const span of Object.values(draft.spans)) {
      span.start += item.start;
      span.end += item.start;
    }
  }
  return drafts;
}

/**
 * Reads a pasted message or announcement: the whole in label form, and one draft for each post it offers.
 * Deterministic and total: empty, binary and endless texts give no job. `today` is a day in Asia/Shanghai, from
 * which dates without a year count; `ownCities` are cities besides the national list. Nothing is invented: what the text
 * does not say is null.
 */
export function parseAnnouncement(text: string, today: string, ownCities: OwnCities = []): Announcement {
  const document = readDocument(text, ownCities);
  if (document.lines.length === 0 || !/[一-龥]{2}|[A-Za-z]{4}/.test(document.text)) return nothing;
  const reading = readAll(document, today);
  if (!judge(reading)) return nothing;
  const items = digestItems(document);
  const drafts =
    items.length > 1 ? items.flatMap((item) => draftsOfItem(document, item, today)) : toDrafts(reading);
  return { overall: toOverall(reading), drafts, strategy: reading.strategy };
}
