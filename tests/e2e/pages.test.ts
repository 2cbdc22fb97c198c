import type { Browser, Page } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { eventually } from '../support/waiting';
import { launchBrowser, newContext } from './phones/browser';

let browser: Browser;
let server: DemoServer;
let ids: Record<'job' | 'post' | 'thread', string>;
const keep = closingAfterEach();
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startDemoServer();
  const first = async (list: string): Promise<string> => {
    const response = await fetch(`${server.url}/api/v1/${list}?limit=1`);
    return ((await response.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  };
  ids = { job: await first('jobs'), post: await first('posts'), thread: await first('threads') };
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const pages = (): [string, string][] => [
  ['/', '即将截止'],
  ['/pages/jobs/index', '搜公司、岗位、专业'],
  ['/pages/questions/index', '提问'],
  ['/pages/me/index', '还没有登录'],
  [`/features/jobs/pages/detail/index?id=${ids.job}`, '来源与核实'],
  ['/features/jobs/pages/form/index', '单位'],
  ['/features/posts/pages/list/index?board=guidance', '就业指导'],
  [`/features/posts/pages/detail/index?id=${ids.post}`, '分钟'],
  ['/features/posts/pages/form/index', '正文'],
  [`/features/threads/pages/detail/index?id=${ids.thread}`, '写回答'],
  ['/features/threads/pages/ask/index', '登录后发布'],
  ['/features/search/pages/index/index?q=%E4%B8%89%E6%96%B9', '三方'],
  ['/features/account/pages/sign-in/index', '演示身份'],
  ['/features/account/pages/settings/index', '字号'],
  ['/features/audit/pages/list/index', '登录后查看操作记录'],
  ['/features/notifications/pages/list/index', '登录后看消息'],
  ['/features/jobs/pages/follows/index', '登录后看关注'],
  ['/features/jobs/pages/weekly/index', '登录后看这一周'],
  ['/features/jobs/pages/detail/index?id=nothing', '可能已下线'],
];

describe.each([390, 360, 1280])('%i wide', (width) => {
  it.each(['light', 'dark'] as const)(
    'every page draws itself without a fault, in %s',
    async (colorScheme) => {
      const context = keep(await newContext(browser, width));
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme });
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      // What the content security policy stops, Chromium writes to the console.
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
      });
      for (const [path, words] of pages()) {
        await page.goto(server.url + path);
        // The words may stand in a placeholder, which is no text of the page.
        const seen = page.getByText(words).or(page.getByPlaceholder(words)).filter({ visible: true }).first();
        await seen.waitFor().catch(() => faults.push(`${path}: no "${words}"`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push(`${path}: ${overflow} px wider than the screen`);
      }
      expect(faults).toEqual([]);
    },
  );
});

describe('the content security policy', () => {
  /** What the policy stopped on a page, which grows as the browser tells of it. */
  const policyFaults = async (path: string, act: (page: Page) => Promise<unknown>) => {
    const context = keep(await newContext(browser, 1280));
    const page = await context.newPage();
    const stopped: string[] = [];
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) stopped.push(message.text());
    });
    await page.goto(server.url + path);
    await act(page);
    return stopped;
  };

  it('lets the API documents draw themselves', async () => {
    // swagger-ui draws what is near the window alone: the first operations, and one of them whole.
    const stopped = await policyFaults('/docs', async (page) => {
      await page.getByText('/api/v1/boards').first().click();
      await page.getByRole('heading', { name: 'Responses' }).waitFor();
    });
    expect(stopped).toEqual([]);
  });

  it('stops a script that somebody slipped into the page, and one of another host', async () => {
    const stopped = await policyFaults('/', async (page) => {
      await page.getByText('即将截止').first().waitFor();
      const ran = await page.evaluate(async () => {
        const inline = document.createElement('script');
        inline.textContent = 'window.slipped = true';
        const remote = document.createElement('script');
        remote.src = 'https://evil.example/a.js';
        document.body.append(inline, remote);
        await new Promise((resolve) => {
          remote.onerror = resolve;
        });
        return 'slipped' in window;
      });
      expect(ran).toBe(false);
    });
    await eventually(() => expect(stopped).toHaveLength(2));
  });
});
