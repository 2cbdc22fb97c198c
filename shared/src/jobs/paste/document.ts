import { fold } from '../text/fold';
import type { TextSpan } from '../text/link';
import { classifyLabel, type LabelField } from './labels';

/** A line of the text without its bullet, emoji and number; offsets are those of the whole text. */
export interface Line extends TextSpan {
  text: string;
  /** Begins with 一、 or stands in 【】 alone: opens a section. */
  heading: boolean;
  /** Begins with a bullet, a number or an emoji. */
  bulleted: boolean;
}

/** The value of a label. A label that stands alone owns the lines up to the next heading. */
export interface Entry extends TextSpan {
  field: LabelField;
  label: string;
  value: string;
  labelStart: number;
  /** The value stands on the lines below the label. */
  section: boolean;
}

export interface Cell extends TextSpan {
  text: string;
}

export interface Row extends TextSpan {
  cells: Cell[];
}

export interface Table {
  /** Field of each column; null where the head says nothing we know. */
  columns: (LabelField | null)[];
  rows: Row[];
}

/** A pasted text, folded (same length as the original, so that offsets hold) and cut into lines and entries. */
export interface Document {
  text: string;
  original: string;
  lines: Line[];
  entries: Entry[];
  table: Table | null;
}

/** Longer texts are read up to here: no announcement is longer, and a phone must not stall on a pasted book. */
export const longestRead = 20000;

const emoji =
  '[\\uD83C-\\uD83E][\\uDC00-\\uDFFF]|[\\u2190-\\u21FF\\u2300-\\u23FF\\u25A0-\\u27BF\\u2B00-\\u2BFF]|\\d?\\u20E3';
const number =
  '[一二三四五六七八九十]{1,3}\\s*[、.]|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}\\s*(?:[、)]|\\.(?!\\d))|[\\u2460-\\u2487]|第[一二三四五六]、|[A-Z](?:岗\\s*:|\\s*[.、:](?=[一-龥]))';
const decoration = new RegExp(`^(?:[QqAa问答]\\s*:\\s*|\\s|${emoji}|[·•*#>=_~+-](?!\\d)|${number})+`);
const sectionNumber =
  /^\s*(?:[【[「]?\s*)?(?:[一二三四五六七八九十]{1,3}\s*[、.]|第[一二三四五六]、|\([一二三四五六七八九十]{1,3}\))/;

const emojiFields: readonly (readonly [RegExp, LabelField])[] = [
  [/\uD83D[\uDCB0\uDCB5\uDCB4\uDCB8]/, 'pay'],
  [/\uD83D\uDCCD|\uD83C\uDFD9|\uD83D\uDDFA/, 'place'],
  [/\uD83C\uDF93/, 'degree'],
  [/[\u23F0\u23F3\u231B]|\uD83D[\uDCC5\uDDD3\uDD50-\uDD5B]/, 'deadline'],
  [/\uD83D[\uDCE7\uDCEE\uDCE9\uDCE8]|\u2709|\uD83D\uDD17/, 'apply'],
  [/\uD83D\uDC65/, 'headcount'],
];

function toLines(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const raw of text.split('\n')) {
    const bullet = decoration.exec(raw);
    const skipped = bullet ? bullet[0].length : 0;
    const body = raw.slice(skipped).replace(new RegExp(`(?:\\s|${emoji})+$`), '');
    if (body !== '') {
      const start = offset + skipped;
      const heading = sectionNumber.test(raw) || /^[【[「][^】\]」]{2,12}[】\]」]$/.test(body);
      lines.push({
        text: body,
        start,
        end: start + body.length,
        heading,
        bulleted: bullet !== null && /\S/.test(bullet[0]),
      });
    }
    offset += raw.length + 1;
  }
  return lines;
}

const bracketedEntry = /^[【[(「]\s*([一-龥]{2,8})\s*:\s*([^】\])」]+)[】\])」]/;
const bracketLabel = /^[【[「〖<]\s*([^】\]」〗>]{1,14}?)\s*[】\]」〗>]\s*:?\s*/;
const colonLabel =
  /^([一-龥A-Za-z][一-龥A-Za-z/&· ]{0,13}?(?:\d{1,2}(?=\s*:\s*\D))?)\s*(?:\([^()]{1,12}\))?\s*:\s*(?!\/\/)/;
const pipeLabel = /^([一-龥A-Za-z]{1,8})\s*[|丨]\s*/;
const spaceLabel = /^([一-龥]{2,8}|base|BASE|Base)(?:\s+|(?=[\d]{4}年))(?=\S)/;
const inlineLabel = /[\s。;,!?)】|]\s*([一-龥A-Za-z]{2,8})\s*(?:\([^()]{1,8}\))?\s*:\s*(?!\/\/)/g;
const inlineBracket = /【\s*([^】]{2,10})\s*】\s*:?\s*/g;

// 【急聘】 in front of a sentence is a tag, no label.
const tag = /^(?:[急诚直热]?[招聘]聘?|招聘|招募|招人)$/;

interface LabelHit {
  field: LabelField;
  label: string;
  at: number;
  valueAt: number;
  whole: boolean;
}

/** The label at the start of a line, in any of the ways people write one. */
function leadingLabel(line: Line, previous: string): LabelHit | null {
  const tryPattern = (pattern: RegExp, needField: boolean): LabelHit | null => {
    const match = pattern.exec(line.text);
    if (!match) return null;
    const field = classifyLabel(match[1] ?? '') ?? (needField ? null : 'other');
    if (field === null) return null;
    const valueAt = line.start + match[0].length;
    return { field, label: match[1] ?? '', at: line.start, valueAt, whole: valueAt >= line.end };
  };
  const enclosed = bracketedEntry.exec(line.text);
  const enclosedField = enclosed ? classifyLabel(enclosed[1] ?? '') : null;
  if (enclosed && enclosedField !== null) {
    const valueAt = line.start + enclosed[0].length - (enclosed[2] ?? '').length - 1;
    return { field: enclosedField, label: enclosed[1] ?? '', at: line.start, valueAt, whole: false };
  }
  const bracketed = tryPattern(bracketLabel, true);
  if (bracketed && (bracketed.whole || !tag.test(bracketed.label))) return bracketed;
  const colon = tryPattern(colonLabel, false);
  if (colon) return colon;
  const bare = line.text.replace(/(?:如下|[:?？])+$/, '');
  const asked = /[?？]$/.test(line.text);
  const whole = bare.length <= 12 && !/[,。;|\d]/.test(bare) ? classifyLabel(bare) : null;
  if (
    whole !== null &&
    (line.heading || line.bulleted || whole !== 'other') &&
    !/[0-9]/.test(bare) &&
    (asked || isBareLabel(bare))
  ) {
    return { field: whole, label: bare, at: line.start, valueAt: line.end, whole: true };
  }
  const piped = line.text.split('|').length <= 2 ? tryPattern(pipeLabel, true) : null;
  if (piped) return piped;
  const spaced = tryPattern(spaceLabel, true);
  if (spaced && isBareLabel(spaced.label)) return spaced;
  for (const [mark, field] of emojiFields) {
    if (mark.test(previous)) return { field, label: '', at: line.start, valueAt: line.start, whole: false };
  }
  return null;
}

/** A label without colon must be one of the common words, or every short line would be a heading. */
function isBareLabel(text: string): boolean {
  return /^(?:[一-龥]{0,6})(?:岗位|职位|地点|城市|地址|要求|条件|待遇|福利|薪资|薪酬|方式|办法|渠道|对象|时间|日期|职责|内容|简介|介绍|人数|名额|计划|专业|学历|网址|邮箱|截止|报名|网申|入口|链接|及要求|月薪|年薪|工资|公司|单位|base)$/i.test(
    text,
  );
}

function labelsOf(line: Line, prefix: string): LabelHit[] {
  const hits: LabelHit[] = [];
  const first = leadingLabel(line, prefix);
  if (first) hits.push(first);
  for (const pattern of [inlineLabel, inlineBracket]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(line.text); match; match = pattern.exec(line.text)) {
      const label = match[1] ?? '';
      const field = classifyLabel(label);
      const at = line.start + match.index;
      if (
        field === null ||
        (pattern === inlineBracket && tag.test(label)) ||
        hits.some((hit) => at < hit.valueAt && at >= hit.at)
      )
        continue;
      hits.push({ field, label, at, valueAt: line.start + match.index + match[0].length, whole: false });
      // The separator behind one value opens the next label.
      pattern.lastIndex -= 1;
    }
  }
  return hits.sort((a, b) => a.at - b.at);
}

function toEntries(text: string, lines: Line[]): Entry[] {
  const entries: Entry[] = [];
  let open: Entry | null = null;
  let previousEnd = 0;
  for (const line of lines) {
    const hits = labelsOf(line, text.slice(previousEnd, line.start));
    previousEnd = line.end;
    if (open && (line.heading || (hits[0]?.at === line.start && (hits[0].whole || !open.section))))
      open = null;
    // Below a section's head its own labelled lines are entries too, but they do not close it.
    if (open) open.end = line.end;
    for (const [index, hit] of hits.entries()) {
      const end = hits[index + 1]?.at ?? line.end;
      const section = hit.valueAt >= line.end;
      const entry = {
        field: hit.field,
        label: hit.label,
        labelStart: hit.at,
        start: Math.min(hit.valueAt, end),
        end,
        section,
        value: '',
      };
      entries.push(entry);
      if (section) open = entry;
    }
  }
  for (const entry of entries) entry.value = text.slice(entry.start, entry.end);
  return entries.filter((entry) => entry.value.trim() !== '');
}

function cellsOf(line: Line, text: string): Cell[] | null {
  const source = text.slice(line.start, line.end);
  const mark = source.includes('\t')
    ? '\t'
    : source.split('|').length >= 3
      ? '|'
      : / {2,}/.test(source)
        ? '  '
        : null;
  if (mark === null) return null;
  const cells: Cell[] = [];
  let offset = line.start;
  for (const part of mark === '  ' ? source.split(/( {2,})/) : source.split(mark)) {
    const blank = mark === '  ' && /^ {2,}$/.test(part);
    if (!blank) {
      const lead = part.length - part.trimStart().length;
      cells.push({ text: part.trim(), start: offset + lead, end: offset + lead + part.trim().length });
    }
    offset += part.length + (mark === '  ' ? 0 : 1);
  }
  const framed =
    mark === '|' ? cells.filter((cell, i) => cell.text !== '' || (i > 0 && i < cells.length - 1)) : cells;
  return framed.length >= 2 ? framed : null;
}

const headWord: readonly (readonly [LabelField, RegExp])[] = [
  ['title', /岗位|职位|职务|岗$|学科/],
  ['headcount', /人数|数量|名额|计划/],
  ['place', /地点|城市|地区|base/i],
  ['pay', /薪|待遇|工资|月收入|补贴/],
];

/** A table pasted as text: a head row of at least three cells that names a post column, and the rows below. */
function toTable(text: string, lines: Line[]): Table | null {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    // The head's first cell may be 序号, which a decoration pattern never eats.
    const head = line ? cellsOf(line, text) : null;
    if (!head || head.length < 3 || head.some((cell) => cell.text.length > 10)) continue;
    const columns = head.map((cell) => {
      const known = headWord.find(
        ([, words]) => words.test(cell.text) && !/职责|要求|描述|编号|代码/.test(cell.text),
      );
      return known ? known[0] : classifyLabel(cell.text);
    });
    if (!columns.includes('title') || columns.filter((column) => column !== null).length < 2) continue;
    const rows: Row[] = [];
    for (const row of lines.slice(i + 1)) {
      const lineStart = text.lastIndexOf('\n', row.start - 1) + 1;
      const cells = cellsOf({ ...row, start: lineStart }, text);
      if (cells === null || cells.length < Math.min(3, columns.length)) {
        if (rows.length > 0) break;
        continue;
      }
      if (cells.every((cell) => /^[-: ]*$/.test(cell.text))) continue;
      rows.push({ start: row.start, end: row.end, cells });
    }
    if (rows.length > 0) return { columns, rows };
  }
  return null;
}

/** Folds and cuts a pasted text. `\r\n` and page breaks end lines. */
export function readDocument(original: string): Document {
  const cut = original.slice(0, longestRead);
  const text = fold(cut)
    .replace(/\r\n/g, ' \n')
    .replace(/[\r\u2028\u2029\v\f]/g, '\n')
    .replace(/丨/g, '|');
  const lines = toLines(text);
  return { text, original: cut, lines, entries: toEntries(text, lines), table: toTable(text, lines) };
}

/** What stands in the original at a span, blanks joined: the form in which names are handed on. */
export function written(document: Document, span: TextSpan): string {
  return document.original.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}

/** The clause around an offset: from the last 。；!? or line end before it to the next one behind. */
export function clauseAt(text: string, start: number, end: number): TextSpan {
  let from = start;
  while (from > 0 && start - from < 120 && !/[。;!?\n]/.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < 120 && !/[。;!?\n]/.test(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

export function entriesOf(document: Document, ...fields: LabelField[]): Entry[] {
  return document.entries.filter((entry) => fields.includes(entry.field));
}
