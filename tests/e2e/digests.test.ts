import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import type { Browser, Page } from 'playwright-core';
import { weappBuild } from '../support/builds/weapp';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { eventually } from '../support/waiting';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import { WxFailure } from '../support/weapp-runtime/wx/calls';
import { hearMessage, launchBrowser, newContext } from './phones/browser';

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

const groupName = '汽车学院 2027 届就业群';

/** A request as another device of this demo person would send it. */
async function ask<T>(path: string, account?: DemoAccount, body?: object): Promise<T> {
  const send = async (to: string, of?: object, token?: string) => {
    const response = await fetch(`${server.url}/api/v1${to}`, {
      ...(of ? { method: 'POST', body: JSON.stringify(of) } : {}),
      headers: {
        ...(of ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    });
    return response.json() as Promise<unknown>;
  };
  const session = account && ((await send('/session/demo', { account })) as { token: string });
  return (await send(path, body, session?.token)) as T;
}

interface Report {
  opens: number;
  groups: { pieces: { type: string; title: string; opens: number }[] }[];
}
const reported = () => ask<Report>('/digests/opens', 'lead');

/** Waits until openings, which no reader waits for, have come to this many. */
const untilOpens = (opens: number): Promise<Report> =>
  eventually(async () => {
    const report = await reported();
    expect(report.opens).toBeGreaterThanOrEqual(opens);
    return report;
  });

describe('群发包 on H5', () => {
  const faults: string[] = [];
  beforeEach(() => {
    faults.length = 0;
  });
  afterEach(() => expect(faults).toEqual([]));

  async function pageAt(path: string, width = 390): Promise<Page> {
    const context = keep(await newContext(browser, width));
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(path.startsWith('http') ? path : server.url + path);
    return page;
  }
  const seen = (page: Page, words: string) =>
    page.getByText(words).filter({ visible: true }).first().waitFor();
  const press = (page: Page, words: string) =>
    page
      .locator(`[aria-label="${words}"]`)
      .or(page.getByText(words, { exact: true }))
      .filter({ visible: true })
      .last()
      .click();

  async function leadAt(width = 390): Promise<Page> {
    const page = await pageAt('/features/account/pages/sign-in/index', width);
    await press(page, '陈一鸣');
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await page.goto(`${server.url}/features/digests/pages/make/index`);
    return page;
  }

  it.each([390, 1280])(
    'goes from the group to a copied text, a poster and the openings, %d wide',
    async (width) => {
      const lead = await leadAt(width);
      await lead.getByPlaceholder('如：汽车学院').filter({ visible: true }).fill(groupName);
      await press(lead, '加上这个群');
      await seen(lead, '群消息');
      await lead
        .getByText(/^生成 \d 条的文字和海报$/)
        .filter({ visible: true })
        .click();
      await seen(lead, '任何收费都请举报');
      await lead
        .getByText(/^复制(第 1 条|文字)$/)
        .filter({ visible: true })
        .click();
      const copied = await lead.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^【就业日报 \d+\/\d+】今天 \d+ /);
      const [link = ''] = /http:\S+/.exec(copied) ?? [];

      // Copying alone marks nothing.
      expect(await ask<{ items: object[] }>('/digests', 'lead')).toMatchObject({ items: [{ sentAt: null }] });
      await press(lead, '已发到群');
      await hearMessage(lead, '已记下');
      await press(lead, '撤回');
      await hearMessage(lead, '已撤回');
      await press(lead, '已发到群');
      await seen(lead, '已发过');

      await press(lead, '海报');
      await lead.waitForFunction(() =>
        [...document.querySelectorAll<HTMLImageElement>('.pic-poster img')].some(
          ({ naturalWidth }) => naturalWidth === 750,
        ),
      );

      const reader = await pageAt(link);
      await seen(reader, '发的');
      const first = reader.locator('.sd').filter({ visible: true }).first();
      const title = ((await first.locator('.sd-n').textContent()) ?? '').trim();
      await first.click();
      await reader.waitForURL(/pages\/detail\/index/);
      // The list has the title, too, and leaving before the page of the piece is there would take its opening along.
      await untilOpens(2);
      // The same phone again counts for nothing: the opening of another piece, which comes after it, is the third.
      await reader.goto(link);
      const second = reader.locator('.sd').filter({ visible: true }).nth(1);
      const other = ((await second.locator('.sd-n').textContent()) ?? '').trim();
      await second.click();
      const report = await untilOpens(3);
      expect(report.opens).toBe(3);
      expect(report.groups[0]?.pieces.map(({ title: of }) => of).sort()).toEqual(
        ['群发包的列表', title, other].sort(),
      );

      await press(lead, '发过的群发包');
      await seen(lead, '看得最多');
      await seen(lead, '不记是谁打开的');
    },
  );

  it('is refused to a graduate, with a way back', async () => {
    const page = await pageAt('/features/account/pages/sign-in/index');
    await press(page, '林晓');
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await page.goto(`${server.url}/features/digests/pages/make/index`);
    await seen(page, '群发包由宣传骨干和老师做');
  });
});

describe('群发包 in the compiled mini-program', () => {
  /** The runtime has no album: what is downloaded comes from the service, and the person allows it or not. */
  const album = (saved: string[], isAllowed: () => boolean) =>
    ((calls: { api(name: string, run: (options: Record<string, unknown>) => unknown): unknown }) => ({
      downloadFile: calls.api('downloadFile', async ({ url }) => {
        const { pathname, search } = new URL(String(url));
        const { status } = await fetch(server.url + pathname + search);
        return { json: { statusCode: status, tempFilePath: `wxfile://tmp${pathname}` } };
      }),
      saveImageToPhotosAlbum: calls.api('saveImageToPhotosAlbum', ({ filePath }) => {
        if (!isAllowed()) throw new WxFailure('auth deny');
        saved.push(String(filePath));
        return undefined;
      }),
      openSetting: calls.api('openSetting', () => ({ json: { authSetting: {} } })),
    })) as never;

  async function launch(options: Partial<Parameters<typeof MiniApp.open>[0]> = {}): Promise<MiniApp> {
    const app = await MiniApp.open({ dist: weappBuild, apiBase: server.url, ...options });
    keep({ close: async () => app.close() });
    return app;
  }
  const tapOn = (app: MiniApp) => async (words: string) => {
    await app.waitFor(`"${words}" to tap`, () => app.has(words));
    await app.tap(words);
  };

  it('goes from 我的 to a copied text, and keeps the poster in the album', async () => {
    const saved: string[] = [];
    let allowed = false;
    const app = await launch({ wx: album(saved, () => allowed) });
    const tap = tapOn(app);
    await app.tapTab('我的');
    await tap('登录');
    await tap('陈一鸣');
    await app.waitForText('求职资料');
    await tap('群发包');
    await app.waitForText('先起个群名');
    await app.input('如：汽车学院 2027 届就业群', groupName);
    await tap('加上这个群');
    await app.waitForText('群消息');
    await tap('生成');
    await app.waitForText('任何收费都请举报');
    await tap('复制第 1 条');
    await app.waitFor('the copied text', () => app.clipboard.startsWith('【就业日报'));
    await tap('海报');
    await tap('存到相册');
    // Who has refused the album once is led to the settings.
    await app.waitForText('还不能存到相册');
    allowed = true;
    await tap('去设置');
    await app.waitForTextGone('还不能存到相册');
    expect([...app.usedApis.keys()]).toContain('openSetting');
    await tap('存到相册');
    await app.waitForMessage('已存到相册');
    expect(saved).toEqual([expect.stringContaining('/pictures/poster/digest/')]);
    await tap('已发到群');
    await app.waitForMessage('已记下');
    expect(app.errors).toEqual([]);
  });

  async function sentDigest() {
    const { items } = await ask<{ items: { id: string; title: string }[] }>('/jobs?state=open');
    const [job] = items;
    if (!job) throw new Error('no job is open');
    const group = await ask<{ id: string }>('/digest-groups', 'lead', { name: groupName });
    return { job, group };
  }

  it('opens a job by the scene of its code, and counts it for the group once', async () => {
    const { job, group } = await sentDigest();
    const scene = encodeURIComponent(`j${job.id}.${group.id}`);
    const app = await launch({ path: 'features/jobs/pages/detail/index', query: { scene } });
    await app.waitForText(job.title);
    const report = await untilOpens(1);
    expect(report.groups[0]?.pieces).toMatchObject([{ type: 'job', title: job.title, opens: 1 }]);
    expect(app.share()).toMatchObject({
      title: expect.stringContaining(job.title),
      path: expect.stringContaining(`id=${job.id}`),
      imageUrl: expect.stringMatching(new RegExp(`^http.*/api/v1/pictures/card/job/${job.id}$`)),
    });
    expect(app.errors).toEqual([]);
  });

  it('opens the right page where WeChat opens the home page with a scene', async () => {
    const { job, group } = await sentDigest();
    const app = await launch({ path: 'pages/home/index', query: { scene: `j${job.id}.${group.id}` } });
    await app.waitFor('the page of the job', () => app.route.includes('features/jobs/pages/detail/index'));
    await app.waitForText(job.title);
    expect((await untilOpens(1)).opens).toBe(1);
    expect(app.errors).toEqual([]);
  });

  it('shows the list of a digest alone in Moments, with nothing to tap', async () => {
    const { job, group } = await sentDigest();
    const other = (await ask<{ items: { id: string }[] }>('/jobs?state=open')).items[1];
    const items = [job, other].flatMap((one) => (one ? [{ type: 'job', id: one.id }] : []));
    const digest = await ask<{ id: string }>('/digests', 'lead', { items, group: group.id });
    const app = await launch({
      path: 'features/digests/pages/shared/index',
      query: { scene: `d${digest.id}.${group.id}` },
      scene: 1154,
    });
    await app.waitForText(job.title);
    expect(app.has('看全部在招岗位')).toBe(false);
    await untilOpens(1);
    expect(app.errors).toEqual([]);
  });
});
