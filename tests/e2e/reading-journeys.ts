import { eventually } from '../support/waiting';
import { type Journey, signIn, signOut } from './journey';

const notice = '生源信息核对，一周内完成';

const mustRead: Journey = {
  name: 'a graduate confirms a must-read notice, and a lead sees how many have',
  async live(phone) {
    await signIn(phone, '林晓');
    await phone.tab('首页');
    await phone.see('必读');
    await phone.tap(`通知公告：必读，${notice}`);
    await phone.see('完成期限');
    await phone.tap('我已读完');
    await phone.see('你已读完，今天');
    await phone.see('前还要：去学校就业系统核对一次');
    await phone.seeNot('我已读完');
    await phone.back();
    await phone.seeNot(notice);
    await signOut(phone);

    await signIn(phone, '陈一鸣');
    await phone.tab('首页');
    await phone.tap('通知公告');
    await phone.tap(notice);
    await phone.tap('管理');
    await phone.tap('看已读情况');
    await phone.see('人读完');
    await phone.see('打开班级名单会留记录');
    await phone.tapPart('车辆工程 2302 班');
    await phone.tapPart('读完 1');
    await phone.see('林晓');
    await phone.see('打开会留记录');
  },
};

const slip = '第二条的部门写错了';

const feedback: Journey = {
  name: 'a graduate says what is wrong in an article, and its author sees it without a name',
  async live(phone) {
    await signIn(phone, '林晓');
    await phone.tab('首页');
    await phone.tap('就业指导');
    await phone.tap('签三方协议前，先核对这 3 件事');
    await phone.see('这篇对你有用吗？');
    await phone.tap('有用');
    await phone.see('有用 1');
    await phone.tap('有误');
    await phone.type('如：报名时间写错了，官网是 12 月 8 日', slip);
    await phone.tap('告诉作者');
    await phone.hear('收到，作者看得到你写的说明');
    await phone.back();
    await phone.back();
    await signOut(phone);

    await signIn(phone, '王立群');
    await phone.tab('首页');
    await phone.tap('就业指导');
    await phone.tap('签三方协议前，先核对这 3 件事');
    await phone.see('1 人说有误，请复核');
    await phone.tap('去看');
    await phone.see(slip);
    expect(await phone.words()).not.toContain('林晓');
    await phone.tap('已处理这 1 条');
    await phone.see('已处理');
    await phone.seeNot('已处理这 1 条');
    await phone.back();
    await phone.seeNot('请复核');
  },
};

const exemplar = '林晓：一份课程设计改了十一遍';

const consent: Journey = {
  name: 'a person withdraws the consent to an exemplar, and readers find it nowhere',
  async live(phone) {
    await phone.tap('就业典范');
    await phone.tap(exemplar);
    await phone.see('本文经本人同意展示');
    await phone.back();
    await phone.back();
    await signIn(phone, '林晓');
    await phone.tap('设置');
    await phone.tap('我的数据');
    await phone.see('写到你的文章');
    await phone.see(exemplar);
    await phone.tap('撤回同意');
    await phone.see('已撤回，读者看不到');
    await phone.back();
    await phone.back();
    await signOut(phone);

    await phone.tab('首页');
    await phone.tap('就业典范');
    await phone.see('唐亦凡');
    await phone.seeNot(exemplar);
    await phone.back();
    await phone.tap('搜岗位、政策、问题');
    await phone.type('搜岗位、政策、问题', '十一遍');
    await phone.tap('搜索');
    await phone.see('没有找到');
  },
};

const selfTest: Journey = {
  name: 'a reader answers the questions of a study note, and sees why',
  async live(phone) {
    await phone.tap('时政研习');
    await phone.tap('研习笔记：读宪法，先分清权利和义务');
    await phone.see('自测题，可多选');
    await phone.tap('A，劳动');
    await phone.tap('C，休息');
    await phone.tap('看答案');
    await phone.see('没答对，答案是 A、B');
    await phone.see('你选的，不对');
    await phone.see('这是答案');
    await phone.see('第四十二条写劳动的权利和义务');
    await phone.tap('B，各民族一律平等，禁止民族歧视');
    await phone.see('答对了，答案是 B');
    await phone.see('宪法 第四条');
    await phone.tap('再做一次');
    await eventually(async () => expect(await phone.words()).not.toContain('没答对'));
  },
};

export const readingJourneys: Journey[] = [mustRead, feedback, consent, selfTest];
