import type { LabelledAnnouncement } from './announcements';

/** A fourth set: facts scattered over a message, traps beside every field. */
export const fourthAnnouncements: LabelledAnnouncement[] = [
  {
    name: 'two mailboxes, one for complaints',
    text: `桐江化工集团2027年度校园招聘简章
桐江化工集团有限公司成立于1998年，2025年营业收入86亿元，员工4200余人。
▶ 需求岗位
工艺设计 12人　设备管理 8人　安全环保 5人　财务管理 3人
▶ 招聘条件
1、2027届本科及以上毕业生，化学工程与工艺、过程装备与控制工程、安全工程、会计学专业
2、英语四级以上
▶ 薪资福利
实习期3500元/月，转正后年收入9.5-13万元；餐补15元/天；人才公寓
▶ 工作地点
衢州、宁波（镇海）
▶ 报名
简历投至 campus@tongjiang-chem.example.cn，即日起至2026年12月25日
廉洁监督邮箱 lianjie@tongjiang-chem.example.cn
公司官网 www.tongjiang-chem.example.cn`,
    expect: {
      company: '桐江化工集团有限公司',
      titles: ['工艺设计', '设备管理', '安全环保', '财务管理'],
      kind: '校招',
      cities: ['衢州', '宁波'],
      degree: '本科',
      majors: ['化学工程与工艺', '过程装备与控制工程', '安全工程', '会计学'],
      salary: { min: 95000, max: 130000, unit: '元/年' },
      headcount: 28,
      deadline: '2026-12-25',
      email: 'campus@tongjiang-chem.example.cn',
    },
  },
  {
    name: 'talk date before the deadline',
    text: `【宣讲会+招聘】11月26日 14:30 西区活动中心
蓝岬海洋工程（青岛）股份有限公司
招：船体结构设计、轮机设计、项目助理
学历：本科/硕士
专业：船舶与海洋工程、轮机工程、工商管理
薪酬：本科9-11万/年，硕士12-15万/年
地点：青岛西海岸
现场收简历，也可网申 lanjia.example.com/xz ，网申12月7日关闭
笔试12月10日线上`,
    expect: {
      company: '蓝岬海洋工程（青岛）股份有限公司',
      titles: ['船体结构设计', '轮机设计', '项目助理'],
      kind: '社招',
      cities: ['青岛'],
      degree: '本科',
      majors: ['船舶与海洋工程', '轮机工程', '工商管理'],
      salary: { min: 90000, max: 150000, unit: '元/年' },
      deadline: '2026-12-07',
      url: 'lanjia.example.com/xz',
    },
  },
  {
    name: 'housekeeping of a club of the university press',
    text: `出版社招学生校对员啦～
我们是校出版社，需要学生校对员5名（勤工助学临时岗）
工作：核对引文、统一体例
要求：中文、历史、新闻专业本科三年级及以上或研究生，细心
酬劳：25元/千字
时间：寒假前每周两次
报名：12月1日中午12点前发邮件到 jiaodui@press.qingtan.example.edu.cn`,
    expect: {
      company: '校出版社',
      titles: ['学生校对员'],
      kind: '校内岗位',
      degree: '本科',
      majors: ['中文', '历史', '新闻'],
      headcount: 5,
      deadline: '2026-12-01T12:00',
      email: 'jiaodui@press.qingtan.example.edu.cn',
    },
  },
  {
    name: 'grassroots volunteers of a county project office',
    text: `安康市汉桐县2027年大学生乡村医生专项计划招聘公告
一、招聘人数：30人，服务于全县各镇卫生院、村卫生室。
二、招聘条件：（1）全日制大专及以上学历，临床医学、中医学、预防医学专业；（2）2025届至2027届高校毕业生；（3）年龄35周岁以下。
三、报名方式：2026年12月7日至12月13日（每日8:30-17:30），登录 http://rsj.hantong.example.gov.cn 填报。
四、待遇：纳入事业编制，服务期5年，安家补助2万元。
汉桐县卫生健康局`,
    expect: {
      company: '汉桐县卫生健康局',
      titles: ['乡村医生'],
      kind: '基层项目',
      cities: ['安康'],
      degree: '大专',
      majors: ['临床医学', '中医学', '预防医学'],
      headcount: 30,
      deadline: '2026-12-13T17:30',
      url: 'http://rsj.hantong.example.gov.cn',
    },
  },
  {
    name: 'senior hiring that refuses graduates',
    text: `【社招】厦门鹭汀供应链
岗位：报关主管1名，关务专员2名
要求：3年以上经验，大专以上，国际贸易、报关与国际货运专业优先，其他专业有报关员证也可以，应届勿投
待遇：主管10-13K，专员6-8K，双休
地址：厦门湖里区航空港
邮箱：zhaopin@luting-scm.example.com`,
    expect: {
      company: '厦门鹭汀供应链',
      titles: ['报关主管', '关务专员'],
      kind: '社招',
      cities: ['厦门'],
      degree: '大专',
      majors: ['不限'],
      salary: { min: 6000, max: 13000, unit: '元/月' },
      headcount: 3,
      email: 'zhaopin@luting-scm.example.com',
    },
  },
  {
    name: 'pay in a sentence and end of day',
    text: '大连启澜动画工作室招3D动画师、场景原画师各2人，美术或动画类专业，大专起步，作品过关学历可放宽。试用两个月4500，转正6000到9000，项目奖金另算。坐标大连高新区。作品集和简历一起发到 art@qilan-anim.example.com，12月15号当天24:00前有效。',
    expect: {
      company: '大连启澜动画工作室',
      titles: ['3D动画师', '场景原画师'],
      kind: '社招',
      cities: ['大连'],
      degree: '大专',
      majors: ['美术', '动画类'],
      salary: { min: 6000, max: 9000, unit: '元/月' },
      headcount: 4,
      deadline: '2026-12-15T23:59',
      email: 'art@qilan-anim.example.com',
    },
  },
  {
    name: 'news agency with source line at the end',
    text: `淮上融媒 招聘新媒体编辑
任职要求
新闻学、网络与新媒体、汉语言文学专业
本科及以上
会剪辑、会写稿
工作职责
公众号日常编辑，短视频策划
月薪
5000-6500
工作地点
蚌埠
联系方式
hr@huaishang-media.example.cn
截止日期
2026/12/12
（来源：皖北高校就业联盟）`,
    expect: {
      company: '淮上融媒',
      titles: ['新媒体编辑'],
      kind: '社招',
      cities: ['蚌埠'],
      degree: '本科',
      majors: ['新闻学', '网络与新媒体', '汉语言文学'],
      salary: { min: 5000, max: 6500, unit: '元/月' },
      deadline: '2026-12-12',
      email: 'hr@huaishang-media.example.cn',
      source: '皖北高校就业联盟',
    },
  },
  {
    name: 'institute with posts by letter',
    text: `秦岭植物研究院2027年公开招聘工作人员公告
我院为省属公益一类事业单位，现公开招聘工作人员5名。
A岗：植物分类学研究岗 2名，博士，植物学专业
B岗：园艺技术岗 2名，硕士及以上，园艺学专业
C岗：科普宣传岗 1名，硕士及以上，新闻传播学专业
报名时间：2026年11月25日—12月9日，报名邮箱 rs@qinling-bot.example.cn
工作地点：西安市长安区
薪酬：博士年薪20万元起，硕士按国家事业单位标准执行`,
    expect: {
      company: '秦岭植物研究院',
      titles: ['植物分类学研究岗', '园艺技术岗', '科普宣传岗'],
      kind: '事业单位',
      cities: ['西安'],
      degree: '硕士',
      majors: ['植物学', '园艺学', '新闻传播学'],
      salary: { min: 200000, max: null, unit: '元/年' },
      headcount: 5,
      deadline: '2026-12-09',
      email: 'rs@qinling-bot.example.cn',
    },
  },
  {
    name: 'internship with return offer and range of days',
    text: `日常实习｜澄观咨询 北京办公室
岗位：行业研究实习生（TMT组）
要求：硕士研一/研二，本科优秀者可放宽；计算机+金融复合背景优先，不限专业
时间：每周到岗≥4天，实习≥3个月
薪资：200-250/天
投递：intern@chengguan.example.com，邮件命名：姓名-学校-专业-到岗时间
12.5前投递，先到先面`,
    expect: {
      company: '澄观咨询',
      titles: ['行业研究实习生（TMT组）'],
      kind: '实习',
      cities: ['北京'],
      degree: '本科',
      majors: ['不限'],
      salary: { min: 200, max: 250, unit: '元/天' },
      deadline: '2026-12-05',
      email: 'intern@chengguan.example.com',
    },
  },
  {
    name: 'list of majors by code',
    text: `宁德市桃溪区2027年度公开遴选优秀高校毕业生到村任职公告
招聘单位：宁德市桃溪区委组织部
岗位：到村任职选调生 18名
学历：全日制本科以上
专业：农学门类（09）、土木类（0810）、公共管理类（1204）
报名：2027年1月4日8:00-1月10日18:00 http://zzb.taoxi.example.gov.cn
笔试：1月23日`,
    expect: {
      company: '宁德市桃溪区委组织部',
      titles: ['到村任职选调生'],
      kind: '公务员',
      cities: ['宁德'],
      degree: '本科',
      majors: ['农学门类', '土木类', '公共管理类'],
      headcount: 18,
      deadline: '2027-01-10T18:00',
      url: 'http://zzb.taoxi.example.gov.cn',
    },
  },
  {
    name: 'notice about filling in data, not a job',
    text: `关于做好2027届毕业生求职创业补贴申请工作的通知
各学院：请符合条件的本科、硕士毕业生于12月1日前登录 https://bt.qingtan.example.edu.cn 提交材料，补贴标准为每人1500元。岗位信息可关注就业网。
学生工作部`,
    expect: null,
  },
  {
    name: 'a lecture of a company, not a job',
    text: `企业公开课｜某自动化公司工程师谈PLC调试
主讲人：资深工程师李老师
时间：12月3日（周四）19:00
地点：工程训练中心报告厅
面向：自动化、电气工程专业本科生和研究生
报名：扫码，限80人`,
    expect: null,
  },
];
