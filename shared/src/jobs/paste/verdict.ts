import type { Document } from './document';
import { saysDuties } from './duties';

/** Facts found in the text that a job has and a notice has not. */
export interface Evidence {
  posts: number;
  company: boolean;
  degree: boolean;
  pay: boolean;
  headcount: boolean;
  email: boolean;
  url: boolean;
  deadline: boolean;
  place: boolean;
}

const recruits =
  /招聘|诚聘|急聘|招募|招录|招收|选调|引进|急招|诚招|直招|聘请|内推|直推|缺人|招贤|校招|社招|招\s?(?:[一-龥A-Z]{2,10}\s*\d|[一-龥]{2,10}[,。、(])|岗位一直招|网申|管培|应届可投|投递|任职(?:要求|资格)|岗位职责|hiring|position|vacanc|加入我们|求贤|纳新|招人|招新人|还有hc|在招|征才|求才|职缺|职位(?:描述|要求|名称)|招(?:什么|几个|多少)|简历发|岗位名称|工作职责|任教要求|(?:想|要|在|需要)找/i;
// What such a text is about instead; read in its first lines only.
const otherMatter =
  /怎么|如何|区别|是什么|为什么|讲座|预告|防骗|诈骗|谨防|小结|总结|心得|经验(?:分享|贴)|复盘|攻略|面经|求助|请问|请教|怎么办|有没有人|征集|问卷|调研|大赛|比赛|竞赛|领取|公示|名单|成绩(?:查询|公布)|补贴(?:申[领请]|发放)|推荐表|档案|三方协议|派遣|去向登记|毕业设计|班会|培训班|训练营|公开课|考研|转让|出租|求租|合租|租房|求职意向|拼车|表彰|停水|停电|放假|体测|座谈|沙龙|双选会|招聘会|宣讲会|开放日|面试(?:通知|公告|安排|技巧|名单)|笔试(?:通知|公告|安排|时间)|体检(?:通知|公告)|资格复审|递补|录用公示|准考证|政策解读|办理(?:流程|指南)|温馨提示|提醒|答疑会|工作坊|模拟面试|简历门诊|志愿者|社团|招新|调剂|夏令营|招生(?!就业|工作|官|专员|老师|顾问|主管|办|代表|助理|岗)|闲置|二手|失物|寻物|投票|倡议|喜报|祝贺|恭喜|获奖|签约仪式/;
const jobHead =
  /招聘(?!会|骗|季|诈|陷阱|信息真|旺季|市场)|诚聘|急聘|招募|招录|选调|引进|急招|内推|岗位(?:[:|(]|$)|实习(?!证明|报告|鉴定|周记|总结)|管培/;
const seeker =
  /求职者?[:：]|本人(?:是|系|男|女|\d|毕业|,)|求(?:内推|推荐|一份|实习|职)|找(?:工作|实习)(?!的同学)|我(?:是|叫)[^,。\n]{0,12}(?:届|专业)[^,。\n]{0,16}(?:想找|求|希望找)/;
const narrative = /(?:我|自己)(?:投了|拿到|面了|收到|签了|去年|当时|第一个)|挂了|上岸|评论区/g;

/** Whether the text offers a job. A talk, a warning, a list of names or a story about job hunting does not. */
export function offersJob(document: Document, evidence: Evidence): boolean {
  const { text } = document;
  const head = document.lines
    .slice(0, 2)
    .map((line) => line.text.slice(0, 60))
    .join('\n');
  let points = recruits.test(text) ? 0 : -1;
  if (evidence.company) points += 1;
  if (evidence.degree) points += 1;
  if (evidence.pay) points += 1;
  if (evidence.headcount) points += 1;
  if (evidence.email || evidence.url) points += 2;
  if (evidence.deadline) points += 1;
  if (evidence.place) points += 1;
  if (saysDuties(text)) points += 1;
  if (jobHead.test(head)) points += 2;
  if (otherMatter.test(head))
    points -=
      jobHead.test(head) &&
      !/公示|名单|面试(?:通知|公告|安排)|笔试(?:通知|公告)|体检|资格复审|骗|招聘会|双选会|志愿者|社团|招新|怎么|如何|经验|攻略|心得|小结|大赛/.test(
        head,
      )
        ? 1
        : 5;
  if (
    /(?:岗位|工作|职位)(?:职责|描述|名称|要求)|任职(?:要求|资格|条件)|招聘(?:岗位|职位|对象|人数)/.test(text)
  )
    points += 2;
  if (seeker.test(text)) points -= 4;
  points -= (text.match(narrative) ?? []).length * 1.5;
  if (!/岗位|职位|职责|要求|条件|薪|工资|待遇|投递|简历|报名|应聘|联系|负责|专业|学历/.test(text))
    points -= 1;
  // A long notice may leave its posts to an attachment: then everything else must speak for it.
  if (evidence.posts === 0) return points >= 6 && jobHead.test(head) && !otherMatter.test(head);
  return points >= 3;
}
