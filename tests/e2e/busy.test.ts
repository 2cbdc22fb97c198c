// A server that is too busy when a page opens: the page says so, asks again by itself, and shows what it came for.
import type { Browser } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { eventually } from '../support/waiting';
import { launchBrowser, openBrowserPhone } from './phones/browser';
import type { Phone } from './phones/phone';
import { openWeappPhone } from './phones/weapp';

let server: DemoServer;
let way: LossyProxy;
let browser: Browser;
const keep = closingAfterEach();
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = keep(await startDemoServer());
  way = keep(await startLossyProxy(server.url));
});

const phones: [string, (url: string) => Promise<Phone>][] = [
  ['H5 in Chromium', (url) => openBrowserPhone(browser, url)],
  ['the compiled mini-program', (url) => openWeappPhone(url)],
];

it('on H5 a page whose script was refused comes by itself', async () => {
  const phone = keep(await openBrowserPhone(browser, way.url));
  await phone.see('更多岗位');
  const busy = way.beBusy('/js/');
  await phone.tap('搜岗位、政策、问题');
  await eventually(() => expect(busy.refused()).toBeGreaterThan(1));
  busy.end();
  await phone.page.waitForURL(/search/);
  await phone.page.locator('input').filter({ visible: true }).first().waitFor();
});

describe.each(phones)('on %s', (_, openPhone) => {
  it('the first page says that the server is busy, and fills by itself once it is not', async () => {
    const busy = way.beBusy('/api/');
    const phone = keep(await openPhone(way.url));
    await phone.see('没能取到岗位');
    await phone.see('没能取到栏目');
    await phone.see('恢复后会自动显示');
    const before = busy.refused();
    await eventually(() => expect(busy.refused()).toBeGreaterThan(before));
    busy.end();
    await phone.see('就业指导');
    await phone.see('更多岗位');
    await phone.seeNot('恢复后会自动显示');
  });
});
