import type { LabelledAnnouncement } from './announcements';

/** A sixth set, scored blind first. */
export const sixthAnnouncements: LabelledAnnouncement[] = [
  {
    name: 'city as the head of each post',
    text: `澄观传媒2027届实习生招募
北京｜直播运营实习生｜5人
上海｜内容编辑实习生｜3人
要求：本科及以上在校生，新闻传播、中文类专业，每周4天
薪酬：本科150/天，研究生180/天
投递：hr@chengguan-media.example.com
截止：12月18日（周五）24:00`,
    expect: {
      company: '澄观传媒',
      titles: ['直播运营实习生', '内容编辑实习生'],
      kind: '实习',
      cities: ['北京', '上海'],
      degree: '本科',
      majors: ['新闻传播', '中文类'],
      salary: { min: 150, max: 180, unit: '元/天' },
      headcount: 8,
      deadline: '2026-12-18T23:59',
      email: 'hr@chengguan-media.example.com',
    },
  },
  {
    name: 'kindergarten in two sentences',
    text: '嘉兴南湖区星芽幼儿园招2027届学前教育专业毕业生，岗位是配班老师，招4位，大专以上。待遇5000-6000/月，交五险一金，寒暑假带薪。简历发园长邮箱 xingya@xingya-kids.example.cn，春节前（2027年2月5日）截止。',
    expect: {
      company: '嘉兴南湖区星芽幼儿园',
      titles: ['配班老师'],
      kind: '校招',
      cities: ['嘉兴'],
      degree: '大专',
      majors: ['学前教育'],
      salary: { min: 5000, max: 6000, unit: '元/月' },
      headcount: 4,
      deadline: '2027-02-05',
      email: 'xingya@xingya-kids.example.cn',
    },
  },
  {
    name: 'official notice with chapters and long conditions',
    text: `皖江职业技术大学2027年度高层次人才招聘公告
一、学校概况
学校位于安徽省芜湖市，现有专任教师860人，其中教授92人、博士210人，开设本科专业28个。
二、招聘岗位
专任教师（机械工程、控制科学与工程）20人，实验员2人。
三、应聘条件
（一）专任教师须具有博士研究生学历学位；实验员须具有硕士研究生及以上学历；
（二）专业与岗位要求一致；
（三）年龄不超过40周岁。
四、相关待遇
博士安家费20-40万元，科研启动金5-10万元，年薪不低于20万元。
五、应聘方式
应聘者请将材料发送至rsc@wanjiang-vtu.example.edu.cn，邮件主题：姓名+专业+岗位。
六、招聘时间
长期有效，招满为止。
联系人：人事处 0553-0000000
学校纪委监督电话：0553-0000001`,
    expect: {
      company: '皖江职业技术大学',
      titles: ['专任教师（机械工程、控制科学与工程）', '实验员'],
      kind: '事业单位',
      cities: ['芜湖'],
      degree: '硕士',
      majors: ['机械工程', '控制科学与工程'],
      salary: { min: 200000, max: null, unit: '元/年' },
      headcount: 22,
      email: 'rsc@wanjiang-vtu.example.edu.cn',
    },
  },
  {
    name: 'price of freelancing and no pay by month',
    text: `【校内勤工】信息化中心机房值班员
名额：4
时段：晚18:00-22:00，每周2-3班
要求：计算机类专业大二及以上本科生
酬劳：每班60元
报名：11月27日前到信息楼105填表，或联系邮箱 it-help@net.qingtan.example.edu.cn`,
    expect: {
      company: '信息化中心',
      titles: ['机房值班员'],
      kind: '校内岗位',
      degree: '本科',
      majors: ['计算机类'],
      headcount: 4,
      deadline: '2026-11-27',
      email: 'it-help@net.qingtan.example.edu.cn',
    },
  },
  {
    name: 'bilingual factory',
    text: `Nordvik Pumps (Suzhou) Co., Ltd. 诺威克泵业（苏州）有限公司
Job title: Quality Engineer 质量工程师
Headcount: 2
Location: Suzhou SIP 苏州工业园区
Education: 本科及以上
Major: 机械工程、材料科学与工程
Salary: 9k-12k RMB per month, 13 months
Deadline: 2027-01-08
CV to: career@nordvik.example.com (no calls please)`,
    expect: {
      company: '诺威克泵业（苏州）有限公司',
      titles: ['质量工程师'],
      kind: '社招',
      cities: ['苏州'],
      degree: '本科',
      majors: ['机械工程', '材料科学与工程'],
      salary: { min: 9000, max: 12000, unit: '元/月' },
      headcount: 2,
      deadline: '2027-01-08',
      email: 'career@nordvik.example.com',
    },
  },
  {
    name: 'family of posts with sum in the head',
    text: `急！急！急！项目扩招，共需11人
中城岳建（成都）工程咨询有限公司
监理员：土木、工程管理，大专及以上，6名，5.5-7K
BIM建模员：本科及以上，土木类，3名，7-9K
资料员：专业不限，大专及以上，2名，4.5-5.5K
项目分布在成都、眉山、资阳
简历：zcyj@zhongcheng.example.com
到2026.12.10`,
    expect: {
      company: '中城岳建（成都）工程咨询有限公司',
      titles: ['监理员', 'BIM建模员', '资料员'],
      kind: '社招',
      cities: ['成都', '眉山', '资阳'],
      degree: '大专',
      majors: ['土木', '工程管理', '土木类'],
      salary: { min: 4500, max: 9000, unit: '元/月' },
      headcount: 11,
      deadline: '2026-12-10',
      email: 'zcyj@zhongcheng.example.com',
    },
  },
  {
    name: 'postscript with reposting account',
    text: `岚州茶业2027春招
管培生（种植/加工/电商方向）共10人
茶学、食品科学与工程、电子商务专业优先，优秀者专业可放宽
本科，福建武夷山
首年综合收入7-9万
http://job.lanzhou-tea.example.com 网申，3月1日截止
—— 本文转载自微信公众号：闽北求职圈`,
    expect: {
      company: '岚州茶业',
      titles: ['管培生（种植/加工/电商方向）'],
      kind: '校招',
      cities: ['武夷山'],
      degree: '本科',
      majors: ['不限'],
      salary: { min: 70000, max: 90000, unit: '元/年' },
      headcount: 10,
      deadline: '2027-03-01',
      url: 'http://job.lanzhou-tea.example.com',
      source: '闽北求职圈',
    },
  },
  {
    name: 'campus ambassador interest list, not a job',
    text: '统计一下：有没有同学想合租校外考研自习室？一间每月800元，4个人平摊，11月25日前接龙，联系我就行。',
    expect: null,
  },
  {
    name: 'archive transfer notice, not a job',
    text: `关于2027届毕业生档案转递信息核对的通知
请各学院组织毕业生于12月8日前登录系统核对单位名称、单位地址、邮编、联系人等信息，本科、硕士、博士均需填写。未落实工作单位的填写生源地。联系邮箱 dangan@career.qingtan.example.edu.cn。`,
    expect: null,
  },
];
