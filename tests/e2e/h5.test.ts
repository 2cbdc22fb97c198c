// Takes about 75 seconds.
import type { Browser } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { journeys } from './journeys';
import { launchBrowser, openBrowserPhone } from './phones/browser';

let browser: Browser;
let server: DemoServer;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
const keep = closingAfterEach();
beforeEach(async () => {
  server = keep(await startDemoServer());
});

describe('on H5 in Chromium, 390 × 844', () => {
  it.each(journeys)('$name', async ({ live }) => {
    const phone = keep(await openBrowserPhone(browser, server.url));
    await live(phone, server.clock);
    expect(phone.faults()).toEqual([]);
  });
});
