import { check } from '@qihang/shared/contract/messages';
import type { Salary } from '@qihang/shared/jobs/field-schemas';
import { salary as salarySchema } from '@qihang/shared/jobs/field-schemas';
import { fold } from '@qihang/shared/jobs/text/fold';
import { findSalaries, readSalary } from '@qihang/shared/jobs/text/salary';

export interface Pay {
  salary: Salary;
  /** Whether the text says per month, day or year; else the size of the sum tells. */
  unitWritten: boolean;
  /** The text says more than the numbers do. */
  more: boolean;
}

const payWords =
  /月薪|年薪|日薪|时薪|薪资|薪水|薪酬|工资|待遇|综合|税前|税后|含税|人民币|RMB|CNY|base|[元块月年天日起左右约为薪]|以?上|以?下|以内/gi;

/**
 * The pay of a field that says one sum and nothing that could change it. A second sum, a percentage or another currency
 * leaves the field to its own words, because a number taken out of it would be a guess.
 */
export function readPay(text: string): Pay | null {
  const source = fold(text);
  const mentions = findSalaries(source, true);
  const [mention] = mentions;
  const read = readSalary(text, true);
  if (mentions.length !== 1 || !mention || !read) return null;
  const after = source.slice(mention.end).replace(payWords, '');
  const rest = source.slice(0, mention.start).replace(payWords, '') + after;
  // Words stuck to the sum may bound it in a way nobody foresaw (4000往以).
  if (/[\dA-Za-z%$€£]/.test(rest) || /^[一-龥]/.test(after)) return null;
  const checked = check(salarySchema, { ...read, months: read.months ?? null });
  if (!checked.ok) return null;
  return {
    salary: checked.value,
    unitWritten: mention.periodWritten,
    more: /[一-龥]/.test(rest),
  };
}
