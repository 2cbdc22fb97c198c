import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import { addDays, dayAt, deadlineInstant } from '@qihang/shared/time/shanghai';
import type { Browser, Page } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { jobDraft } from '../support/drafts';
import { hearMessage, launchBrowser, newContext } from './phones/browser';

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

const faults: string[] = [];
beforeEach(() => {
  faults.length = 0;
});
afterEach(() => expect(faults).toEqual([]));

const names: Partial<Record<DemoAccount, string>> = { admin: '沈岚', graduate: '林晓', lead2: '周晓雯' };

/** A wide window in which this demo person is signed in. */
async function deskOf(account: DemoAccount): Promise<Page> {
  const context = keep(await newContext(browser, 1280));
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.url}/features/account/pages/sign-in/index`);
  await press(page, names[account] ?? '');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await page.goto(`${server.url}/pages/me/index`);
  await seen(page, '求职资料');
  return page;
}

const seen = (page: Page, words: string) => page.getByText(words).filter({ visible: true }).first().waitFor();

async function press(page: Page, words: string): Promise<void> {
  const label = page.locator(`[aria-label="${words}"]`).filter({ visible: true });
  const exact = page.getByText(words, { exact: true }).filter({ visible: true });
  await label.or(exact).first().waitFor();
  await ((await label.count()) > 0 ? label.last() : exact.last()).click();
}

/** Publishes as another device of this demo person would. */
async function publishAs(account: DemoAccount, draft: object): Promise<{ id: string }> {
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.json() as Promise<{ id: string; token: string }>;
  };
  const { token } = await post('/session/demo', { account });
  return post('/jobs', draft, { authorization: `Bearer ${token}` });
}

async function pickDay(page: Page, day: string): Promise<void> {
  const month = `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
  const grid = page.locator('.mg').filter({ visible: true });
  await grid.waitFor();
  if (!(await grid.getByText(month).isVisible())) await press(page, '下个月');
  await grid.locator(`[aria-label="${day}"]`).first().click();
  await page.locator('[role="dialog"][aria-label="结束"] .btn-main').click();
}

it('an admin gives a term, the clock ends it under an open page, and what it leaves is given on', async () => {
  const admin = await deskOf('admin');
  const lastDay = addDays(dayAt(server.clock.now().getTime()), 1);

  await press(admin, '人员与任期，职务、到期、交接');
  await admin.getByPlaceholder('搜姓名').filter({ visible: true }).fill('林晓');
  await admin.getByPlaceholder('搜姓名').filter({ visible: true }).press('Enter');
  await press(admin, '林晓，查看任期');
  await press(admin, '授予职务');
  await press(admin, '栏目，请选择');
  await press(admin, '招聘信息');
  await press(admin, '确定');
  await press(admin, '结束，没有期限');
  await pickDay(admin, lastDay);
  await admin.getByPlaceholder('如：接任汽车学院宣传骨干').fill('接任汽车学院宣传骨干');
  await press(admin, '授予宣传骨干');
  await seen(admin, '剩 2 天');

  const lead = await deskOf('graduate');
  const title = '热管理标定工程师（交接用）';
  const published = await publishAs('graduate', jobDraft({ title, deadline: addDays(lastDay, 20) }));
  await lead.goto(`${server.url}/features/jobs/pages/detail/index?id=${published.id}`);
  await press(lead, '管理');
  await seen(lead, '确认仍在招');

  server.clock.set(new Date(deadlineInstant(lastDay)));
  await press(lead, '确认仍在招');
  await hearMessage(lead, '你的宣传骨干任期已于');
  // What the term allowed is no longer offered.
  await lead.locator('[aria-label="管理"]').filter({ visible: true }).first().waitFor({ state: 'detached' });

  await admin.goto(`${server.url}/features/people/pages/orphans/index`);
  await seen(admin, title);
  await seen(admin, '林晓的任期');
  await seen(admin, '养老护理与康复治疗师');
  await press(admin, `选择${title}`);
  await press(admin, '转交 1 项');
  await press(admin, '转交给王立群');
  await press(admin, '转交给王立群');
  await admin.getByText(title).filter({ visible: true }).first().waitFor({ state: 'detached' });
  await admin.goto(`${server.url}/features/jobs/pages/detail/index?id=${published.id}`);
  await seen(admin, '王立群负责');
});

it('a lead whose term ends soon is told when, on both first pages, and what to hand over', async () => {
  const lead = await deskOf('lead2');
  await seen(lead, '宣传骨干任期还有 21 天');
  await press(lead, '交接清单');
  await seen(lead, '任期结束前，请老师把这些转交给接任的同学');
  await lead.goto(server.url);
  await seen(lead, '宣传骨干任期还有 21 天');
});
