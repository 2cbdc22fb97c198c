import type { Browser } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { launchBrowser, openBrowserPhone } from './phones/browser';
import type { Phone } from './phones/phone';
import { openWeappPhone } from './phones/weapp';

const question = '签约后还能参加国考报名吗';

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

async function countQuestions(): Promise<number> {
  const { db } = server.context;
  const rows = await db.read.select({ title: db.tables.threads.title }).from(db.tables.threads);
  return rows.filter(({ title }) => title === question).length;
}

async function writeQuestion(phone: Phone): Promise<void> {
  await phone.tab('问答');
  await phone.tap('提问');
  await phone.type('一句话说清，带上关键词', question);
  await phone.tap('政策');
  await phone.tap('登录后发布');
  await phone.tap('林晓');
  await phone.see('匿名发布');
}

const phones: [string, (url: string) => Promise<Phone>][] = [
  ['H5 in Chromium', (url) => openBrowserPhone(browser, url)],
  ['the compiled mini-program', (url) => openWeappPhone(url)],
];

describe.each(phones)('on %s', (_, openPhone) => {
  it('a question whose answer got lost is there once, however often it is sent', async () => {
    const phone = keep(await openPhone(way.url));
    await writeQuestion(phone);
    const lost = way.loseAnswer('POST', '/threads');
    await phone.tap('匿名发布');
    await lost;
    await phone.see('没有连上服务器，请检查网络后重试');
    expect(await countQuestions()).toBe(1);
    // The words are still there, and so is the button.
    await phone.tap('匿名发布');
    await phone.see('待回答');
    await phone.see(question);
    expect(await countQuestions()).toBe(1);
  });

  it('a question that was changed after its answer got lost is not asked beside the first', async () => {
    const phone = keep(await openPhone(way.url));
    await writeQuestion(phone);
    const lost = way.loseAnswer('POST', '/threads');
    await phone.tap('匿名发布');
    await lost;
    await phone.see('没有连上服务器，请检查网络后重试');
    await phone.type('你的情况、试过什么、卡在哪里', '已经签了三方');
    await phone.tap('匿名发布');
    await phone.see('上一次提交已经收到');
    expect(await countQuestions()).toBe(1);
    // Whoever means it all the same sends it once more.
    await phone.tap('匿名发布');
    await phone.see('待回答');
    expect(await countQuestions()).toBe(2);
  });
});
