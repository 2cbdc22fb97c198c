import path from 'node:path';
import { eventually } from '../support/waiting';
import { ChromiumScreen } from '../support/weapp-runtime/chromium/screen';
import type { MiniApp } from '../support/weapp-runtime/mini-app';

const FIXTURE = path.join(__dirname, '../support/weapp-runtime/fixture');

let app: MiniApp;
let screen: ChromiumScreen;

beforeAll(async () => {
  ({ app, screen } = await ChromiumScreen.launch({ dist: FIXTURE }));
});

afterAll(async () => {
  expect(app.errors).toEqual([]);
  expect(screen.complaints).toEqual([]);
  await screen.dispose();
});

const at = (selector: string) => screen.frame.locator(selector);

/** What the browser really shows of a node, once the app rests. */
async function shown(selector: string): Promise<string> {
  await screen.settle();
  return (await at(selector).textContent()) ?? '';
}

/** Waits until the browser shows `expected`; ends in an assertion that tells what it shows instead. */
const becomes = (read: () => Promise<string | null>, expected: string) =>
  eventually(async () => expect(await read()).toBe(expected));

async function style(selector: string, property: string): Promise<string> {
  return at(selector).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

describe('a page in Chromium', () => {
  it('shows what the logic layer drew', async () => {
    expect(await shown('#title')).toBe('你好');
    expect(await shown('#taps')).toBe('0 次');
  });

  it('turns rpx into parts of the window’s width, in files, imports and inline', async () => {
    expect(await style('#title', 'font-size')).toBe('20.8px');
    expect(await style('.card', 'margin-left')).toBe('10.4px');
    expect(await style('#rows', 'height')).toBe('52px');
    expect(await style('page', 'background-color')).toBe('rgb(242, 245, 245)');
  });

  it('brings taps to the app, and its changes back', async () => {
    await screen.tap('冒泡');
    expect(await shown('#taps')).toBe('1 次');
    expect(await shown('#log')).toMatch(/outer $/);
    await screen.touch(screen.frame.getByText('加 2'));
    await app.waitForText('到了 2');
    expect(await shown('#reached')).toBe('到了 2');
  });

  it('does not take taps on what is disabled', async () => {
    await screen.frame.getByText('不可点').tap({ force: true });
    // What the first touch did is there before what the second does.
    await screen.touch(screen.frame.getByText('冒泡'));
    expect(await shown('#taps')).toBe('2 次');
    expect(await shown('#log')).not.toMatch(/closed/);
  });

  it('shows the hover class under the finger', async () => {
    const node = at('[aria-label="关闭"]');
    await node.dispatchEvent('pointerdown');
    await becomes(() => style('[aria-label="关闭"]', 'opacity'), '0.5');
    await node.dispatchEvent('pointerup');
    await becomes(() => style('[aria-label="关闭"]', 'opacity'), '1');
  });

  it('reports the end of a scroll-view and of the page', async () => {
    await at('#rows').evaluate((element) => element.scrollTo({ top: 9999 }));
    await app.waitForText('第 6 行');
    expect(await shown('#rows')).toContain('第 6 行');
    await screen.frame.evaluate(() => scrollTo(0, 99999));
    await app.waitForText('bottom');
  });

  it('measures nodes for selector queries', async () => {
    const query = app.page.instance.createSelectorQuery as () => {
      select(selector: string): { boundingClientRect(tell: (rect: object) => void): { exec(): void } };
    };
    const rect = new Promise((tell) => query().select('#rows').boundingClientRect(tell).exec());
    expect(await rect).toMatchObject({ id: 'rows', left: 0, width: 390, height: 52 });
  });
});

describe('the bars around a page', () => {
  it('opens a page over the tabs with its title, and goes back', async () => {
    await screen.touch(screen.frame.getByText('下一页'));
    expect(app.route).toBe('extra/pages/deep/index');
    expect(await screen.tab.locator('#title').textContent()).toBe('深处 1');
    expect(await screen.tab.locator('#tabs').isVisible()).toBe(false);
    await screen.touch(screen.tab.locator('#back'));
    expect(app.route).toBe('pages/home/index');
  });

  it('changes tabs', async () => {
    await screen.touch(screen.tab.locator('#tabs').getByText('表单'));
    expect(app.route).toBe('pages/forms/index');
    expect(await screen.tab.locator('#title').textContent()).toBe('表单');
  });
});

describe('native controls in Chromium', () => {
  it('types into fields', async () => {
    await screen.input('姓名', '林晓');
    expect(await shown('#echo')).toBe('林晓');
    await at('#name').press('Enter');
    expect(await shown('#said')).toBe('focus confirm blur ');
  });

  it('checks boxes, radios by their labels, and switches', async () => {
    await screen.touch(screen.frame.getByText('邮件'));
    expect(await shown('#said')).toBe('["mail"]');
    await screen.touch(screen.frame.getByText('乙类'));
    expect(await shown('#said')).toBe('"b"');
    await screen.touch(at('#agree'));
    expect(await shown('#said')).toBe('true');
    await becomes(() => style('#agree', 'background-color'), 'rgb(4, 190, 2)');
  });

  it('offers the entries of a picker and a date', async () => {
    await screen.touch(at('#city'));
    await screen.touch(screen.tab.locator('.sheet').getByText('成都'));
    expect(await shown('#said')).toBe('"1"');
    await screen.touch(at('#day'));
    await screen.tab.locator('.picker input').fill('2026-06-30');
    await screen.touch(screen.tab.locator('.picker').getByText('确定'));
    expect(await shown('#said')).toBe('"2026-06-30"');
  });

  it('swipes', async () => {
    await at('#cards').evaluate((element) => element.scrollTo({ left: element.clientWidth }));
    await becomes(() => shown('#said'), '1');
  });

  it('submits a form with what was entered', async () => {
    await screen.touch(screen.frame.getByText('提交'));
    const sent = JSON.parse(await shown('#sent'));
    expect(sent).toMatchObject({
      name: '林晓',
      ways: ['mail'],
      kind: 'b',
      agree: true,
      city: '1',
      day: '2026-06-30',
    });
  });

  it('takes pictures of what is on the screen', async () => {
    const before = await screen.screenshot();
    await at('#name').fill('陈一鸣');
    const after = await screen.screenshot();
    expect(before.subarray(1, 4).toString()).toBe('PNG');
    expect(after.equals(before)).toBe(false);
  });
});
