import { weappBuild } from '../support/builds/weapp';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { MiniApp } from '../support/weapp-runtime/mini-app';

let server: DemoServer;
let app: MiniApp | undefined;
beforeAll(async () => {
  server = await startDemoServer();
});
afterEach(() => app?.close());
afterAll(() => server.close());

/** The first of a list of the API, as a visitor gets it. */
async function first(list: string): Promise<{ id: string; title: string }> {
  const response = await fetch(`${server.url}/api/v1${list}`);
  const { items } = (await response.json()) as { items: { id: string; title: string }[] };
  const [item] = items;
  if (!item) throw new Error(`${list} is empty`);
  return item;
}

/** Opens a page as WeChat does out of Moments, on a phone that was signed in: that storage does not exist there. */
async function openAlone(path: string, id: string): Promise<MiniApp> {
  app = await MiniApp.open({ dist: weappBuild, apiBase: server.url, path, query: { id }, scene: 1154 });
  await app.idle();
  return app;
}

/** What WeChat would refuse there, and so must not be asked. */
const refused = ['login', 'navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'];

describe('单页模式: the compiled mini-program opened in Moments', () => {
  it('shows a job to a visitor, with nothing to do', async () => {
    const job = await first('/jobs?state=open');
    const alone = await openAlone('features/jobs/pages/detail/index', job.id);
    await alone.waitForText(job.title);
    await alone.waitForText('来源与核实');
    for (const act of ['收藏', '转发', '管理', '已停招？', '加入手机日历', '同单位在招', '复制投递邮箱'])
      expect([act, alone.has(act)]).toEqual([act, false]);
    expect(alone.errors).toEqual([]);
    expect(refused.filter((name) => alone.usedApis.has(name))).toEqual([]);
  });

  it('shows an article to a visitor, with nothing to do', async () => {
    const post = await first('/posts?board=guidance');
    const alone = await openAlone('features/posts/pages/detail/index', post.id);
    await alone.waitForText(post.title);
    for (const act of ['返回', '有用', '转发', '管理', '登录'])
      expect([act, alone.has(act)]).toEqual([act, false]);
    expect(alone.errors).toEqual([]);
    expect(refused.filter((name) => alone.usedApis.has(name))).toEqual([]);
  });

  it('says so when the job is gone', async () => {
    const alone = await openAlone('features/jobs/pages/detail/index', 'nothing0such0id0');
    await alone.waitForText('这个岗位不在了');
    expect(alone.has('返回')).toBe(false);
    expect(alone.errors).toEqual([]);
  });
});
