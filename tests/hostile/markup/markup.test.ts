// Takes about 70 seconds.
// Nothing that people write runs in the browsers of those who read it, with the content security policy and without one.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hearMessage, launchBrowser } from '../../e2e/phones/browser';
import { closingAfterEach } from '../../support/closing';
import { type DemoServer, startDemoServer } from '../../support/demo-server';
import { addresses, elements, lines, passages } from './corpus';
import { carriersIn, openBrowserFor, touchAll } from './page';
import { type CorpusPage, writeCorpus } from './write-corpus';

const keep = closingAfterEach();
let browser: Browser;
let server: DemoServer;
let pages: CorpusPage[];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startDemoServer();
  pages = await writeCorpus(server);
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

/** What ran, was opened or is ready to run on the page as it is now. */
async function faultsOn(page: Page, place?: string): Promise<string[]> {
  await touchAll(page, place);
  const { timesRan, opened } = await page.evaluate(() => ({
    timesRan: window.timesRan,
    opened: window.opened,
  }));
  return [
    ...(timesRan > 0 ? ['a script ran'] : []),
    ...opened.filter((address) => !isWeb(address)).map((address) => `opened ${address}`),
    ...(await carriersIn(page)),
  ].map((fault) => `${page.url()}: ${fault}`);
}

async function openPage(context: BrowserContext, faults: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    // The page itself asks before what is written is left, as for a mail program.
    if (dialog.type() !== 'beforeunload') faults.push(`${page.url()}: ${dialog.type()}`);
    void dialog.dismiss();
  });
  return page;
}

it('has more than 200 texts', () => {
  expect(new Set([...lines, ...passages]).size).toBeGreaterThan(200);
});

describe.each([true, false])('with the content security policy: %s', (policy) => {
  it('nothing runs where people read', async () => {
    const faults: string[] = [];
    const page = await openPage(keep(await openBrowserFor(browser, policy)), faults);
    for (const [path, words] of pages) {
      await page.goto(server.url + path);
      await page.getByText(words).filter({ visible: true }).first().waitFor();
      await toTheEnd(page);
      faults.push(...(await faultsOn(page)));
    }
    expect(faults).toEqual([]);
  });

  it('nothing runs where a lead writes and looks at what readers will see', async () => {
    const faults: string[] = [];
    const page = await openPage(keep(await openBrowserFor(browser, policy, 1280)), faults);
    await page.goto(`${server.url}/features/account/pages/sign-in/index`);
    await page.getByText('陈一鸣', { exact: true }).filter({ visible: true }).first().click();
    await hearMessage(page, '已登录');
    await page.goto(`${server.url}/features/posts/pages/form/index?board=guidance`);
    const field = (name: string) =>
      page.locator(`textarea[aria-label="${name}"]`).filter({ visible: true }).last();
    await field('标题').fill(`"><img src=x onerror=ran(1)>`);
    await field('正文').fill(`${passages.join('\n\n')}\n\n到底了`);
    // In the text, and in the reader's view of it.
    await page.waitForFunction(
      () => [...document.querySelectorAll('*')].filter((one) => one.textContent === '到底了').length > 0,
    );
    faults.push(...(await faultsOn(page, '.ed-ph')));
    expect(faults).toEqual([]);
  });
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
