import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h5Build } from '../support/builds/h5';
import { weappBuild } from '../support/builds/weapp';

const kilobyte = 1000;

const scriptsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Words of a concept that no other one has; no minifier changes them. */
const despair = '行尸走肉';
const advertising = '绿泡泡';

describe.each([
  ['H5', h5Build],
  ['the mini-program', weappBuild],
])('the check while a person types, in %s', (_, folder) => {
  const scripts = scriptsOf(folder);

  it('looks for despair, within 25 KB of the questions alone', () => {
    const [care, ...others] = scripts.filter((script) => script.includes(despair));
    expect(others).toEqual([]);
    expect(Buffer.byteLength(care ?? '')).toBeGreaterThan(5 * kilobyte);
    expect(Buffer.byteLength(care ?? '')).toBeLessThanOrEqual(25 * kilobyte);
  });

  it('has none of the other rules', () => {
    expect(scripts.some((script) => script.includes(advertising))).toBe(false);
  });
});
