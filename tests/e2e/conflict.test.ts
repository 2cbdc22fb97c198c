import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import { dayAt, dayMs } from '@qihang/shared/time/shanghai';
import type { Browser, Page } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { jobDraft } from '../support/drafts';
import { launchBrowser, newContext } from './phones/browser';

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

const names: Partial<Record<DemoAccount, string>> = { lead: '陈一鸣', teacher: '王立群' };

async function deskOf(account: DemoAccount, width: number): Promise<Page> {
  const context = keep(await newContext(browser, width));
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.url}/features/account/pages/sign-in/index`);
  await press(page, names[account] ?? '');
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  return page;
}

const seen = (page: Page, words: string | RegExp) =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

async function press(page: Page, words: string): Promise<void> {
  const label = page.locator(`[aria-label="${words}"]`).filter({ visible: true });
  const exact = page.getByText(words, { exact: true }).filter({ visible: true });
  await label.or(exact).first().waitFor();
  await ((await label.count()) > 0 ? label.last() : exact.last()).click();
}

async function call<T>(path: string, body: object, token?: string): Promise<T> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  return response.json() as Promise<T>;
}

async function publishedJob(title: string): Promise<string> {
  const { token } = await call<{ token: string }>('/session/demo', { account: 'lead' });
  const deadline = dayAt(server.clock.now().getTime() + 20 * dayMs);
  const { id } = await call<{ id: string }>('/jobs', jobDraft({ title, deadline }), token);
  return id;
}

const titleField = (page: Page) => page.locator('input').filter({ visible: true }).first();
const openForm = async (page: Page, id: string) => {
  await page.goto(`${server.url}/features/jobs/pages/form/index?id=${id}`);
  await seen(page, '保存修改');
};
const titleSeenBy = async (page: Page, id: string) => {
  await page.goto(`${server.url}/features/jobs/pages/detail/index?id=${id}`);
  return page;
};

it('two people edit one job: the later one sees both versions, and neither is lost', async () => {
  const id = await publishedJob('整车热管理工程师');
  const lead = await deskOf('lead', 390);
  const teacher = await deskOf('teacher', 1280);
  await openForm(lead, id);
  await openForm(teacher, id);

  // What is written is kept on the server and shown to nobody.
  await titleField(lead).fill('整车热管理仿真工程师');
  await seen(lead, /\d\d:\d\d 已存/);
  await lead.reload();
  await seen(lead, '接着上次没写完的');
  expect(await titleField(lead).inputValue()).toBe('整车热管理仿真工程师');

  await titleField(teacher).fill('整车热管理试验工程师');
  await press(teacher, '保存修改');
  await seen(teacher, '整车热管理试验工程师');

  await press(lead, '保存修改');
  await seen(lead, '别人刚改过这条内容');
  await seen(lead, /王立群 老师.*保存了另一版/);
  await press(lead, '用我的');
  await press(lead, '保存修改');
  await titleSeenBy(lead, id);
  await seen(lead, '整车热管理仿真工程师');

  // The version that was not chosen stays in the history, and comes back as a change that readers do not see yet.
  await lead.goto(`${server.url}/features/history/pages/list/index?type=job&id=${id}`);
  await seen(lead, '第 3 版');
  await press(lead, '用回第 2 版');
  await seen(lead, '保存修改');
  await lead.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === '整车热管理试验工程师'),
  );
  await titleSeenBy(teacher, id);
  await seen(teacher, '整车热管理仿真工程师');
});

it('what is written of a new job is a draft on the server, and goes on after the device lost it', async () => {
  const lead = await deskOf('lead', 390);
  await lead.goto(`${server.url}/features/jobs/pages/form/index`);
  await seen(lead, '发布岗位');
  await titleField(lead).fill('电驱控制工程师');
  await seen(lead, /\d\d:\d\d 已存/);
  const { db } = server.context;
  const { jobs } = db.tables;
  const drafts = (await db.read.select().from(jobs)).filter(({ life }) => life === 'draft');
  expect(drafts.map(({ title }) => title)).toEqual(['电驱控制工程师']);

  const other = await deskOf('lead', 1280);
  await other.goto(`${server.url}/features/jobs/pages/form/index?id=${drafts[0]?.id}`);
  await other.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === '电驱控制工程师'),
  );
});
