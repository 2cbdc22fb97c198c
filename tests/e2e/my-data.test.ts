import { runRetention } from '@qihang/server/retention';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { launchBrowser, openBrowserPhone } from './phones/browser';
import type { Phone } from './phones/phone';
import { openWeappPhone } from './phones/weapp';

let server: DemoServer;
beforeEach(async () => {
  server = await startDemoServer();
});
afterEach(() => server.close());

const signIn = async (phone: Phone, name: string) => {
  await phone.tab('我的');
  await phone.tap('登录');
  await phone.tap(name);
};

async function leave(phone: Phone): Promise<void> {
  await phone.tab('我的');
  await phone.tap('设置');
  await phone.tap('注销账号');
  await phone.see('我发布的内容');
  await phone.tap('一起删除');
  await phone.see('下面别人写的回答一起删除');
  await phone.type('输入“注销账号”四个字', '注销账号');
  await phone.agree('注销账号');
  await phone.see('还没有登录');
}

/** Looks at the own data, leaves, comes back, leaves for good; the week in between passes on the server's clock. */
async function leaveAndComeBack(phone: Phone): Promise<void> {
  await signIn(phone, '林晓');
  await phone.see('求职资料');
  await phone.tap('设置');
  await phone.tap('我的数据');
  await phone.see('存了什么，为什么');
  await phone.see('身份资料');
  await phone.see('王立群 老师');
  await phone.back();
  await phone.see('注销账号');
  await phone.back();
  await phone.see('求职资料');
  await leave(phone);

  await signIn(phone, '已注销用户');
  await phone.see('账号正在注销');
  await phone.tap('撤销注销');
  await phone.see('林晓');
  await phone.see('求职资料');

  await leave(phone);
  await phone.tap('登录');
  await phone.see('已注销用户');
  server.clock.advance(7 * dayMs);
  await runRetention(server.context);
  // The list is as old as the page; the account behind the name is gone.
  await phone.tap('已注销用户');
  await phone.see('内容不存在，或已经下线');
}

async function nothingIsLeft(): Promise<void> {
  const { db } = server.context;
  const { users, threads, accountClosures } = db.tables;
  const [closure] = await db.read.select().from(accountClosures);
  expect(closure).toMatchObject({ posts: 'remove', name: null, erasedAt: expect.any(Date) });
  const [person] = await db.read
    .select()
    .from(users)
    .where(eq(users.id, closure?.userId ?? ''));
  expect(person).toMatchObject({ name: '已注销用户', major: null, demoAccount: null });
  const asked = await db.read
    .select()
    .from(threads)
    .where(eq(threads.askerId, closure?.userId ?? ''));
  expect(asked).toEqual([]);
}

describe('leaving', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('works on H5, from the own data to the end', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    try {
      await leaveAndComeBack(phone);
      await nothingIsLeft();
      expect(phone.faults().filter((fault) => !/40[134]/.test(fault))).toEqual([]);
    } finally {
      await phone.close();
    }
  });

  it('works in the mini-program, from the own data to the end', async () => {
    const phone = await openWeappPhone(server.url);
    try {
      await leaveAndComeBack(phone);
      await nothingIsLeft();
      expect(phone.faults()).toEqual([]);
    } finally {
      await phone.close();
    }
  });

  it('hands the data out as a file in a browser, and to the clipboard in the mini-program', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    try {
      await signIn(phone, '林晓');
      await phone.see('求职资料');
      await phone.tap('设置');
      await phone.tap('我的数据');
      const waiting = phone.page.waitForEvent('download');
      await phone.tap('下载我的数据');
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(/^启航-我的数据-\d{4}-\d{2}-\d{2}\.json$/);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const file = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      expect(file).toMatchObject({ format: 'qihang-export', data: { person: [{ name: '林晓' }] } });
    } finally {
      await phone.close();
    }
    const weapp = await openWeappPhone(server.url);
    try {
      await signIn(weapp, '林晓');
      await weapp.tap('设置');
      await weapp.tap('我的数据');
      await weapp.tap('复制我的数据');
      await weapp.hear('已复制');
      expect(JSON.parse(await weapp.copied())).toMatchObject({ data: { person: [{ name: '林晓' }] } });
    } finally {
      await weapp.close();
    }
  });
});
