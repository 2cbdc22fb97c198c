import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
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
const textOf = (page: Page) => page.locator('textarea[aria-label="正文"]').filter({ visible: true }).last();
const titleOf = (page: Page) => page.locator('textarea[aria-label="标题"]').filter({ visible: true }).last();

/** A page of a lead who is signed in, at the form of a board. */
async function openForm(
  width: number,
  query = 'board=guidance',
  more: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = keep(await newContext(browser, width, more));
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  await page.goto(`${server.url}/features/account/pages/sign-in/index`);
  await tap(page, '陈一鸣');
  await hearMessage(page, '已登录');
  await page.goto(`${server.url}/features/posts/pages/form/index?${query}`);
  await textOf(page).waitFor();
  return { page, faults };
}

const select = (page: Page, start: number, end: number) =>
  textOf(page).evaluate(
    (area, [from, to]) => {
      const field = area as HTMLTextAreaElement;
      field.focus();
      field.setSelectionRange(from ?? 0, to ?? 0);
    },
    [start, end],
  );
const selected = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return field.value?.slice(field.selectionStart, field.selectionEnd);
  });

async function paste(page: Page, kinds: Record<string, string>) {
  await textOf(page).evaluate((area, data) => {
    const clipboard = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboard.setData(type, text);
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  }, kinds);
}

const holds = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLTextAreaElement>('textarea[aria-label="正文"]')].some(
        (area) => area.value === wanted,
      ),
    text,
  );

describe('the editor on H5', () => {
  it('keeps the keyboard and the selection when a button is tapped', async () => {
    const { page, faults } = await openForm(phoneSize.width);
    await textOf(page).fill('先签字再盖章');
    await select(page, 1, 3);
    await tap(page, '粗体');
    await holds(page, '先**签字**再盖章');
    expect(await selected(page)).toBe('**签字**');
    await tap(page, '粗体');
    await holds(page, '先签字再盖章');
    expect(await selected(page)).toBe('签字');
    await tap(page, '小标题');
    await holds(page, '## 先签字再盖章');
    await page.keyboard.press('Control+z');
    await holds(page, '先签字再盖章');
    await tap(page, '列表');
    await holds(page, '- 先签字再盖章');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('再交表');
    await holds(page, '- 先签字再盖章\n- 再交表');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('完');
    await holds(page, '- 先签字再盖章\n- 再交表\n完');
    expect(faults).toEqual([]);
  });

  it('makes Markdown of what is pasted, and gives back what was copied on undo', async () => {
    // Without the policy of the page: nothing of it may run by itself.
    const { page, faults } = await openForm(phoneSize.width, 'board=guidance', { bypassCSP: true });
    await textOf(page).fill('前言');
    await select(page, 2, 2);
    await paste(page, {
      'text/html':
        '<section><p><span style="font-weight:700">报名</span>：<a href="https://a.example/?utm_source=x">官网</a></p><img src="https://a.example/x.png" onerror="window.ran = 1"><script>window.ran = 1</script><p style="display:none">藏着</p></section>',
      'text/plain': '报名：官网',
    });
    await holds(
      page,
      '前言**报名**：[官网](https://a.example/)\n\n![](https://a.example/x.png)'.replace(
        '前言**',
        '前言\n\n**',
      ),
    );
    await hearMessage(page, '已转成可以发布的格式');
    await tap(page, '撤销');
    await holds(page, '前言报名：官网');
    await tap(page, '撤销');
    await holds(page, '前言');
    await paste(page, { 'text/plain': '①身份证\n②学历\u200b证' });
    await holds(page, '前言\n\n1. 身份证\n2. 学历证');
    expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
    expect(faults).toEqual([]);
  });

  it('has what was written after a reload, and on another device', async () => {
    const { page } = await openForm(phoneSize.width);
    await titleOf(page).fill('备考时间表');
    await textOf(page).fill('第一周摸底');
    await page
      .getByText(/\d\d:\d\d 已存/)
      .first()
      .waitFor();
    await page.reload();
    await textOf(page).waitFor();
    await holds(page, '第一周摸底');
    const drafts = await server.context.db.read
      .select()
      .from(server.context.db.tables.posts)
      .then((rows) => rows.filter(({ life }) => life === 'draft'));
    expect(drafts.map(({ title, markdown }) => ({ title, markdown }))).toEqual([
      { title: '备考时间表', markdown: '第一周摸底' },
    ]);
    const other = await openForm(1280, `id=${drafts[0]?.id}`);
    await holds(other.page, '第一周摸底');
    expect(await titleOf(other.page).inputValue()).toBe('备考时间表');
  });

  it('shows the reader’s page beside the text on a wide window, and goes to what is to be mended', async () => {
    const { page, faults } = await openForm(1280);
    await titleOf(page).fill('备考时间表');
    await textOf(page).fill('第一段\n\n见[官网](javascript:x)，联系 13812345678\n\n## 第 1 周\n\n摸底');
    await page.locator('.ed-ph').getByText('第 1 周').waitFor();
    await tap(page, '检查 2');
    await page.getByText('第 2 段有不安全的链接').waitFor();
    await tap(page, '去看：第 2 段有不安全的链接');
    expect(await selected(page)).toBe('[官网](javascript:x)');
    await page.keyboard.type('官网');
    await tap(page, '发布文章');
    await hearMessage(page, '已发布，读者看得到了');
    expect(faults).toEqual([]);
  });
});
