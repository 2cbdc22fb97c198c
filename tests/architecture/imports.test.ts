import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  ['nothing-imports-an-index', 'server/src/features/posts/view.ts', './index'],
  ['stores-only-query', 'server/src/features/jobs/store.ts', './actions'],
  ['features-are-entered-by-public', 'server/src/cli/import.ts', '../features/jobs/store'],
  ['no-feature-to-feature-on-the-phone', 'miniapp/src/features/jobs/hooks.ts', '../posts/hooks'],
  ['ui-knows-no-domain', 'miniapp/src/ui/card.ts', '../features/jobs/hooks'],
  ['taro-behind-platform', 'miniapp/src/pages/home.ts', '@tarojs/taro'],
];

/** What the sabotaged files import, so that every import leads somewhere. */
const innocent = [
  'server/src/errors.ts',
  'server/src/features/jobs/actions.ts',
  'server/src/features/posts/index.ts',
  'miniapp/src/features/posts/hooks.ts',
  'node_modules/@tarojs/taro/index.js',
  'node_modules/@tarojs/taro/package.json',
];

describe('the import rules', () => {
  let folder: string;
  let broken: { rule: { name: string }; from: string }[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qihang-imports-'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    for (const file of innocent)
      write(file, file.endsWith('.json') ? '{ "main": "index.js" }' : 'export {};\n');
    write('server/src/db/b.ts', "import './a';\n");
    for (const [, file, imports] of sabotages) write(file, `import '${imports}';\n`);
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.depcruise.json', 'tsconfig.base.json']) {
      copyFileSync(join(root, name), join(folder, name));
    }
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/depcruise'),
      [
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        'shared/src',
        'server/src',
        'miniapp/src',
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    broken = JSON.parse(stdout).summary.violations;
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(sabotages)('%s is broken by %s', (rule, file) => {
    const found = broken.filter(({ from }) => from === file).map((violation) => violation.rule.name);
    expect(found).toContain(rule);
  });
});
