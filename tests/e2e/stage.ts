import type { Browser } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { launchBrowser, openBrowserPhone } from './phones/browser';
import type { Phone } from './phones/phone';
import { openWeappPhone } from './phones/weapp';

interface Stage {
  /** The service of the test that runs. */
  readonly server: DemoServer;
  /** Opens a phone that closes with the test. */
  readonly open: (phone: PhoneName) => Promise<Phone>;
}

export const phoneNames = ['H5 at 390', 'H5 at 1280', 'the compiled mini-program'] as const;
type PhoneName = (typeof phoneNames)[number];

/** For a test file whose journeys are the same on every phone: one browser, and a service with demo data for each test. */
export function setStage(): Stage {
  let browser: Browser;
  let server: DemoServer;
  const keep = closingAfterEach();
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = keep(await startDemoServer());
  });
  const phones: Record<PhoneName, () => Promise<Phone>> = {
    'H5 at 390': () => openBrowserPhone(browser, server.url),
    'H5 at 1280': () => openBrowserPhone(browser, server.url, 1280),
    'the compiled mini-program': () => openWeappPhone(server.url),
  };
  return {
    get server() {
      return server;
    },
    open: async (name) => keep(await phones[name]()),
  };
}

/** Goes back page by page, each known by words of its own, to 我的. */
export async function leave(phone: Phone, ...pages: string[]): Promise<void> {
  for (const words of [...pages, '求职资料']) {
    await phone.back();
    await phone.see(words);
  }
}
