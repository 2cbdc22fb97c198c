import type { TextSpan } from '../../text/link';
import { anyMajor, cleanMajor, readMajors, saysAnyMajor, splitList } from '../text/majors';
import { type Document, entriesOf, type Line } from './document';
import type { Found } from './found';
import { spanOf } from './found';
import { isMajorList, isMajorName, level, majorEnding, namesIn } from './major-names';

/** What stands at a place of the text: names, 不限, or only a wish (优先). */
interface MajorClause {
  names: string[];
  any: boolean;
  wish: boolean;
  span: TextSpan;
}

const opens =
  /(?:其他|其它|别的|非本|跨)专业(?:也|亦|均|都|同学)?(?:可|欢迎|行|能)|其[他它]专业[^,。;\n]{2,14}(?:也|亦|均|都)(?:可|欢迎|行)|其[他它][^,。;\n]{0,8}也(?:可|ok|OK|行|欢迎)|专业[^,。;\n]{0,4}放宽|不限也可|专业(?:背景)?不(?:限|卡|设限|作限制|做限制|作要求)|不(?:限|卡|看|挑)(?:制|具体)?专业|(?:各|所有|任何|什么|哪个)专业|专业不是问题|无专业(?:限制|要求)|不要求专业/;
const matches = /专业(?:与|和|同)[^,。;]{0,10}(?:一致|相同|相符|相近|对口)|(?:相应|对口|相关)专业$|^相关专业/;

/** The enumeration right in front of 专业: 会计、财务管理专业大专以上 → 会计、财务管理. */
function beforeWord(text: string, at: number): TextSpan | null {
  let start = at;
  while (
    start > 0 &&
    at - start < 160 &&
    !/[。;!?\n:|\t]$| {2}$/.test(text.slice(Math.max(0, start - 2), start))
  )
    start -= 1;
  const clause = text.slice(start, at);
  // A comma ends the enumeration when what stands before it is no major.
  const parts = clause.split(/[,，]/);
  let kept = parts.length - 1;
  while (kept > 0 && isMajorList(parts[kept - 1] ?? '')) kept -= 1;
  const skipped = parts.slice(0, kept).join(',').length + (kept > 0 ? 1 : 0);
  const from = start + skipped;
  return from < at ? { start: from, end: at } : null;
}

function fromField(value: string, span: TextSpan): MajorClause {
  const clauses = value.split(/[;。\n]/);
  const names: string[] = [];
  let any = false;
  let wish = false;
  for (const clause of clauses) {
    if (saysAnyMajor(clause) || opens.test(clause) || /^\s*不限/.test(clause)) any = true;
    else if (/优先/.test(clause) && clauses.length > 1 && names.length > 0) wish = true;
    else if (/^[^、]{0,30}优先/.test(clause)) wish = true;
    else if (!matches.test(clause))
      for (const name of namesIn(clause)) if (!names.includes(name)) names.push(name);
  }
  return { names, any: any || readMajors(value)[0] === anyMajor, wish, span };
}

const word =
  /(?:专业|科系)(?!性|能力|知识|技能|技术|人才|人员|化|素[质养]|课|排名|名称|资格|的|服务|团队|机构|培训|四级|八级|水平|成绩|户|级|英语|背景不限|方面|术语|度|书籍|领域|证书|导师|从事|理论|前\d|第|教师|老师|讲师)/g;
const listed =
  /(?:[一-龥()]{2,16}[、/,]){1,}[一-龥()]{2,16}(?=(?:等)?(?:都行|(?:大专|本科|硕士|专科)(?:及|以|或)|均可|都可以?|皆可|优先|等?(?:相关)?(?:复合)?背景|毕业生|即可|等方向))/g;

function fromSentences(document: Document): MajorClause[] {
  const { text } = document;
  const clauses: MajorClause[] = [];
  const take = (span: TextSpan, after: string) => {
    const value = text.slice(span.start, span.end);
    const clause = value + after;
    const listed = matches.test(clause) ? [] : namesIn(value);
    // Of a lone word in front of 专业 only a major's ending shows that it is one.
    const names = listed.filter((name) => majorEnding.test(name) || (listed.length > 1 && name.length <= 12));
    const wish = /^(?:[^,。;\n]{0,6})(?:优先|加分|更佳|为佳|尤佳)/.test(after);
    if (names.length > 0 || wish) clauses.push({ names, any: false, wish, span });
  };
  const elsewhere = entriesOf(document, 'about', 'duties').filter((entry) => !entry.section);
  word.lastIndex = 0;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    // 姓名+学校+专业 is the subject of a mail.
    if (/[+\-_/]/.test(text.charAt(match.index - 1))) continue;
    const told = elsewhere.some(
      (entry) => match !== null && match.index >= entry.start && match.index < entry.end,
    );
    const span = told ? null : beforeWord(text, match.index);
    if (span) take(span, text.slice(match.index, match.index + 16).replace(/^专业/, ''));
  }
  listed.lastIndex = 0;
  for (let match = listed.exec(text); match; match = listed.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (clauses.some((clause) => clause.span.start < span.end && clause.span.end > span.start)) continue;
    take(span, text.slice(span.end, span.end + 12));
  }
  return clauses;
}

/** Enumerations in requirement lines that only their content shows to be majors (跨境电商：本科，电子商务、国际贸易，…). */
function fromRequirementParts(document: Document): MajorClause[] {
  const clauses: MajorClause[] = [];
  const take = (piece: string, start: number, least: number) => {
    const part = piece.replace(/[)】\s]+$/, '');
    const names = splitList(part.replace(level, ''));
    if (names.length < least || !isMajorList(part)) return;
    if (!names.every((name) => majorEnding.test(cleanMajor(name)))) return;
    clauses.push({
      names: namesIn(part),
      any: false,
      wish: /优先/.test(part),
      span: { start, end: start + part.length },
    });
  };
  for (const line of document.lines) {
    const degreeAt = /(?:大专|本科|硕士|博士|专科|研究生)[^,;:。]{0,12}[,;)）:]?\s*/g;
    for (let match = degreeAt.exec(line.text); match; match = degreeAt.exec(line.text)) {
      const offset = match.index + match[0].length;
      take(line.text.slice(offset, offset + 120).split(/[,;。]/)[0] ?? '', line.start + offset, 1);
    }
    // 监理员：土木、工程管理，大专及以上，6名
    if (isRow(line) && /大专|本科|硕士|博士|专科/.test(line.text)) {
      let offset = line.start;
      for (const [index, part] of line.text.split(/[,;:|。]/).entries()) {
        if (index > 0) take(part, offset, 1);
        offset += part.length + 1;
      }
    }
    // A bullet below 要求 that is nothing but an enumeration.
    const required = entriesOf(document, 'requirements').some(
      (entry) => line.start >= entry.start && line.end <= entry.end,
    );
    if (required) take(line.text.replace(/[。;]$/, ''), line.start, 2);
  }
  return clauses;
}

function tableColumn(document: Document): MajorClause[] {
  const column = document.table?.columns.indexOf('major') ?? -1;
  if (column < 0) return [];
  return (document.table?.rows ?? []).flatMap((row) => {
    const cell = row.cells[column];
    return cell ? [fromField(cell.text, cell)] : [];
  });
}

/** A row of a table without head: the cell of names between the others (临床护理岗｜20人｜护理学｜大专). */
function looseCells(document: Document): MajorClause[] {
  return document.lines.flatMap((line) => {
    const cells = line.text.split(/[|\t]/);
    if (cells.length < 3) return [];
    let offset = line.start;
    const clauses: MajorClause[] = [];
    cells.forEach((cell, index) => {
      const span = { start: offset, end: offset + cell.length };
      offset += cell.length + 1;
      const cleaned = cell.trim();
      if (
        index > 0 &&
        isMajorList(cleaned) &&
        splitList(cleaned).every((part) => majorEnding.test(cleanMajor(part)))
      ) {
        clauses.push({ names: namesIn(cleaned), any: false, wish: false, span });
      } else if (index > 0 && saysAnyMajor(cleaned)) {
        clauses.push({ names: [], any: true, wish: false, span });
      }
    });
    return clauses;
  });
}

/**
 * Majors that some post requires, over all posts. 不限, and 优先 beside 其他也可, give `['不限']`; a wish alone
 * gives nothing.
 */
export function readRequiredMajors(document: Document): Found<string[]> | null {
  const { text } = document;
  const fields = [
    ...tableColumn(document),
    ...document.entries
      .filter((entry) => entry.field === 'major' || /专业(?:及|和)/.test(entry.label))
      .map((entry) => fromField(entry.value, entry)),
  ];
  const field = union(fields);
  if (field) return field;
  const clauses = [...fromSentences(document), ...looseCells(document), ...fromRequirementParts(document)];
  const required = union(clauses.filter((clause) => !clause.wish));
  const opened = opens.exec(text) ?? /不限专业|专业不限/.exec(text);
  if (opened) {
    const clause =
      text
        .slice(Math.max(0, opened.index - 12), opened.index)
        .split(/[,;。:(\n\s]/)
        .pop() ?? '';
    const near = text.slice(Math.max(0, opened.index - 30), opened.index + 24);
    // 后端要求计算机类专业；设计不限专业: free for one post only.
    const partly =
      required !== null &&
      /^[一-龥A-Za-z]{2,8}岗?$/.test(clause) &&
      !/专业|学历|以上|不限|要求/.test(clause) &&
      !/其[他它]专业|优先/.test(near);
    // ③采购专员（本科，专业不限） among rows that ask for majors.
    const lineAt = document.lines.find((line) => opened.index >= line.start && opened.index < line.end);
    const rows =
      required === null
        ? []
        : document.lines.filter(
            (line) =>
              isRow(line) &&
              clauses.some(
                (item) =>
                  !item.wish &&
                  item.names.length > 0 &&
                  item.span.start >= line.start &&
                  item.span.end <= line.end,
              ),
          );
    const ofOneRow =
      lineAt !== undefined &&
      isRow(lineAt) &&
      rows.length > 0 &&
      !rows.includes(lineAt) &&
      /[,(:]/.test(lineAt.text) &&
      !/优先|^专业/.test(lineAt.text);
    if (!partly && !ofOneRow)
      return { value: [anyMajor], span: { start: opened.index, end: opened.index + opened[0].length } };
  }
  return required ?? union(inTitles(document));
}

/** 专任教师（机械工程、控制科学与工程）: majors in brackets behind a post. */
function inTitles(document: Document): MajorClause[] {
  const clauses: MajorClause[] = [];
  const bracket = /[师员岗授]\(([^()]{3,40})\)/g;
  for (let match = bracket.exec(document.text); match; match = bracket.exec(document.text)) {
    const value = match[1] ?? '';
    if (!splitList(value).every((part) => isMajorName(part) && majorEnding.test(part))) continue;
    const start = match.index + 2;
    clauses.push({
      names: namesIn(value),
      any: false,
      wish: false,
      span: { start, end: start + value.length },
    });
  }
  return clauses;
}

/** A line about one post: a bullet, or a name with a colon or a bar behind it. */
function isRow(line: Line): boolean {
  return line.bulleted || /^(?!专业|学历|要求|条件|岗位|任职)[一-龥A-Za-z0-9]{2,12}[:|,(]/.test(line.text);
}

function union(clauses: MajorClause[]): Found<string[]> | null {
  const named = clauses.filter((clause) => clause.names.length > 0 && !clause.any);
  const names: string[] = [];
  for (const clause of named) for (const name of clause.names) if (!names.includes(name)) names.push(name);
  if (names.length > 0) return { value: names, span: spanOf(named.map((clause) => clause.span)) };
  const open = clauses.filter((clause) => clause.any);
  return open.length > 0 ? { value: [anyMajor], span: spanOf(open.map((clause) => clause.span)) } : null;
}
