// The way from an article to where it is from: a 公众号 article, another page, and links within the text.
import type { Browser } from 'playwright-core';
import { weappBuild } from '../support/builds/weapp';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import { launchBrowser, openBrowserPhone } from './phones/browser';

const official = 'https://mp.weixin.qq.com/s/qihang-example';
const page = 'https://law.jiangzhou-univ.example/constitution';

let server: DemoServer;
let browser: Browser;
let app: MiniApp | undefined;
beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
});
afterEach(() => app?.close());
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function call<T>(path: string, body: object, token?: string): Promise<T> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** An article from this address, with a link to the 公众号 in its text. */
async function publish(url: string): Promise<string> {
  const { token } = await call<{ token: string }>('/session/demo', { account: 'lead' });
  const markdown = `见[公众号里的这一篇](${official})。`;
  const draft = { board: 'affairs', title: '学习笔记一则', markdown, source: { name: '学习角', url } };
  const { id } = await call<{ id: string }>('/posts', draft, token);
  return id;
}

async function openArticle(url: string, sdkVersion: string): Promise<MiniApp> {
  const query = { id: await publish(url) };
  const path = 'features/posts/pages/detail/index';
  app = await MiniApp.open({ dist: weappBuild, apiBase: server.url, path, query, sdkVersion });
  await app.waitForText('来源：学习角');
  return app;
}

const openedIn = ({ ui }: MiniApp) =>
  ui.filter(({ api }) => api === 'openOfficialAccountArticle').map(({ options }) => options.url);

describe('on the compiled mini-program', () => {
  it('opens the 公众号 article in WeChat, from the source and from the text', async () => {
    const opened = await openArticle(official, '3.8.0');
    await opened.tap('来源：学习角，打开公众号文章');
    await opened.waitFor('the article', () => openedIn(opened).length === 1);
    await opened.tap('公众号里的这一篇');
    await opened.waitFor('the article again', () => openedIn(opened).length === 2);
    expect(openedIn(opened)).toEqual([official, official]);
    expect(opened.clipboard).toBe('');
    expect(opened.errors).toEqual([]);
  });

  it('copies the address where WeChat is too old to open it', async () => {
    const opened = await openArticle(official, '3.0.0');
    await opened.tap('来源：学习角，打开公众号文章');
    await opened.waitForMessage('链接已复制，请到浏览器打开');
    expect(opened.clipboard).toBe(official);
    expect(opened.errors).toEqual([]);
  });

  it('copies the address of any other page', async () => {
    const opened = await openArticle(page, '3.8.0');
    await opened.tap('来源：学习角，复制原文网址');
    await opened.waitForMessage('链接已复制，请到浏览器打开');
    expect(opened.clipboard).toBe(page);
    expect(openedIn(opened)).toEqual([]);
  });
});

describe('on H5', () => {
  it('opens a tab of its own', async () => {
    const id = await publish(official);
    const phone = await openBrowserPhone(browser, `${server.url}/features/posts/pages/detail/index?id=${id}`);
    const context = phone.page.context();
    await context.route(official, (route) => route.fulfill({ contentType: 'text/html', body: '公众号' }));
    const opening = context.waitForEvent('page');
    await phone.tap('来源：学习角，打开公众号文章');
    const tab = await opening;
    await tab.waitForURL(official);
    expect(phone.page.url()).toContain(id);
    await phone.close();
  });

  it('lets a self-test be answered with the keyboard alone, and says so to a screen reader', async () => {
    const markdown = '```question\n对吗？\n- [x] 对\n- [ ] 错\n> 因为。\n来源：学习角\n```';
    const { token } = await call<{ token: string }>('/session/demo', { account: 'lead' });
    const source = { name: '学习角', url: page };
    const draft = { board: 'affairs', title: '一道题', markdown, source };
    const { id } = await call<{ id: string }>('/posts', draft, token);
    const phone = await openBrowserPhone(browser, `${server.url}/features/posts/pages/detail/index?id=${id}`);
    const option = phone.page.getByRole('radio', { name: 'B，错' });
    await option.focus();
    await phone.page.keyboard.press('Enter');
    await phone.page.getByRole('alert').filter({ hasText: '没答对，答案是 A' }).waitFor();
    const chosen = phone.page.getByRole('radio', { name: 'B，错，你选的，不对' });
    expect(await chosen.getAttribute('aria-checked')).toBe('true');
    await phone.close();
  });
});
