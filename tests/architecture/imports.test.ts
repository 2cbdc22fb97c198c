import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');

/** For each import rule a file that breaks it, and what it imports. */
const sabotages: [rule: string, file: string, imports: string][] = [
  ['no-cycles', 'server/src/db/a.ts', './b'],
  ['shared-imports-zod-only', 'shared/src/jobs/match.ts', 'node:fs'],
  ['server-not-miniapp', 'server/src/app.ts', '../../miniapp/src/ui/card'],
  ['miniapp-not-server', 'miniapp/src/platform/request.ts', '../../../server/src/errors'],
  ['rules-are-pure', 'server/src/features/jobs/rules.ts', '../../db/a'],
  ['features-meet-in-public', 'server/src/features/posts/actions.ts', '../jobs/store'],
  ['declarations-are-for-the-composition', 'server/src/features/posts/view.ts', './routes'],
  ['composition-is-the-root', 'server/src/features/posts/public.ts', '../../composition/features'],
  ['floors-know-no-feature', 'server/src/db/search/words.ts', '../../features/posts/public'],
  ['files-are-read-in-a-thread', 'server/src/features/posts/read.ts', '../../files/zip'],
  ['stores-only-query', 'server/src/features/jobs/store.ts', './actions'],
  ['stores-only-query', 'server/src/features/jobs/browse/list-store.ts', '../actions'],
  ['queries-only-in-stores', 'server/src/features/jobs/view.ts', 'drizzle-orm'],
  ['queries-only-in-stores', 'server/src/features/jobs/browse/actions.ts', 'drizzle-orm'],
  ['features-are-entered-by-public', 'server/src/cli/import.ts', '../features/jobs/store'],
  ['no-feature-to-feature-on-the-phone', 'miniapp/src/features/jobs/hooks.ts', '../posts/hooks'],
  ['ui-knows-no-domain', 'miniapp/src/ui/card.ts', '../features/jobs/hooks'],
  ['ui-knows-no-contract', 'miniapp/src/ui/mute-sheet.ts', '../../../shared/src/moderation/vocabulary'],
  ['platform-knows-no-contract', 'miniapp/src/platform/site.ts', '../../../shared/src/boards/contract'],
  ['common-below-features', 'miniapp/src/common/boards/boards.ts', '../../features/posts/hooks'],
  ['common-has-no-cycles', 'miniapp/src/common/claim/fields.ts', '../content/moderate'],
  ['taro-behind-platform', 'miniapp/src/pages/home.ts', '@tarojs/taro'],
];

/** What the sabotaged files import, so that every import leads somewhere. */
const innocent = [
  'server/src/files/zip.ts',
  'server/src/errors.ts',
  'server/src/features/jobs/actions.ts',
  'server/src/features/posts/routes.ts',
  'server/src/composition/features.ts',
  'miniapp/src/features/posts/hooks.ts',
  'shared/src/boards/contract.ts',
  'shared/src/moderation/vocabulary.ts',
  'node_modules/@tarojs/taro/index.js',
  'node_modules/@tarojs/taro/package.json',
  'node_modules/drizzle-orm/index.js',
  'node_modules/drizzle-orm/package.json',
];

/** Files of a feature in which queries belong. */
const queryFiles = ['store', 'list-store', 'public-store', 'tables', 'personal-data', 'retention'].map(
  (name) => `server/src/features/posts/nested/${name}.ts`,
);

const configs = [
  '.dependency-cruiser.cjs',
  '.dependency-cruiser.folders.cjs',
  'tsconfig.depcruise.json',
  'tsconfig.base.json',
];

/** Cruises the sabotaged tree by one of the project's configurations. */
function cruise(folder: string, config: string): { rule: { name: string }; from: string }[] {
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', config, '--output-type', 'json', 'shared/src', 'server/src', 'miniapp/src'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout).summary.violations;
}

describe('the import rules', () => {
  let folder: string;
  let broken: { rule: { name: string }; from: string }[];
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qihang-imports-'));
    for (const file of innocent)
      write(file, file.endsWith('.json') ? '{ "main": "index.js" }' : 'export {};\n');
    write('server/src/db/b.ts', "import './a';\n");
    write('miniapp/src/common/claim/words.ts', 'export {};\n');
    write('miniapp/src/common/content/moderate.ts', "import '../claim/words';\n");
    for (const [, file, imports] of sabotages) write(file, `import '${imports}';\n`);
    for (const file of queryFiles) write(file, "import 'drizzle-orm';\n");
    // Two folders without a cycle among their files, once by values and once by a type.
    write('server/src/files/left.ts', "import '../ports/right';\n");
    write('server/src/ports/right.ts', 'export const one = 1;\n');
    write('server/src/ports/back.ts', "import '../files/innocent';\n");
    write('server/src/files/innocent.ts', 'export type One = 1;\n');
    write('server/src/background/left.ts', "import '../content/right';\n");
    write('server/src/content/right.ts', 'export const one = 1;\n');
    write(
      'server/src/content/back.ts',
      "import type { One } from '../background/innocent';\nexport const one: One = 1;\n",
    );
    write('server/src/background/innocent.ts', 'export type One = 1;\n');
    for (const name of configs) copyFileSync(join(root, name), join(folder, name));
    broken = cruise(folder, '.dependency-cruiser.cjs');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(sabotages)('%s is broken by %s', (rule, file) => {
    // A rule about folders names the folder.
    const found = broken
      .filter(({ from }) => from === file || from === dirname(file))
      .map((violation) => violation.rule.name);
    expect(found).toContain(rule);
  });

  it('queries-only-in-stores lets stores and declarations about data query', () => {
    expect(broken.filter(({ from }) => queryFiles.includes(from))).toEqual([]);
  });

  it('no-folder-cycles is broken by two folders that import values of each other, and not by types', () => {
    const cycles = cruise(folder, '.dependency-cruiser.folders.cjs').filter(
      ({ rule }) => rule.name === 'no-folder-cycles',
    );
    const folders = cycles.map(({ from }) => from);
    expect(folders).toEqual(expect.arrayContaining(['server/src/files', 'server/src/ports']));
    expect(folders).not.toContain('server/src/content');
  });
});

/** A query reaches its tables through the database, which no import shows. */
const reachesForTables = (text: string): boolean => /\btables\s*[.}:]|\btables\[/.test(text);

describe('the tables of a database', () => {
  it.each([
    'await tx.insert(db.tables.users).values(row);',
    'const { users } = db.tables;\nconst { tables } = db;\ntables.users',
    'const name = async ({ read, tables: { users } }: Database) => undefined;',
  ])('are reached for in %j', (text) => expect(reachesForTables(text)).toBe(true));

  it('are reached for in no file of a feature but stores and declarations about data', () => {
    const features = join(root, 'server/src/features');
    const others = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.ts') && !/[/-]store\.ts$|\/(tables|personal-data|retention|feature)\.ts$/.test(file),
    );
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter((file) => reachesForTables(readFileSync(join(features, file), 'utf8')))).toEqual([]);
  });
});
