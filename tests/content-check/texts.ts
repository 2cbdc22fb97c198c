import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedKind, CheckRule, CheckVerdict } from '@qihang/shared/content-check/vocabulary';

export interface Labelled {
  kind: CheckedKind;
  expect: CheckVerdict;
  /** The rule that is broken; of clean texts, why they look like breaking one. */
  why: CheckRule | 'ok' | 'ok-scary' | 'ok-anxious';
  text: string;
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

function labelled(lines: string): Labelled[] {
  return lines
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', expect = '', why = '', ...rest] = line.split('|');
      return { kind, expect, why, text: rest.join('|') } as Labelled;
    });
}

/** The texts that rules and weights are made from. */
export const readTexts = (folder: string): Labelled[] => labelled(read(folder, 'texts.txt'));

/** Texts that nothing is made from, and whose misses nobody reads: only totals say how the check does on what it has not seen. */
export const readKeptBack = (folder: string): Labelled[] => labelled(read(folder, 'kept-back.txt'));

/** What the weights say that they were made from. */
export const digestOfTexts = (folder: string): string =>
  createHash('sha256').update(read(folder, 'texts.txt')).digest('hex');
