import { email, webUrl } from '@qihang/shared/contract/fields';
import { check } from '@qihang/shared/contract/messages';
import type { JobDraft } from '@qihang/shared/jobs/field-schemas';
import type { ImportTexts } from '@qihang/shared/jobs/import/columns';
import { isAnywhere, type OwnCities, provinces, readCities } from '@qihang/shared/jobs/text/city';
import { readClassYears } from '@qihang/shared/jobs/text/class-year';
import { readDegree } from '@qihang/shared/jobs/text/degree';
import { fold } from '@qihang/shared/jobs/text/fold';
import { readHeadcountField as headcountOf } from '@qihang/shared/jobs/text/headcount';
import { anyMajor, readMajors } from '@qihang/shared/jobs/text/majors';
import { degrees, jobLimits, jobOriginNames, jobOrigins } from '@qihang/shared/jobs/vocabulary';
import { findLinks, findMails, isSafeLink } from '@qihang/shared/text/link';
import type { Findings } from './findings';
import { oneLine, shorten } from './shorten';

const maxText = 60;

const degreeWords =
  /大学|全日制|本科|学士|大专|专科|高职|硕士|博士|研究生|学历|学位|不限|要求|毕业|及?以上|或以上|[或和含起生()]|[\s、,/:;|]|未提及|无/g;

/** A degree, or the words where none can be read. Words beside a degree (统招, 仅限) stay in the body. */
export function readDegreeField(
  text: string | undefined,
  found: Findings,
): Pick<JobDraft, 'degree' | 'degreeText'> {
  if (text === undefined) return { degree: null, degreeText: null };
  const degree = degrees.find((one) => one === text) ?? readDegree(text);
  if (degree !== null) {
    if (text !== degree && fold(text).replace(degreeWords, '') !== '') found.keep('学历', text, 'degree');
    return { degree, degreeText: null };
  }
  found.note('degree-text', text);
  const line = oneLine(text);
  if (line.length <= maxText) return { degree: null, degreeText: line };
  found.keep('学历', text, 'degree');
  return { degree: null, degreeText: shorten(line, maxText) };
}

const provinceNames = provinces
  .flatMap(({ name, cities }) => (cities.includes(name) ? [] : [name]))
  .join('|');
/** What a place field may say besides its cities without saying more: separators, and the province in front of a city. */
const placeMarks = new RegExp(
  `(?:${provinceNames})(?:省|自治区)?(?=[一-龥]{2})|[市、,;:/|·\\s()和及-]|工作地点`,
  'g',
);

/** Cities of a place field; the words stay in the body where they say more, as 西安·雁塔区 does. */
export function readCityField(text: string | undefined, own: OwnCities, found: Findings): string[] {
  if (text === undefined) return [];
  const cities = readCities(text, own).filter((city) => city.length <= 20);
  if (cities.length === 0 && isAnywhere(text)) found.note('cities-open', text);
  else if (cities.length === 0 || cities.length > jobLimits.cities) found.note('cities-text', text);
  const kept = cities.slice(0, jobLimits.cities);
  if (fold(text).replace(placeMarks, '') !== kept.join('').replace(placeMarks, ''))
    found.keep('工作地点', text, 'cities');
  return kept;
}

export function readMajorField(text: string | undefined, found: Findings): string[] {
  if (text === undefined) return [];
  const majors = readMajors(text);
  const asked = majors[0] === anyMajor ? [] : majors;
  if (majors.length === 0 || asked.length > jobLimits.majors) found.note('majors-text', text);
  const kept = asked.slice(0, jobLimits.majors);
  const words = fold(text).replace(/[、,;/|\s]|专业/g, '');
  if (words !== (kept.join('') || anyMajor)) found.keep('专业要求', text, 'majors');
  return kept;
}

/** A number and no word that says more: 1人（急聘） does. */
const barely = /^[^()/每]*$/;

/** A range or a least number counts by its lowest, and its words stay readable: it is no promise of more. */
export function readHeadcountField(
  text: string | undefined,
  shared: boolean,
  found: Findings,
): number | null {
  if (text === undefined) return null;
  if (shared) {
    found.note('headcount-shared', text);
    found.keep('人数', `${text}（与上面几行合计）`, 'headcount');
    return null;
  }
  const read = headcountOf(text);
  const whole = read?.kind === 'count' && read.exact && read.count <= 100_000;
  if (!whole || !barely.test(fold(text))) found.keep('人数', text, 'headcount');
  if (whole) return read.count;
  if (read?.kind === 'count' && read.count <= 100_000) {
    found.note('headcount-least', text);
    return read.count;
  }
  found.note(read === null ? 'headcount-text' : 'headcount-open', text);
  return null;
}

/** The one class a job is for. A job for several is for no one class, and says so in its body. */
export function readYear(text: string | undefined, found: Findings): number | null {
  if (text === undefined) return null;
  const years = readClassYears(text);
  if (years?.length === 0) return null;
  const [year] = years ?? [];
  if (years?.length === 1 && year !== undefined) return year;
  found.note(years === null ? 'year-text' : 'year-several', text);
  found.keep('届别', text, 'graduationYear');
  return null;
}

/** The web address of a field; one written without http:// is completed, anything else stays text. */
function readUrl(field: 'applyUrl' | 'url', text: string | undefined, found: Findings): string | null {
  if (text === undefined) return null;
  const whole = check(webUrl, text);
  if (whole.ok) return whole.value;
  const link = findLinks(text)[0]?.value;
  const completed =
    link !== undefined && isSafeLink(link) ? link.replace(/^(?!https?:)/i, 'http://') : undefined;
  const checked = check(webUrl, completed);
  if (!checked.ok) found.note('url-text', text, field);
  if (link !== text || !checked.ok) found.keep(field === 'url' ? '链接' : '投递链接', text);
  return checked.ok ? checked.value : null;
}

function readEmail(text: string | undefined, found: Findings): string | null {
  if (text === undefined) return null;
  const mail = findMails(text)[0]?.value;
  const checked = check(email, mail);
  if (!checked.ok) found.note('email-text', text);
  if (mail !== text || !checked.ok) found.keep('投递邮箱', text);
  return checked.ok ? checked.value : null;
}

const maxNote = 500;

/** How to apply. Where a row has nothing but the page of the posting, that is the way. */
export function readApply(texts: ImportTexts, page: string | null, found: Findings): JobDraft['apply'] {
  const mail = readEmail(texts.email, found);
  const note = texts.applyNote ?? null;
  const own = readUrl('applyUrl', texts.applyUrl, found);
  const url = own ?? (mail === null && note === null ? page : null);
  if (note !== null && note.length > maxNote) {
    found.note('long-text', note, 'applyNote');
    found.keep('投递方式', note);
    return { url, email: mail, note: shorten(note, maxNote) };
  }
  return { url, email: mail, note };
}

/** Where the posting is from: a repost unless the row names one of our origins. */
export function readSource(texts: ImportTexts, found: Findings): JobDraft['source'] {
  const { origin: originText, source } = texts;
  const origin = jobOrigins.find(
    (one) => one === originText || jobOriginNames[one] === originText || jobOriginNames[one] === source,
  );
  const url = readUrl('url', texts.url, found);
  if (source === undefined) found.note('no-source');
  const name = source === undefined ? null : oneLine(source);
  if (name !== null && name.length > maxText) {
    found.note('long-text', name, 'source');
    found.keep('来源', name);
    return { origin: origin ?? 'repost', name: shorten(name, maxText), url };
  }
  return { origin: origin ?? 'repost', name, url };
}
