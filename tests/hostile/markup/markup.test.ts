// Nothing that people write runs in the browsers of those who read it, with the content security policy and without one.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/phones/browser';
import { closingAfterEach } from '../../support/closing';
import { type DemoServer, startDemoServer } from '../../support/demo-server';
import { jobDraft, postDraft, threadDraft } from '../../support/drafts';
import { addresses, elements, lines, passages } from './corpus';
import { carriersIn, openBrowserFor, touchAll } from './page';

const keep = closingAfterEach();
let browser: Browser;
let server: DemoServer;
/** Pages that show the corpus, each with words by which it is there. */
const pages: [path: string, words: string][] = [];

async function send(token: string, path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answered = (await answer.json()) as { id: string };
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answered)} for ${JSON.stringify(body)}`);
  return answered;
}

async function tokenOf(account: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  return ((await answer.json()) as { token: string }).token;
}

const inPieces = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const short = (text: string, most: number) => Array.from(text).slice(0, most).join('');

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startDemoServer();
  const [lead, graduate] = await Promise.all([tokenOf('lead'), tokenOf('graduate')]);
  // The newest of a list come first: what is long goes last, so that its page is known by id.
  for (const title of lines.filter((line) => line.length <= 60))
    await send(lead, '/posts', postDraft({ title: `题 ${title}`.slice(0, 60), summary: short(title, 160) }));
  for (const [index, part] of inPieces(passages, 60).entries()) {
    const { id } = await send(
      lead,
      '/posts',
      postDraft({ title: `正文 ${index}`, markdown: `开头\n\n${part.join('\n\n')}` }),
    );
    pages.push([`/features/posts/pages/detail/index?id=${id}`, `正文 ${index}`]);
  }
  for (const [index, part] of inPieces(lines, 40).entries()) {
    const title = `问 ${index} ${part.find((line) => line.length < 50) ?? ''}`;
    const { id } = await send(
      graduate,
      '/threads',
      threadDraft({ title, body: short(part.join('\n'), 2000) }),
    );
    await send(lead, `/threads/${id}/answers`, { body: short(part.join('\n'), 2000) });
    pages.push([`/features/threads/pages/detail/index?id=${id}`, `问 ${index}`]);
  }
  for (const [index, part] of inPieces(lines, 60).entries()) {
    const { id } = await send(lead, '/jobs', {
      ...jobDraft({
        deadline: null,
        title: `岗 ${index} ${part.find((line) => line.length < 30) ?? ''}`,
        company: short(part.find((line) => line.startsWith('<img')) ?? `单位 ${index}`, 40),
        apply: { note: short(part.join('\n'), 500) },
        body: short(part.join('\n'), 4000),
      }),
      overrideReason: '测试内容',
    });
    pages.push([`/features/jobs/pages/detail/index?id=${id}`, `岗 ${index}`]);
  }
  pages.push(
    ['/', '就业指导'],
    ['/pages/jobs/index', '岗 0'],
    ['/pages/questions/index', '问 0'],
    ['/features/posts/pages/list/index?board=guidance', '题 '],
    ['/features/search/pages/index/index?q=script', '题 '],
    ['/features/search/pages/index/index?q=onerror', '题 '],
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens lists to their ends, so that everything in them is drawn. */
async function toTheEnd(page: Page): Promise<void> {
  for (let last = -1; ; ) {
    const height = await page.evaluate(() => {
      window.scrollTo(0, document.body.scrollHeight);
      for (const one of document.querySelectorAll('.taro_page')) one.scrollTo(0, one.scrollHeight);
      return Math.max(
        ...[...document.querySelectorAll('.taro_page')].map(({ scrollHeight }) => scrollHeight),
      );
    });
    await page.waitForLoadState('networkidle');
    if (height === last) return;
    last = height;
  }
}

/** Whether following it from a page of the service shows a page of the web, or of the service. */
const isWeb = (address: string) =>
  URL.canParse(address, server.url) && ['http:', 'https:'].includes(new URL(address, server.url).protocol);

async function faultsOf(context: BrowserContext): Promise<string[]> {
  const faults: string[] = [];
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    faults.push(`${page.url()}: ${dialog.type()}`);
    void dialog.dismiss();
  });
  for (const [path, words] of pages) {
    await page.goto(server.url + path);
    await page.getByText(words).filter({ visible: true }).first().waitFor();
    await toTheEnd(page);
    await touchAll(page);
    const { timesRan, opened } = await page.evaluate(() => ({
      timesRan: window.timesRan,
      opened: window.opened,
    }));
    if (timesRan > 0) faults.push(`${path}: a script ran`);
    const unsafe = opened.filter((address) => !isWeb(address));
    faults.push(...unsafe.map((one) => `${path}: opened ${one}`));
    faults.push(...(await carriersIn(page)).map((one) => `${path}: ${one}`));
  }
  return faults;
}

it('has more than 200 texts', () => {
  expect(new Set([...lines, ...passages]).size).toBeGreaterThan(200);
});

it.each([true, false])('nothing runs where people read, content security policy: %s', async (policy) => {
  const context = keep(await openBrowserFor(browser, policy));
  expect(await faultsOf(context)).toEqual([]);
});

describe('the same texts as markup', () => {
  /** How many of them run in a page that takes them for its own, served with the policy of the service. */
  async function ranAsMarkup(policy: boolean): Promise<number> {
    const context = keep(await openBrowserFor(browser, policy));
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    const home = await fetch(server.url);
    let markup = '';
    await page.route('**/as-markup', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': home.headers.get('content-security-policy') ?? '' },
        body: `<!doctype html><body>${markup}</body>`,
      }),
    );
    let ran = 0;
    const links = addresses
      .filter((one) => /^javascript:/i.test(one))
      .map((one) => `<a href='${one}'>触摸</a>`);
    for (markup of [...elements, ...links]) {
      // A text may lead the page elsewhere; then it shows nothing of a script.
      await page.goto(`${server.url}/as-markup`).catch(() => undefined);
      await touchAll(page).catch(() => undefined);
      if (await page.evaluate(() => window.timesRan > 0).catch(() => false)) ran += 1;
    }
    return ran;
  }

  it('run without the policy, so that the test above can tell', async () => {
    expect(await ranAsMarkup(false)).toBeGreaterThan(30);
  });

  it('do not run under the policy', async () => {
    expect(await ranAsMarkup(true)).toBe(0);
  });
});
