import { acts } from './acts';
import { type ReadPart, readPart } from './features';
import { readPiece } from './reader';
import { type CheckedKind, type CheckRule, type CheckVerdict, checkRules } from './vocabulary';
import { placeOf } from './weigh';

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

/** Characters of a text that says too little for the reader: where no rule names anything in it either, it passes. */
const leastRead = 6;

/** Judges the words of a piece by the local rules, and by the reader, which weighs what they found with how the whole sounds. */
export function checkText(parts: readonly CheckedPart[], { kind }: { kind: CheckedKind }): TextCheck {
  const read = parts.map(({ text }) => readPart(text));
  const finding = (rule: CheckRule, part: number, from: number, to: number): CheckFinding => {
    const { path, text } = parts[part] as CheckedPart;
    const { at } = (read[part] as ReadPart).normalised;
    const start = at[from] ?? 0;
    const end = at[to] ?? text.length;
    return { rule, path, start, end, quote: text.slice(start, end), words: checkRules[rule].words };
  };
  const findings: CheckFinding[] = [];
  read.forEach(({ mentions }, part) => {
    for (const act of acts) {
      const place = placeOf(act, mentions, kind);
      const { path } = parts[part] as CheckedPart;
      if (!place || findings.some((one) => one.rule === act.rule && one.path === path)) continue;
      findings.push(finding(act.rule, part, place.start, place.end));
    }
  });
  const length = read.reduce((sum, { normalised }) => sum + normalised.text.length, 0);
  if (findings.length === 0 && length < leastRead) return { verdict: 'pass', care: false, findings };
  const { verdict: heard, telling } = readPiece(read, kind, new Set(findings.map(({ rule }) => rule)));
  // Words enough around it would drown anything.
  const blocked = findings.some(({ rule }) => checkRules[rule].verdict === 'block');
  const verdict = blocked ? 'block' : heard;
  const kept = findings.filter(({ rule }) => severity[checkRules[rule].verdict] <= severity[verdict]);
  if (telling && !kept.some(({ rule }) => rule === telling.rule)) {
    const { part, start, end } = telling.place;
    kept.push(finding(telling.rule, part, start, end));
  }
  return { verdict, care: kept.some(({ rule }) => rule === 'care'), findings: kept };
}
