// Pictures in an article, from the phone that chooses them to the reader's page.
import type { Browser, Page } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { photographOfHome, pngOf } from '../support/media-files/pictures';
import { hearMessage, launchBrowser, newContext, phoneSize } from './phones/browser';
import { targetIn } from './phones/target';

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

const tap = async (page: Page, what: string) => (await targetIn(page, what)).click();
const field = (page: Page, name: string) =>
  page.locator(`textarea[aria-label="${name}"]`).filter({ visible: true }).last();
const see = (page: Page, words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

async function openForm(width: number): Promise<Page> {
  const page = await keep(await newContext(browser, width)).newPage();
  await page.goto(`${server.url}/features/account/pages/sign-in/index`);
  await tap(page, '陈一鸣');
  await hearMessage(page, '已登录');
  await page.goto(`${server.url}/features/posts/pages/form/index?board=guidance`);
  await field(page, '正文').waitFor();
  await field(page, '标题').fill('双选会现场怎么走');
  await field(page, '正文').fill('先看平面图。');
  return page;
}

async function choose(page: Page, files: { name: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await tap(page, '图片');
  await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: 'image/png' })));
}

/** Waits until the text refers to so many pictures. */
const refersTo = (page: Page, pictures: number) =>
  page.waitForFunction(
    (count) =>
      [...document.querySelectorAll<HTMLTextAreaElement>('textarea[aria-label="正文"]')].some(
        ({ value }) => (value.match(/!\[[^\]]*\]\(\/api\/v1\/media\/\w+\)/g) ?? []).length === count,
      ),
    pictures,
  );

it('are sent, one of them again after the network was gone, and shown to readers in their width', async () => {
  const page = await openForm(phoneSize.width);
  let lost = 0;
  await page.route('**/api/v1/uploads*', async (route) => {
    if (lost++ === 0) await route.abort('connectionfailed');
    else await route.continue();
  });
  await choose(page, [
    { name: '平面图.png', buffer: await pngOf({ width: 1600, height: 900 }) },
    { name: '现场.jpg', buffer: await photographOfHome() },
  ]);
  await see(page, '没传上，点重试');
  await refersTo(page, 1);
  await page.locator('[aria-label*="没传上，点重试"]').filter({ visible: true }).first().click();
  await refersTo(page, 2);
  await see(page, /\d\d:\d\d 已存/);
  await tap(page, '发布文章');
  // Pictures without words for those who do not see them are told of, and stand in no one's way.
  await tap(page, '就这样发布');
  await hearMessage(page, '已发布，读者看得到了');
  await page.waitForURL(/detail/);
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLImageElement>('img[src*="/api/v1/media/"]')].filter(
        ({ complete, naturalWidth }) => complete && naturalWidth > 0,
      ).length === 2,
  );
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('img[src*="/api/v1/media/"]')].map(
      ({ naturalWidth }) => naturalWidth,
    ),
  );
  for (const width of widths) expect(width).toBeLessThanOrEqual(1280);
});

it('that are none are refused in words, and everything else stays', async () => {
  const page = await openForm(1280);
  await choose(page, [
    { name: '标志.png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
    { name: '平面图.png', buffer: await pngOf({ width: 400, height: 300 }) },
  ]);
  await see(page, '不能上传');
  await refersTo(page, 1);
  expect(await field(page, '正文').inputValue()).toContain('先看平面图。');
  await tap(page, '删除 标志.png');
  await page.getByText('不能上传').first().waitFor({ state: 'detached' });
});
