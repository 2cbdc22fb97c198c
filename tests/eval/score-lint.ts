import { share } from './corpus';
import type { Miss } from './score-paste';

export interface LintLabel {
  rule: string;
  severity: string;
  optional?: boolean;
}

export interface LintItem {
  id: string;
  today: string;
  job: Record<string, unknown>;
  expect: LintLabel[];
}

/** What the API answers as `findings`. */
export type Lint = (job: Record<string, unknown>, today: string) => { rule: string; severity: string }[];

export interface LintScore {
  precision: number;
  recall: number;
  exact: number;
  falseOnClean: number;
}

export interface RuleCount {
  hit: number;
  missed: number;
  false: number;
}

/** Compares rule sets per item; an optional rule is never a miss nor a false positive. */
export function scoreLint(
  items: readonly LintItem[],
  lint: Lint,
): { score: LintScore; severityRight: number; perRule: Record<string, RuleCount>; misses: Miss[] } {
  const perRule: Record<string, RuleCount> = {};
  const misses: Miss[] = [];
  let exact = 0;
  let falseOnClean = 0;
  let severities = 0;
  let severitiesRight = 0;
  const countOf = (rule: string) => {
    perRule[rule] = perRule[rule] ?? { hit: 0, missed: 0, false: 0 };
    return perRule[rule];
  };
  for (const item of items) {
    const found = new Map(lint(item.job, item.today).map((finding) => [finding.rule, finding.severity]));
    const labels = new Map(item.expect.map((label) => [label.rule, label]));
    let wrong = 0;
    for (const label of item.expect) {
      const severity = found.get(label.rule);
      if (severity !== undefined) {
        severities += 1;
        if (severity === label.severity) severitiesRight += 1;
        else
          misses.push({
            id: item.id,
            what: `severity ${label.rule}`,
            expected: label.severity,
            got: severity,
          });
      }
      if (label.optional) continue;
      if (severity === undefined) {
        countOf(label.rule).missed += 1;
        wrong += 1;
        misses.push({ id: item.id, what: 'missed', expected: label.rule, got: null });
      } else countOf(label.rule).hit += 1;
    }
    for (const rule of found.keys()) {
      if (labels.has(rule)) continue;
      countOf(rule).false += 1;
      wrong += 1;
      if (item.expect.length === 0) falseOnClean += 1;
      misses.push({ id: item.id, what: 'false', expected: null, got: rule });
    }
    if (wrong === 0) exact += 1;
  }
  const counts = Object.values(perRule);
  const hit = counts.reduce((sum, count) => sum + count.hit, 0);
  const missed = counts.reduce((sum, count) => sum + count.missed, 0);
  const wrongly = counts.reduce((sum, count) => sum + count.false, 0);
  return {
    score: {
      precision: share(hit, hit + wrongly),
      recall: share(hit, hit + missed),
      exact: share(exact, items.length),
      falseOnClean,
    },
    severityRight: share(severitiesRight, severities),
    perRule,
    misses,
  };
}
