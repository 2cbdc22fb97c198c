import { readFileSync } from 'node:fs';
import { needsOf } from '../suites.mjs';

/** Seconds that a test file takes at least, by what it needs: a whole browser, a compiled mini-program, a server. */
const secondsOf = { browser: 20, weapp: 10, database: 4 };
/** A file of that many characters takes a second more. */
const charactersPerSecond = 2000;

/** What a file says of itself where the rest would be far off: one line may ask every route of the service. */
const said = /^\/\/ Takes about (\d+) seconds\./;

function weightOf(file) {
  const text = readFileSync(file, 'utf8');
  const [, own] = said.exec(text) ?? [];
  if (own) return Number(own);
  const needs = needsOf(file);
  const [seconds = 0] = Object.entries(secondsOf).flatMap(([need, cost]) => (needs.has(need) ? [cost] : []));
  return seconds + text.length / charactersPerSecond;
}

/**
 * Starts what takes longest first, so that at the end no worker waits for a long file of another. Jest goes by the times of
 * the last run, which a new clone does not have.
 */
export default class LongestFirst {
  sort(tests) {
    const weights = new Map(tests.map((test) => [test, weightOf(test.path)]));
    return [...tests].sort((one, other) => weights.get(other) - weights.get(one));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
