import { addDays, dayAt, dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { newPerson, verifyNewPerson } from './asker';
import { deviceOf } from './device';
import { signIn, signOut } from './journey';
import type { Phone } from './phones/phone';
import { leave, phoneNames, setStage } from './stage';

const stage = setStage();

const question = '签过三方协议，还能参加选调吗';
const body = '十月签的三方，下个月开始报名，担心不算应届。';
const answer = '可以报名，报到证还没有派遣就按应届算；先和单位说明。';
const afterUndo = 15_000;

/** 10:00 of the next day, so that what is asked is due at the same hours whenever the test runs. */
function beginInTheMorning(): void {
  const { clock } = stage.server;
  clock.set(`${addDays(dayAt(clock.now().getTime()), 1)}T10:00:00+08:00`);
}

/** Every day is 陈一鸣's, then 周晓雯's, then 王立群's. */
async function arrangeRota(): Promise<void> {
  const teacher = await deviceOf(stage.server, 'teacher');
  const rota = await teacher('duty').rota({ query: {} });
  const { board, version, answerHours, clock, from, until, stepHours, adminIds, people } = rota;
  const idOf = (wanted: string) => people.find(({ name }) => name.startsWith(wanted))?.id ?? '';
  await teacher('duty').arrange({
    body: {
      board,
      version,
      answerHours,
      clock,
      from,
      until,
      stepHours,
      adminIds,
      teacherId: idOf('王立群'),
      startsOn: dayAt(stage.server.clock.now().getTime()),
      shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        category: null,
        weekday,
        personId: idOf('陈一鸣'),
        deputyId: idOf('周晓雯'),
      })),
    },
  });
}

async function askWithoutName(phone: Phone): Promise<void> {
  await phone.tab('问答');
  await phone.tap('提问');
  await phone.type('一句话说清，带上关键词', question);
  await phone.see('有人问过，先看看');
  await phone.tap('都不是我要问的，接着写');
  await phone.type('你的情况、试过什么、卡在哪里', body);
  await phone.tap('政策');
  await phone.seeNot('先别一个人扛着');
  await phone.tap('匿名发布');
  await phone.see('待审，读者现在看不到');
  await phone.see('等人审核');
  await phone.see(body);
  await phone.see('通过审核后，大家才看得到、才能回答');
}

async function seeNoQuestion(phone: Phone): Promise<void> {
  await phone.tab('问答');
  await phone.tapPart('等回答');
  await phone.see('等回答');
  await phone.seeNot(question);
  const { context, url } = stage.server;
  const { threads } = context.db.tables;
  const asked = await context.db.read
    .select({ id: threads.id })
    .from(threads)
    .where(eq(threads.title, question));
  expect(asked).toHaveLength(1);
  expect((await fetch(`${url}/api/v1/threads/${asked[0]?.id}`)).status).toBe(404);
}

async function approve(phone: Phone): Promise<void> {
  await phone.tap('打开工作台');
  await phone.tapPart('待审');
  await phone.tapPart(question);
  await phone.see(body);
  await phone.tap('通过');
  await phone.hear(`已通过“${question}”`);
  await phone.see('都审完了');
}

async function answerLate(phone: Phone, wide: boolean): Promise<void> {
  await phone.tap('消息');
  // Other questions of the demo were passed on as well.
  await phone.see('一个问题超时了，转给你回答');
  await phone.tapPart(question);
  await phone.see(body);
  if (wide) await phone.type('写回答，帮到有同样疑问的人', answer);
  else {
    await phone.tap('写回答');
    await phone.type('写清依据和做法；不确定的，请说明', answer);
  }
  await phone.tap('发布回答');
  await phone.hear('回答已发布');
  await phone.see('已回答');
  await phone.see('首答，用时 1 天');
}

describe.each(phoneNames)('a question without a name, on %s', (name) => {
  const wide = name === 'H5 at 1280';

  it('is held, approved, passed on when nobody answers, answered late, and accepted', async () => {
    const { server } = stage;
    const { clock } = server;
    beginInTheMorning();
    await verifyNewPerson(server);
    await arrangeRota();
    const phone = await stage.open(name);

    await signIn(phone, newPerson);
    await askWithoutName(phone);
    await phone.back();
    await signOut(phone);
    await seeNoQuestion(phone);

    await signIn(phone, '陈一鸣');
    await approve(phone);
    await leave(phone, '我的服务记录');
    await signOut(phone);
    clock.advance(afterUndo);

    await signIn(phone, newPerson);
    await phone.tap('消息');
    await phone.tapPart(`通过：${question}`);
    await phone.see('待回答');
    await phone.see('陈一鸣');
    await phone.see('明天 10:00');
    await leave(phone, '只留最近');
    await signOut(phone);

    clock.advance(dayMs);
    await server.runTasks();
    await signIn(phone, newPerson);
    await phone.tap('消息');
    await phone.tapPart('你的问题超时没答，已转给下一位');
    await phone.see('已超时，转周晓雯');
    await phone.see('没有按时答复，转给下一位');
    await phone.see('今天 14:00');
    await phone.see('到时间还没答，会转给 王立群');
    await leave(phone, '只留最近');
    await signOut(phone);

    await signIn(phone, '周晓雯');
    await answerLate(phone, wide);
    await leave(phone, '只留最近');
    await signOut(phone);
    clock.advance(afterUndo);

    await signIn(phone, newPerson);
    await phone.tap('消息');
    await phone.tapPart('你的问题有新回答');
    await phone.see(answer);
    await phone.tap('采纳这个回答');
    await phone.agree('采纳');
    await phone.see('提问者采纳');
    await phone.see('已解决');
    expect(phone.faults()).toEqual([]);
  });
});
