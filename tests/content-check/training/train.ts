import { featuresOf, readPart } from '@qihang/shared/content-check/features';
import { middle, readings } from '@qihang/shared/content-check/reader';
import { step } from '@qihang/shared/content-check/weights';
import type { Labelled } from '../texts';

/** Multinomial logistic regression by AdaGrad: small, the same on each run, and each weight can be read. */
const passes = 40;
const rate = 0.2;
const decay = 0.3;
/** Weights are the mean of those after each pass from this one on. */
const settled = 10;
/** A pair of signs that one text alone has says nothing of others. */
const leastTexts = 2;
/** Features that move no reading by as much as this are left out. */
const leastWeight = 0.25;

interface Example {
  features: [index: number, value: number][];
  reading: number;
}

/** Numerical Recipes' generator, so that the order of the examples is the same everywhere. */
function* numbersBelowOne(): Generator<number, never> {
  for (let state = 1; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

/** The lines of the table: a feature, and a character for its weight in each reading. */
export function train(texts: readonly Labelled[]): string[] {
  const read = texts.map(({ kind, text }) => featuresOf([readPart(text)], kind));
  const counts = new Map<string, number>();
  for (const features of read)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= leastTexts).map(([name]) => name);
  const indices = new Map(names.map((name, i) => [name, i]));
  const examples = texts.map(({ expect, why }, i): Example => {
    const features = [...(read[i] as ReturnType<typeof featuresOf>)].flatMap(
      ([name, value]): [number, number][] => {
        const index = indices.get(name);
        return index === undefined ? [] : [[index, value]];
      },
    );
    return { features, reading: readings.findIndex((one) => one === (expect === 'pass' ? 'pass' : why)) };
  });

  const width = readings.length;
  const weights = new Float64Array(names.length * width);
  const mean = new Float64Array(names.length * width);
  const squares = new Float64Array(names.length * width).fill(1e-8);
  const order = examples.map((_, i) => i);
  const random = numbersBelowOne();
  for (let pass = 0; pass < passes; pass += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random.next().value * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const at of order) {
      const { features, reading } = examples[at] as Example;
      const sums = new Float64Array(width);
      for (const [index, value] of features)
        for (let k = 0; k < width; k += 1) sums[k]! += weights[index * width + k]! * value;
      const most = Math.max(...sums);
      const likely = sums.map((sum) => Math.exp(sum - most));
      const total = likely.reduce((sum, one) => sum + one, 0);
      for (let k = 0; k < width; k += 1) {
        const wrong = likely[k]! / total - (k === reading ? 1 : 0);
        for (const [index, value] of features) {
          const cell = index * width + k;
          const slope = wrong * value + (decay / examples.length) * weights[cell]!;
          squares[cell]! += slope * slope;
          weights[cell]! -= (rate * slope) / Math.sqrt(squares[cell]!);
        }
      }
    }
    if (pass >= settled)
      for (let cell = 0; cell < weights.length; cell += 1) mean[cell]! += weights[cell]! / (passes - settled);
  }

  const lines = names.flatMap((name, index) => {
    const own = mean.subarray(index * width, (index + 1) * width);
    if (own.every((weight) => Math.abs(weight) < leastWeight)) return [];
    const bounded = [...own].map((weight) => Math.max(-46, Math.min(46, Math.round(weight / step))));
    return [name + String.fromCharCode(...bounded.map((weight) => middle + weight))];
  });
  return lines.sort();
}
