import type { Browser } from 'playwright-core';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { journeys } from './journeys';
import { launchBrowser, openBrowserPhone } from './phones/browser';

jest.setTimeout(90_000);

let browser: Browser;
let server: DemoServer;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startDemoServer();
});
afterEach(() => server.close());

describe('on H5 in Chromium, 390 × 844', () => {
  it.each(journeys)('$name', async ({ live }) => {
    const phone = await openBrowserPhone(browser, server.url);
    await live(phone);
    expect(phone.faults()).toEqual([]);
    await phone.close();
  });
});
