import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import { eventually } from '../support/waiting';
import { type Journey, signIn, signOut } from './journey';
import { readingJourneys } from './reading-journeys';

const readJob: Journey = {
  name: 'a visitor reads a job and copies where to apply',
  async live(phone) {
    await phone.see('即将截止');
    await phone.tab('招聘');
    await phone.tap('搜公司、岗位、专业');
    await phone.type('搜岗位、政策、问题', '热管理');
    await phone.tap('搜索');
    await phone.tap('整车热管理工程师');
    await phone.see('来源与核实');
    await phone.see('岗位职责');
    await phone.tap('复制投递邮箱');
    await eventually(async () => expect(await phone.copied()).toContain('@lanshan-ne.example'));
  },
};

const search: Journey = {
  name: 'two characters find jobs, articles and questions',
  async live(phone) {
    await phone.tap('搜岗位、政策、问题');
    await phone.type('搜岗位、政策、问题', '三方');
    await phone.tap('搜索');
    await phone.see('就业指导');
    await phone.see('在线互动');
    await phone.tap('在线互动');
    await phone.see('户口还能留在学校吗');
    await phone.type('搜岗位、政策、问题', '搜不到的词');
    await phone.tap('搜索');
    await phone.see('没有找到');
    await phone.see('就这个提问');
  },
};

const article: Journey = {
  name: 'a visitor reads an article of a board',
  async live(phone) {
    await phone.tap('就业指导');
    await phone.see('三方协议');
    await phone.tap('签三方协议前，先核对这 3 件事');
    await phone.see('分钟');
  },
};

const answerHint = '写清依据和做法；不确定的，请说明';
const question = '签约后还能参加国考报名吗';

const askAnswerHide: Journey = {
  name: 'a graduate asks, a teacher answers, the graduate accepts, a lead hides',
  async live(phone) {
    await phone.tab('问答');
    await phone.tap('提问');
    await phone.type('一句话说清，带上关键词', question);
    await phone.tap('政策');
    // Signing in comes last, and what was typed is still there afterwards.
    await phone.tap('登录后发布');
    await phone.tap('林晓');
    await phone.see('匿名发布');
    await phone.tap('匿名发布');
    await phone.see('待回答');
    await phone.see(question);

    await phone.back();
    await signOut(phone);
    await signIn(phone, '王立群');
    await phone.tab('问答');
    await phone.tapPart('等回答');
    await phone.tap(question);
    await phone.tap('写回答');
    await phone.type(answerHint, '可以。签约不影响报名，录用前和单位协商解约即可。');
    await phone.tap('发布回答');
    await phone.see('官方答复');
    await phone.see('已回答');

    await phone.back();
    await signOut(phone);
    await signIn(phone, '林晓');
    await phone.tab('问答');
    await phone.tapPart('有答案');
    await phone.tap(question);
    await phone.tap('采纳这个回答');
    await phone.agree('采纳');
    await phone.see('已解决');

    await phone.back();
    await signOut(phone);
    await signIn(phone, '陈一鸣');
    await phone.tab('问答');
    await phone.tap(question);
    await phone.tap('管理');
    await phone.tap('下架这个问题');
    await phone.tap('重复发布');
    await phone.tap('下架问题');
    await phone.see('读者现在看不到');
    await phone.back();
    await signOut(phone);
    await phone.tab('问答');
    await phone.seeNot(question);
  },
};

/** What a person wrote into a group: `day` is the last one to apply. */
function groupMessage(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return (
    '【2027届校招】岚山新能源科技招聘整车热管理工程师3人，车辆工程、能源与动力工程专业，本科及以上，工作地点宁波、合肥，' +
    '限男性，月薪14-20K。岗位职责：负责热管理系统方案设计与水泵、冷板、热泵阀件选型，参与台架试验和整车夏季、冬季标定。' +
    `${month}月${date}日18:00前把简历发至campus@lanshan-ne.example，学院就业办提供`
  );
}

const pasteHint = '把群里的招聘消息或公告全文贴在这里，里面写了的会填进表单，没写的会标出来';
const extra = '整车热管理工程师（补录）';
const dayMs = 24 * 3600 * 1000;

const pastePublishSave: Journey = {
  name: 'a lead pastes a message, a graduate sees the job first, saves it, and it closes',
  async live(phone, clock) {
    const lastDay = addDays(dayAt(clock.now().getTime()), 5);
    await signIn(phone, '陈一鸣');
    await phone.tap('发布岗位');
    await phone.tap('粘贴群消息，识别成岗位');
    await phone.type(pasteHint, groupMessage(lastDay));
    await phone.tap('识别岗位');
    await phone.see('粘贴的原文');
    // Read, and held against the rules and against what stands on the board already.
    await phone.see('宁波、合肥');
    await phone.see('限制性别违反规定');
    await phone.see('可能重复');
    await phone.see('更新它');
    await phone.tap('从正文去掉');
    await phone.seeNot('限制性别违反规定');
    await phone.type('如 整车热管理工程师', extra);
    await phone.type('如 2027，不限就不填', '2027');
    await phone.see('请选来源，读者要知道是谁给的');
    await phone.tap('请选择');
    await phone.tap('学院');
    await phone.seeNot('还差 1 处');
    // The page carries the same words as its title.
    await phone.agree('发布岗位');
    await phone.see('来源与核实');

    await phone.back();
    await signOut(phone);
    await signIn(phone, '林晓');
    await phone.tab('首页');
    await phone.see('为你推荐');
    await phone.see(extra);
    await eventually(async () => {
      const [, recommended = ''] = (await phone.words()).split('为你推荐');
      const first = recommended.slice(recommended.indexOf('整车热管理工程师'));
      expect(first.startsWith(extra)).toBe(true);
      expect(first.slice(0, first.indexOf('车载'))).toContain('专业对口：车辆工程');
    });
    await phone.tap(extra);
    await phone.see('和你对得上的');
    await phone.tap('收藏');
    await phone.see('我的进度');
    await phone.back();
    await phone.tab('我的');
    await phone.tap('截止日历');
    await phone.see(extra);
    await phone.see('18:00 投递截止');

    clock.advance(6 * dayMs);
    await phone.back();
    await phone.tab('招聘');
    await phone.tap('搜公司、岗位、专业');
    await phone.type('搜岗位、政策、问题', '补录');
    await phone.tap('搜索');
    await phone.tapPart(extra);
    await phone.see('已截止');
    await phone.see('看同专业在招');
    await phone.seeNot('复制投递邮箱');
    await phone.seeNot('投递方式');
  },
};

const worry = '面试总是很紧张，怎么调整';

const secondQuestionBoard: Journey = {
  name: 'an admin adds a question board, and a question to it is found there and not on the other',
  async live(phone) {
    await signIn(phone, '沈岚');
    await phone.tap('栏目管理');
    await phone.tap('添加栏目');
    await phone.type('如 基层就业', '心理咨询');
    await phone.type('如 grassroots', 'counsel');
    await phone.tap('类型，文章');
    // The rows below the sheet say what kind each board is, too.
    await phone.agree('问答');
    await phone.seeNot('置顶文章只排在本栏目最前');
    await phone.tap('红');
    await phone.tap('添加');
    await phone.hear('已添加“心理咨询”');
    await phone.back();
    await signOut(phone);

    await phone.tab('首页');
    await phone.tap('心理咨询');
    await phone.see('还没有人提问');
    await phone.tap('提问');
    await phone.see('心理咨询');
    await phone.type('一句话说清，带上关键词', worry);
    await phone.tap('心情');
    await phone.tap('登录后发布');
    await phone.tap('林晓');
    await phone.tap('匿名发布');
    await phone.see('待回答');
    await phone.see('心理咨询');

    await phone.back();
    await phone.tapPart('等回答');
    await phone.see(worry);
    await phone.tap('在线互动');
    await phone.seeNot(worry);
    await phone.tap('全部栏目');
    await phone.see(worry);
  },
};

const titleHint = '标题，一句话说清讲什么';
const textHint = '从这里开始写，也可以把公众号、Word 里的内容粘贴进来';
const heading = '签约前先看这几条';

const writeArticle: Journey = {
  name: 'a lead writes an article with the toolbar, goes on with it after leaving, and publishes it',
  async live(phone) {
    await signIn(phone, '陈一鸣');
    await phone.tap('写文章');
    await phone.see('就业指导');
    await phone.type(titleHint, heading);
    await phone.type(textHint, '看清违约金\n[官网](javascript:x)');
    await phone.tap('还差 1 处，去修改');
    await phone.see('第 1 段有不安全的链接');
    await phone.tap('接着写');
    await phone.type(textHint, '看清违约金');
    await phone.tap('列表');
    await phone.see('5 字');
    await phone.tap('模板');
    await phone.tap('加进来，留着我写的');
    await phone.see('已存');
    await phone.back();

    await phone.tap('写文章');
    await phone.see('接着上次没写完的草稿');
    await phone.tap('预览');
    await phone.see('看清违约金');
    await phone.see('每周做什么');
    await phone.tap('关闭');
    await phone.tap('发布文章');
    await phone.see('4 个小标题下面还没写');
    await phone.tap('就这样发布');
    await phone.hear('已发布，读者看得到了');
    await phone.see('每周做什么');

    await phone.back();
    await signOut(phone);
    await phone.tab('首页');
    await phone.tap('就业指导');
    await phone.see(heading);
  },
};

export const journeys: Journey[] = [
  readJob,
  search,
  article,
  askAnswerHide,
  pastePublishSave,
  secondQuestionBoard,
  ...readingJourneys,
  writeArticle,
];
