import type { TextSpan } from '../../text/link';
import type { PassageRule } from './passages';

/** Characters on either side of a passage; a text without stops would be read again for each of its passages. */
const longestClause = 200;

function clauseOf(text: string, at: number, end: number): { clause: string; before: string; after: string } {
  const first = Math.max(0, at - longestClause);
  let from = at;
  while (from > first && !/[。;!?\n]/.test(text.charAt(from - 1))) from -= 1;
  const last = Math.min(text.length, end + longestClause);
  let to = end;
  while (to < last && !/[。;!?\n]/.test(text.charAt(to))) to += 1;
  return { clause: text.slice(from, to), before: text.slice(from, at), after: text.slice(end, to) };
}

/** The passages of a folded text to which a rule objects, at most so many. */
export function findPassages(rule: PassageRule, text: string, most: number): TextSpan[] {
  const found: TextSpan[] = [];
  const pattern = new RegExp(rule.pattern.source, rule.pattern.flags.includes('i') ? 'gi' : 'g');
  for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text)) {
    if (match[0] === '') {
      pattern.lastIndex += 1;
      continue;
    }
    const end = match.index + match[0].length;
    const { clause, before, after } = clauseOf(text, match.index, end);
    if (rule.unless?.test(clause) || rule.unlessBefore?.test(before) || rule.unlessAfter?.test(after))
      continue;
    const captured = match[1] === undefined ? match[0] : match[1];
    const start = match.index + match[0].indexOf(captured);
    found.push({ start, end: start + captured.length });
  }
  return found;
}
