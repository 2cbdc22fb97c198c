// Takes about 50 seconds.
import type { Browser, Page } from 'playwright-core';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { eventually } from '../support/waiting';
import { launchBrowser, openBrowserPhone } from './phones/browser';

let browser: Browser;
let server: DemoServer;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = await startDemoServer({ RATE_LIMIT: 'on' });
});
afterEach(() => server.close());

const studentNo = '2023B001';
const password = 'qihang-demo';
const title = '签约后还能参加国考报名吗';

type Phone = Awaited<ReturnType<typeof openBrowserPhone>>;

async function enter(phone: Phone, typed = password) {
  await phone.type('老师填工号', studentNo);
  await phone.type('登录密码', typed);
  await phone.confirm('登录密码');
}

async function signIn(phone: Phone) {
  await phone.tab('我的');
  await phone.tap('登录');
  await enter(phone);
  await phone.see('求职资料');
}

const readable = (page: Page) =>
  page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));

describe('number and password on H5', () => {
  it('sign in at the action, keep what was typed, last over a reload, and end at sign-out', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    await phone.tab('问答');
    await phone.tap('提问');
    await phone.type('一句话说清，带上关键词', title);
    await phone.tap('政策');
    await phone.tap('登录后发布');
    await enter(phone, 'wrong password');
    await phone.see('学号或密码不对');
    await enter(phone);
    await phone.tap('匿名发布');
    await phone.see('待回答');
    await phone.see(title);

    const cookies = await phone.page.context().cookies();
    expect(cookies.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([
      { name: 'qihang-session', httpOnly: true, sameSite: 'Lax' },
      { name: 'qihang-csrf', httpOnly: false, sameSite: 'Lax' },
    ]);
    const token = cookies[0]?.value ?? '';
    expect(await readable(phone.page)).not.toContain(token);

    await phone.page.reload();
    await phone.see(title);
    await phone.page.goto(`${server.url}/pages/me/index`);
    await phone.see('林晓');
    await phone.tap('设置');
    await phone.tap('退出登录');
    await phone.agree('退出');
    await phone.see('还没有登录');
    await eventually(async () => {
      expect(await phone.page.context().cookies()).toEqual([]);
      expect(await readable(phone.page)).not.toContain('林晓');
    });
    const answer = await fetch(`${server.url}/api/v1/me`, { headers: { cookie: `qihang-session=${token}` } });
    expect(answer.status).toBe(401);
    // The wrong password was answered 401, which the browser notes in its console.
    expect(phone.faults().filter((fault) => !fault.includes('401'))).toEqual([]);
    await phone.close();
  });

  it('begin with a class code for whoever is in the roster, at the action, and are all one needs from then on', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    await phone.tab('问答');
    await phone.tap('提问');
    await phone.type('一句话说清，带上关键词', title);
    await phone.tap('政策');
    await phone.tap('登录后发布');
    await phone.tap('首次使用，激活账号');
    // One of the demo's roster who has no account yet: docs/verification.md.
    await phone.type('校园卡上的学号', '2023050104');
    await phone.type('学籍上的姓名', '沈予安');
    await phone.type('如 ACD3-4679', 'EWDR-GRFN');
    await phone.type('至少 8 个字', 'a2023050104');
    await phone.tap('激活并登录');
    await phone.see('密码里不能有自己的学号');
    await phone.type('至少 8 个字', '灯塔与海 2027');
    await phone.tap('激活并登录');
    await phone.see('学号、姓名和班级邀请码对不上');
    await phone.type('如 ACD3-4679', 'uk67 7qhv');
    await phone.tap('激活并登录');
    // The documents come by themselves, and the question waits underneath.
    await phone.tapPart('我已阅读并同意');
    await phone.tap('同意并继续');
    await phone.tap('匿名发布');
    // The first words of a new person are looked at before readers see them.
    await phone.see('待审');
    await phone.see(title);

    await phone.page.goto(`${server.url}/features/verification/pages/identity/index`);
    await phone.see('已认证');
    await phone.see('电气工程及其自动化 2303 班');
    await phone.page.goto(`${server.url}/pages/me/index`);
    await phone.page.reload();
    await phone.see('沈予安');
    await phone.tap('设置');
    await phone.tap('退出登录');
    await phone.agree('退出');
    await phone.see('还没有登录');
    await phone.tap('登录');
    await phone.type('老师填工号', '2023050104');
    await phone.type('登录密码', '灯塔与海 2027');
    await phone.confirm('登录密码');
    await phone.see('求职资料');
    await phone.see('沈予安');
    expect(phone.faults().filter((fault) => !fault.includes('409'))).toEqual([]);
    await phone.close();
  });

  it('are shared by tabs: one signs out, and the other shows and does nothing of the person any more', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    await signIn(phone);
    const context = phone.page.context();
    const other = await context.newPage();
    await other.goto(`${server.url}/pages/me/index`);
    await other.getByText('林晓').first().waitFor();
    await other.goto(`${server.url}/features/account/pages/settings/index`);
    await other.getByText('退出登录').tap();
    await other.getByText('退出', { exact: true }).filter({ visible: true }).last().tap();
    await other.getByText('还没有登录').waitFor();
    await phone.page.bringToFront();
    await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await phone.see('还没有登录');
    await phone.close();
  });

  it('refuse to write for somebody who signed in meanwhile in another tab', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    await signIn(phone);
    await phone.tap('求职资料');
    await phone.see('意向城市');
    const other = await phone.page.context().newPage();
    await other.goto(`${server.url}/pages/me/index`);
    const status = await other.evaluate(async () => {
      const response = await fetch('/api/v1/session/password', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Session': 'cookie' },
        body: JSON.stringify({ studentNo: '2024B002', password: 'qihang-demo' }),
      });
      return response.status;
    });
    expect(status).toBe(201);
    await phone.tap('学历，本科');
    await phone.tap('硕士');
    await phone.tap('保存');
    await phone.see('没有通过安全校验');
    const people = await server.context.db.read.select().from(server.context.db.tables.users);
    const degreeOf = (name: string) => people.find((person) => person.name === name)?.degree;
    expect([degreeOf('林晓'), degreeOf('陈一鸣')]).toEqual(['bachelor', 'bachelor']);
    await phone.close();
  });

  it('make wait who guesses, and count the seconds down', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    await phone.tab('我的');
    await phone.tap('登录');
    for (let n = 0; n < 5; n++) {
      await enter(phone, `guess number ${n}`);
      await phone.see('学号或密码不对');
    }
    await enter(phone);
    // Each number stands for a second: a slow machine sees some of them.
    const left = async () => {
      const words = await phone.words();
      const [, seconds] = /密码错了太多次，请等 (\d+) 秒再试/.exec(words) ?? [];
      expect(Number(seconds)).toBeLessThanOrEqual(30);
      return Number(seconds);
    };
    const first = await eventually(left);
    await eventually(async () => expect(await left()).toBeLessThan(first));
    await phone.close();
  });

  it('are changed in the settings, which signs out everywhere else, and everywhere when asked to', async () => {
    const phone = await openBrowserPhone(browser, server.url);
    await signIn(phone);
    const elsewhere = await fetch(`${server.url}/api/v1/session/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ studentNo, password }),
    });
    const { token } = (await elsewhere.json()) as { token: string };
    const alive = async () =>
      (await fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await alive()).toBe(200);

    await phone.tap('设置');
    await phone.tap('登录与安全');
    await phone.see('其他程序');
    await phone.type('至少 8 个字', '12345678');
    await phone.tap('修改密码');
    await phone.see('这个密码太常见');
    await phone.see('不能为空');
    await phone.type('正在用的密码', password);
    await phone.type('至少 8 个字', '灯塔与海 2027');
    await phone.tap('修改密码');
    await phone.hear('其他设备已退出');
    await phone.seeNot('其他程序');
    expect(await alive()).toBe(401);

    await phone.tap('退出所有设备');
    await phone.see('日历的订阅地址也会作废');
    await phone.agree('全部退出');
    await phone.see('还没有登录');
    await phone.tap('登录');
    await enter(phone, '灯塔与海 2027');
    await phone.see('求职资料');
    await phone.close();
  });

  it('take the place of the token that earlier versions kept where scripts can read it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(() =>
      localStorage.setItem(
        'session',
        JSON.stringify({ data: JSON.stringify({ token: 'old', expiresAt: '2099-01-01T00:00:00Z' }) }),
      ),
    );
    await page.goto(`${server.url}/pages/me/index`);
    await page.getByText('还没有登录').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('session'))).toBeNull();
    await context.close();
  });
});
