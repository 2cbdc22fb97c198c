import { acts } from './acts';
import { careConcepts } from './care-concepts';
import { concepts } from './concepts';
import { Mentions } from './mentions';
import { normalise } from './normalise';
import { peopleConcepts } from './people-concepts';
import { type CheckedKind, type CheckRule, type CheckVerdict, checkRules } from './vocabulary';
import { placeOf } from './weigh';

const all = { ...concepts, ...peopleConcepts, ...careConcepts };

/** A text of a piece; `path` names its field: `title`, `body`, `blocks.3`. */
export interface CheckedPart {
  path: string;
  text: string;
}

export interface CheckFinding {
  rule: CheckRule;
  path: string;
  /** In UTF-16 units of the part's text; `end` is exclusive. */
  start: number;
  end: number;
  /** The words found, as they are written. */
  quote: string;
  /** What is said of them, in Chinese. */
  words: string;
}

export interface TextCheck {
  verdict: CheckVerdict;
  /** Whether the words sound like despair: a teacher is told at once, and the author sees whom to call. */
  care: boolean;
  findings: CheckFinding[];
}

const severity: Record<CheckVerdict, number> = { pass: 0, review: 1, block: 2 };

/** Judges the words of a piece by the local rules; pure, and cheap enough to run while a person types. */
export function checkText(parts: readonly CheckedPart[], { kind }: { kind: CheckedKind }): TextCheck {
  const findings: CheckFinding[] = [];
  for (const { path, text } of parts) {
    const { text: read, at } = normalise(text);
    const mentions = new Mentions(read, all);
    for (const act of acts) {
      const { rule } = act;
      if (findings.some((one) => one.rule === rule && one.path === path)) continue;
      const place = placeOf(act, mentions, kind);
      if (!place) continue;
      const start = at[place.start] ?? 0;
      const end = at[place.end] ?? text.length;
      findings.push({ rule, path, start, end, quote: text.slice(start, end), words: checkRules[rule].words });
    }
  }
  const verdict = findings.reduce<CheckVerdict>((worst, { rule }) => {
    const own = checkRules[rule].verdict;
    return severity[own] > severity[worst] ? own : worst;
  }, 'pass');
  return { verdict, care: findings.some(({ rule }) => rule === 'care'), findings };
}
