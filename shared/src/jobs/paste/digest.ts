import type { TextSpan } from '../../text/link';
import type { Document } from './document';

const employer =
  /[一-龥A-Za-z()]{2,24}?(?:有限责任公司|有限公司|股份公司|集团|银行|医院|学院|大学|中学|小学|研究院|研究所|事务所|出版社)/;
const label = /^(?:公司|单位|企业|招聘单位|用人单位|公司名称|单位名称)\s*[:】]/;

/**
 * A digest of several employers, item by item: numbered lines or 公司： labels that each name another one. One
 * item or none where the text is a single announcement.
 */
export function digestItems(document: Document): TextSpan[] {
  const starts: { start: number; name: string }[] = [];
  for (const line of document.lines) {
    const labelled = label.test(line.text);
    if (!labelled && !(line.bulleted && /招|聘|岗/.test(line.text))) continue;
    const match = employer.exec(labelled ? line.text.replace(label, '') : line.text.slice(0, 40));
    const name = match?.[0] ?? (labelled ? line.text.replace(label, '').trim() : null);
    // In a list of posts the employer is said once.
    if (name && (labelled || (match?.index ?? 9) <= 2)) starts.push({ start: line.start, name });
  }
  if (new Set(starts.map((item) => item.name)).size < 2) return [];
  return starts.map((item, index) => ({
    start: item.start,
    end: starts[index + 1]?.start ?? document.text.length,
  }));
}
