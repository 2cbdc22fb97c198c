import type { TextSpan } from '../../text/link';
import { type CityMention, findCities, isRemote, readCities } from '../text/city';
import { type Document, entriesOf } from './document';
import type { Found } from './found';

const notWorkplace =
  /面试|笔试|考试|宣讲|报名|考点|集合|体检|培训|寄|投递|注册|总部|网申|户籍|籍贯|学校|会场|校区|双选/;
const spoken =
  /(?:工作|上班|服务|办公|实习|就业|公司|学校|医院|单位|项目|职场|店|校区|岗位)(?:地点?|地址|城市|区域)?\s*(?:都|均)?(?:位于|分布(?:在|于)|坐落(?:于|在)|落户|设在|在|为|是|[:：])|(?:坐标|base(?:地)?|工作地点?|工作城市|实习地点|工作区域|上班地点)\s*[:：]?/gi;

interface Places {
  names: string[];
  spans: TextSpan[];
}

function add(places: Places, found: CityMention[], offset: number): void {
  for (const mention of found) {
    if (!places.names.includes(mention.name)) places.names.push(mention.name);
    places.spans.push({ start: offset + mention.start, end: offset + mention.end });
  }
}

function merged(places: Places): Found<string[]> | null {
  if (places.names.length === 0) return null;
  const start = Math.min(...places.spans.map((span) => span.start));
  const end = Math.max(...places.spans.map((span) => span.end));
  return { value: places.names, span: { start, end } };
}

/** Counties are ordinary words outside a place field; there they need 市 behind them. */
function sure(mentions: CityMention[]): CityMention[] {
  return mentions.filter((mention) => mention.level === 'prefecture' || mention.explicit);
}

/** Cells of rows without head that hold nothing but cities: 研究员｜北京、深圳｜硕士. */
function addCells(document: Document, places: Places): void {
  for (const line of document.lines) {
    const cells = line.text.split(/[|\t]/);
    if (cells.length < 3) continue;
    let offset = line.start;
    for (const cell of cells) {
      const found = findCities(cell, document.ownCities);
      const rest = found.reduceRight(
        (text, mention) => text.slice(0, mention.start) + text.slice(mention.end),
        cell,
      );
      if (found.length > 0 && /^[\s、,/·-]*$/.test(rest)) add(places, found, offset);
      offset += cell.length + 1;
    }
  }
}

function fromFields(document: Document): Found<string[]> | null {
  const places: Places = { names: [], spans: [] };
  const column = document.table?.columns.indexOf('place') ?? -1;
  if (column >= 0) {
    for (const row of document.table?.rows ?? []) {
      const cell = row.cells[column];
      if (cell) add(places, findCities(cell.text, document.ownCities), cell.start);
    }
  }
  const entries = entriesOf(document, 'place').filter((entry) => !notWorkplace.test(entry.label));
  for (const entry of entries) {
    // 地址：合肥（总部），面试在上海: only what is said before another event.
    const value = entry.value.split(/面试|宣讲|笔试|总部/)[0] ?? '';
    add(places, findCities(value, document.ownCities), entry.start);
  }
  if (places.names.length === 0) addCells(document, places);
  if (places.names.length > 0) return merged(places);
  for (const entry of entries) {
    const names = readCities(entry.value.slice(0, 40), document.ownCities);
    const span = { start: entry.start, end: entry.end };
    if (names.length > 0) return { value: names, span };
    if (isRemote(entry.value)) return { value: ['远程'], span };
  }
  return null;
}

function fromSentences(document: Document): Found<string[]> | null {
  const places: Places = { names: [], spans: [] };
  spoken.lastIndex = 0;
  for (let match = spoken.exec(document.text); match; match = spoken.exec(document.text)) {
    const from = match.index + match[0].length;
    const before =
      document.text
        .slice(Math.max(0, match.index - 6), match.index)
        .split('\n')
        .pop() ?? '';
    if (notWorkplace.test(before) || /不在|总$/.test(before)) continue;
    const clause = document.text.slice(from, from + 30).split(/[。;!?\n]/)[0] ?? '';
    const found = findCities(clause, document.ownCities).filter((mention, index, all) => {
      const previousEnd = index === 0 ? 0 : (all[index - 1]?.end ?? 0);
      return /^[^,，。;]{0,4}$/.test(clause.slice(previousEnd, mention.start));
    });
    add(places, found, from);
  }
  return merged(places);
}

/** 北京衡诺（武汉）律师事务所 works in 武汉; 绵阳市青岭医院 in 绵阳. */
function fromCompany(company: Found<string> | null, { text, ownCities }: Document): Found<string[]> | null {
  if (company === null) return null;
  const { start, end } = company.span;
  const name = text.slice(start, end);
  const branch = /[(（]([^()（）]+)[)）]/.exec(name);
  const inBranch = branch ? findCities(branch[1] ?? '', ownCities) : [];
  if (branch && inBranch.length > 0) {
    return {
      value: inBranch.map((mention) => mention.name),
      span: { start: start + branch.index, end: start + branch.index + branch[0].length },
    };
  }
  const behind = /^\s*\(([^()\n]{2,12})\)/.exec(text.slice(end, end + 16));
  const inBrackets = behind ? sure(findCities(behind[1] ?? '', ownCities)) : [];
  if (inBrackets.length > 0)
    return { value: inBrackets.map((mention) => mention.name), span: { start: end, end: end + 16 } };
  // A county city stands for itself only at the head of a name (昆山某某电子).
  const head = findCities(name, ownCities).find((mention) => mention.start <= 3);
  if (head) return { value: [head.name], span: { start: start + head.start, end: start + head.end } };
  const unknown = /^[一-龥]{2,3}(?=市(?!政|场|民|内))/.exec(name);
  return unknown ? { value: [unknown[0]], span: { start, end: start + unknown[0].length } } : null;
}

/** The one or two cities a text names at all; more of them are where the employer has branches. */
function fromAnywhere(document: Document): Found<string[]> | null {
  const places: Places = { names: [], spans: [] };
  for (const line of document.lines) {
    const told = sure(findCities(line.text, document.ownCities)).filter(
      (mention) => !notWorkplace.test(line.text.slice(Math.max(0, mention.start - 8), mention.end + 4)),
    );
    add(places, told, line.start);
  }
  return places.names.length <= 2 ? merged(places) : null;
}

/** Cities of work; the employer's own city only where no place is named. */
export function readPlaces(
  document: Document,
  company: Found<string> | null,
  titles: readonly string[],
): Found<string[]> | null {
  const named = fromFields(document) ?? fromSentences(document);
  if (named) return named;
  const bracketed = titles.flatMap((title) =>
    sure(findCities(/[(（]([^()（）]+)[)）]/.exec(title)?.[1] ?? '', document.ownCities)),
  );
  if (bracketed.length > 0) {
    const names = bracketed.map((mention) => mention.name);
    return {
      value: names.filter((name, index) => names.indexOf(name) === index),
      span: { start: 0, end: 0 },
    };
  }
  const own = fromCompany(company, document);
  if (own) return own;
  return fromAnywhere(document);
}
