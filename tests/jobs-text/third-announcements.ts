import type { LabelledAnnouncement } from './announcements';

/** A third set, written after the rules and scored before they were touched again. */
export const thirdAnnouncements: LabelledAnnouncement[] = [
  {
    name: 'digest of one employer with slashes',
    text: `🔥招聘快讯🔥
单位：苏州澹月生物科技有限公司 / 性质：民企 / 规模：200人
岗位：细胞培养研究员 2人 / 质谱分析员 1人
学历：硕士起 / 专业：生物化学与分子生物学、药物化学
薪资：10-14K*13 / 城市：苏州
联系：HR林女士 0512-00000000 / 邮箱：hr@danyue-bio.example.com
截止：2026年12月22日`,
    expect: {
      company: '苏州澹月生物科技有限公司',
      titles: ['细胞培养研究员', '质谱分析员'],
      kind: '社招',
      cities: ['苏州'],
      degree: '硕士',
      majors: ['生物化学与分子生物学', '药物化学'],
      salary: { min: 10000, max: 14000, unit: '元/月' },
      headcount: 3,
      deadline: '2026-12-22',
      email: 'hr@danyue-bio.example.com',
    },
  },
  {
    name: 'part of a longer circular',
    text: `各位毕业班同学：
学校收到岳麓轨道装备有限公司来函，该公司拟在我校招聘2027届毕业生，具体信息如下：
（1）招聘岗位：转向架工程师、制动系统工程师、工艺员，共15人
（2）专业要求：车辆工程、机械电子工程、材料加工工程
（3）学历要求：工程师岗位硕士及以上，工艺员本科及以上
（4）工作地点：株洲市
（5）薪酬：硕士12-15万/年，本科9-11万/年
（6）应聘方式：2026年12月8日前将简历和成绩单发送至 zhaopin@yuelu-rail.example.cn
该公司将于12月10日来校面试。
机电学院就业工作办公室
2026年11月20日`,
    expect: {
      company: '岳麓轨道装备有限公司',
      titles: ['转向架工程师', '制动系统工程师', '工艺员'],
      kind: '校招',
      cities: ['株洲'],
      degree: '本科',
      majors: ['车辆工程', '机械电子工程', '材料加工工程'],
      salary: { min: 90000, max: 150000, unit: '元/年' },
      headcount: 15,
      deadline: '2026-12-08',
      email: 'zhaopin@yuelu-rail.example.cn',
    },
  },
  {
    name: 'shouting with mixed script',
    text: `诚聘 | 【绍兴云帆纺织】外贸跟单 x2、QC x3
✅大专↑ ✅英语四级 ✅专业不限
¥5,500~8,000/月 + 奖金
📍柯桥
投递→hr(at)yunfan-tex.example.com
DDL 12.31`,
    expect: {
      company: '绍兴云帆纺织',
      titles: ['外贸跟单', 'QC'],
      kind: '社招',
      cities: ['绍兴'],
      degree: '大专',
      majors: ['不限'],
      salary: { min: 5500, max: 8000, unit: '元/月' },
      headcount: 5,
      deadline: '2026-12-31',
      email: 'hr@yunfan-tex.example.com',
    },
  },
  {
    name: 'school recruiting teachers by subject',
    text: `台州市椒溪区教育系统2027年面向高校毕业生提前招聘教师公告
一、招聘岗位及人数
高中语文3名、高中数学4名、高中化学2名；初中科学5名、小学全科8名
二、招聘对象
2027届全日制普通高校本科及以上学历毕业生，师范类专业或具有相应教师资格证
三、报名办法
时间：2026年12月1日9:00起至12月6日16:00止
方式：登录“椒溪教育人才网”（http://rc.jiaoxi-edu.example.cn）
四、考试时间：2026年12月12日
五、待遇：事业编制，年收入约15万元
台州市椒溪区教育局`,
    expect: {
      company: '台州市椒溪区教育局',
      titles: ['高中语文', '高中数学', '高中化学', '初中科学', '小学全科'],
      kind: '事业单位',
      cities: ['台州'],
      degree: '本科',
      majors: ['师范类'],
      salary: { min: 150000, max: 150000, unit: '元/年' },
      headcount: 22,
      deadline: '2026-12-06T16:00',
      url: 'http://rc.jiaoxi-edu.example.cn',
    },
  },
  {
    name: 'internship by an alumnus with pay per day and bonus',
    text: `帮老同学转一个实习～
公司：济南鹿鸣会展服务有限公司
做什么：春季展会招商执行、现场接待
要什么人：会展经济与管理、市场营销专业，大专及以上在读，性格外向
给什么：110元/天+午餐补贴20元，优秀者春招优先
几个人：6个
时间：12月中旬到岗，干到2月底
联系：luming@luming-expo.example.com，11月29日之前`,
    expect: {
      company: '济南鹿鸣会展服务有限公司',
      kind: '实习',
      cities: ['济南'],
      degree: '大专',
      majors: ['会展经济与管理', '市场营销'],
      salary: { min: 110, max: 110, unit: '元/天' },
      headcount: 6,
      deadline: '2026-11-29',
      email: 'luming@luming-expo.example.com',
    },
  },
  {
    name: 'securities firm with cities per post',
    text: `泰岳证券2027届春季校园招聘
投资银行部·行业研究员｜北京、深圳｜硕士｜金融学、会计学、法学
信息技术部·量化开发工程师｜上海｜硕士｜计算机类、数学类
分公司·财富顾问｜南京、青岛、郑州｜本科｜经济管理类
起薪：财富顾问8K起，其余15-25K
简历投递：登录 https://taiyue.zhiye.example.com
截止：2027年3月20日（额满提前截止）`,
    expect: {
      company: '泰岳证券',
      titles: ['行业研究员', '量化开发工程师', '财富顾问'],
      kind: '校招',
      cities: ['北京', '深圳', '上海', '南京', '青岛', '郑州'],
      degree: '本科',
      majors: ['金融学', '会计学', '法学', '计算机类', '数学类', '经济管理类'],
      salary: { min: 8000, max: 25000, unit: '元/月' },
      deadline: '2027-03-20',
      url: 'https://taiyue.zhiye.example.com',
    },
  },
  {
    name: 'campus clinic with hourly pay',
    text: `校医院招聘学生导诊员的启事
因寒假前就诊高峰，校医院招聘学生导诊员8名。
要求：全日制在校本科生或研究生，医学、护理类专业优先，其他专业亦可；每周可值班两个半天。
报酬：18元/小时
报名：12月2日前到校医院302室登记，或发邮件至 xyy@hosp.qingtan.example.edu.cn`,
    expect: {
      company: '校医院',
      titles: ['学生导诊员'],
      kind: '校内岗位',
      degree: '本科',
      majors: ['不限'],
      headcount: 8,
      deadline: '2026-12-02',
      email: 'xyy@hosp.qingtan.example.edu.cn',
    },
  },
  {
    name: 'civil service selection with odd layout',
    text: `【选调】2027届定向选调 | 赣南某校专场
※ 招录单位：赣州市芦溪县委组织部
※ 选调名额：12
※ 学历：硕士研究生（含）以上
※ 专业：城乡规划学、农林经济管理、法学、汉语言文学
※ 报名：11月23日至11月28日24时 https://xd.luxi-gz.example.gov.cn
※ 笔试：12月5日（南昌）`,
    expect: {
      company: '赣州市芦溪县委组织部',
      titles: ['选调生'],
      kind: '公务员',
      cities: ['赣州'],
      degree: '硕士',
      majors: ['城乡规划学', '农林经济管理', '法学', '汉语言文学'],
      headcount: 12,
      deadline: '2026-11-28T23:59',
      url: 'https://xd.luxi-gz.example.gov.cn',
    },
  },
  {
    name: 'startup prose',
    text: `我们是晴川智能，一家做果园采摘机器人的初创公司，坐标杨凌。现在招人：
机械结构工程师，最好做过末端执行器，本科，12-18K；
视觉算法工程师，硕士，发过相关论文优先，20-30K。
两个岗各要1人。27届和工作三年内的都欢迎，专业对口就行。
不看学校，看作品。简历丢 hi@qingchuan-robot.example.com，一周内必回，长期有效。`,
    expect: {
      company: '晴川智能',
      titles: ['机械结构工程师', '视觉算法工程师'],
      kind: '校招',
      degree: '本科',
      salary: { min: 12000, max: 30000, unit: '元/月' },
      headcount: 2,
      email: 'hi@qingchuan-robot.example.com',
    },
  },
  {
    name: 'hotel in bracket labels with negotiable pay',
    text: `「企业」黄山云谷温泉度假酒店
「岗位」前台接待3、西餐厨师2、水疗师2
「要求」中专以上学历，形象气质佳，有酒店经验优先
「薪资」面议，包食宿
「地点」安徽黄山
「有效期」至12月31日
「投递」yungu@yungu-hotel.example.com
「来源」徽州人才快讯`,
    expect: {
      company: '黄山云谷温泉度假酒店',
      titles: ['前台接待', '西餐厨师', '水疗师'],
      kind: '社招',
      cities: ['黄山'],
      degree: '不限',
      salary: { min: null, max: null, unit: '面议' },
      headcount: 7,
      deadline: '2026-12-31',
      email: 'yungu@yungu-hotel.example.com',
      source: '徽州人才快讯',
    },
  },
  {
    name: 'a pay scam warning in the form of a job, not a job',
    text: `【保卫处提醒】近期多名同学收到“刷单兼职，日入300-800元，学历不限，名额50人”的短信，点击链接后被骗。凡要求先垫付、交押金的都是诈骗，请勿相信，遇到请拨打校园报警电话。`,
    expect: null,
  },
  {
    name: 'guidance on resumes, not a job',
    text: `简历门诊第12期开始预约啦
时间：11月27日（周五）14:00-17:00
地点：就业指导中心203
对象：2027届本科、硕士毕业生
名额：20人，先到先得
预约方式：登录 https://jy.qingtan.example.edu.cn 预约，并将简历发送至 clinic@career.qingtan.example.edu.cn`,
    expect: null,
  },
  {
    name: 'volunteers for a sports meet, not a job',
    text: `校运会志愿者招募
岗位：检录、引导、后勤、摄影
人数：60人
时间：11月28日至29日
要求：全日制在校学生，服从安排
报名：11月24日前扫码填写
福利：志愿时长8小时、纪念T恤`,
    expect: null,
  },
];
