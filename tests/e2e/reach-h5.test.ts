import type { Browser, Page } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { eventually } from '../support/waiting';
import { deviceOf } from './device';
import { signIn } from './journey';
import { launchBrowser, openBrowserPhone } from './phones/browser';
import { afterUndo, graduate, type ReachWorld, startReachWorld, templateIds } from './reach-world';

let browser: Browser;
let world: ReachWorld;
const keep = closingAfterEach();
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = keep(await startReachWorld());
});

const shown = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first();
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).last().click();

async function phoneAt(width: number, name: string) {
  const phone = keep(await openBrowserPhone(browser, world.server.url, width));
  await signIn(phone, name);
  return phone;
}

it.each([390, 1280])(
  '消息设置 keeps switches and quiet hours, and offers no credits, %d wide',
  async (width) => {
    await world.setUpTemplates();
    const { page, ...phone } = await phoneAt(width, graduate.name);
    await phone.tap('消息设置，微信提醒、夜里不打扰');
    await phone.see('微信提醒在小程序里');
    expect(await page.getByText(/^补充/).count()).toBe(0);
    const matches = page.getByRole('switch', { name: '对口新岗位' });
    expect(await matches.getAttribute('aria-checked')).toBe('true');
    await matches.click();
    await page.getByLabel('到几点为止').fill('07:30');
    const device = await deviceOf(world.server, 'graduate');
    await eventually(async () =>
      expect(await device('notificationSettings').show({})).toMatchObject({
        quietTo: '07:30',
        switches: { matches: false, answers: true },
      }),
    );
    await page.reload();
    await phone.see('微信提醒在小程序里');
    expect(await page.getByRole('switch', { name: '对口新岗位' }).getAttribute('aria-checked')).toBe('false');
    expect(await page.getByLabel('到几点为止').inputValue()).toBe('07:30');
    expect(phone.faults()).toEqual([]);
  },
);

it.each([390, 1280])(
  'an admin sets a template up, sees a failure and sends it again, %d wide',
  async (width) => {
    await world.atNoon();
    const { page, ...phone } = await phoneAt(width, '沈岚');
    await phone.tap('微信模板，微信提醒里写什么');
    await phone.tap('设置回答提醒');
    await page.getByLabel('编号').filter({ visible: true }).fill(templateIds.answer);
    await page
      .getByLabel('详细内容')
      .filter({ visible: true })
      .fill('问题{{thing1.DATA}}\n时间{{time2.DATA}}\n状态{{phrase3.DATA}}');
    await press(page, '保存模板');
    await phone.hear('“回答提醒”的模板已保存');
    await phone.see('已设置');

    // WeChat does not know the template, as after a slip of the pen: the message cannot be sent.
    const device = await deviceOf(world.server, 'graduate');
    await device('subscriptions').grant({
      body: {
        results: { [templateIds.answer]: 'accept' },
        key: 'a-consent-of-the-phone',
        at: world.server.clock.now().toISOString(),
      },
    });
    await world.wechat.control('subscribe', {
      openid: graduate.openid,
      template: templateIds.answer,
      answer: 'accept',
    });
    const thread = await device('threads').ask({
      body: { title: '签约后还能参加国考报名吗', body: '', category: 'policy', anonymous: true },
    });
    const teacher = await deviceOf(world.server, 'teacher');
    await teacher('threads').answer({
      params: { id: thread.id },
      body: { body: '可以。签约不影响报名，录用前和单位协商解约即可。', official: true },
    });
    await world.advance(afterUndo);
    const admin = await deviceOf(world.server, 'admin');
    await eventually(async () => {
      await world.server.runTasks();
      expect((await admin('deliveries').list({ query: { limit: 20 } })).counts.failed).toBe(1);
    });

    await page.goto(`${world.server.url}/features/deliveries-admin/pages/deliveries/index`);
    await shown(page, '微信不认这个模板编号（40037）').waitFor();
    // Nobody is named, and nothing of what was said is here.
    expect(await phone.words()).not.toMatch(/林晓|国考|签约/);
    await world.wechat.control('template', {
      id: templateIds.answer,
      keywords: ['thing1', 'time2', 'phrase3'],
    });
    await press(page, '再发一次');
    await phone.hear('已放回去，马上再发');
    await world.untilSent(1);
    await page.reload();
    await shown(page, '已发出').waitFor();
    await eventually(async () =>
      expect((await admin('deliveries').list({ query: { limit: 20 } })).counts).toMatchObject({
        failed: 0,
        sent: 1,
      }),
    );
    expect(phone.faults()).toEqual([]);
  },
);

it('keeps templates and deliveries from those who are no admins', async () => {
  const { page, ...phone } = await phoneAt(390, '王立群');
  await page.goto(`${world.server.url}/features/deliveries-admin/pages/deliveries/index`);
  await phone.see('只有管理员能查看消息发送');
  await page.goto(`${world.server.url}/features/deliveries-admin/pages/templates/index`);
  await phone.see('只有管理员能设置微信模板');
});
