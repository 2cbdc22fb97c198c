import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newContext } from '../../e2e/phones/browser';

declare global {
  interface Window {
    /** How often a script of the corpus ran. */
    timesRan: number;
    /** Addresses that were opened. */
    opened: string[];
    ran(): void;
  }
}

/** Runs in every page before anything else: records what the corpus would do. */
function record(): void {
  window.timesRan = 0;
  window.opened = [];
  window.ran = () => {
    window.timesRan += 1;
  };
  window.open = (address) => {
    window.opened.push(String(address));
    return null;
  };
}

/** A browser that obeys the content security policy of the service, or one that knows of none. */
export async function openBrowserFor(
  browser: Browser,
  policy: boolean,
  width?: number,
): Promise<BrowserContext> {
  const context = await newContext(browser, width, { bypassCSP: !policy });
  await context.addInitScript(record);
  return context;
}

/** Does to every element of a place what a person may do to it, and gives scripts and answers their time. */
export async function touchAll(page: Page, place = 'body'): Promise<void> {
  await page.evaluate(async (within) => {
    for (const element of document.querySelectorAll(`${within} *`)) {
      for (const name of ['pointerover', 'mouseover', 'focus', 'blur', 'toggle'])
        element.dispatchEvent(new Event(name, { bubbles: true }));
      const isLink = element.matches('a, area, [role="link"], .link, .in-a');
      if (isLink) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
    // Twice around the loop: a frame or a picture that is there tells of itself in a task of its own.
    for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  }, place);
}

/** Elements and attributes of the page that carry a call of the corpus where a browser would run it, in words. */
export const carriersIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const active = ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'BASE', 'META', 'LINK', 'TEMPLATE'];
    const addresses = [
      'href',
      'src',
      'srcdoc',
      'action',
      'formaction',
      'data',
      'poster',
      'xlink:href',
      'style',
    ];
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      if (active.includes(element.tagName) && element.outerHTML.includes('ran(1)'))
        found.push(element.outerHTML);
      for (const { name, value } of element.attributes)
        if (value.includes('ran(1)') && (name.startsWith('on') || addresses.includes(name)))
          if (!/^https?:\/\/(?:[^"'<>]*@)?(?:www\.)?example\.com/.test(value))
            // An address of another site may have the words in its path.
            found.push(`${element.tagName} ${name}=${value}`);
    }
    return found;
  });
