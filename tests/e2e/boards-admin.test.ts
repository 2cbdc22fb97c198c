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

async function openBoards() {
  await signInWith(app, '沈岚');
  await app.waitForText('栏目管理');
  await app.tap('栏目管理');
  await app.waitForText('下移');
}

async function switchOff(name: string) {
  // WeChat's screen reader hears in the label that a switch is on.
  await app.tap(`开放${name}，已选`);
  await app.waitForText('内容还在，随时可以再打开');
  await app.tap('关掉');
  await app.waitForText('已关闭，读者看不到');
  await app.back();
}

it('keeps the boards from those who are no admins', async () => {
  await signInWith(app, '林晓');
  await app.waitForText('设置');
  expect(app.has('栏目管理')).toBe(false);
  await app.visit('/features/boards-admin/pages/list/index');
  await app.waitForText('只有管理员能管理栏目');
});

it('takes a board from readers and gives it back', async () => {
  await openBoards();
  await switchOff('招聘信息');
  await app.tapTab('招聘');
  await app.waitForText('这个栏目暂时关闭');
  await app.tapTab('首页');
  await app.waitForTextGone('招聘信息');
  await app.waitForTextGone('最新岗位');
  await app.visit('/features/boards-admin/pages/list/index');
  await app.waitForText('下移');
  await app.tap('开放招聘信息');
  await app.waitForTextGone('已关闭，读者看不到');
  await app.back();
  await app.tapTab('招聘');
  await app.waitForTextGone('这个栏目暂时关闭');
  await app.waitForText('更多岗位');
});

it('tells that questions are closed, in the tab and where one would ask', async () => {
  await openBoards();
  await switchOff('在线互动');
  await app.tapTab('问答');
  await app.waitForText('这个栏目暂时关闭');
  await app.waitForTextGone('提问');
  await app.visit('/features/threads/pages/ask/index');
  await app.waitForText('这个栏目暂时关闭');
});

it('adds a board that can be written for, changes and moves it', async () => {
  await openBoards();
  await app.tap('添加栏目');
  await app.input('如 基层就业', '基层就业');
  await app.input('如 grassroots', 'guidance');
  await app.tap('添加');
  await app.waitFor('the refusal', () => app.requests.some(({ status }) => status === 409));
  await app.input('如 grassroots', 'grassroots');
  await app.tap('添加');
  await app.waitForMessage('已添加“基层就业”');
  await app.waitFor('the seventh board', () => app.count('修改') === 7);
  await app.tap('修改', { nth: 6 });
  await app.input('2–12 个字', '到基层去');
  await app.tap('[aria-label="须写来源"]');
  await app.tap('保存');
  await app.waitForMessage('已保存');
  await app.tap('上移', { nth: 6 });
  await app.waitFor('the new order', () => /到基层去.*在线互动/s.test(app.text()));
  await app.back();
  await app.tapTab('首页');
  await app.waitForText('到基层去');
  await app.tap('到基层去');
  await app.waitForText('还没有文章');
  await app.tap('写文章');
  await app.waitForText('到基层去');
  await app.waitForText('这个栏目必须写明官方来源');
});
