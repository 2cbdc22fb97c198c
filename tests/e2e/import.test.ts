import { sessionHeader } from '@qihang/shared/session/cookie';
import type { Browser, Page } from 'playwright-core';
import writeXlsx from 'write-excel-file/node';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { eventually } from '../support/waiting';
import { launchBrowser, newContext } from './phones/browser';

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

/** A day that lies so many days ahead; a deadline of years ahead is not believed. */
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const columns = '岗位名称,单位,性质,城市,学历,专业,薪资,人数,截止时间,投递邮箱,来源,来源类型,正文';
const body = '负责车间工艺文件的编制和现场支持，跟踪试制。要求熟悉机械制图，能适应现场工作。';
const row = (title: string, company: string, deadline = ahead(60), text = body) =>
  `${title},${company},校招,宁波,本科,机械类,7000-9000元/月,3,${deadline},hr@jzhi.example,学院就业群,学院,${text}`;
const table = [
  columns,
  row('铸造工艺员', '江州重工'),
  row('锻压工艺员', ''),
  row('焊接工艺员', '江州重工', `${ahead(120).slice(0, 4)}年2月30日`),
  row('热处理工艺员', '江州重工', ahead(60), `${body}限男生。`),
  row('涂装工艺员', '江州重工'),
].join('\n');

async function openDesk(): Promise<{ page: Page; faults: string[] }> {
  const context = await newContext(browser, 1280);
  keep({ close: () => context.close() });
  // The answer's cookies are the context's.
  await context.request.post(`${server.url}/api/v1/session/demo`, {
    headers: { [sessionHeader.name]: sessionHeader.cookie },
    data: { account: 'lead' },
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${server.url}/features/jobs/pages/import/index`);
  return { page, faults };
}

const choose = (page: Page, text = table) =>
  page
    .getByLabel('选择要导入的表格')
    .setInputFiles({ name: '岗位.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const cell = (page: Page, line: number, column: string) =>
  page.getByLabel(`第 ${line} 行，${column}`, { exact: true });
const box = (page: Page, line: number) => page.getByLabel(`导入第 ${line} 行`, { exact: true });
const state = (page: Page, line: number) => page.locator(`tr[data-line="${line}"] .im-s`);

/** A row as the browser keeps it for the next visit. */
const keptRow = (page: Page, line: number): Promise<unknown> =>
  page.evaluate((wanted) => {
    const { data } = JSON.parse(localStorage.getItem('draft:job-import') ?? '{"data":"{}"}');
    const { rows = [] } = JSON.parse(data) as { rows?: { line: number }[] };
    return rows.find((row) => row.line === wanted);
  }, line);

/** Tells how long the page's main thread has worked, in milliseconds of the processor: other work on the machine does not count. */
async function pageWork(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

async function until(locator: ReturnType<typeof state>, text: string) {
  await locator.filter({ hasText: text }).waitFor();
}

const published = async () => {
  const answer = await fetch(`${server.url}/api/v1/jobs?q=${encodeURIComponent('工艺员')}&limit=50`);
  const { items } = (await answer.json()) as { items: { title: string; company: string }[] };
  return items
    .filter(({ company }) => company.startsWith('江州重工'))
    .map(({ title }) => title)
    .sort();
};

describe('批量导入 at 1280', () => {
  it('a table with broken rows is mended in place, imported, and not imported twice', async () => {
    const { page, faults } = await openDesk();
    await choose(page);

    // What must be put right comes first, each message in its cell; what may stay is apart from it.
    await until(state(page, 3), '要改');
    await until(state(page, 5), '要改');
    await eventually(async () => expect(await page.locator('tr[data-line]').count()).toBe(2));
    await page.getByLabel('请核对').click();
    await until(state(page, 4), '请核对');
    expect(await page.locator('tr[data-line]').count()).toBe(1);
    await page.getByLabel('全部', { exact: true }).click();
    expect(await page.locator('tr[data-line="3"]').textContent()).toContain('没有单位');
    expect(await page.locator('tr[data-line="5"]').textContent()).toContain('性别');

    // Two are mended by keyboard, the third stays out.
    await cell(page, 3, '单位').fill('江州重工');
    await cell(page, 3, '单位').press('Tab');
    await until(state(page, 3), '可导入');
    await cell(page, 4, '截止时间').fill(ahead(90));
    await cell(page, 4, '截止时间').press('Enter');
    await until(state(page, 4), '可导入');
    expect(await box(page, 5).isDisabled()).toBe(true);

    // A reload costs nothing.
    await eventually(async () =>
      expect(await keptRow(page, 4)).toMatchObject({ texts: { deadline: ahead(90) }, stale: false }),
    );
    await page.reload();
    await page.getByText('全部').click();
    expect(await cell(page, 3, '单位').inputValue()).toBe('江州重工');
    await box(page, 6).uncheck();

    // Neither does a request that fails.
    await page.route('**/jobs/import', (route) => route.abort());
    await page.getByText('导入 3 条', { exact: true }).click();
    await page.getByText('没有导入的都还在表里').waitFor();
    await page.unroute('**/jobs/import');
    await page.getByText('导入 3 条', { exact: true }).click();
    await page.getByText('已导入 3 条，读者看得到了').waitFor();
    expect(await published()).toEqual(['焊接工艺员', '铸造工艺员', '锻压工艺员']);
    await eventually(async () => expect(await page.locator('tr[data-line]').count()).toBe(2));

    // The same file again: what came in is known, what was mended differs from the file.
    await page.getByText('换个文件').click();
    await page.getByText('换文件', { exact: true }).click();
    await choose(page);
    await page.getByText('全部').click();
    await until(state(page, 2), '导入过');
    expect(await box(page, 2).isDisabled()).toBe(true);
    expect(await published()).toHaveLength(3);
    expect(faults).toEqual([]);
  });

  it('a table of 200 rows scrolls and is written in without a pause', async () => {
    const { page } = await openDesk();
    await choose(
      page,
      [columns, ...Array.from({ length: 200 }, (_, i) => row(`工艺员${i}`, '江州重工'))].join('\n'),
    );
    await page.locator('tr[data-line="201"]').waitFor({ state: 'attached' });
    await cell(page, 201, '岗位名称').scrollIntoViewIfNeeded();
    const work = await pageWork(page);
    await cell(page, 201, '岗位名称').focus();
    const costs: number[] = [];
    for (let i = 0; i < 20; i++) {
      const before = await work();
      await page.evaluate(async () => {
        document.execCommand('insertText', false, '字');
        // Two frames: what the letter changed is drawn.
        for (let n = 0; n < 2; n++) await new Promise((done) => requestAnimationFrame(done));
      });
      costs.push((await work()) - before);
    }
    expect(await cell(page, 201, '岗位名称').inputValue()).toContain('字'.repeat(20));
    // 50 ms is what a person begins to notice; a slow processor needs several times as long.
    expect(Math.max(...costs)).toBeLessThan(400);
  });

  it('fills a column down and names the source of the whole table', async () => {
    const { page } = await openDesk();
    await choose(
      page,
      [columns, row('铸造工艺员', '江州重工'), row('锻压工艺员', '')].join('\n').replaceAll('学院就业群', ''),
    );
    await until(state(page, 3), '要改');
    await page.getByText('向下填充').click();
    await page.getByText('填上 1 格').click();
    await until(state(page, 3), '可导入');
    expect(await cell(page, 3, '单位').inputValue()).toBe('江州重工');
    await page.getByText('整表来源').click();
    await page.getByLabel('来源', { exact: true }).fill('学院就业群');
    await page.getByText('写到 2 行').click();
    await page.getByLabel('全部', { exact: true }).click();
    await eventually(async () => expect(await cell(page, 2, '来源').inputValue()).toBe('学院就业群'));
  });

  it('a sheet of a workbook is chosen, sums are passed over, and a column without a heading is given one', async () => {
    const { page } = await openDesk();
    const texts = (line: string) => line.split(',').map((value) => (value ? { value, type: String } : null));
    const named = (extra: string, line: string) => [...texts(line), ...texts(extra)];
    const workbook = await writeXlsx([
      { data: [texts('填表说明')], sheet: '说明' },
      {
        data: [
          named('', columns),
          named('包住宿', row('铸造工艺员', '江州重工')),
          named('两班倒', row('锻压工艺员', '江州重工')),
          texts('合计,,,,,,,6'),
        ],
        sheet: '岗位',
      },
    ]).toBuffer();
    await page.getByLabel('选择要导入的表格').setInputFiles({
      name: '岗位.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook,
    });
    await page.getByText('没有找到表头').waitFor();
    await page.getByLabel('岗位', { exact: true }).click();
    await page.getByText('略过 1 行合计（第 4 行）').waitFor();
    await page.getByText('其他列').click();
    await page.getByLabel('N 列，放进正文').click();
    await page.getByLabel('投递方式', { exact: true }).click();
    await page.getByText('好了', { exact: true }).click();
    await eventually(async () => expect(await cell(page, 2, '投递方式').inputValue()).toBe('包住宿'));
  });

  it('on a phone rows are cards, each mended in a sheet', async () => {
    const { page, faults } = await openDesk();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByText('选择文件', { exact: true }).click(),
    ]);
    await chooser.setFiles({ name: '岗位.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('单位：没有单位').waitFor();
    await page.getByLabel('改第 3 行').click();
    await page.getByLabel('单位', { exact: true }).fill('江州重工');
    await page.getByText('改好了').click();
    await page.getByText('导入 4 条', { exact: true }).click();
    await page.getByText('已导入 4 条，读者看得到了').waitFor();
    expect(await published()).toHaveLength(4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(faults).toEqual([]);
  });

  it('is not for graduates', async () => {
    const context = await newContext(browser, 1280);
    keep({ close: () => context.close() });
    const page = await context.newPage();
    await page.goto(`${server.url}/features/jobs/pages/import/index`);
    await page.getByText('登录后批量导入岗位').waitFor();
  });
});
