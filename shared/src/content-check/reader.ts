import { acts } from './acts';
import { featuresOf, type Place, type ReadPart } from './features';
import { type CheckedKind, type CheckRule, type CheckVerdict, checkRules } from './vocabulary';
import { step, table } from './weights';

/** What a text can be read as, in the order of the weights. */
export const readings = ['pass', ...(Object.keys(checkRules) as CheckRule[])] as const;
export type Reading = (typeof readings)[number];

export const verdictOf = (reading: Reading): CheckVerdict =>
  reading === 'pass' ? 'pass' : checkRules[reading].verdict;

/** Weights are written as one character each, the middle of the printable ones being none. */
export const middle = 80;

/** Of each feature, what it says for each of the readings. */
export type Weights = ReadonlyMap<string, readonly number[]>;

export const weightsOf = (lines: readonly string[]): Weights =>
  new Map(
    lines.map((line) => {
      const name = line.slice(0, -readings.length);
      return [name, readings.map((_, i) => (line.charCodeAt(name.length + i) - middle) * step)];
    }),
  );

let known: Weights | undefined;

/** Read when first needed. */
function ownWeights(): Weights {
  known ??= weightsOf(table.split('\n'));
  return known;
}

/** How much more likely a reading is where a rule found just that, as a factor. */
const found = Math.exp(3);
/** A text passes that is read as harmless with this likelihood. */
const harmless = 0.5;
/** Signs of a quotation. */
const quoted = 16;

export interface Opinion {
  verdict: CheckVerdict;
  /** Unless it passes: the likeliest reading of that verdict, and the words that say it most. */
  telling?: { rule: CheckRule; place: Place };
}

/** Rules leave out of jobs what every posting names, sums and a number to call; the reader has to hear a swindle among them. */
const isSaidIn = (reading: Reading, kind: CheckedKind) =>
  reading === 'pass' ||
  (kind === 'job' && reading === 'scam-job') ||
  acts.some(({ rule, except }) => rule === reading && !except?.includes(kind));

/** The stretch of a part whose features speak most for a rule's being broken, and against its being harmless. */
function tellingPlace(
  parts: readonly ReadPart[],
  kind: CheckedKind,
  weights: Weights,
  rule: CheckRule,
): Place {
  const index = readings.indexOf(rule);
  const places = new Map<string, Place[]>();
  const features = featuresOf(parts, kind, (feature, part, start, end) => {
    if (weights.has(feature)) {
      const known = places.get(feature);
      if (known) known.push({ part, start, end });
      else places.set(feature, [{ part, start, end }]);
    }
  });
  const says = parts.map(({ normalised }) => new Float64Array(normalised.text.length));
  for (const [feature, found] of places) {
    const of = weights.get(feature) as readonly number[];
    const said = ((of[index]! - of[0]!) * (features.get(feature) ?? 0)) / found.length;
    for (const { part, start, end } of found)
      for (let at = start; at < end; at += 1) (says[part] as Float64Array)[at]! += said / (end - start);
  }
  let best = { part: 0, start: 0, end: 1, said: Number.NEGATIVE_INFINITY };
  says.forEach((of, part) => {
    for (let start = 0; start < of.length; start += 1) {
      let said = 0;
      for (let end = start + 1; end <= Math.min(of.length, start + quoted); end += 1) {
        said += of[end - 1] as number;
        if (said > best.said) best = { part, start, end, said };
      }
    }
  });
  return best;
}

/**
 * Reads a piece as a whole. What the rules found counts as evidence: it is seldom outweighed. The reader hears what no rule names.
 */
export function readPiece(
  parts: readonly ReadPart[],
  kind: CheckedKind,
  findings: ReadonlySet<CheckRule>,
  weights = ownWeights(),
): Opinion {
  const features = featuresOf(parts, kind);
  const sums = readings.map(() => 0);
  for (const [feature, value] of features)
    weights.get(feature)?.forEach((weight, i) => {
      sums[i]! += weight * value;
    });
  const most = Math.max(...sums);
  const likely = readings.map((reading, i) => {
    const evidence = reading !== 'pass' && findings.has(reading) ? found : 1;
    return { reading, likelihood: Math.exp((sums[i] as number) - most) * evidence };
  });
  const of = (verdict: CheckVerdict) =>
    likely.filter(({ reading }) => (isSaidIn(reading, kind) ? verdictOf(reading) : 'pass') === verdict);
  const total = (verdict: CheckVerdict) => of(verdict).reduce((sum, { likelihood }) => sum + likelihood, 0);
  const [pass, review, block] = [total('pass'), total('review'), total('block')];
  const verdict = pass >= harmless * (pass + review + block) ? 'pass' : block >= review ? 'block' : 'review';
  if (verdict === 'pass') return { verdict };
  // Rather ask once too often whether a person is well.
  const heed = ({ reading, likelihood }: (typeof likely)[number]) =>
    reading === 'care' ? likelihood * 4 : likelihood;
  const rule = of(verdict).reduce((best, one) => (heed(one) > heed(best) ? one : best)).reading as CheckRule;
  return { verdict, telling: { rule, place: tellingPlace(parts, kind, weights, rule) } };
}
