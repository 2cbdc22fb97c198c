// What each test file needs, told by what it imports: nobody keeps a list of suites.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './build.mjs';

const tests = join(root, 'tests');

/** A test needs the thing when it reaches the file or the package by its imports. */
const needOf = {
  'support/database.ts': 'database',
  'support/builds/h5.ts': 'h5',
  'support/builds/weapp.ts': 'weapp',
  'support/builds/server.ts': 'server',
  'playwright-core': 'browser',
};

const specifier = /(?:from|import|require)\s*\(?\s*'([^']+)'/g;

const isFile = (path) => existsSync(path) && statSync(path).isFile();

function fileOf(from, specified) {
  const path = join(dirname(from), specified);
  return ['', '.ts', '.tsx'].map((ending) => path + ending).find(isFile);
}

/** Types leave no import behind. */
const importsOf = (file) =>
  [
    ...readFileSync(file, 'utf8')
      .replaceAll(/^import type [^;]*;/gm, '')
      .matchAll(specifier),
  ].map(([, specified]) => specified);

function collect(file, needs, seen) {
  if (seen.has(file)) return;
  seen.add(file);
  const own = needOf[relative(tests, file)];
  if (own) needs.add(own);
  for (const specified of importsOf(file)) {
    const needed = needOf[specified];
    if (needed) needs.add(needed);
    const next = specified.startsWith('.') ? fileOf(file, specified) : undefined;
    if (next) collect(next, needs, seen);
  }
}

/** The needs of a test file: `database`, `browser`, and the builds `h5`, `weapp` and `server`. */
export function needsOf(file) {
  const needs = new Set();
  collect(file, needs, new Set());
  return needs;
}
