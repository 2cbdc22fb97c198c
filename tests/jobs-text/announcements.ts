import type { Overall } from '@qihang/shared/jobs/paste/overall';

/** Day on which all these messages are read: a Friday. */
export const today = '2026-11-20';

export interface LabelledAnnouncement {
  name: string;
  text: string;
  /** Fields that are not null; null for a text that offers no job. */
  expect: Partial<Overall> | null;
}

/** Invented messages in the layouts that groups and accounts use, with what a careful reader takes from them. */
export const announcements: LabelledAnnouncement[] = [
  {
    name: 'one line in a group',
    text: '【急聘】南通海霖船舶设备有限公司招焊接工艺员2名、质检员1名，大专及以上，机械、材料类专业，5500-8000元/月，工作地南通，简历投hr@hailin-ship.example.com，12月20日截止',
    expect: {
      company: '南通海霖船舶设备有限公司',
      titles: ['焊接工艺员', '质检员'],
      kind: '社招',
      cities: ['南通'],
      degree: '大专',
      majors: ['机械', '材料类'],
      salary: { min: 5500, max: 8000, unit: '元/月' },
      headcount: 3,
      deadline: '2026-12-20',
      email: 'hr@hailin-ship.example.com',
    },
  },
  {
    name: 'markdown table with bars',
    text: `云杉医疗2027届校园招聘
| 岗位 | 人数 | 学历要求 | 专业要求 | 工作地点 | 薪资 |
| --- | --- | --- | --- | --- | --- |
| 算法工程师 | 3 | 硕士及以上 | 计算机科学与技术、生物医学工程 | 杭州 | 20-30K |
| 硬件工程师 | 2 | 本科及以上 | 电子信息工程 | 杭州 | 12-18K |
| 注册专员 | 1 | 本科及以上 | 药学 | 上海 | 8-10K |
网申：https://yunshan-med.example.com/campus
截止日期：2027年1月10日`,
    expect: {
      company: '云杉医疗',
      titles: ['算法工程师', '硬件工程师', '注册专员'],
      kind: '校招',
      cities: ['杭州', '上海'],
      degree: '本科',
      majors: ['计算机科学与技术', '生物医学工程', '电子信息工程', '药学'],
      salary: { min: 8000, max: 30000, unit: '元/月' },
      headcount: 6,
      deadline: '2027-01-10',
      url: 'https://yunshan-med.example.com/campus',
    },
  },
  {
    name: 'account style with emoji heads',
    text: `✨春芽教育集团｜2027春季校园招聘启动✨
🏫 关于我们
春芽教育集团成立于2003年，旗下28所幼儿园，在职教师1600余人。
💼 招聘岗位
🔹 幼儿教师 30人
🔹 保育员 12人
🔹 体能老师 6人
📌 任职要求
1. 大专及以上学历，学前教育、体育教育专业；
2. 持教师资格证者优先；
3. 2027届毕业生。
💰 薪资待遇
试用期4000元/月，转正后5000-7500元/月，五险一金。
📍 工作地点
成都、绵阳、德阳
📮 投递方式
简历发送至 hr@chunya-edu.example.cn
⏰ 截止时间
2027年3月15日 18:00`,
    expect: {
      company: '春芽教育集团',
      titles: ['幼儿教师', '保育员', '体能老师'],
      kind: '校招',
      cities: ['成都', '绵阳', '德阳'],
      degree: '大专',
      majors: ['学前教育', '体育教育'],
      salary: { min: 5000, max: 7500, unit: '元/月' },
      headcount: 48,
      deadline: '2027-03-15T18:00',
      email: 'hr@chunya-edu.example.cn',
    },
  },
  {
    name: 'public institution notice',
    text: `株洲市渌湾区卫生健康局2027年公开招聘乡镇卫生院工作人员公告
为充实基层卫生队伍，经区委编办同意，现面向社会公开招聘事业单位工作人员，公告如下：
一、招聘计划
本次计划招聘24名，其中临床医师10名、护士9名、药师5名，均为全额拨款事业编制。
二、招聘条件
（一）具有全日制大专及以上学历；
（二）临床医学、护理学、药学专业；
（三）年龄在35周岁以下（1991年12月1日以后出生）。
三、报名时间及方式
（一）报名时间：2026年12月1日至12月7日，上午9:00—12:00，下午14:00—17:00；
（二）采取现场报名，地点：渌湾区卫生健康局人事股。
四、考试
笔试时间为2026年12月19日，笔试成绩占60%。
五、咨询电话：0731-00000000
株洲市渌湾区卫生健康局
2026年11月16日`,
    expect: {
      company: '株洲市渌湾区卫生健康局',
      titles: ['临床医师', '护士', '药师'],
      kind: '事业单位',
      cities: ['株洲'],
      degree: '大专',
      majors: ['临床医学', '护理学', '药学'],
      headcount: 24,
      deadline: '2026-12-07T17:00',
    },
  },
  {
    name: 'English labels',
    text: `We are hiring! 岚图半导体（无锡）有限公司
Role: 版图设计工程师 / Layout Engineer
Base: 无锡
Degree: 硕士及以上
Major: 微电子学与固体电子学、集成电路设计
Salary: 22-30K x 15薪
Openings: 4
Apply before Dec 18, 2026 via https://jobs.lantu-semi.example.com`,
    expect: {
      company: '岚图半导体（无锡）有限公司',
      titles: ['版图设计工程师'],
      kind: '社招',
      cities: ['无锡'],
      degree: '硕士',
      majors: ['微电子学与固体电子学', '集成电路设计'],
      salary: { min: 22000, max: 30000, unit: '元/月' },
      headcount: 4,
      deadline: '2026-12-18',
      url: 'https://jobs.lantu-semi.example.com',
    },
  },
  {
    name: 'alumnus in a chat',
    text: '学弟学妹们好呀，我在杭州的观澜软件上班，我们组想找两个前端实习生，大三大四或者研一都可以，会React就行，专业不卡。一天200块，每周来四天，能实习三个月以上。可以帮忙内推，简历发我 xiaolan@guanlan-soft.example.com，月底前都收～',
    expect: {
      company: '观澜软件',
      titles: ['前端实习生'],
      kind: '内推',
      cities: ['杭州'],
      majors: ['不限'],
      salary: { min: 200, max: 200, unit: '元/天' },
      headcount: 2,
      deadline: '2026-11-30',
      email: 'xiaolan@guanlan-soft.example.com',
    },
  },
  {
    name: 'posts in blocks',
    text: `珠海澄宇光学有限公司招聘简章
岗位一：光学设计工程师（2人）
学历要求：硕士
专业要求：光学工程、物理学
薪资：15-22K
岗位二：品质工程师（3人）
学历要求：本科
专业要求：质量管理工程
薪资：8-12K
工作地点：珠海市香洲区
应聘方式：将简历发至 job@chengyu-opt.example.com，邮件标题注明“岗位+姓名”
简历接收截止：2026-12-31`,
    expect: {
      company: '珠海澄宇光学有限公司',
      titles: ['光学设计工程师', '品质工程师'],
      kind: '社招',
      cities: ['珠海'],
      degree: '本科',
      majors: ['光学工程', '物理学', '质量管理工程'],
      salary: { min: 8000, max: 22000, unit: '元/月' },
      headcount: 5,
      deadline: '2026-12-31',
      email: 'job@chengyu-opt.example.com',
    },
  },
  {
    name: 'lab assistant on campus',
    text: `【招聘】化工学院分析测试中心招聘学生助理
岗位：仪器室学生助理3名
要求：我校在读硕士研究生，化学、材料类专业，每周不少于10小时
工作内容：仪器预约登记、耗材整理、协助培训
报酬：30元/小时
有意者12月3日（周四）17:00前发简历到 ceshi@che.qingtan.example.edu.cn`,
    expect: {
      company: '化工学院分析测试中心',
      titles: ['仪器室学生助理'],
      kind: '校内岗位',
      degree: '硕士',
      majors: ['化学', '材料类'],
      headcount: 3,
      deadline: '2026-12-03T17:00',
      email: 'ceshi@che.qingtan.example.edu.cn',
    },
  },
  {
    name: 'bank notice with stages',
    text: `2027年瓯海渔村银行春季校园招聘公告
招聘岗位：综合柜员、信贷客户经理、数据分析岗
招聘对象：2027届全日制本科及以上毕业生，经济、金融、统计、计算机等相关专业
招聘人数：约60人
工作地点：温州各区县网点，部分岗位在丽水
招聘流程：
1.网上报名：2027年2月20日9:00—3月10日24:00
2.资格审查：3月11日—3月15日
3.笔试：3月20日
4.面试：3月27日
报名网址：http://zhaopin.ouhai-bank.example.cn
咨询邮箱：ask@ouhai-bank.example.cn
薪酬待遇：转正后年收入12万元起`,
    expect: {
      company: '瓯海渔村银行',
      titles: ['综合柜员', '信贷客户经理', '数据分析岗'],
      kind: '校招',
      cities: ['温州', '丽水'],
      degree: '本科',
      majors: ['经济', '金融', '统计', '计算机'],
      salary: { min: 120000, max: null, unit: '元/年' },
      headcount: 60,
      deadline: '2027-03-10T23:59',
      url: 'http://zhaopin.ouhai-bank.example.cn',
    },
  },
  {
    name: 'traditional characters',
    text: `廈門霽光數位有限公司徵才
職缺：視覺設計師 2名
學歷：大專以上，視覺傳達設計、數位媒體相關科系
工作地點：廈門市思明區
薪資：7000-9500元/月
請於12月18日前將履歷與作品集寄至 job@jiguang-digi.example.com`,
    expect: {
      company: '廈門霽光數位有限公司',
      titles: ['視覺設計師'],
      kind: '社招',
      cities: ['厦门'],
      degree: '大专',
      majors: ['視覺傳達設計', '數位媒體'],
      salary: { min: 7000, max: 9500, unit: '元/月' },
      headcount: 2,
      deadline: '2026-12-18',
      email: 'job@jiguang-digi.example.com',
    },
  },
  {
    name: 'referral card',
    text: `内推 | 浮岚出行 2027届补录
岗位: 后端开发 / 数据开发 / 产品运营
地点: 北京、武汉
学历: 本科及以上 专业不限
薪资: 18k-28k * 16
内推链接: https://fulan.example.com/r/AB12
内推码: FL2027
截止: 招满即止
来源: 武大求职墙`,
    expect: {
      company: '浮岚出行',
      titles: ['后端开发', '数据开发', '产品运营'],
      kind: '内推',
      cities: ['北京', '武汉'],
      degree: '本科',
      majors: ['不限'],
      salary: { min: 18000, max: 28000, unit: '元/月' },
      url: 'https://fulan.example.com/r/AB12',
      source: '武大求职墙',
    },
  },
  {
    name: 'extended application',
    text: `关于延长湘沅水电设计院2027届毕业生招聘报名时间的公告
我院2027届毕业生招聘（水工设计岗8人、岩土工程岗5人、造价岗3人）原定11月25日截止报名，现延长至12月5日17:00。
要求硕士研究生及以上学历，水利水电工程、岩土工程、工程造价专业。
工作地点：长沙
报名网站：https://hr.xiangyuan-hydro.example.cn
湘沅水电设计院人力资源部`,
    expect: {
      company: '湘沅水电设计院',
      titles: ['水工设计岗', '岩土工程岗', '造价岗'],
      kind: '校招',
      cities: ['长沙'],
      degree: '硕士',
      majors: ['水利水电工程', '岩土工程', '工程造价'],
      headcount: 16,
      deadline: '2026-12-05T17:00',
      url: 'https://hr.xiangyuan-hydro.example.cn',
    },
  },
  {
    name: 'village officials programme',
    text: `2027年赤岭市“特岗教师”招聘启事
赤岭市教育局面向高校毕业生招聘农村特岗教师46名（小学语文15名、小学数学15名、初中物理8名、初中英语8名）。
报名条件：本科及以上学历，具有相应学段教师资格证，30周岁以下。
工资待遇：按国家特岗教师标准执行。
网上报名时间：2027年5月20日8:00至5月26日18:00
报名网址：https://tg.chiling.example.gov.cn
资格复审：6月3日；笔试：6月20日`,
    expect: {
      company: '赤岭市教育局',
      titles: ['农村特岗教师'],
      kind: '基层项目',
      cities: ['赤岭'],
      degree: '本科',
      headcount: 46,
      deadline: '2027-05-26T18:00',
      url: 'https://tg.chiling.example.gov.cn',
    },
  },
  {
    name: 'civil service posts',
    text: `衢州市碧岭区人民法院2027年考试录用公务员公告
招录职位及人数：法官助理5名、司法警察2名
招录条件：全日制大学本科及以上学历并取得学士学位，法学类专业（司法警察不限专业）
报名时间：2026年11月28日9时至12月4日17时
报名网址：http://gwy.biling.example.gov.cn
缴费时间：12月7日前
公共科目笔试：2027年1月9日`,
    expect: {
      company: '衢州市碧岭区人民法院',
      titles: ['法官助理', '司法警察'],
      kind: '公务员',
      cities: ['衢州'],
      degree: '本科',
      majors: ['法学类'],
      headcount: 7,
      deadline: '2026-12-04T17:00',
      url: 'http://gwy.biling.example.gov.cn',
    },
  },
  {
    name: 'small shop in plain words',
    text: `楼下花店招人啦
店名叫拾光花艺，在苏州观前街附近
想找一位花艺助理，学历不限，会包花优先，不会可以教
底薪3500加提成，平均下来5000左右
做六休一，包午饭
想来的加店里邮箱 shiguang@shiguang-flower.example.com 聊聊，下周五之前定`,
    expect: {
      company: '拾光花艺',
      titles: ['花艺助理'],
      kind: '社招',
      cities: ['苏州'],
      degree: '不限',
      salary: { min: 5000, max: 5000, unit: '元/月' },
      headcount: 1,
      deadline: '2026-11-27',
      email: 'shiguang@shiguang-flower.example.com',
    },
  },
  {
    name: 'state enterprise with long head',
    text: `淮屿港务集团股份有限公司2027届高校毕业生招聘
【集团简介】淮屿港务集团股份有限公司是市属国有企业，注册资本32亿元，现有员工5800人，博士12人、硕士410人。
【招聘专业及人数】港口航道与海岸工程8人；轮机工程6人；物流工程6人
【岗位】港口工程技术岗、轮机管理岗、物流调度岗
【学历】本科及以上，物流工程须硕士
【地点】连云港
【薪酬福利】首年税前8-12万元，六险二金，餐补30元/天，一次性安家费2万元
【网申】2026.11.20-2027.1.5 http://hr.huaiyu-port.example.com
【宣讲】11月30日 14:00 图书馆报告厅
【监督】jw@huaiyu-port.example.com`,
    expect: {
      company: '淮屿港务集团股份有限公司',
      titles: ['港口工程技术岗', '轮机管理岗', '物流调度岗'],
      kind: '校招',
      cities: ['连云港'],
      degree: '本科',
      majors: ['港口航道与海岸工程', '轮机工程', '物流工程'],
      salary: { min: 80000, max: 120000, unit: '元/年' },
      headcount: 20,
      deadline: '2027-01-05',
      url: 'http://hr.huaiyu-port.example.com',
    },
  },
  {
    name: 'a fair, not a job',
    text: `关于举办2027届毕业生冬季双选会的通知
各学院、各位同学：
学校定于2026年12月5日9:00-12:00在体育馆举办2027届毕业生冬季双选会，届时将有120余家单位进场招聘，提供岗位3000余个，涵盖机械、电子、金融等专业。请同学们携带简历入场，学院做好组织工作。
就业指导中心
2026年11月18日`,
    expect: null,
  },
  {
    name: 'a candidate list, not a job',
    text: `沅江县2026年公开招聘教师拟聘用人员名单公示
根据招聘公告，经笔试、面试、体检、考察，现将拟聘用人员名单予以公示。公示期为2026年11月18日至11月24日。
语文教师：张某、李某；数学教师：王某
如有异议，请致电县教育局人事股，邮箱 rsg@yuanjiang-edu.example.gov.cn`,
    expect: null,
  },
  {
    name: 'a student looking for a job',
    text: '本人27届会计学硕士，已过CPA三科，求上海或苏州的财务岗位内推，有实习经验，可尽快到岗，简历可发，感谢各位学长学姐！',
    expect: null,
  },
  {
    name: 'an interview notice, not a job',
    text: `南浦区2026年下半年事业单位公开招聘面试公告
一、面试时间：2026年11月28日（周六）8:00
二、面试地点：南浦区实验中学
三、面试对象：笔试成绩合格并通过资格复审的人员，各岗位按1:3比例确定
四、注意事项：凭身份证、准考证入场`,
    expect: null,
  },
  {
    name: 'a contest, not a job',
    text: `第八届大学生职业规划大赛校赛报名通知
参赛对象：全日制本科生、研究生
赛道：成长赛道、就业赛道
报名时间：即日起至12月10日
报名方式：登录 https://zgs.qingtan.example.edu.cn 填写报名表，并将材料发送至 career@qingtan.example.edu.cn
奖项设置：一等奖3名、二等奖6名、三等奖12名`,
    expect: null,
  },
  {
    name: 'a story about an offer, not a job',
    text: '今天收到了某设计院的offer，岗位是结构工程师，月薪9000，base武汉。分享一下我的面试经验：一面问了毕业设计，二面是综合面。大家加油，简历一定要提前准备好！',
    expect: null,
  },
];
