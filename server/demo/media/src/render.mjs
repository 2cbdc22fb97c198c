// Renders every SVG here to a JPEG cover of 900 × 506 beside this folder, and every HTML sheet to an A4 PDF:
//   CHROMIUM_PATH="$(command -v chromium)" node server/demo/media/src/render.mjs [name …]
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('.', import.meta.url));
const target = join(source, '..');
const require = createRequire(new URL('../../../../tests/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath) throw new Error('Set CHROMIUM_PATH to a Chromium that can draw Chinese');

const wanted = new Set(process.argv.slice(2));
const files = readdirSync(source).filter((file) => !wanted.size || wanted.has(basename(file, extname(file))));

const browser = await chromium.launch({
  executablePath,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = await browser.newPage({ viewport: { width: 900, height: 506 } });
for (const file of files) {
  const name = basename(file, extname(file));
  const text = () => readFileSync(join(source, file), 'utf8');
  if (file.endsWith('.svg')) {
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:900px;height:506px}</style>${text()}`,
    );
    await page.screenshot({ path: join(target, `${name}.jpg`), type: 'jpeg', quality: 76 });
  }
  if (file.endsWith('.html')) {
    await page.setContent(text());
    await page.pdf({ path: join(target, `${name}.pdf`), format: 'A4', printBackground: true, tagged: false });
  }
}
await browser.close();
