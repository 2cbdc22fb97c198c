import type { TextSpan } from '../../text/link';
import { classifyLabel, type LabelField } from './labels';
import type { Line } from './lines';

/** The value of a label. A label that stands alone owns the lines up to the next heading. */
export interface Entry extends TextSpan {
  field: LabelField;
  label: string;
  value: string;
  labelStart: number;
  /** The value stands on the lines below the label. */
  section: boolean;
}

const emojiFields: readonly (readonly [RegExp, LabelField])[] = [
  [/\uD83D[\uDCB0\uDCB5\uDCB4\uDCB8]/, 'pay'],
  [/\uD83D\uDCCD|\uD83C\uDFD9|\uD83D\uDDFA/, 'place'],
  [/\uD83C\uDF93/, 'degree'],
  [/[\u23F0\u23F3\u231B]|\uD83D[\uDCC5\uDDD3\uDD50-\uDD5B]/, 'deadline'],
  [/\uD83D[\uDCE7\uDCEE\uDCE9\uDCE8]|\u2709|\uD83D\uDD17/, 'apply'],
  [/\uD83D\uDC65/, 'headcount'],
];

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
  // 茶学或食品类专业 大专以上: the major itself is no label.
  if (spaced && isBareLabel(spaced.label) && !/[一-龥]{3,}专业$/.test(spaced.label)) return spaced;
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

export function toEntries(text: string, lines: Line[]): Entry[] {
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
