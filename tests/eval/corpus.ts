import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads one labelled file of the corpus; null when this corpus has no such file. */
export function readLabelled<T>(directory: string, name: string): T[] | null {
  const path = join(directory, `${name}.jsonl`);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Every labelled set whose name begins like this, by its name: `content`, `content-3`; null when there is none. */
export function readSets<T>(directory: string, name: string): Record<string, T[]> | null {
  const names = readdirSync(directory)
    .filter((file) => new RegExp(`^${name}(?:-\\d+)?\\.jsonl$`).test(file))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort();
  const sets = names.map((one): [string, T[]] => [one, readLabelled<T>(directory, one) ?? []]);
  return sets.length === 0 ? null : Object.fromEntries(sets);
}

/** A share from 0 to 1 with four digits; 1 where nothing was asked. */
export function share(right: number, all: number): number {
  return all === 0 ? 1 : Math.round((right / all) * 10000) / 10000;
}

/** Harmonic mean of precision and recall. */
export function f1(precision: number, recall: number): number {
  return precision + recall === 0
    ? 0
    : Math.round(((2 * precision * recall) / (precision + recall)) * 10000) / 10000;
}
