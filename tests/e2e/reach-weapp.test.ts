import { dayMs, startOfDay } from '@qihang/shared/time/shanghai';
import { weappBuild } from '../support/builds/weapp';
import { closingAfterEach } from '../support/closing';
import { eventually } from '../support/waiting';
import { MiniApp } from '../support/weapp-runtime/mini-app';
import { WxFailure } from '../support/weapp-runtime/wx/calls';
import { deviceOf } from './device';
import { signInWith } from './phones/weapp';
import { afterUndo, graduate, type ReachWorld, startReachWorld, templateIds } from './reach-world';

let world: ReachWorld;
const keep = closingAfterEach();
beforeEach(async () => {
  world = keep(await startReachWorld());
  await world.atNoon();
  await world.setUpTemplates();
});

type Options = Partial<Parameters<typeof MiniApp.open>[0]>;

/** A phone whose person agrees to all that WeChat asks, and of which WeChat tells the service as well. */
async function launch(options: Options = {}) {
  const asked: string[] = [];
  const told: Promise<void>[] = [];
  const app = keep(
    await MiniApp.open({
      dist: weappBuild,
      apiBase: world.server.url,
      onSubscribe: (template) => {
        asked.push(template);
        told.push(world.answer(template, 'accept'));
        return 'accept';
      },
      ...options,
    }),
  );
  return { app, asked, told: () => Promise.all(told) };
}

async function tap(app: MiniApp, what: string): Promise<void> {
  await app.waitFor(`"${what}" to tap`, () => app.has(what));
  await app.tap(what);
}

const credits = async () => {
  const device = await deviceOf(world.server, 'graduate');
  const { templates } = await device('subscriptions').show({});
  return Object.fromEntries(templates.map(({ purpose, credits: left }) => [purpose, left]));
};

/** A job on the first page of the list, whose reminders are all ahead. */
async function jobToSave() {
  const device = await deviceOf(world.server, 'graduate');
  const { items } = await device('jobs').list({ query: { limit: 12 } });
  const early = world.server.clock.now().getTime() + 4 * dayMs;
  for (const { title, deadlineAt, viewer } of items) {
    const closesAt = deadlineAt === null ? 0 : Date.parse(deadlineAt);
    if (closesAt > early && !isQuiet(closesAt) && viewer.saved === null) return { title, closesAt };
  }
  throw new Error('the demo data has no job that closes by day in more than four days');
}

/** Whether the hour is one of the usual quiet ones, or near to them. */
const isQuiet = (at: number): boolean => {
  const hour = (at - startOfDay(at)) / 3_600_000;
  return hour < 9 || hour > 21;
};

/** The phone has read what there is to ask for. */
const ready = (app: MiniApp) =>
  app.waitFor('what can be asked for', () => JSON.stringify(app.storage).includes(templateIds.deadline));

const badges = (app: MiniApp) =>
  app.ui
    .filter(({ api }) => api === 'setTabBarBadge' || api === 'removeTabBarBadge')
    .map(({ options }) => options.text ?? '');

it('asks in the tap that saves a job, counts one consent once, and adds more in the settings', async () => {
  const { app, asked, told } = await launch();
  await signInWith(app, graduate.name);
  await ready(app);
  const job = await jobToSave();
  await app.tapTab('招聘');
  await tap(app, `收藏 ${job.title}`);
  await app.waitForMessage('已收藏');
  expect(asked).toEqual([templateIds.deadline]);
  await told();
  // The phone and WeChat both tell of it.
  await eventually(async () => expect(await credits()).toEqual({ deadline: 1, answer: 0, decision: 0 }));

  await app.tapTab('我的');
  await tap(app, '消息设置');
  await app.waitForText('还能收到 1 条微信提醒');
  await app.waitForText(`，${job.title}`);
  await tap(app, '补充，三种各加 1 条');
  await app.waitForMessage('已加 3 条微信提醒');
  await app.waitForText('还能收到 4 条微信提醒');
  await told();
  await eventually(async () => expect(await credits()).toEqual({ deadline: 2, answer: 1, decision: 1 }));

  // Three days before it closes, and not a minute earlier, WeChat and the inbox tell of it.
  const due = job.closesAt - 3 * dayMs;
  await world.advance(due - 60_000 - world.server.clock.now().getTime());
  expect(await world.sent()).toEqual([]);
  await world.advance(2 * 60_000);
  const [message] = await world.untilSent(1);
  expect(message).toMatchObject({ touser: graduate.openid, template_id: templateIds.deadline });
  expect(message?.page).toMatch(/^features\/jobs\/pages\/detail\/index\?id=/);
  expect((await credits()).deadline).toBe(1);
  await app.back();
  await tap(app, '消息');
  await app.waitForText(`截止：${job.title}`);
  await tap(app, '我投了');
  await app.waitForMessage('已标为投递');
  // Applied for, it is not reminded of on its day.
  await world.advance(job.closesAt - 60_000 - world.server.clock.now().getTime());
  expect(await world.sent()).toHaveLength(1);
  expect(app.errors).toEqual([]);
});

it('brings an answer to WeChat and the inbox by the credit of the question, and a number to the tab', async () => {
  const { app, asked, told } = await launch();
  await signInWith(app, graduate.name);
  await ready(app);
  await app.tapTab('问答');
  await tap(app, '提问');
  const question = '签约后还能参加国考报名吗';
  await app.input('一句话说清，带上关键词', question);
  await tap(app, '政策');
  await tap(app, '匿名发布');
  await app.waitForText('待回答');
  expect(asked).toEqual([templateIds.answer]);
  await told();
  await eventually(async () => expect((await credits()).answer).toBe(1));

  const teacher = await deviceOf(world.server, 'teacher');
  const { items } = await teacher('threads').list({ query: { q: question } });
  const [thread] = items;
  if (!thread) throw new Error('the question is not in the list');
  await teacher('threads').answer({
    params: { id: thread.id },
    body: { body: '可以。签约不影响报名，录用前和单位协商解约即可。', official: true },
  });
  await world.advance(afterUndo);
  const [message] = await world.untilSent(1);
  expect(message).toMatchObject({
    touser: graduate.openid,
    template_id: templateIds.answer,
    page: `features/threads/pages/detail/index?id=${thread.id}`,
  });
  expect((await credits()).answer).toBe(0);

  expect(app.errors).toEqual([]);

  // Another phone of the same person, which need not wait until it asks again.
  const { app: other } = await launch();
  await signInWith(other, graduate.name);
  await other.waitFor('the number on the tab', () => badges(other).includes('1'));
  await tap(other, '消息');
  await tap(other, '你的问题有新回答');
  await other.waitForText('官方答复');
  await other.back();
  await other.back();
  // Read over pages without tabs, it is taken from the tab when the tab is back.
  await other.waitFor('no number on the tab', () => badges(other)[badges(other).length - 1] === '');
  expect(other.errors).toEqual([]);
});

it('keeps a consent that was given without a network until the service has it', async () => {
  const { app, told } = await launch();
  await signInWith(app, graduate.name);
  await ready(app);
  const job = await jobToSave();
  await app.tapTab('招聘');
  await app.waitFor('a job to save', () => app.has(`收藏 ${job.title}`));
  app.setOnline(false);
  await app.tap(`收藏 ${job.title}`);
  await told();
  app.setOnline(true);
  await app.leaveAndReturn();
  const sent = () => app.requests.filter(({ url }) => url.endsWith('/subscriptions/grants'));
  await app.waitFor('the consent to arrive', () => sent().some(({ status }) => status === 200));
  await eventually(async () => expect((await credits()).deadline).toBe(1));
});

it('leads to the settings of WeChat where messages are switched off, and adds nothing', async () => {
  const { app } = await launch({
    wx: (calls) => ({
      requestSubscribeMessage: calls.api('requestSubscribeMessage', () => {
        throw new WxFailure('The main switch is switched off', { errCode: 20004 });
      }),
      openSetting: calls.api('openSetting', () => ({ json: { authSetting: {} } })),
    }),
  });
  await signInWith(app, graduate.name);
  await ready(app);
  await tap(app, '消息设置');
  await tap(app, '补充，三种各加 1 条');
  await app.waitForText('微信里关着启航的提醒');
  await tap(app, '去打开');
  expect([...app.usedApis.keys()]).toContain('openSetting');
  await app.waitForText('微信提醒用完了');
  expect(app.errors).toEqual([]);
});
