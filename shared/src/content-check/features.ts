import type { AnyConcept } from './act';
import { careConcepts } from './care-concepts';
import { concepts } from './concepts';
import { fields } from './fields';
import { Mentions } from './mentions';
import { type Normalised, normalise } from './normalise';
import { findNumbers, type NumberFound } from './numbers';
import { peopleConcepts } from './people-concepts';
import type { CheckedKind } from './vocabulary';

const allConcepts = { ...concepts, ...peopleConcepts, ...careConcepts };
const conceptNames = [...Object.keys(allConcepts), 'phone', 'identity', 'account'] as AnyConcept[];

/** A text of a piece as the rules and the reader see it. */
export interface ReadPart {
  normalised: Normalised;
  mentions: Mentions;
}

export function readPart(text: string): ReadPart {
  const normalised = normalise(text);
  return { normalised, mentions: new Mentions(normalised.text, allConcepts) };
}

/** Where a feature is found, in normalised text. */
export interface Place {
  part: number;
  start: number;
  end: number;
}

interface Sign {
  sign: string;
  start: number;
  end: number;
}

/** What is one sign to the reader: an address, an account, a number, or a character. */
const token = /[a-z0-9_.-]{0,40}@[a-z0-9.-]+|[a-z][a-z0-9_-]{4,}|[0-9.]+|[\s\S]/uy;
const marks: Record<string, string> = { ',': '，', ';': '，', '；': '，', '!': '！', '?': '？', '\n': '。' };
const quotationMark = /[“”「」『』"]/;

function signOf(written: string): string {
  if (written.includes('@')) return '✉';
  if (/^[a-z][a-z0-9_-]{4,}$/.test(written)) return /[0-9_-]/.test(written) ? '＠' : written;
  if (/^[0-9.]/.test(written)) return '0';
  return quotationMark.test(written) ? '"' : (marks[written] ?? written);
}

function signsOf(text: string): Sign[] {
  const numbers = findNumbers(text);
  const signs: Sign[] = [{ sign: '^', start: 0, end: 0 }];
  for (let at = 0; at < text.length; ) {
    if (numbers[0]?.start === at) {
      const { start, end } = numbers.shift() as NumberFound;
      signs.push({ sign: '№', start, end });
      at = end;
      continue;
    }
    token.lastIndex = at;
    const written = token.exec(text)?.[0] ?? text.charAt(at);
    const end = Math.min(at + written.length, numbers[0]?.start ?? text.length);
    signs.push({ sign: signOf(text.slice(at, end)), start: at, end });
    at = end;
  }
  signs.push({ sign: '$', start: text.length, end: text.length });
  return signs;
}

const conceptValue = 0.3;
const kindValue = 0.15;
const fieldValue = 0.2;
const pairValue = 0.1;
const fieldWords = Object.entries(fields).map(
  ([name, words]) => [name, words.toLowerCase().split(' ')] as const,
);

/** Every piece has it. Names of more than two signs are never those of a pair of signs. */
const constant = 'constant';

/**
 * What a piece is read by, with the value of each: its signs and pairs of them, the concepts it speaks of, the fields it touches, by
 * two, and its kind. `seen` is given each place of a feature.
 */
export function featuresOf(
  parts: readonly ReadPart[],
  kind: CheckedKind,
  seen?: (feature: string, part: number, start: number, end: number) => void,
): Map<string, number> {
  const features = new Map<string, number>();
  parts.forEach(({ normalised }, part) => {
    const signs = signsOf(normalised.text);
    signs.forEach(({ sign, start, end }, i) => {
      features.set(sign, 1);
      seen?.(sign, part, start, end);
      const next = signs[i + 1];
      if (!next) return;
      features.set(sign + next.sign, 1);
      seen?.(sign + next.sign, part, start, next.end);
    });
  });
  // A long piece has more pairs, each of which says less.
  const share = 1 / Math.sqrt(Math.max(8, features.size));
  for (const pair of features.keys()) features.set(pair, share);
  for (const name of conceptNames) {
    const found = parts.map(({ mentions }) => mentions.of(name));
    const isMeant = found.some((places) => places.some(({ denied }) => !denied));
    const feature = isMeant ? name : `${name}, denied`;
    found.forEach((places, part) => {
      for (const { start, end, denied } of places) {
        if (isMeant && denied) continue;
        features.set(feature, conceptValue);
        seen?.(feature, part, start, end);
      }
    });
  }
  const touched = fieldWords.filter(([name, words]) => {
    const feature = `field ${name}`;
    parts.forEach(({ normalised: { text } }, part) => {
      for (const word of words) {
        const start = text.indexOf(word);
        if (start < 0) continue;
        features.set(feature, fieldValue);
        seen?.(feature, part, start, start + word.length);
      }
    });
    return features.has(feature);
  });
  touched.forEach(([one], i) => {
    for (const [other] of touched.slice(i + 1)) features.set(`fields ${one} ${other}`, pairValue);
  });
  features.set(kind, kindValue);
  features.set(constant, conceptValue);
  return features;
}
