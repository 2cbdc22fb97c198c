import { deviceOf } from './device';
import { signIn, signOut } from './journey';
import { leave, phoneNames, setStage } from './stage';

const stage = setStage();

const title = '我怎么拿到江州地铁的 Offer';
const quote = '二面去了江州地铁车辆段';
const markdown = `一面是结构化，三道题，每道三分钟。\n\n${quote}，看了检修流程，问得很细。`;
const reason = '写的是我自己的经历，没有任何推广';

describe.each(phoneNames)('an article that was returned, on %s', (name) => {
  it('shows its author the words that are meant, is appealed against once, and restored by another', async () => {
    const admin = await deviceOf(stage.server, 'admin');
    await admin('boards').update({ params: { slug: 'guidance' }, body: { review: 'second-person' } });
    const lead = await deviceOf(stage.server, 'lead');
    const draft = await lead('posts').startDraft({ body: { board: 'guidance', title, markdown } });
    await lead('posts').submit({ params: { id: draft.id } });
    const second = await deviceOf(stage.server, 'lead2');
    const [waiting] = (await second('cases').queue({ query: {} })).items;
    await second('cases').decide({
      params: { id: waiting?.id ?? '' },
      body: { action: 'return', reasons: ['ad'], marks: [{ path: 'markdown', quote, why: '像广告' }] },
    });

    const phone = await stage.open(name);
    await signIn(phone, '陈一鸣');
    await phone.tap('打开工作台');
    await phone.tap(`管理 ${title}`);
    await phone.tap('看看读者看到的样子');
    await phone.see('退回了，读者现在看不到');
    await phone.see('像广告');
    await phone.see('改好可以再送审，次数不限；觉得退错了可以申诉一次');
    await phone.tap('申诉');
    await phone.type('说说你的理由，双方都看得到', reason);
    await phone.tap('提交申诉');
    await phone.hear('申诉已提交，换一个人来看');
    await phone.see('等没审过它的人看');
    await phone.seeNot('觉得退错了可以申诉一次');

    await leave(phone, '我的服务记录');
    await signOut(phone);
    await signIn(phone, '王立群');
    await phone.tap('消息');
    // The message leads to the list of appeals.
    await phone.tapPart('有一条申诉等你看');
    await phone.tapPart(title);
    await phone.see(reason);
    await phone.tap('撤销退回，发布');
    await phone.type('写明为什么，双方都看得到', '确实是自己的经历');
    await phone.agree('撤销退回，发布');
    await phone.hear(`已撤销原决定“${title}”`);
    await phone.see('没有要处理的申诉');

    await leave(phone, '只留最近');
    await signOut(phone);
    await phone.tab('首页');
    await phone.tap('就业指导');
    await phone.see(title);
    expect(phone.faults()).toEqual([]);
  });
});
