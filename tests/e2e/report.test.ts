import { newPerson, verifyNewPerson } from './asker';
import { deviceOf } from './device';
import { signIn, signOut } from './journey';
import type { Phone } from './phones/phone';
import { leave, phoneNames, setStage } from './stage';

const stage = setStage();

const question = '生源地信息填错了怎么改';
const answer = '生源地提交以后改不了，要等明年重新来。';
const note = '学院每年都核对，填错会退档';
const afterUndo = 15_000;

/** A question with one answer, by 林晓; returns the id of the answer. */
async function answered(): Promise<string> {
  const lead = await deviceOf(stage.server, 'lead2');
  const { id } = await lead('threads').ask({
    body: { title: question, body: '系统里的生源地写错了。', category: 'policy', anonymous: false },
  });
  const graduate = await deviceOf(stage.server, 'graduate');
  const { answers } = await graduate('threads').answer({ params: { id }, body: { body: answer } });
  return answers[0]?.id ?? '';
}

/** A visitor says what is wrong first, and signs in at the end. */
async function reportSignedOut(phone: Phone): Promise<void> {
  await phone.tab('问答');
  await phone.tap(question);
  await phone.tap('举报这个回答');
  await phone.tap('内容不实');
  await phone.type('选填，哪里有问题', note);
  await phone.tap('登录后举报');
  await phone.tap(newPerson);
  await phone.see('作者和别的同学看不到是谁举报的');
  await phone.agree('举报');
  await phone.hear('收到，处理完会告诉你');
}

async function takeDown(phone: Phone): Promise<void> {
  await phone.tap('打开工作台');
  await phone.tapPart('待审');
  await phone.tap('举报 1');
  await phone.tapPart(answer);
  await phone.see('2 人举报');
  await phone.see(note);
  await phone.tap('下架，写原因');
  await phone.tap('来源不清，核实不了');
  await phone.agree('下架');
  await phone.hear('已下架');
  await phone.see('没有要处理的举报');
}

describe.each(phoneNames)('what people report, on %s', (name) => {
  const wide = name === 'H5 at 1280';

  it('is one case, and both the reporter and the author learn what was decided', async () => {
    const { server } = stage;
    await verifyNewPerson(server);
    const answerId = await answered();
    const phone = await stage.open(name);
    await reportSignedOut(phone);
    const other = await deviceOf(server, 'lead2');
    await other('reports').report({
      body: { target: { type: 'answer', id: answerId }, reason: 'false', note: '' },
    });
    // Beside the list of a wide window the question is no page of its own.
    if (!wide) await phone.back();
    await signOut(phone);

    await signIn(phone, '陈一鸣');
    await takeDown(phone);
    await leave(phone, '我的服务记录');
    await signOut(phone);
    server.clock.advance(afterUndo);

    await signIn(phone, newPerson);
    await phone.tap('消息');
    await phone.tapPart('你的举报有结果：已下架');
    await phone.see('你今天');
    await phone.see('结案');
    await leave(phone, '只留最近');
    await signOut(phone);

    await signIn(phone, '林晓');
    await phone.tap('消息');
    await phone.see('来源不清，核实不了');
    await phone.tapPart('下架：');
    await phone.see('被下架，读者现在看不到');
    await phone.see('来源不清，核实不了');
    await phone.see('申诉');
    expect(phone.faults()).toEqual([]);
  });

  it('is held where two verified people say that a job takes money, until somebody has looked', async () => {
    const { server } = stage;
    await verifyNewPerson(server);
    const graduate = await deviceOf(server, 'graduate');
    const [job] = (await graduate('jobs').list({ query: {} })).items;
    if (!job) throw new Error('The demo has no job');
    await graduate('reports').report({
      body: { target: { type: 'job', id: job.id }, reason: 'fee', note: '面试后要先交培训费' },
    });
    const listed = async () => {
      const { items } = await graduate('jobs').list({ query: {} });
      return items.some(({ id }) => id === job.id);
    };
    expect(await listed()).toBe(true);

    const phone = await stage.open(name);
    await signIn(phone, newPerson);
    await phone.tab('招聘');
    await phone.tapPart(job.title);
    await phone.tap('举报');
    await phone.tap('收费或诈骗');
    await phone.agree('举报');
    await phone.hear('收到，处理完会告诉你');
    expect(await listed()).toBe(false);
    if (!wide) await phone.back();
    await signOut(phone);

    await signIn(phone, '周晓雯');
    await phone.tap('消息');
    await phone.tapPart('有内容急着要看');
    // The message names the job as well: the list of the queue has to be there.
    await phone.see('举报 1');
    await phone.tapPart(job.title);
    await phone.see('2 人举报');
    await phone.tap('没问题，结案');
    await phone.hear('已结案');
    expect(await listed()).toBe(true);
    // The window of a reporter that still shows the job asks for it again, and is refused it.
    expect(phone.faults().filter((fault) => !fault.includes('404 (Not Found)'))).toEqual([]);
  });
});
