import { cleanMajor, splitList } from '../text/majors';
export const level =
  /(?:全日制|统招|普通高校|国民教育)?(?:博士|硕士|本科|大专|专科|研究生|学士|高职)(?:研究生|生)?(?:\(?(?:及其?|或|含)?以?上\)?|学历|学位|毕业生|毕业|在读|起|、|\/|或|和)*/g;
const notMajor =
  /要求|负责|能力|经验|熟悉|优先|学历|以上|证书|年龄|周岁|性格|沟通|吃苦|身体|岗位|职位|工作|大学|学院|学校|公司|团队|毕业|应届|届|成绩|英语[四六]级|CET|普通话|资格|条件|候选|不限|热爱|责任|出差|驾照|软件$|技能|知识|理论|技术人员|专业性|高校|[的了将把很您你让]|目前|欢迎|开设|进行|应当|通过|依据|基于|各地|全国|给来自|随着|发展|根据|培养|体系|升学|招聘|招募|诚聘|事务所|我校|本校|我院|在读|在校|[【】]|取得|到岗|编制|单位|项目经|周期|精通|了解|掌握|擅长|具备|良好|能够|接受|[?？“”"]|\d{3,}|@|https?/;

/** A name with 等相关专业 and the like behind it is never longer. */
const longestPart = 40;

export function isMajorList(text: string): boolean {
  const parts = splitList(text.replace(level, ''));
  return (
    parts.length > 0 && parts.every((part) => part.length <= longestPart && isMajorName(cleanMajor(part)))
  );
}

export function isMajorName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 22 &&
    !notMajor.test(name) &&
    /[一-龥]/.test(name) &&
    !/者$/.test(name) &&
    !/^(?:相关|相应|相近|本|所学|对口|其他|各|该|所|师范类?院校|有|是|我们|你)/.test(name)
  );
}

export function namesIn(text: string): string[] {
  const names: string[] = [];
  const body = text
    // 信息专员计算机专业, 药师需药学: the post in front is no part of the name.
    .replace(
      /(^|[、,;。])[一-龥]{1,8}(?:专员|员|师(?!范)|岗|助理|经理)(?:须|需|要求?|限|为)?(?=[一-龥]{2,})/g,
      '$1',
    )
    .replace(level, '、')
    .replace(/([类学程化计语术])\s+(?=[一-龥]{2})/g, '$1、')
    .replace(/或者?/g, '、')
    .replace(/[^、,;。:]{1,12}(?:限|为|要求|须为|需要)(?=[一-龥]{2,})(?![^、,;。]*(?:制|度))/g, '、')
    .replace(/\((?!含|[A-Z]?\d)[^()]*\)$/g, '');
  for (const part of splitList(body)) {
    // 招2027届学前教育专业, 要求财务管理: what is wanted stands behind the verb.
    const wanted = part.replace(/^.*(?:届|招聘|招收|诚聘|招|面向|要求)(?=[一-龥]{2})/, '');
    const name = wanted.length > longestPart ? '' : cleanMajor(wanted);
    if (name === '' || !isMajorName(name) || names.includes(name)) continue;
    // 数学和统计学 are two; 机械制造及其自动化 and 土地与资源 are one.
    const pair = /^([一-龥]{2,8}[学类程理])[和或]([一-龥]{2,8}[学类程理])$/.exec(name);
    for (const single of pair ? [pair[1] ?? '', pair[2] ?? ''] : [name])
      if (!names.includes(single)) names.push(single);
  }
  return names;
}

export const majorEnding =
  /(?:学|工程|类|管理|技术|自动化|设计|营销|贸易|会计|金融|英语|日语|法律|商务|科学|财务|物流|护理|机电|数学|计算机|工艺|艺术|系统|表演|舞蹈|美术|音乐|语|史|药|医|教育|体育|新闻|传播|统计|经济|审计|税务|物理|化学|生物|地理|材料|机械|电气|电子|通信|软件|网络|信息|测绘|土木|建筑|园林|园艺|动画|摄影|食品|环境|能源|车辆|交通|统计|中文|金融|法务|汉语言|播音|人工智能|大数据)$/;
