import { weappBuild } from '../support/builds/weapp';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import { signInWith } from './phones/weapp';

let server: DemoServer;
let app: MiniApp;
const keep = closingAfterEach();
beforeEach(async () => {
  server = keep(await startDemoServer());
  app = keep(await MiniApp.open({ dist: weappBuild, apiBase: server.url }));
});
afterEach(() => expect(app.errors).toEqual([]));

it('tells an admin what was done, with the state before and after', async () => {
  await signInWith(app, '沈岚');
  await app.waitForText('栏目管理');
  await app.tap('栏目管理');
  await app.waitForText('下移');
  await app.tap('开放招聘信息，已选');
  await app.waitForText('内容还在，随时可以再打开');
  await app.tap('关掉');
  await app.waitForText('已关闭，读者看不到');
  await app.back();
  await app.waitForText('操作记录');
  await app.tap('操作记录');
  await app.waitForText('修改了');
  await app.tap('沈岚 修改了栏目“招聘信息”');
  await app.waitForText('操作详情');
  for (const words of ['沈岚 · 管理员', '开放', '改为', '请求编号']) await app.waitForText(words);
});

it('keeps the log from teachers', async () => {
  await signInWith(app, '王立群');
  await app.waitForText('设置');
  expect(app.has('操作记录')).toBe(false);
  await app.visit('/features/audit/pages/list/index');
  await app.waitForText('只有管理员能查看操作记录');
});
