import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
// The pages that it opens.
import '../../support/builds/h5';
import { patience } from '../../support/waiting';
import type { Phone } from './phone';
import { partIn, targetIn } from './target';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: flags,
    timeout: patience,
  });

export const phoneSize = { width: 390, height: 844 };

export async function newContext(
  browser: Browser,
  width = phoneSize.width,
  more: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const narrow = width < 600;
  const context = await browser.newContext({
    viewport: { width, height: narrow ? phoneSize.height : 800 },
    isMobile: narrow,
    hasTouch: narrow,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...more,
  });
  context.setDefaultTimeout(patience);
  await context.addInitScript(keepMessages);
  return context;
}

/** Runs in each page: keeps what its passing messages say, which are gone before a slow machine looks. */
function keepMessages(): void {
  const said: string[] = [];
  let showing = new Set<string>();
  new MutationObserver(() => {
    const now = new Set([...document.querySelectorAll('.toast')].map(({ textContent }) => textContent ?? ''));
    said.push(...[...now].filter((text) => !showing.has(text)));
    showing = now;
  }).observe(document, { childList: true, characterData: true, subtree: true });
  Object.assign(window, { saidMessages: said });
}

/** Waits for a message that passes by itself, shown now or since the last such wait. */
export async function hearMessage(page: Page, words: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const { saidMessages } = window as unknown as { saidMessages: string[] };
    const heard = saidMessages.findIndex((text) => text.includes(wanted));
    if (heard >= 0) saidMessages.splice(0, heard + 1);
    return heard >= 0;
  }, words);
}

/** The H5 pages in Chromium: 390 × 844, touched with a finger, or a wide window with a mouse. */
export async function openBrowserPhone(
  browser: Browser,
  url: string,
  width = phoneSize.width,
): Promise<Phone & { page: Page }> {
  const context = await newContext(browser, width);
  const press = (place: Locator) => (width === phoneSize.width ? place.tap() : place.click());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  await page.goto(url);

  // Taro keeps earlier pages in the document, hidden: only what is visible counts.
  const shown = (text: string) => page.getByText(text).filter({ visible: true });
  const field = (placeholder: string) =>
    page
      .locator(`input[placeholder="${placeholder}"], textarea[placeholder="${placeholder}"]`)
      .filter({ visible: true })
      .first();
  return {
    page,
    tap: async (what) => press(await targetIn(page, what)),
    tapPart: (words) => press(partIn(page, words)),
    type: (placeholder, text) => field(placeholder).fill(text),
    confirm: (placeholder) => field(placeholder).press('Enter'),
    // The sheet that asks is drawn above the page, and so after it.
    agree: (word) => press(page.getByText(word, { exact: true }).filter({ visible: true }).last()),
    // The rail of a wide window, or the bar at the end of the page: lists have tabs of the same name.
    tab: (name) => {
      const bar = width === phoneSize.width ? '' : '.rail ';
      return press(page.locator(`${bar}[aria-label="${name}"]`).filter({ visible: true }).last());
    },
    back: async () => {
      await page.goBack();
    },
    see: (text) => shown(text).first().waitFor(),
    seeNot: async (text) => {
      await page.waitForFunction((words) => {
        const seen = (element: Element) => (element as HTMLElement).checkVisibility?.() ?? true;
        return ![...document.querySelectorAll('*')].some(
          (element) => element.children.length === 0 && element.textContent?.includes(words) && seen(element),
        );
      }, text);
    },
    hear: (text) => hearMessage(page, text),
    // biome-ignore lint/performance/useDomNodeTextContent: the words of hidden pages do not count, and textContent has them
    words: () => page.evaluate(() => document.body.innerText),
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    faults: () => faults,
    close: () => context.close(),
  };
}
