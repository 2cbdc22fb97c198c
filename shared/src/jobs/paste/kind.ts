import type { TextSpan } from '../../text/link';
import type { JobKind } from '../vocabulary';
import type { Document } from './document';
import type { Found } from './found';
import type { Post } from './post';

type Rule = (document: Document, head: string, company: string, posts: string) => RegExpExecArray | null;

const grassroots =
  /三支一扶|西部计划|特岗|特设岗位|大学生村官|到村任职|基层服务项目|乡村振兴(?:协理员|专员|志愿)|农技特岗|大学生乡村医生|乡村医生专项|社区工作者专项/;
const civil = /公务员(?!录用体检|体检|同等|待遇|培训|考试辅导)|选调|招录机关|参公|定向选拔/;
const publicPost =
  /事业单位|事业编|事业编制|实名编制|员额|编制[内外]|备案制|编外|纳入(?:事业)?编|控制数|带编|(?:有|正式|在)编制|公益[一二]类|总量控制/;
const noPost = /(?:没有|无|非|不(?:是|占|含|纳入|属于))\s*(?:事业)?(?:单位)?编|有没有编制|民办|民营|私立/;
const publicBody =
  /医院|大学|学院|学校|中学|小学|幼儿园|研究院|研究所|中心|图书馆|博物馆|卫生院|教育局|人社局|科学院|站$|局$/;
const intern =
  /实习生|实习(?:岗|招|机会|项目|计划|助理|教师|医)|(?:招|聘|募)[^。\n]{0,14}实习|[(【]实习|(?:寒假|暑[期假]|日常|[春夏秋冬]季|长期|短期)实习|intern(?!ational|et|al)/i;
const internPost = /实习|intern(?!ational|et|al)/i;
const onCampus =
  /勤工|校内|本校|我校|助管|三助|科研助理|研究助理|学生(?:[一-龥]{1,4}[员师]|助理)|校园大使|助研|朋辈|辅导站|学工|兼职辅导员/;
const campus =
  /(?:\d{2,4}|[应本])届|应往?届|校招|校园招聘|管培|秋招|春招|毕业生|管理培训生|培训生|graduate|trainee|校园专场|补录/i;
const notCampus =
  /(?:不招|非|不(?:接受|考虑|含|面向)|谢绝)应届|应届(?:毕业)?生?(?:勿|除外|请绕|不)|社会招聘|社招/;

const rules: readonly (readonly [JobKind, Rule])[] = [
  ['referral', (doc) => /内推(?!名额骗)|内部推荐|直推|internal referral/i.exec(doc.text)],
  ['civil-service', (_, head) => /选调/.exec(head)],
  ['grassroots', (_, head, __, posts) => grassroots.exec(head) ?? grassroots.exec(posts)],
  [
    'on-campus',
    (doc, head, company, posts) => {
      const said =
        /勤工(?:助学|俭学)/.exec(doc.text) ??
        onCampus.exec(head) ??
        onCampus.exec(posts) ??
        /勤工(?:助学|俭学)|三助岗位|全日制在校(?:本科|学生|研究生)|本校(?:全日制)?(?:在读|在校|学生|本科|研究生)|面向(?:全校|我校|本校)|各学院同学/.exec(
          doc.text,
        );
      const unit =
        /处$|部$|图书馆|研究生院|学院|课题组|实验室|研究中心|团委|就业|网络中心|宿管|大学|教研|档案馆|校医院|食堂|辅导|资助|中心$|办公室$/.test(
          company,
        );
      // A library or an office that takes students and a mailbox of the university.
      const own = unit && !/(?:大学|学院)$/.test(company) && /\.edu(?:\.cn)?\b/.test(doc.text);
      const students = own ? /学生\s*\d|本科生|在校/.exec(doc.text) : null;
      if (students && company.length <= 12) return students;
      return said &&
        (unit || company === '' || /勤工|校内|本校|我校/.test(said[0])) &&
        !/公司|有限/.test(company)
        ? said
        : null;
    },
  ],
  [
    'civil-service',
    (_, head, company, posts) =>
      civil.exec(head) ??
      civil.exec(posts) ??
      (/法院$|检察院$|公安局$|税务局$/.test(company) ? /录用|考录/.exec(head) : null),
  ],
  [
    'internship',
    (doc, head, _, posts) =>
      internPost.exec(posts) ??
      /(?:一个|一份|招|转|找|[、,。!~\s])实习(?=[~!。,\s]|$)/.exec(head) ??
      intern.exec(head) ??
      /实习(?:地点|城市|津贴|工资|补贴|薪资|岗位|时间|内容|职责|要求|待遇|补助|期限|周期)/.exec(
        doc.entries.map((entry) => entry.label).join(' '),
      ),
  ],
  [
    'public-institution',
    (doc, head, company) => {
      if (noPost.test(doc.text) && !/事业单位/.test(head)) return null;
      const said =
        /事业单位/.exec(head) ??
        (publicBody.test(company) || /公益一类|事业单位/.test(doc.text) ? publicPost.exec(doc.text) : null);
      if (said) return said;
      return publicBody.test(company) && !/公司|集团|民办/.test(doc.text.slice(0, 200))
        ? /公开招聘|人才引进|公开选聘|高层次人才|(?:教师|人员|人才)招聘(?:公告|简章)/.exec(head)
        : null;
    },
  ],
  [
    'campus',
    (doc) =>
      notCampus.test(doc.text) && !/校招|校园招聘|(?:\d{2,4})届/.test(doc.text)
        ? null
        : campus.exec(doc.text),
  ],
];

/** The kind of job an announcement offers: 社招 where nothing says otherwise. */
export function readKindOf(
  whole: Document,
  company: string,
  posts: readonly Post[],
  source: TextSpan | null,
): Found<JobKind> {
  // 江城校招君 re-posts jobs of every kind.
  const blank = (line: string) =>
    source ? line.replace(whole.text.slice(source.start, source.end), '') : line;
  const document = { ...whole, text: blank(whole.text) };
  const head = document.lines
    .slice(0, 3)
    .map((line) => blank(line.text).slice(0, 80))
    .join('\n');
  const names = posts
    .map((post) => post.title + whole.text.slice(post.span.end, post.span.end + 6))
    .join(' ');
  for (const [kind, rule] of rules) {
    const match = rule(document, head, company, names);
    if (match) {
      const start = Math.max(0, whole.text.indexOf(match[0]));
      return { value: kind, span: { start, end: start + match[0].length } };
    }
  }
  return { value: 'social', span: { start: 0, end: 0 } };
}
