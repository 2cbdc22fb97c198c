import type { TextSpan } from '../../text/link';
import { type Document, entriesOf, type Line, written } from './document';
import type { Found } from './found';
import { classifyLabel } from './labels';
import { jobEnding } from './post';

const nameChars = '[一-龥A-Za-z0-9()·&.-]';
const legal = '(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|(?:分|总|子)公司|公司)';
// Endings by which a name is an organisation although no 公司 stands behind it.
const bodies =
  '集团|银行|医院|大学|学院|学校|中学|小学|幼儿园|研究[院所会]|设计院|测绘院|卫生院|科学院|规划院|勘察院|事务所|博物馆|图书馆|美术馆|文化馆|科技馆|档案馆|出版社|报社|杂志社|电视台|广播台|合作社|旅行社|供销社|委员会|管委会|居委会|人民政府|办事处|检察院|法院|组织部|宣传部|人事部|学工部|工作部|[一-龥]{1,6}局|[一-龥]{2,6}厅|(?:教务|学生|人事|后勤|财务|保卫|科研|团委|学工|总务|资产|国际|信息化|招生就业|研究生|宣传|校园|基建)[一-龥]{0,3}(?:处|部|院|办)|课题组|实验室|项目办|办公室|工作室|教研部|教研室|中心|协会|基金会|商会|联合会|酒店|联社|书院|书店|剧院|剧场|剧团|总站|车站|服务站|公益|机关|总队|支队|校团委|团委|社区';
const trades =
  '茶业|酒业|牧业|渔业|林业|纸业|铝业|铜业|服装|饲料|饮料|果业|花卉|粮油|科技|信息|网络|互动|游戏|软件|传媒|文化|物流|能源|新能源|电子|智能|半导体|生物|医药|制药|药业|食品|乳业|地产|置业|物业|建设|建筑|工程|咨询|教育|机械|装备|新材料?|材料|汽车|电气|数字|数据|云|芯片|微电子|航空|航天|铁路|轨道|重工|石化|化工|化学|钢铁|矿业|农业|农牧|种业|商贸|贸易|外贸|电商|服饰|家居|环保|环境|水务|燃气|电力|通信|技术|服务|管理|实业|投资|资本|证券|基金|保险|信托|期货|金服|律所|供应链|自动化|测控|检测|机器人|光电|仪器|仪表|精密|制造|智造|动力|电池|船舶|港口|旅游|餐饮|广告|设计|营销|家政|养老|健康|影业|动漫|连锁|零售|超市|百货|出行|租赁|快递|配送|仓储|股份|控股|国际|纺织|印刷|包装|陶瓷|玻璃|珠宝|水利|园林|气象|地质|测绘';
const legalName = new RegExp(`[一-龥A-Za-z0-9&·]${nameChars}{1,38}?${legal}`, 'g');
const bodyEnd = new RegExp(`(?:${bodies}|${trades}|${legal})(?:\\([^()]{2,8}\\))?$`);

// The subject of a headline ends where the announcement begins to speak.
const verb =
  '(?:20\\d\\d|2\\d届|\\d{4}[届年-]|年度|招聘|诚聘|诚招|急聘|急招|直招|聘请|高薪聘|招募|招收|招\\s?[一-龥A-Z\\d]|公开|校园|校招|社招|秋招|春招|秋季|春季|夏季|冬季|暑期|暑假|寒假|实习生?招|面向|拟|现(?:面向|因|招|公开|诚)|关于|因|内推|管培|管理培训|实习|期间|急需|需要?招|正在招|热招|岗位|职位|人才引进|选聘|选调|遴选|引进|开放|启动|补录|提前批|“|——|--|\\||·|:|,|，|\\n|$)';
const subject = new RegExp(`^(${nameChars}{2,36}?)\\s*(?:\\([^()]{2,14}\\))?\\s*(?=${verb})`);
const opening =
  /^(?:(?:[一-龥~]{2,12}!+\s*(?=[一-龥]{4})|[【[「#][^】\]」#]{1,14}[】\]」#]|关于|以上为|以上是|现将|各位同学|@所有人|@全体成员|急招|转发|扩散|延长|举办|组织|发布|做好|开展|帮转|诚聘|招聘|官宣|重磅|最新|喜报|通知|我司|兹有|受|委托)[:：!,\s]*)+/;
const generic =
  /^(?:我|你|大家|各|招聘|岗位|职位|本|该|贵|某|一家|知名|校园|实习|临时|公司|单位|企业|学校|同学|通知|公告|寒假|暑[期假]|秋季|春季|关于|应届|毕业生|全国|以上|以下|职场|简历|网申|转|工作|任职|薪资|福利|要求|联系|投递|面向|大学生|高校毕业生|优秀|人才|学科|时间|地点|急|诚|帮|推荐|有|请|想|找|求|在|和|与|为|是|不|如|若|若干|持|校内|内推|来源|专场|双选|线上|每|并|或|及|等|由)|(?:公告|通知|简章|启事|招聘信息|岗位信息|计划|专员|工程师|经理|助理|老师|教师|实习生|管培生|一览|汇总)$/;
const administrative = /^[一-龥]{2,12}(?:省|市|区|县|镇|乡|街道)$/;

interface Scored {
  span: TextSpan;
  score: number;
}

function tidy(document: Document, span: TextSpan): TextSpan {
  let { start, end } = span;
  const { text } = document;
  while (start < end && /[\s·.&)\-:,“"'《]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s·.&(\-:,]/.test(text.charAt(end - 1))) end -= 1;
  const name = text.slice(start, end);
  // Verdano Chemicals (China) 凡达诺化学（中国）有限公司: the Chinese name is the employer's.
  // 一、公司简介某某有限公司: a lost line end joins the head to the name.
  const head = /^.*(?:简介|介绍|概况|简章|公告|关于我们|收到|接到|欢迎)/.exec(name);
  if (head) start += head[0].length;
  const cut =
    /^20\d\d年?度?|^2\d届|^[一-龥]{2,4}的(?=[一-龥]{3,})|^(?:(?:以上为|以上是|我是|我在|我们是|就职于|加入|欢迎加入|欢迎报考|由|在|为|系|现|是|受|与|和|及|帮|给)(?=[一-龥]{4,}))/.exec(
      text.slice(start, end),
    );
  if (cut) start += cut[0].length;
  return { start, end };
}

function plausible(name: string): boolean {
  const chinese = name.replace(/[^一-龥A-Za-z]/g, '');
  return (
    chinese.length >= 2 &&
    name.length <= 40 &&
    !generic.test(name) &&
    !/[我你您把请的了让]|发给|他们|作为|使得|以及|决定|秉持|前身|加强|参照|应为/.test(name) &&
    (name.length > 6 || /^(?:other)?$/.test(classifyLabel(name) ?? '')) &&
    !/^[一-龥]{2,3}(?:办公室|分公司|总部)$/.test(name) &&
    !administrative.test(name) &&
    !/^\d+$/.test(name)
  );
}

function labelled(document: Document): Scored[] {
  return entriesOf(document, 'company').flatMap((entry) => {
    const value = document.text.slice(entry.start, entry.end);
    const lead = /^(?:\s|[Aa答]\s*:)*/.exec(value)?.[0].length ?? 0;
    const strict = new RegExp(`^${nameChars}{2,38}?${legal}(?:[一-龥]{2,10}分公司)?`).exec(value.slice(lead));
    const name = strict?.[0] ?? /^[^\s,，。;；|/]+/.exec(value.slice(lead))?.[0] ?? '';
    // 农村义务教育阶段学校 is a description, not a name.
    if (!plausible(name) || /阶段学校|各[县市区]/.test(name)) return [];
    const bare = strict ? name : name.replace(/\((?![^()]*\)[一-龥])[^()]*\)?$/, '');
    const start = entry.start + lead;
    return [{ span: { start, end: start + bare.length }, score: 100 }];
  });
}

function legalNames(document: Document): Scored[] {
  const found: Scored[] = [];
  document.lines.forEach((line, index) => {
    legalName.lastIndex = 0;
    for (let match = legalName.exec(line.text); match; match = legalName.exec(line.text)) {
      const span = tidy(document, {
        start: line.start + match.index,
        end: line.start + match.index + match[0].length,
      });
      const name = document.text.slice(span.start, span.end);
      if (
        !plausible(name) ||
        name.length < 5 ||
        /^(?:[一-龥]{0,3})公司$/.test(name) ||
        // A bare 公司 ends many a sentence; it ends a name only at the head of a line.
        (!/(?:有限|责任|股份|集团|[分总])公司$/.test(name) && (match.index > 8 || name.length > 14)) ||
        /客户|合作|子公司|朋友公司|各/.test(name)
      )
        continue;
      const after = document.text.slice(span.end, span.end + 8);
      let score = 70 - Math.min(index, 5) / 2;
      if (/^\s*(?:\([^)]*\))?\s*(?:招|诚|急|20\d\d|校园|公开|[-—|·]|成立|是|始建|$|\n)/.test(after))
        score += 15;
      if (
        /委托|代招|派遣|控股|隶属|旗下|投资/.test(
          document.text.slice(Math.max(0, span.start - 6), span.start),
        )
      )
        score -= 20;
      found.push({ span, score });
    }
  });
  return found;
}

/** 招生就业处 of 招生就业处学生助理: the employer in front of the post. */
function organisation(name: string): string {
  if (bodyEnd.test(name) || !jobEnding.test(name)) return name;
  for (let length = name.length - 2; length >= 3; length -= 1) {
    if (bodyEnd.test(name.slice(0, length)) && jobEnding.test(name.slice(length)))
      return name.slice(0, length);
  }
  return name;
}

function subjectOf(document: Document, line: Line, index: number): Scored[] {
  const skipped = opening.exec(line.text)?.[0].length ?? 0;
  const match = subject.exec(line.text.slice(skipped));
  if (!match) return [];
  const start = line.start + skipped;
  const span = tidy(document, { start, end: start + (match[1] ?? '').length });
  span.end = span.start + organisation(document.text.slice(span.start, span.end)).length;
  const name = document.text.slice(span.start, span.end);
  if (!plausible(name)) return [];
  const rest = document.text.slice(span.end, line.end);
  const recruits = /招|聘|引进|选调|录用|校园|实习|管培|内推|秋招|春招|人才|遴选/.test(rest.slice(0, 40));
  const known = bodyEnd.test(name);
  if (!recruits && !(known && index <= 2)) return [];
  if (!known && (name.length > 12 || index > 2 || jobEnding.test(name))) return [];
  return [{ span, score: (known ? 76 : 52) - index }];
}

function subjects(document: Document): Scored[] {
  return document.lines.slice(0, 12).flatMap((line, index) => subjectOf(document, line, index));
}

/** 海外市场专员｜宁波某某集团, 【某某科技】Java 工程师: the organisation among the parts of a headline. */
function headlineParts(document: Document): Scored[] {
  const found: Scored[] = [];
  for (const line of document.lines.slice(0, 3)) {
    if (/专业|学历/.test(line.text)) continue;
    let offset = line.start;
    for (const part of line.text.slice(0, 60).split(/([|·】【\-:,\s。;!?、“”"《》]+)/)) {
      const name = organisation(part.replace(/(?:20\d\d|2\d届).*$/, ''));
      if (
        bodyEnd.test(name) &&
        plausible(name) &&
        name.length >= 4 &&
        name.length <= 24 &&
        !/[招聘我你在做的是]/.test(name)
      ) {
        found.push({ span: { start: offset, end: offset + name.length }, score: 58 });
      }
      offset += part.length;
    }
  }
  return found;
}

/** The signature below a notice: an organisation alone on one of the last lines, a date perhaps under it. */
function signature(document: Document): Scored[] {
  const lines = document.lines.slice(-4);
  return lines.flatMap((line, index) => {
    if (document.lines.length < 4 || line.bulleted || !/^[一-龥()A-Za-z]{2,30}$/.test(line.text)) return [];
    if (!bodyEnd.test(line.text) || !plausible(line.text)) return [];
    return [{ span: { start: line.start, end: line.end }, score: 66 + index / 4 }];
  });
}

const spokenName = new RegExp(
  `(?:(?:我?(?:现在|目前)?(?:就职于|任职于|供职于|在))[“"]?(${nameChars}{2,18}?)[”"]?(?=做[^,。]|工作|上班|任职|实习|负责|搬砖)|(?:我司|我们公司|(?:公司|单位|店)名?(?:叫|是)|我们是|东家是?)\\s*[“"]?(${nameChars}{2,18}?)[”"]?(?=,|。|、|\\s|的))`,
  'g',
);
const bracketed = new RegExp(`\\(([一-龥]{2,24}(?:${bodies}))\\)`, 'g');
const sentence = new RegExp(
  `([一-龥A-Za-z()]{2,24}(?:${bodies}))(?:[^。\\n,，]{0,16})?(?:招募|招聘|诚聘|招录|引进)`,
  'g',
);

function spoken(document: Document): Scored[] {
  const found: Scored[] = [];
  const scan = (pattern: RegExp, score: number) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(document.text); match; match = pattern.exec(document.text)) {
      const caught = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].lastIndexOf(caught);
      const span = tidy(document, { start, end: start + caught.length });
      const name = document.text.slice(span.start, span.end);
      if (plausible(name) && name.length >= 3)
        found.push({ span, score: score + (bodyEnd.test(name) ? 3 : 0) });
    }
  };
  scan(spokenName, 54);
  scan(bracketed, 55);
  scan(sentence, 57);
  return found;
}

/** The employer as written; `null` when none is named. */
export function readCompany(document: Document): Found<string> | null {
  const all = [
    ...labelled(document),
    ...legalNames(document),
    ...subjects(document),
    ...headlineParts(document),
    ...signature(document),
    ...spoken(document),
  ];
  let best: Scored | null = null;
  for (const item of all) {
    if (
      best === null ||
      item.score > best.score ||
      (item.score === best.score && item.span.start < best.span.start)
    )
      best = item;
  }
  return best === null ? null : { value: written(document, best.span), span: best.span };
}
