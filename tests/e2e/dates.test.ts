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

const dayAhead = (days: number) =>
  new Date(server.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

it('a lead chooses a deadline with its time in the calendar', async () => {
  await signInWith(app, '陈一鸣');
  await app.visit('/features/jobs/pages/form/index');
  await app.waitForText('没写就不选，按长期招处理');
  await app.tap('没写就不选，按长期招处理');
  const today = dayAhead(0);
  await app.waitForText(`${Number(today.slice(0, 4))}年${Number(today.slice(5, 7))}月`);

  const day = dayAhead(33);
  // Two months at the most.
  for (
    let turn = 0;
    turn < 2 && !app.text().includes(`${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`);
    turn++
  )
    await app.tap('下个月');
  await app.tap(day);
  await app.tap('18:00');
  await app.tap('关闭');
  await app.waitForText(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`);
  await app.waitForText('18:00');
  // The server has it as a draft of its own, and the device as a copy of that.
  await app.waitFor('words of the time it was saved at', () => /\d\d:\d\d 已存/.test(app.text()));
  await app.waitFor('the copy on the device', () =>
    String(JSON.stringify(app.storage['copy:job:new'])).includes(`${day}T18:00`),
  );
});
