import { findMails, type TextSpan } from '../../text/link';
import type { OwnCities } from '../text/city';
import { fold } from '../text/fold';
import { type Finding, finding } from './finding';
import { type LintJob, readLintJob } from './job';
import { lintFields } from './missing';
import { type PassageRule, passageRules } from './passages';

/** Mail providers that anybody gets a box at: the name behind @ proves no employer. */
const publicMail =
  /@(?:vip\.)?(?:qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|aliyun|tom|21cn|gmail|outlook|hotmail|live|msn|icloud|yahoo|ymail|proton(?:mail)?|88)\.(?:com|net|cn|com\.cn|me)$/i;

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

/** The first passage of a folded text to which a rule objects. */
function passageOf(rule: PassageRule, text: string): TextSpan | null {
  const pattern = new RegExp(rule.pattern.source, rule.pattern.flags.includes('i') ? 'gi' : 'g');
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
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
    return { start, end: start + captured.length };
  }
  return null;
}

function lintPassages(job: LintJob): Finding[] {
  const findings: Finding[] = [];
  for (const rule of passageRules) {
    if (job.kind !== null && rule.except?.includes(job.kind)) continue;
    for (const path of ['title', 'body'] as const) {
      const span = passageOf(rule, fold(job[path]));
      if (span === null) continue;
      const quote = job[path].slice(span.start, span.end).trim();
      findings.push(finding(rule.rule, path, rule.message.replace('{quote}', quote), span));
      break;
    }
  }
  return findings;
}

function lintMailbox(job: LintJob): Finding | null {
  const message = '用的是公共邮箱，请核实是不是单位的；最好换成单位邮箱';
  if (job.email !== '')
    return publicMail.test(fold(job.email).trim()) ? finding('mailbox.public', 'apply.email', message) : null;
  const mail = findMails(job.body).find((mention) => publicMail.test(mention.value));
  return mail ? finding('mailbox.public', 'body', message, { start: mail.start, end: mail.end }) : null;
}

function lintSource(job: LintJob): Finding | null {
  if (job.origin !== 'repost' || job.sourceName !== '' || job.sourceUrl !== '') return null;
  return finding('repost.no-source', 'source.name', '转载要写明出处，请填写来源账号或原文链接');
}

/**
 * Checks a job before it is published: missing fields of the recruitment rules, expiry, discrimination, fees,
 * bait, mailboxes and private contacts. `input` is a job as the form, the API or an import row writes it;
 * `today` is a day in Asia/Shanghai; `ownCities` are cities besides the national list. A deadline equal to today is still open.
 */
export function lintJob(input: unknown, today: string, ownCities: OwnCities = []): Finding[] {
  const job = readLintJob(input);
  const found = [
    ...lintFields(job, today, ownCities),
    ...lintPassages(job),
    lintMailbox(job),
    lintSource(job),
  ];
  return found.filter((item): item is Finding => item !== null);
}
