import type { TextSpan } from '../../text/link';
import type { JobPath } from '../fields';

export type Severity = 'block' | 'warn';

/** Every rule of the self-check, with its severity: `block` cannot be published, `warn` needs a written reason. */
export const ruleSeverities = {
  'missing.employer': 'block',
  'missing.headcount': 'warn',
  'missing.place': 'warn',
  'missing.pay': 'warn',
  'missing.duties': 'warn',
  'missing.requirements': 'warn',
  'missing.validity': 'block',
  'expired.deadline': 'block',
  'invalid.deadline': 'block',
  'invalid.pay': 'block',
  'invalid.link': 'block',
  'body.too-short': 'warn',
  'discrimination.school': 'block',
  'discrimination.gender': 'block',
  'discrimination.hukou': 'block',
  'discrimination.ethnic': 'block',
  'discrimination.religion': 'block',
  'discrimination.marital': 'block',
  'discrimination.age': 'block',
  'fee.charge': 'block',
  'fee.training-loan': 'block',
  'bait.promise': 'block',
  'mailbox.public': 'warn',
  'contact.private': 'warn',
  'repost.no-source': 'warn',
} as const satisfies Record<string, Severity>;

export type LintRule = keyof typeof ruleSeverities;

/** One objection to a posting. */
export interface Finding {
  rule: LintRule;
  severity: Severity;
  path: JobPath;
  /** Chinese; says what to do. */
  message: string;
  /** Where in that field's text, when a passage is meant. */
  span: TextSpan | null;
}

export function finding(
  rule: LintRule,
  path: JobPath,
  message: string,
  span: TextSpan | null = null,
): Finding {
  return { rule, severity: ruleSeverities[rule], path, message, span };
}
