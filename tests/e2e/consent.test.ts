import type { Browser } from 'playwright-core';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { launchBrowser, openBrowserPhone } from './phones/browser';
import type { Phone } from './phones/phone';
import { openWeappPhone } from './phones/weapp';

const question = '档案可以留在学校两年吗';

/** Somebody who has agreed to nothing yet asks a question: it is asked once the documents are agreed to, and not before. */
async function askForTheFirstTime(phone: Phone): Promise<void> {
  await phone.tab('问答');
  await phone.tap('提问');
  await phone.type('一句话说清，带上关键词', question);
  await phone.tap('政策');
  await phone.tap('登录后发布');
  await phone.tap('林晓');
  await phone.see('先花一分钟，了解这几件事');
  await phone.tap('隐私政策');
  await phone.see('我们记录什么，为什么');
  await phone.back();
  await phone.tap('暂不同意');
  // Refusing leads back to what was typed; sending it asks again.
  await phone.tap('匿名发布');
  await phone.see('先花一分钟，了解这几件事');
  await phone.tapPart('我已阅读并同意');
  await phone.tap('同意并继续');
  await phone.see('待回答');
  await phone.see(question);
}

let server: DemoServer;
beforeEach(async () => {
  server = await startDemoServer();
  const { db } = server.context;
  await db.write((tx) => tx.delete(db.tables.consents));
});
afterEach(() => server.close());

const consents = () => server.context.db.read.select().from(server.context.db.tables.consents);

describe('consent before the first question', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is asked for on H5, and the question is sent afterwards', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    try {
      await askForTheFirstTime(phone);
      expect(phone.faults().filter((fault) => !/403/.test(fault))).toEqual([]);
      expect((await consents()).map(({ client }) => client)).toEqual(['h5', 'h5', 'h5']);
    } finally {
      await phone.close();
    }
  });

  it('is asked for in the mini-program, and the question is sent afterwards', async () => {
    const phone = await openWeappPhone(server.url);
    try {
      await askForTheFirstTime(phone);
      expect(phone.faults()).toEqual([]);
      expect((await consents()).map(({ client }) => client)).toEqual(['weapp', 'weapp', 'weapp']);
    } finally {
      await phone.close();
    }
  });
});
