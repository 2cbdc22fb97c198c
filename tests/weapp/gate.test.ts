// Takes about 70 seconds.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { weappBuild } from '../support/builds/weapp';
import { checkWeappBuild } from '../support/weapp-runtime/gate/check';
import type { CheckName, GateOptions } from '../support/weapp-runtime/gate/findings';
import type { AppConfig } from '../support/weapp-runtime/weapp-package';

const RULES: GateOptions = { baseLibrary: '3.0.0', ecma: 2018, mainPackageKB: 700 };

describe('the gate on the build', () => {
  it('finds nothing that WeChat would refuse', async () => {
    const { errors, packages, apis } = await checkWeappBuild(weappBuild, RULES);
    expect(errors).toEqual([]);
    expect(packages.length).toBeGreaterThan(1);
    expect(apis.map(({ name }) => name)).toEqual(expect.arrayContaining(['request', 'navigateTo']));
  });
});

type Sabotage = (folder: string) => void;

const append =
  (file: string, text: string): Sabotage =>
  (folder) =>
    appendFileSync(path.join(folder, file), text);

const remove =
  (file: string): Sabotage =>
  (folder) =>
    rmSync(path.join(folder, file));

const inAppJson =
  (change: (config: AppConfig & Record<string, unknown>) => void): Sabotage =>
  (folder) => {
    const file = path.join(folder, 'app.json');
    const config = JSON.parse(readFileSync(file, 'utf8'));
    change(config);
    writeFileSync(file, JSON.stringify(config));
  };

const firstTab = (config: AppConfig) => config.tabBar?.list[0] ?? { pagePath: '', text: '' };

const SABOTAGES: [string, CheckName, Sabotage, RegExp][] = [
  [
    'a page without its WXML',
    'structure',
    remove('pages/jobs/index.wxml'),
    /page file pages\/jobs\/index\.wxml is missing/,
  ],
  ['a component without its script', 'structure', remove('comp.js'), /component <comp> comp\.js is missing/],
  [
    'a tab that is no page',
    'structure',
    inAppJson((config) => Object.assign(firstTab(config), { pagePath: 'pages/nope/index' })),
    /tab page pages\/nope\/index is not in the main package/,
  ],
  [
    'six tabs',
    'structure',
    inAppJson((config) => config.tabBar?.list.push(firstTab(config), firstTab(config))),
    /tabBar has 6 tabs, allowed are 2 to 5/,
  ],
  [
    'a tab icon that is not there',
    'structure',
    inAppJson((config) => Object.assign(firstTab(config), { iconPath: 'assets/none.png' })),
    /tab icon assets\/none\.png \(light\) is missing/,
  ],
  [
    'a tab icon over 40 KB',
    'structure',
    (folder) => {
      inAppJson((config) => Object.assign(firstTab(config), { iconPath: 'big.png' }))(folder);
      writeFileSync(path.join(folder, 'big.png'), Buffer.alloc(41 * 1024));
    },
    /tab icon big\.png is over 40 KB/,
  ],
  [
    'a main package over 2 MB',
    'sizes',
    append('big.js', `/*${'x'.repeat(2_200_000)}*/`),
    /package \(main\) has \d+ KB, over WeChat's 2 MB/,
  ],
  [
    'a main package over the budget',
    'sizes',
    append('big.js', `/*${'x'.repeat(700 * 1024)}*/`),
    /the main package has \d+ KB, over its budget of 700 KB/,
  ],
  [
    'a preload over 2 MB',
    'sizes',
    append('features/posts/big.js', `/*${'x'.repeat(2_100_000)}*/`),
    /pages\/home\/index preloads \d+ KB, over 2 MB/,
  ],
  ['WXML that does not close', 'templates', append('base.wxml', '<view><text></view>'), /wcc: .*base\.wxml/],
  [
    'an expression WXML does not know',
    'templates',
    append('base.wxml', '<view a="{{b?.c}}"/>'),
    /wcc: .*base\.wxml/,
  ],
  [
    'an import of nothing',
    'templates',
    append('pages/home/index.wxml', '<import src="./no.wxml"/>'),
    /pages\/home\/index\.wxml: \.\/no\.wxml does not exist/,
  ],
  ['WXS newer than ES5', 'templates', append('utils.wxs', '\nvar f = () => 1'), /wcc: .*utils\.wxs/],
  ['WXSS that matches everything', 'styles', append('app.wxss', '* { margin: 0 }'), /wcsc: .*app\.wxss/],
  ['nested WXSS', 'styles', append('app.wxss', '.a{ &:hover{color:red} }'), /wcsc: .*app\.wxss/],
  ['an import of no styles', 'styles', append('app.wxss', '@import "./no.wxss";'), /no\.wxss/],
  [
    'syntax newer than ES2018',
    'scripts',
    append('app.js', '\nvar q = wx?.b ?? 1'),
    /app\.js: newer than ES2018/,
  ],
  ['broken JavaScript', 'scripts', append('app.js', '\nvar = 1'), /app\.js: not valid JavaScript/],
  ['eval', 'scripts', append('app.js', '\neval("1")'), /app\.js: eval\(\) is refused/],
  [
    'new Function',
    'scripts',
    append('app.js', '\nnew Function("a", "b")'),
    /app\.js: new Function is refused/,
  ],
  [
    'a lookbehind',
    'scripts',
    append('app.js', '\nvar z = /(?<=a)b/'),
    /app\.js: regular expression with lookbehind/,
  ],
  [
    'XMLHttpRequest',
    'scripts',
    append('app.js', '\nnew XMLHttpRequest()'),
    /app\.js: XMLHttpRequest does not exist/,
  ],
  ['document', 'scripts', append('app.js', '\ndocument.title = ""'), /app\.js: document does not exist/],
  [
    'an unknown API',
    'scripts',
    append('app.js', '\nwx.flyToMoon()'),
    /app\.js: wx\.flyToMoon does not exist/,
  ],
  [
    'an API younger than the floor',
    'scripts',
    append('app.js', '\nwx.openOfficialAccountChat()'),
    /wx\.openOfficialAccountChat needs base library \d\.\d+\.\d+, the floor is 3\.0\.0 \(app\.js\)/,
  ],
  [
    'a setting outside WeChat’s schema',
    'official',
    inAppJson((config) => Object.assign(config.window ?? {}, { navigationBarTextStyle: 'purple' })),
    /miniprogram-ci: .*navigationBarTextStyle/,
  ],
  [
    'a page in no file',
    'official',
    inAppJson((config) => config.pages.push('pages/nope/index')),
    /miniprogram-ci: .*pages\/nope\/index/,
  ],
];

describe('the gate on a damaged build', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'weapp-damaged-'));
    cpSync(weappBuild, folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each(SABOTAGES)('catches %s', async (_name, check, sabotage, message) => {
    sabotage(folder);
    const { errors } = await checkWeappBuild(folder, { ...RULES, checks: [check] });
    expect(errors).toContainEqual(expect.stringMatching(message));
  });

  it('lets an app call what is younger than the floor where it asks for it, and nothing else then', async () => {
    const scripts = async () => (await checkWeappBuild(folder, { ...RULES, checks: ['scripts'] })).errors;
    append(
      'app.js',
      '\nif (typeof wx.openOfficialAccountChat === "function") wx.openOfficialAccountChat();',
    )(folder);
    expect(await scripts()).toEqual([]);
    append(
      'app.js',
      '\nif (typeof wx.openOfficialAccountArticle === "function") wx.openOfficialAccountChat();',
    )(folder);
    expect(await scripts()).toEqual([
      expect.stringMatching(/wx\.openOfficialAccountChat needs base library/),
    ]);
  });

  it('lets an app ask for globals and evaluate inside try, with a warning for the latter', async () => {
    append('app.js', '\nif (typeof XMLHttpRequest !== "undefined") new XMLHttpRequest();')(folder);
    append('app.js', '\ntry { new Function("return this")() } catch (e) {}')(folder);
    const { errors, warnings } = await checkWeappBuild(folder, { ...RULES, checks: ['scripts'] });
    expect(errors).toEqual([]);
    expect(warnings).toContain('app.js: new Function is refused by WeChat (inside try)');
  });
});
