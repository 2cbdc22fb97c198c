import { findMails } from '../../text/link';
import type { OwnCities } from '../text/city';
import { fold } from '../text/fold';
import { findPassages } from './find-passages';
import { type Finding, finding } from './finding';
import { type LintJob, readLintJob } from './job';
import { lintFields } from './missing';
import { passageRules } from './passages';

/** Mail providers that anybody gets a box at: the name behind @ proves no employer. */
const publicMail =
  /@(?:vip\.)?(?:qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|aliyun|tom|21cn|gmail|outlook|hotmail|live|msn|icloud|yahoo|ymail|proton(?:mail)?|88)\.(?:com|net|cn|com\.cn|me)$/i;

function lintPassages(job: LintJob): Finding[] {
  const findings: Finding[] = [];
  for (const rule of passageRules) {
    if (job.kind !== null && rule.except?.includes(job.kind)) continue;
    for (const path of ['title', 'body'] as const) {
      const [span] = findPassages(rule, fold(job[path]), 1);
      if (span === undefined) continue;
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
