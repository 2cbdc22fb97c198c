import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const tests = join(__dirname, '..');

const sources = readdirSync(tests, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(tests, join(entry.parentPath, entry.name)))
  .filter((file) => !/node_modules|^dist\//.test(file));
const textOf = (file: string) => readFileSync(join(tests, file), 'utf8');

/** What `pnpm test` takes each test file to need. */
function needsOfAll(files: readonly string[]): Record<string, string[]> {
  const program = `
    import { join } from 'node:path';
    import { needsOf } from './scripts/suites.mjs';
    const files = ${JSON.stringify(files)};
    console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, [...needsOf(join('${tests}', file))]]))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(tests, '..'),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('what a test file needs', () => {
  const files = sources.filter((file) => /\.test\.tsx?$/.test(file));
  const needs = needsOfAll(files);
  const needing = (need: string) => files.filter((file) => needs[file]?.includes(need));

  it('is a database, where it opens one', () => {
    const opening = files.filter((file) =>
      /\b(startTestApp|openTestDatabase|newDatabase)\(/.test(textOf(file)),
    );
    expect(opening.length).toBeGreaterThan(40);
    expect(needing('database')).toEqual(expect.arrayContaining(opening));
    expect(needing('database')).not.toContain('jobs/rules.test.ts');
  });

  it('is a browser and the build that it opens', () => {
    expect(needs['e2e/h5.test.ts']?.sort()).toEqual(['browser', 'h5']);
    expect(needs['weapp/gate.test.ts']).toEqual(['weapp']);
    expect(needs['idempotency/killed.test.ts']?.sort()).toEqual(['database', 'server']);
  });

  it('is said of a build by an import, since no test names its folder', () => {
    const naming = sources.filter((file) => /miniapp\/dist\/|server\/dist\/qihang/.test(textOf(file)));
    expect(naming.filter((file) => !file.startsWith('support/builds/'))).toEqual([]);
  });
});
