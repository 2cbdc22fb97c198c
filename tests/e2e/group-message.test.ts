import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import type { Browser } from 'playwright-core';
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { eventually } from '../support/waiting';
import { deviceOf } from './device';
import { signIn } from './journey';
import { launchBrowser, openBrowserPhone } from './phones/browser';
import type { Phone } from './phones/phone';

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
const title = '充电桩测试工程师';
const mostTaps = 12;
/** For a person. The machine needs a small part of it, which is printed; a loaded machine in CI more. */
const mostMs = 60_000;

/** What a person wrote into a group: `day` is the last one to apply. */
function groupMessage(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return (
    `【2027届校招】远桥充电科技有限公司招聘${title}2人，车辆工程、电气工程及其自动化专业，本科及以上，工作地点苏州，` +
    '月薪10-14K。岗位职责：负责直流充电桩的功能测试和现场问题定位，编写测试报告。' +
    `${month}月${date}日18:00前把简历发至hr@yuanqiao-charge.example`
  );
}

/** The same phone, which counts what a finger does: each tap, and a paste as one. */
function counting(phone: Phone) {
  const taps: string[] = [];
  const count =
    <A extends [what: string, ...rest: string[]]>(act: (...args: A) => Promise<void>) =>
    (...args: A) => {
      taps.push(args[0]);
      return act(...args);
    };
  return {
    taps,
    phone: {
      ...phone,
      tap: count(phone.tap),
      tapPart: count(phone.tapPart),
      type: count(phone.type),
      agree: count(phone.agree),
    },
  };
}

it('a lead goes from a pasted group message to a published job and a copied digest in at most 12 taps and 60 s', async () => {
  const lead = await deviceOf(server, 'lead');
  await lead('digests').addGroup({ body: { name: groupName } });
  const plain = keep(await openBrowserPhone(browser, server.url));
  await signIn(plain, '陈一鸣');
  await plain.tap('打开工作台');
  await plain.see('粘贴群消息，识别成岗位');

  const { taps, phone } = counting(plain);
  const message = groupMessage(addDays(dayAt(server.clock.now().getTime()), 9));
  const began = performance.now();
  await phone.tap('粘贴群消息，识别成岗位');
  await phone.type('把群里的招聘消息或公告全文贴在这里，里面写了的会填进表单，没写的会标出来', message);
  await phone.tap('识别岗位');
  await phone.see('粘贴的原文');
  // What the message does not say is all that is left to do.
  await phone.see('请选来源，读者要知道是谁给的');
  await phone.tap('请选择');
  await phone.tap('学院');
  await phone.seeNot('还差 1 处');
  // The page carries the same words as its title.
  await phone.agree('发布岗位');
  await phone.see('来源与核实');
  await phone.tap('管理');
  await phone.tap('发到微信群');
  await phone.see(groupName);
  await phone.tap('生成 1 条的文字和海报');
  await phone.tap('复制文字');
  await eventually(async () => expect(await phone.copied()).toContain(title));
  const took = Math.round(performance.now() - began);
  console.info(
    `${taps.length} taps, ${took} ms of the machine: ${taps.map((what) => what.slice(0, 14)).join(' → ')}`,
  );

  expect(taps.length).toBeLessThanOrEqual(mostTaps);
  expect(took).toBeLessThan(mostMs);
  const { items } = await lead('jobs').list({ query: { q: title } });
  expect(items).toMatchObject([{ title, life: 'published', source: { origin: 'college' } }]);
  expect(plain.faults()).toEqual([]);
});
