// Takes about 75 seconds.
import { postDraft } from '../support/drafts';
import { deviceOf } from './device';
import { signIn, signOut } from './journey';
import { leave, phoneNames, setStage } from './stage';

const stage = setStage();

const title = '国企笔试备考时间表';
const mended = '国企笔试备考时间表（已补来源）';
const note = '第 3 段写一句题目是谁出的';

describe.each(phoneNames)('a piece on a board that reviews, on %s', (name) => {
  it('goes from the desk to a second person and back, and in the end to readers', async () => {
    const admin = await deviceOf(stage.server, 'admin');
    await admin('boards').update({ params: { slug: 'guidance' }, body: { review: 'second-person' } });
    const lead = await deviceOf(stage.server, 'lead');
    const { markdown } = postDraft();
    await lead('posts').startDraft({ body: { board: 'guidance', title, markdown } });

    const phone = await stage.open(name);
    await signIn(phone, '陈一鸣');
    await phone.tap('打开工作台');
    await phone.see('没发完 1');
    await phone.see(title);
    await phone.tap(`管理 ${title}`);
    await phone.tap('送审');
    await phone.hear('已送审，通过后读者才看得到');
    await phone.see('刚送来');

    await leave(phone);
    await signOut(phone);
    await signIn(phone, '周晓雯');
    await phone.tap('打开工作台');
    await phone.tapPart('待审');
    await phone.tapPart(title);
    await phone.tap('退回，写原因');
    await phone.tap('来源不清，核实不了');
    await phone.type('写清楚是哪一处、改成什么样就行', note);
    await phone.agree('退回');
    await phone.hear(`已退回“${title}”`);
    await phone.see('都审完了');

    await leave(phone, '我的服务记录');
    await signOut(phone);
    await signIn(phone, '陈一鸣');
    await phone.tap('打开工作台');
    await phone.see(`周晓雯 同学：来源不清，核实不了：${note}`);
    await phone.see('已退回');
    await phone.tap(`管理 ${title}`);
    await phone.tap('看看读者看到的样子');
    await phone.see('退回了，读者现在看不到');
    await phone.see(`来源不清，核实不了：${note}`);
    await phone.tap('去修改');
    await phone.type('标题，一句话说清讲什么', mended);
    await phone.tap('送审');
    await phone.hear('已送审，通过后读者看得到');
    await phone.see('待审，读者现在看不到');
    await phone.see(mended);

    await leave(phone, '待审，读者现在看不到', '我的服务记录');
    await signOut(phone);
    await signIn(phone, '周晓雯');
    await phone.tap('打开工作台');
    await phone.tapPart('待审');
    await phone.tapPart(mended);
    await phone.see('只看改动');
    await phone.tap('通过');
    await phone.hear(`已通过“${mended}”`);
    await phone.see('都审完了');

    await leave(phone, '我的服务记录');
    await signOut(phone);
    await phone.tab('首页');
    await phone.tap('就业指导');
    await phone.see(mended);
    expect(phone.faults()).toEqual([]);
  });
});

describe.each(phoneNames)('a plan, on %s', (name) => {
  it('is made and changed on the desk, and said in words', async () => {
    const lead = await deviceOf(stage.server, 'lead');
    const { markdown } = postDraft();
    await lead('posts').startDraft({ body: { board: 'guidance', title, markdown } });

    const phone = await stage.open(name);
    await signIn(phone, '陈一鸣');
    await phone.tap('打开工作台');
    await phone.tap(`管理 ${title}`);
    await phone.tap('定时发布');
    await phone.tap('定个时间');
    await phone.tap('就这样定');
    await phone.hear('时间定好了');
    await phone.see('明天 08:00 发布');
    await phone.see('定时');
    await phone.tapPart(title);
    await phone.see('定好时间了，读者现在看不到');
    await phone.tap('取消定时');
    await phone.hear('已撤回，可以接着改');
    await phone.see('草稿，读者现在看不到');
    expect(phone.faults()).toEqual([]);
  });
});
