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

interface Listed {
  items: { id: string; title: string; company: string; deadlineAt: string | null }[];
}

async function openDatedJob(calendarAllowed: boolean) {
  const response = await fetch(`${server.url}/api/v1/jobs?state=open&sort=deadline`);
  const job = ((await response.json()) as Listed).items.find(({ deadlineAt }) => deadlineAt !== null);
  if (!job?.deadlineAt) throw new Error('no open job has a deadline');
  const path = 'features/jobs/pages/detail/index';
  app = await MiniApp.open({
    dist: weappBuild,
    apiBase: server.url,
    path,
    query: { id: job.id },
    calendarAllowed,
  });
  await app.waitForText('加入手机日历');
  await app.tap('加入手机日历');
  await app.idle();
  return { app, job, end: Date.parse(job.deadlineAt) / 1000 };
}

describe('a deadline in the phone’s own calendar, on the compiled mini-program', () => {
  it('stands there with its alarm a day before', async () => {
    const { app: open, job, end } = await openDatedJob(true);
    await open.waitForMessage('已加入手机日历，提前一天提醒');
    expect(open.calendar).toEqual([
      {
        title: `截止：${job.title}`,
        description: job.company,
        startTime: end - 15 * 60,
        endTime: end,
        alarmOffset: 24 * 3600,
      },
    ]);
    expect(open.errors).toEqual([]);
  });

  it('stays out where the person did not allow it, and says where to', async () => {
    const { app: open } = await openDatedJob(false);
    await open.waitForMessage('没有日历权限，请在右上角“设置”里打开');
    expect(open.calendar).toEqual([]);
    expect(open.errors).toEqual([]);
  });
});
