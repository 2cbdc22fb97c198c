import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { h5Build } from '../support/builds/h5';
import { weappBuild } from '../support/builds/weapp';

const scriptsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** An option of turndown by its name, which no minifier changes. */
const library = 'bulletListMarker';

it('leaves the reader of HTML out of the mini-program, whose clipboard has none', () => {
  expect(scriptsOf(weappBuild).some((script) => script.includes(library))).toBe(false);
});

it('loads the reader of HTML on H5 by itself, when something is pasted', () => {
  const withLibrary = scriptsOf(join(h5Build, 'js')).filter((script) => script.includes(library));
  expect(withLibrary).toHaveLength(1);
  // The editor's own chunk has its toolbar and not the library.
  expect(withLibrary[0]).not.toContain('收起键盘');
});
