import { fold } from '../text/fold';
import { anyMajor, cleanMajor, saysAnyMajor } from '../text/majors';
import type { Catalogue } from './catalogue';
import { categoryName } from './names';

const bracketed = /[(（【[][^)）】\]]*[)）】\]]/g;

function lookUp({ levelOf, aliases }: Catalogue, name: string): readonly string[] | undefined {
  if (levelOf(name)) return [name];
  const meant = aliases.get(name.toLowerCase());
  if (meant) return meant;
  // 机械 says 机械类, 药类 the class that is called 药学类, 会计学类 a major; 工学 is no major, so it says the category.
  const near = [`${name}类`, categoryName(name), name.replace(/学?类$/, '学类'), name.replace(/类$/, '')];
  const found = near.find((one) => one !== name && levelOf(one) !== undefined);
  return found === undefined ? undefined : [found];
}

const namesNone = (whole: string) => whole === '' || whole === anyMajor || saysAnyMajor(whole);

/**
 * What of the catalogue a written major means: 计科 → 计算机科学与技术, 机械类(B0802) → 机械类, 经管类 → two categories.
 * A name nobody knows stands for itself, cleaned; 不限 and the empty text give none.
 */
export function majorsMeant(catalogue: Catalogue, text: string): readonly string[] {
  const whole = fold(text).trim();
  if (namesNone(whole)) return [];
  const clean = cleanMajor(whole);
  const bare = cleanMajor(whole.replace(bracketed, ''));
  for (const name of [whole, clean, bare]) {
    const meant = lookUp(catalogue, name);
    if (meant) return meant;
  }
  return [clean || whole];
}

/** The class of a major (车辆工程 and 车辆 → 机械类), a class itself, or null for what is wider or unknown. */
export function classOf(catalogue: Catalogue, major: string): string | null {
  const { levelOf, ancestorsOf } = catalogue;
  const [name = ''] = majorsMeant(catalogue, major);
  if (levelOf(name) === 'class') return name;
  return ancestorsOf(name).find((one) => levelOf(one) === 'class') ?? null;
}

/** True when a list of required majors keeps nobody out. */
export const asksNoMajor = (required: readonly string[]): boolean =>
  required.every((text) => text.trim() === '') || required.some((text) => namesNone(fold(text).trim()));

export interface MajorMatch {
  fits: boolean;
  /** The required name that is met, as the catalogue calls it: 机械类; null when none is, or none is required. */
  via: string | null;
}

/**
 * Whether somebody of major `mine` meets one of the `required` majors: it is the same, or lies in a required class or
 * category. The nearest is named. The other way round is no match: who says no more than 机械类 may or may not have
 * studied 车辆工程.
 */
export function matchesMajor(catalogue: Catalogue, mine: string, required: readonly string[]): MajorMatch {
  const meant = (text: string) => majorsMeant(catalogue, text);
  if (asksNoMajor(required)) return { fits: true, via: null };
  const asked = new Set(required.flatMap(meant));
  const lines = meant(mine).map((name) => [name, ...catalogue.ancestorsOf(name)]);
  const steps = Math.max(0, ...lines.map((line) => line.length));
  for (let step = 0; step < steps; step += 1) {
    const via = lines.map((line) => line[step]).find((name) => name !== undefined && asked.has(name));
    if (via !== undefined) return { fits: true, via };
  }
  return { fits: false, via: null };
}

const noMajor = '';
const below = (name: string): string => `<${name}`;

/**
 * Keys under which a job is kept for filters by major: the names it asks for, and, marked, what lies above them; the
 * empty key when it asks for none.
 */
export function keysOfRequired(catalogue: Catalogue, required: readonly string[]): string[] {
  if (asksNoMajor(required)) return [noMajor];
  const names = required.flatMap((text) => majorsMeant(catalogue, text));
  return [...new Set([...names, ...names.flatMap(catalogue.ancestorsOf).map(below)])];
}

/**
 * Keys that find the jobs for one major. Jobs for a major are those that ask for it or for what it lies in. Jobs for a
 * class or category are also those that ask for any part of it, since a filter is for looking around, where
 * {@link matchesMajor} promises.
 */
export function keysOfWanted(catalogue: Catalogue, major: string): string[] {
  const { levelOf, ancestorsOf } = catalogue;
  const names = majorsMeant(catalogue, major);
  const above = names.flatMap(ancestorsOf);
  const wide = names.filter((name) => levelOf(name) !== 'major').map(below);
  return [...new Set([...names, ...above, ...wide])];
}

/** Keys that find the jobs open to any of these majors, those that ask for none among them. */
export const keysOfFilter = (catalogue: Catalogue, majors: readonly string[]): string[] => [
  ...new Set([...majors.flatMap((major) => keysOfWanted(catalogue, major)), noMajor]),
];
