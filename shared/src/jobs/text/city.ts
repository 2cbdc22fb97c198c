import { countyCities, provinceCities } from './city-list';
import { fold } from './fold';

/** Provinces in the order of the official code, each with its cities: what a city filter shows. */
export const provinces: readonly { name: string; cities: readonly string[] }[] = provinceCities
  .split('|')
  .map((entry) => {
    const [name = '', cities = ''] = entry.split(':');
    return { name, cities: cities.split(' ') };
  });

const prefectures = new Set(provinces.flatMap((province) => province.cities));
const counties = new Set(countyCities.split(' '));
const provinceNames = new Set(provinces.map((province) => province.name));

/** Whether `name` (without 市) is a city of the list: prefecture level or county level. */
export function isCity(name: string): boolean {
  return prefectures.has(name) || counties.has(name);
}

/** A city found in a text. `end` is behind 市 where that is written. */
export interface CityMention {
  name: string;
  level: 'prefecture' | 'county';
  /** Whether 市, 州 and the like follow: a bare county name may be an ordinary word. */
  explicit: boolean;
  start: number;
  end: number;
}

/** Cities that the list does not know and the reader does: the university's own, which may be no prefecture. */
export type OwnCities = readonly string[];

const longestName = 5;
// 南京西路 and 中山大学 are not in 南京 and 中山; 阿里巴巴, 朝阳区 and 北海道 are no cities either.
const notThePlace =
  /^(?:[东西南北中环一二三四五]{0,2}(?:路|街|大街|大道|号线)|大学|师范|巴巴|云(?:计算|智能)|健康|道|人寿|公园|银行卡)/;
const ambiguousAsDistrict = /^(?:区|街道|门)/;

/**
 * Every city named in `text`, left to right. A county city right behind its prefecture (苏州昆山) is part of
 * that place and left out; a province (吉林长春) is not a city.
 */
export function findCities(text: string, own: OwnCities = []): CityMention[] {
  const source = fold(text);
  const mentions: CityMention[] = [];
  let i = 0;
  while (i < source.length) {
    // The 海西 of 青海西宁 is no city: a province is read whole.
    const province = provinceAt(source, i);
    if (province > 0) {
      i += province;
      continue;
    }
    const name = own.find((city) => source.startsWith(city, i)) ?? nameAt(source, i);
    if (name === null) {
      i += 1;
      continue;
    }
    const mention = mentionAt(source, i, name, own);
    if (mention) {
      const previous = mentions[mentions.length - 1];
      const within =
        previous !== undefined &&
        previous.level === 'prefecture' &&
        mention.level === 'county' &&
        /^[\s·\-/]?$/.test(source.slice(previous.end, i));
      if (!within) mentions.push(mention);
      i = mention.end;
    } else {
      i += name.length;
    }
  }
  return mentions;
}

/** Length of the province name at `index` that is no city at the same time, or 0. */
function provinceAt(source: string, index: number): number {
  for (const length of [2, 3]) {
    const name = source.substr(index, length);
    if (provinceNames.has(name) && !prefectures.has(name)) return length;
  }
  return 0;
}

function nameAt(source: string, index: number): string | null {
  if (source.charCodeAt(index) < 0x4e00) return null;
  for (let length = longestName; length >= 2; length -= 1) {
    const name = source.substr(index, length);
    if (name.length === length && (prefectures.has(name) || counties.has(name))) return name;
  }
  return null;
}

function mentionAt(source: string, start: number, name: string, own: OwnCities): CityMention | null {
  const end = start + name.length;
  const after = source.substr(end, 8);
  if (notThePlace.test(after)) return null;
  const level = prefectures.has(name) || own.includes(name) ? 'prefecture' : 'county';
  const suffix = /^(?:市(?!场|政|民|委党|内|值)|(?:[一-龥]{1,8}族){1,3}自治州|州|盟|地区|特别行政区)/.exec(
    after,
  );
  if (suffix) return { name, level, explicit: true, start, end: end + suffix[0].length };
  // 市委 and 市政府 still name the city in front of them.
  // So does the province right in front: 福建武夷山.
  const behindProvince = [2, 3].some((length) => provinceNames.has(source.slice(start - length, start)));
  const explicit = /^市(?:委|政府|民政)/.test(after) || behindProvince;
  if (name === '朝阳' && ambiguousAsDistrict.test(after)) return null;
  if (level === 'county' && /^(?:区|县|镇|乡)/.test(after)) return null;
  if (name === '吉林' && (after.startsWith('省') || provinceThenCity(source, end))) return null;
  return { name, level, explicit, start, end: after.startsWith('市') ? end + 1 : end };
}

/** 吉林 is both: before another city it is the province. */
function provinceThenCity(source: string, end: number): boolean {
  let next = end;
  while (next < source.length && /[\s·\-省]/.test(source.charAt(next))) next += 1;
  return next < source.length && nameAt(source, next) !== null;
}

/**
 * Cities of a place field: `西安·雁塔区`, `广西-桂林市`, `杭州/成都`, `江苏昆山`. Names without 市, in written
 * order, once each; prefecture where it is named, else the county city. A written `某某市` that no list knows is kept, and so
 * is a city of `own`. Provinces, countries and 远程 give nothing.
 */
export function readCities(text: string, own: OwnCities = []): string[] {
  const source = fold(text);
  const mentions = findCities(source, own);
  // 杭 州: names of two characters are padded to stand under longer ones.
  if (mentions.length === 0 && /^[一-龥]\s+[一-龥](?:\s*市)?$/.test(source.trim()))
    return readCities(source.replace(/\s+/g, ''), own);
  if (mentions.length === 0 && isAnywhere(source)) return [];
  const found = mentions.map(({ name, start }) => ({ name, start }));
  const unknown = /(?:^|[省区市\s·\-/,、;:|()])([一-龥]{2,4}?)市(?!场|政|民|区内|内)/g;
  for (let match = unknown.exec(source); match; match = unknown.exec(source)) {
    const name = match[1] ?? '';
    const index = match.index + match[0].indexOf(name);
    if (
      !provinceNames.has(name) &&
      !mentions.some(({ start, end }) => index < end && index + name.length > start)
    )
      found.push({ name, start: index });
  }
  return [...new Set(found.sort((a, b) => a.start - b.start).map(({ name }) => name))];
}

/** Whether a place field names no place on purpose: 全国, 不限, 各地. */
export const isAnywhere = (text: string): boolean =>
  /^(?:工作)?(?:地点|城市)?(?:不限|全国|全球|多地|各地|多个?城市|多省市)/.test(fold(text).trim());

/** Whether a place field says that the work is done from anywhere. */
export function isRemote(text: string): boolean {
  return /远程|线上(?!面试|笔试|宣讲|报名)|居家|remote/i.test(fold(text));
}
