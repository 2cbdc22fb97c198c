import { sessionHeader } from '@qihang/shared/session/cookie';
import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import { rosterColumnNames, rosterColumns } from '@qihang/shared/verification/vocabulary';
import type { Browser, BrowserContext } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { hearMessage, launchBrowser, newContext, openBrowserPhone } from './phones/browser';
import type { Phone } from './phones/phone';
import { openWeappPhone } from './phones/weapp';

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

/** Opens a session that the browser holds as a cookie. */
async function signInByCookie(context: BrowserContext, account: DemoAccount): Promise<void> {
  const answer = await context.request.post(`${server.url}/api/v1/session/demo`, {
    headers: { [sessionHeader.name]: sessionHeader.cookie },
    data: { account },
  });
  expect(answer.status()).toBe(201);
}

const question = '三方协议丢了还能补吗';

/** Somebody signed in, whom the school does not know yet, asks, verifies on the way, and goes on where it stopped. */
async function verifyToAsk(phone: Phone): Promise<void> {
  await phone.tab('问答');
  await phone.tap('提问');
  await phone.type('一句话说清，带上关键词', question);
  await phone.tap('政策');
  await phone.tap('去认证，再发布');
  await phone.see('确认你是本校学生');

  await phone.type('校园卡上的学号', '2023080106');
  await phone.type('学籍上的姓名', '阎浩天');
  await phone.type('如 ACD3-4679', 'ewdr grfn');
  await phone.tap('认证');
  await phone.see('对不上');
  expect(await threads()).toEqual([]);

  await phone.type('学籍上的姓名', '阎浩然');
  await phone.tap('认证');
  await phone.hear('认证成功，接着做刚才的事');
  await phone.seeNot('先认证学生身份');
  await phone.tap('匿名发布');
  // The first words of a new person are looked at before readers see them.
  await phone.see('待审');
  await phone.see(question);
  expect(await threads()).toHaveLength(1);
}

const threads = async () => {
  const { db } = server.context;
  const rows = await db.read.select({ title: db.tables.threads.title }).from(db.tables.threads);
  return rows.filter(({ title }) => title === question);
};

describe('身份认证, on the way to a first question', () => {
  it('on H5', async () => {
    const phone = keep(await openBrowserPhone(browser, server.url));
    await signInByCookie(phone.page.context(), 'newcomer');
    await phone.page.reload();
    await phone.tab('我的');
    await phone.see('未认证');
    await verifyToAsk(phone);

    await phone.page.goto(`${server.url}/pages/me/index`);
    await phone.see('已认证');
    // What the roster says is shown, and not to be written.
    await phone.tap('求职资料');
    await phone.see('专业和届别来自名册，写错了请找老师改');
    expect(await phone.page.locator('input[placeholder="如 车辆工程"]').count()).toBe(0);
    await phone.tap('学历，请选择');
    await phone.tap('硕士');
    await phone.tap('保存');
    await phone.see('硕士');
    expect(phone.faults().filter((fault) => !/40[39]/.test(fault))).toEqual([]);
  });

  it('in the compiled mini-program', async () => {
    const phone = keep(await openWeappPhone(server.url));
    await phone.tab('我的');
    await phone.tap('登录');
    await phone.tap('新用户');
    await phone.see('未认证');
    await verifyToAsk(phone);
    expect(phone.faults()).toEqual([]);
  });
});

describe('the roster at 1280', () => {
  const table = [
    rosterColumns.map((column) => rosterColumnNames[column]).join(','),
    '2026080101,程见山,汽车学院,车辆工程,车辆工程 2601 班,2030',
    '2026080102,,汽车学院,车辆工程,车辆工程 2601 班,2030',
    '2023080106,阎浩然,汽车学院,智能车辆工程,车辆工程 2302 班,2027',
  ].join('\n');

  async function openDesk(account: DemoAccount) {
    const context = keep(await newContext(browser, 1280));
    await signInByCookie(context, account);
    const page = await context.newPage();
    await page.goto(`${server.url}/features/roster/pages/import/index`);
    return page;
  }

  it('is imported after a look at what would change', async () => {
    const page = await openDesk('admin');
    const choosing = page.waitForEvent('filechooser');
    await page.getByText('选择文件', { exact: true }).click();
    await (await choosing).setFiles({
      name: '名册.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    });
    await page.getByText('读到 3 行').waitFor();
    await page.getByText('1 行有问题，不会导入').waitFor();
    await page.getByText('第 3 行').waitFor();
    const { db } = server.context;
    const names = async () => (await db.read.select().from(db.tables.rosterEntries)).map(({ name }) => name);
    expect(await names()).not.toContain('程见山');

    await page.getByText('导入 2 人', { exact: true }).click();
    await hearMessage(page, '新增 1 人，更新 1 人');
    expect(await names()).toContain('程见山');
    await page.getByPlaceholder('姓名，或学号开头').filter({ visible: true }).fill('程见山');
    await page.getByPlaceholder('姓名，或学号开头').filter({ visible: true }).press('Enter');
    await page.getByText('2026080101').filter({ visible: true }).first().waitFor();
  });

  it('is the admins’ to change: a teacher is told so', async () => {
    const page = await openDesk('teacher');
    await page.getByText('只有管理员能导入名册').waitFor();
    expect(await page.getByText('选择文件').count()).toBe(0);
  });
});
