import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser, newContext } from '../e2e/phones/browser';
import { h5Build } from '../support/builds/h5';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';

const kilobyte = 1000;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the H5 build', () => {
  let server: DemoServer;
  const keep = closingAfterEach();
  beforeAll(async () => {
    server = await startDemoServer();
  });
  afterAll(() => server.close());

  it('loads at most 180 KB of scripts and styles for its first page', async () => {
    const browser = keep(await launchBrowser());
    const page = await (await newContext(browser)).newPage();
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await page.goto(server.url);
    await page.getByText('即将截止').first().waitFor();
    await page.waitForLoadState('networkidle');
    const parts = [...new Set(loaded)].filter((path) => /\.(js|css)$/.test(path));
    expect(parts.length).toBeGreaterThan(2);
    const bytes = parts.map((path) => gzipSync(readFileSync(join(h5Build, path)), { level: 9 }).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(180 * kilobyte);
  });

  it('has no script in its pages, and asks no other host for anything', () => {
    const html = readFileSync(join(h5Build, 'index.html'), 'utf8');
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
    expect(html.match(/(src|href)="(https?:)?\/\//g)).toBeNull();
  });

  it('is sent compressed', async () => {
    // The largest: a part of a few lines hardly gets shorter.
    const [script = ''] = filesOf(h5Build)
      .filter((path) => path.endsWith('.js'))
      .sort((one, other) => statSync(other).size - statSync(one).size);
    const path = script.slice(h5Build.length);
    const response = await fetch(server.url + path, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toContain('immutable');
    await response.arrayBuffer();
    expect(statSync(`${script}.br`).size).toBeLessThan(statSync(script).size / 2);
  });

  it('opens every address of its own as a page, and no address of the API', async () => {
    const status = async (path: string, accept: string) =>
      (await fetch(server.url + path, { headers: { accept } })).status;
    expect(await status('/features/jobs/pages/detail/index?id=x', 'text/html')).toBe(200);
    expect(await status('/api/v1/nothing', 'text/html')).toBe(404);
    expect(await status('/js/nothing.js', '*/*')).toBe(404);
  });
});
