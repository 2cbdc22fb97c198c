/** What a label such as 【工作地点】 or “薪资：” announces. `schedule` and `other` only end the field before. */
export type LabelField =
  | 'company'
  | 'title'
  | 'place'
  | 'degree'
  | 'major'
  | 'pay'
  | 'headcount'
  | 'deadline'
  | 'apply'
  | 'source'
  | 'kind'
  | 'requirements'
  | 'duties'
  | 'about'
  | 'schedule'
  | 'other';

// The first rule that fits wins: 面试地点 is a schedule before it is a place, 岗位职责 duties before a title.
const rules: readonly (readonly [LabelField, RegExp])[] = [
  ['source', /^(?:信息|文章|内容|消息|岗位)?(?:来源|出处)|^转[自载]|^via$|^来自$/i],
  ['schedule', /面试|笔试|考试|体检|缴费|审查|复审|打印|宣讲|公示|培训|入职|到岗/],
  [
    'deadline',
    /截止|截至|ddl|deadline|有效期|(?:报名|网申|投递|申请|应聘|投简历|简历|收件|招募|招聘|报考)(?:起止)?(?:时间|日期|期限|时段|周期|窗口)|^(?:网上)?报名$|^网申$|^时间要求$|到什么时候|什么时候(?:截|前)/i,
  ],
  ['schedule', /录用|聘期|服务期|流程|程序|时间|日程|批次|offer|集合/i],
  [
    'headcount',
    /^(?!公司|员工|企业|团队).*(?:人数|名额|数量)|(?:招.{0,3}|^)(?:多少|几)个?人|^(?:招聘|招募|招录|引进|选调|需求|录用|岗位)?计划数?$|headcount|openings|^hc$|^编制数$/i,
  ],
  [
    'duties',
    /职责|工作内容|岗位内容|岗位描述|职位描述|岗位说明|岗位介绍|任务|做什么|^负责|^职能|responsib|dut(?:y|ies)|日常/i,
  ],
  [
    'requirements',
    /要求(?!$)|^(?:任职|岗位|应聘|职位|招聘|报名|其他|基本|能力|技能|报考)*(?:要求|条件|资格)(?:条件)?$|^你需要|希望你|^对象$|招[聘募]对象|面向对象|门槛|requirement|qualif|我们期待|^条件|适合谁|^要$/i,
  ],
  ['degree', /学历|学位|文化程度|education|degree/i],
  ['major', /专业|major|学科要求/i],
  [
    'title',
    /^职缺$|^(?:[^,。]{0,6})(?:岗位|职位|职务)(?:名称|类别|方向|一览|列表|有哪些|及人数|需求|明细|设置|信息|及要求|安排|情况|如下|一|二|三|四|五|六|\d)*$|^(?:招聘|实习|培养)?学科$|^招(?:什么|聘|募|人)$|^(?:急|诚)?(?:聘|招)$|position|^role$|job ?title|^服务内容$|^(?:研究)?课题方向$|^岗$|^在招$/i,
  ],
  [
    'pay',
    /薪|待遇|工资|报酬|酬金|收入|补贴|补助|津贴|劳务费|多少钱|salary|compensation|^pay$|^我们给|给多少/i,
  ],
  [
    'apply',
    /投递|简历|履历|应聘|报名|申请|网申|邮箱|邮件|e-?mail|联系|apply|网址|链接|入口|官网|通道|怎么投|材料|contact|填表|^投$/i,
  ],
  [
    'place',
    /地点|地址|城市|^base|base$|坐标|工作地|轮岗地|地区|区域|服务地|所在地|哪里?(?:上班|工作)|location|办公地|位置|^地$/i,
  ],
  [
    'company',
    /^(?:招聘|用人|招录|招收|实习|聘用|发布|设岗|用工|需求|招考|主管|招募)?(?:单位|公司|企业|机关|部门|机构|主体|学校|院校)(?:全?名称?|名|主体)?$|^你们是(?:谁|哪)|^(?:是)?(?:什么|哪家|哪个)(?:公司|单位)|^雇主$|^company$|^employer$|^甲方$/i,
  ],
  ['kind', /(?:类型|性质|类别)$/],
  ['about', /简介|介绍|关于|概况|我们是|公司优势|about/i],
];

/** The field of a label's text without brackets and colon; `null` when it is no word of ours. */
export function classifyLabel(label: string): LabelField | null {
  const text = label.replace(/[\s"“”'#*]/g, '');
  if (text === '' || text.length > 14) return null;
  for (const [field, rule] of rules) if (rule.test(text)) return field;
  return /福利|备注|其他|其它|说明|提示|咨询|电话|热线|联系人|主题|标题|标准|注意|附件|subject|note/i.test(
    text,
  )
    ? 'other'
    : null;
}
