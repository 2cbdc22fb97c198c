// Makes what the icons need from src/ui/icon/svg: the style sheet, the list of names, and the tab-bar pictures of the
// mini-program (WeChat takes only PNG there). Run it after changing an SVG: node miniapp/scripts/icons.mjs
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'src/ui/icon');
const svgOf = (name) => readFileSync(path.join(folder, 'svg', `${name}.svg`), 'utf8').trim();
const names = readdirSync(path.join(folder, 'svg'))
  .map((file) => path.basename(file, '.svg'))
  .sort();

// A stroke scales with its icon; these are drawn heavier when small (in text) and finer when large (empty states).
const variants = {
  16: {
    stroke: '2',
    names:
      'calendar check chevron-down chevron-right close copy info link pencil plus refresh shield sliders',
  },
  40: { stroke: '1.25', names: 'alert briefcase chat eye-off file inbox search user wifi-off' },
};

const dataUri = (svg) =>
  `data:image/svg+xml,${svg.replace(/"/g, "'").replace(/[<>#%]/g, encodeURIComponent)}`;
const rule = (selector, svg) => `${selector} {\n  mask-image: url("${dataUri(svg)}");\n}\n`;

const sheet = [
  '// Made by scripts/icons.mjs from svg/; do not edit.\n',
  ...names.map((name) => rule(`.i-${name}`, svgOf(name))),
  ...Object.entries(variants).flatMap(([size, { stroke, names: list }]) =>
    list
      .split(' ')
      .map((name) =>
        rule(`.i${size}.i-${name}`, svgOf(name).replace('stroke-width="1.75"', `stroke-width="${stroke}"`)),
      ),
  ),
];
writeFileSync(path.join(folder, 'icons.scss'), sheet.join(''));
writeFileSync(
  path.join(folder, 'names.ts'),
  `// Made by scripts/icons.mjs from svg/; do not edit.\nexport type IconName =\n${names.map((name) => `  | '${name}'`).join('\n')};\n`,
);

// Colours: ink-2 and brand of styles/tokens.scss, light and dark.
const tabs = { home: 'home', jobs: 'briefcase', questions: 'chat', me: 'user' };
const inks = { light: '#43545a', 'light-on': '#0b5963', dark: '#b3c1c3', 'dark-on': '#74c4c6' };

const { chromium } = createRequire(path.resolve(root, '../tests/package.json'))('playwright-core');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 81, height: 81 } });
mkdirSync(path.join(root, 'src/assets/tabs'), { recursive: true });
for (const [tab, icon] of Object.entries(tabs)) {
  for (const [ink, colour] of Object.entries(inks)) {
    const svg = svgOf(icon).replace('stroke="#000"', `stroke="${colour}" width="81" height="81"`);
    await page.setContent(`<body style="margin:0;background:transparent">${svg}</body>`);
    await page.screenshot({
      path: path.join(root, `src/assets/tabs/${tab}-${ink}.png`),
      omitBackground: true,
    });
  }
}
await browser.close();
