import { type DegreeMention, findDegrees, lowerDegree } from '../text/degree';
import type { Degree } from '../vocabulary';
import { type Document, entriesOf } from './document';
import type { Found } from './found';
import { spanOf } from './found';

// 本科阶段成绩, 硕士点, 博士30人, 服务本科教学: the word is there, a requirement is not.
const otherBefore =
  /(?:讲授|承担|指导|服务|面向全校|博|拥有|具有[^,。]{0,4}授予|其中|面试.{0,6}|现有[^,。]{0,12})$/;
const otherAfter =
  /^(?:阶段|期间|院校|层次|生?导师|点|授[予权]|教学|课程|生院|生处|部|工作站|后|\d+\s*[人名余%]|占|生?助教|生?招生|团队|生比例|时期|专业课)/;
const requires =
  /^(?:\(?(?:及其?|或|含)?以上|\(?及|以上|起|学历|学位|在读|毕业|生|、|\/|或|和|,|;|。|$|\n|\s|\)|:|均可|都|可|优先|研究生|二年级|三年级|大?[一二三四])/;

function isRequirement(text: string, mention: DegreeMention): boolean {
  if (otherAfter.test(text.slice(mention.end, mention.end + 8))) return false;
  if (
    otherBefore.test(text.slice(Math.max(0, mention.start - 14), mention.start)) &&
    !/至少|要求|具有/.test(text.slice(Math.max(0, mention.start - 4), mention.start))
  )
    return false;
  return true;
}

/**
 * The lowest degree that any post of the text accepts. A degree field wins over requirements, these over the
 * rest of the text; “大三” alone says nothing.
 */
export function readDegree(document: Document): Found<Degree> | null {
  const { text } = document;
  const mentions = findDegrees(text).filter((mention) => isRequirement(text, mention));
  const column = document.table?.columns.indexOf('degree') ?? -1;
  const cells = column < 0 ? [] : (document.table?.rows ?? []).flatMap((row) => row.cells[column] ?? []);
  const inside = (spans: { start: number; end: number }[]) =>
    mentions.filter((mention) =>
      spans.some((span) => mention.start >= span.start && mention.end <= span.end),
    );
  const labelled = entriesOf(document, 'degree');
  const elsewhere = entriesOf(document, 'about', 'duties', 'schedule').filter((entry) => !entry.section);
  const told = inside(elsewhere);
  const asked = inside(entriesOf(document, 'requirements'));
  const plain = mentions.filter((mention) => !told.includes(mention));
  const required = plain.filter((mention) => asked.includes(mention) || isStrong(text, mention));
  for (const list of [inside([...labelled, ...cells]), required, plain]) {
    const found = lowest(list);
    if (found) return found;
  }
  for (const entry of labelled) {
    if (/^\s*(?:不限|无要求|均可)/.test(entry.value))
      return { value: 'any', span: { start: entry.start, end: entry.end } };
  }
  return null;
}

function isStrong(text: string, mention: DegreeMention): boolean {
  return requires.test(text.slice(mention.end, mention.end + 6));
}

function lowest(mentions: DegreeMention[]): Found<Degree> | null {
  let degree: Degree | null = null;
  for (const mention of mentions) degree = lowerDegree(degree, mention.degree);
  return degree === null
    ? null
    : { value: degree, span: spanOf(mentions.filter((item) => item.degree === degree)) };
}
