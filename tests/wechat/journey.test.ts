// A whole sign-in: the compiled mini-program in its runtime, the service, and WeChat's servers in a process of their own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { weappBuild } from '../support/builds/weapp';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import { emulatedApp } from '../support/wechat-emulator/emulator';

const root = join(__dirname, '../..');

let emulator: ChildProcess;
let wechatUrl: string;
beforeAll(async () => {
  emulator = spawn(process.execPath, [join(root, 'scripts/wechat-emulator.mjs'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: emulator.stdout as NodeJS.ReadableStream });
  const [line] = (await once(lines, 'line')) as [string];
  wechatUrl = line.replace('WeChat emulator: ', '');
});
afterAll(async () => {
  emulator.kill();
  await once(emulator, 'exit');
});

async function control<T>(name: string, body: object): Promise<T> {
  const response = await fetch(`${wechatUrl}/__ctl/${name}`, { method: 'POST', body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}
const mint = async (openid: string) => (await control<{ code: string }>('login-code', { openid })).code;

let server: DemoServer;
let app: MiniApp;
const keep = closingAfterEach();
beforeEach(async () => {
  server = keep(
    await startDemoServer({
      WECHAT_API_BASE: wechatUrl,
      WECHAT_APPID: emulatedApp.appid,
      WECHAT_SECRET: emulatedApp.secret,
    }),
  );
});

const open = async (loginCode: () => Promise<string>, options: { scene?: number; path?: string } = {}) => {
  app = keep(await MiniApp.open({ dist: weappBuild, apiBase: server.url, loginCode, ...options }));
};
const tap = async (what: string) => {
  await app.waitFor(`"${what}" to tap`, () => app.hasWhole(what));
  await app.tap(what);
};
const signInPage = 'features/account/pages/sign-in/index';
const signIns = () => app.requests.filter(({ url }) => url.endsWith('/session/wechat'));

it('signs in at the action, and comes back to what was typed', async () => {
  await open(() => mint('o-lin'));
  await app.tapTab('问答');
  await tap('提问');
  await app.input('一句话说清，带上关键词', '签约后还能参加国考报名吗');
  await tap('政策');
  await tap('登录后发布');
  await tap('微信登录');
  await app.waitForMessage('已登录：微信用户');
  // Somebody new is shown the documents; they are asked for again before anything is written.
  await tap('暂不同意');
  await app.waitForText('去认证，再发布');
  expect(app.value('一句话说清，带上关键词')).toBe('签约后还能参加国考报名吗');
  expect(signIns().map(({ status }) => status)).toEqual([201]);
  expect(app.errors).toEqual([]);
});

it('knows the same person again after signing out', async () => {
  await open(() => mint('o-zhao'));
  const nameAfterSignIn = async () => {
    await app.tapTab('我的');
    await tap('登录');
    await tap('微信登录');
    await tap('暂不同意');
    await app.waitForText('微信用户');
    return /微信用户[0-9a-z]{4}/.exec(app.text())?.[0];
  };
  const name = await nameAfterSignIn();
  await tap('设置');
  await tap('退出登录');
  await app.waitForText('退出登录？');
  await tap('退出');
  await app.waitForMessage('已退出登录');
  expect(name).toBeDefined();
  expect(await nameAfterSignIn()).toBe(name);
});

it('asks WeChat for a new code when the first has lost its use, without a word', async () => {
  const spent = await mint('o-lin');
  const { appid, secret } = emulatedApp;
  const query = new URLSearchParams({ appid, secret, js_code: spent, grant_type: 'authorization_code' });
  await fetch(`${wechatUrl}/sns/jscode2session?${query}`);
  const codes = [spent, await mint('o-lin')];
  await open(async () => codes.shift() ?? 'no more', { path: signInPage });
  await tap('微信登录');
  await app.waitForMessage('已登录');
  expect(signIns().map(({ status }) => status)).toEqual([401, 201]);
  expect(codes).toEqual([]);
});

it('says what to do when every code is refused', async () => {
  await open(async () => 'made-up', { path: signInPage });
  await tap('微信登录');
  await app.waitForText('微信登录已过期，请再点一次登录');
  expect(signIns()).toHaveLength(2);
});

it('says so when WeChat is away, and signs in when it is back', async () => {
  await control('fault', { kind: 'html502', path: '/sns/jscode2session' });
  await open(() => mint('o-lin'), { path: signInPage });
  await tap('微信登录');
  await app.waitForText('暂时连不上微信，请稍后再试');
  await tap('微信登录');
  await app.waitForMessage('已登录');
});

it('is not offered where WeChat shows a single page', async () => {
  await open(() => mint('o-lin'), { path: signInPage, scene: 1154 });
  await app.waitForText('选一个演示身份');
  expect(app.has('微信登录')).toBe(false);
});

it('is not offered where no mini-program is set up', async () => {
  server = keep(await startDemoServer());
  await open(() => mint('o-lin'), { path: signInPage });
  await app.waitForText('选一个演示身份');
  expect(app.has('微信登录')).toBe(false);
});
