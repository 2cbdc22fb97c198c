import type { LabelledAnnouncement } from './announcements';

/** A fifth set: further layouts, scored blind first. */
export const fifthAnnouncements: LabelledAnnouncement[] = [
  {
    name: 'numbered clauses in one paragraph',
    text: '因业务发展，江阴市澄岚纺机有限公司现诚聘：1.数控编程员2名，大专及以上，数控技术、机械制造专业，7-10K；2.装配钳工5名，中专及以上，6-8K。公司位于江阴市周庄镇，提供食宿。联系邮箱：hr@chenglan-tex.example.com。有效期至2026年12月31日。',
    expect: {
      company: '江阴市澄岚纺机有限公司',
      titles: ['数控编程员', '装配钳工'],
      kind: '社招',
      cities: ['江阴'],
      degree: '不限',
      majors: ['数控技术', '机械制造'],
      salary: { min: 6000, max: 10000, unit: '元/月' },
      headcount: 7,
      deadline: '2026-12-31',
      email: 'hr@chenglan-tex.example.com',
    },
  },
  {
    name: 'slogans around the facts',
    text: `🚀未来已来，就等你来🚀
——拾光航天2027届校招补录——
【补录岗位】
①结构强度工程师（硕士，航空宇航科学与技术、力学）
②测控软件工程师（本科，计算机科学与技术、自动化）
③采购专员（本科，专业不限）
【你将得到】
月薪9000-16000，年底双薪，人才公寓
【城市】西安·阎良
【如何加入】
扫码或点击 hr.shiguang-space.example.com/2027 投递
【截止】本月30日`,
    expect: {
      company: '拾光航天',
      titles: ['结构强度工程师', '测控软件工程师', '采购专员'],
      kind: '校招',
      cities: ['西安'],
      degree: '本科',
      majors: ['航空宇航科学与技术', '力学', '计算机科学与技术', '自动化'],
      salary: { min: 9000, max: 16000, unit: '元/月' },
      deadline: '2026-11-30',
      url: 'hr.shiguang-space.example.com/2027',
    },
  },
  {
    name: 'teacher training college with per-row facts',
    text: `邵阳湘岚师范学校2027年公开招聘教师简章
岗位1：学前教育专业教师，3人，硕士研究生，学前教育学
岗位2：音乐教师，2人，本科及以上，音乐学、音乐表演
岗位3：校医，1人，本科及以上，临床医学
报名：2026年12月8日—12日，携带材料到校人事处（现场报名）
面试：12月19日
待遇：在编在岗，年收入8万元左右
联系电话：0739-0000000`,
    expect: {
      company: '邵阳湘岚师范学校',
      titles: ['学前教育专业教师', '音乐教师', '校医'],
      kind: '事业单位',
      cities: ['邵阳'],
      degree: '本科',
      majors: ['学前教育学', '音乐学', '音乐表演', '临床医学'],
      salary: { min: 80000, max: 80000, unit: '元/年' },
      headcount: 6,
      deadline: '2026-12-12',
    },
  },
  {
    name: 'referral with two ways to apply',
    text: `澜图科技秋招末班车，部门直推！
base深圳/成都，客户端、测试、数分都缺人
要求：27届，本科及以上，计算机/软件/统计优先，其他理工科也ok
薪资范围：16-26k×15
简历发 lanqiu@lantu-tech.example.com，或用我的内推链接 https://lantu-tech.example.com/t/9Xk
12/3 晚上十二点前都可以改简历`,
    expect: {
      company: '澜图科技',
      titles: ['客户端', '测试', '数分'],
      kind: '内推',
      cities: ['深圳', '成都'],
      degree: '本科',
      majors: ['不限'],
      salary: { min: 16000, max: 26000, unit: '元/月' },
      deadline: '2026-12-03T23:59',
      email: 'lanqiu@lantu-tech.example.com',
      url: 'https://lantu-tech.example.com/t/9Xk',
    },
  },
  {
    name: 'office of the university for its own students',
    text: `招生就业处学生助理招募
工作内容：协助接待来访企业、布置宣讲会场、整理档案
招募对象：2025级、2026级本科生，专业不限
招募人数：10人
薪酬标准：20元/小时，按月发放
报名截止：11月25日（周三）中午12:00
报名方式：发送简历到 zsjyc@career.qingtan.example.edu.cn
面试时间：11月26日`,
    expect: {
      company: '招生就业处',
      titles: ['学生助理'],
      kind: '校内岗位',
      degree: '本科',
      majors: ['不限'],
      headcount: 10,
      deadline: '2026-11-25T12:00',
      email: 'zsjyc@career.qingtan.example.edu.cn',
    },
  },
  {
    name: 'pharmacy chain with wide range of posts',
    text: `百草堂医药连锁（郑州总部）招贤纳士
◇ 执业药师　6000-9000元　10人
◇ 门店营业员　4000-6000元　20人
◇ 信息专员　5000-7000元　1人
条件：药师需药学、中药学大专以上并持证；营业员学历不限；信息专员计算机专业本科
工作地：郑州、开封、许昌
报名：recruit@baicaotang-zz.example.com，长期招聘`,
    expect: {
      company: '百草堂医药连锁',
      titles: ['执业药师', '门店营业员', '信息专员'],
      kind: '社招',
      cities: ['郑州', '开封', '许昌'],
      degree: '不限',
      majors: ['药学', '中药学', '计算机'],
      salary: { min: 4000, max: 9000, unit: '元/月' },
      headcount: 31,
      email: 'recruit@baicaotang-zz.example.com',
    },
  },
  {
    name: 'research intern of a laboratory',
    text: `【实习招募】云泽实验室 大模型评测组
- 岗位：算法研究实习生 3-4 名
- 方向：多模态评测、数据合成
- 要求：硕博在读优先，优秀本科生亦可；计算机、人工智能、统计学相关专业
- 待遇：本科300/天，硕士400/天，博士600/天，提供午晚餐
- 地点：上海徐汇 / 可远程
- 有意者请将简历发至 eval-intern@yunze-lab.example.org.cn，标题【实习】姓名-学校-最快到岗时间
- 滚动面试，招满即止`,
    expect: {
      company: '云泽实验室',
      titles: ['算法研究实习生'],
      kind: '实习',
      cities: ['上海'],
      degree: '本科',
      majors: ['计算机', '人工智能', '统计学'],
      salary: { min: 300, max: 600, unit: '元/天' },
      email: 'eval-intern@yunze-lab.example.org.cn',
    },
  },
  {
    name: 'army of dates',
    text: `岭东电力建设有限公司2027届毕业生招聘公告（2026年11月10日发布）
单位简介：公司于2001年3月成立，注册资本5亿元。
招聘岗位：电气安装技术员、热控技术员、焊接技术员
学历要求：大专及以上（2027年7月31日前取得毕业证）
专业要求：电力系统自动化技术、热能动力工程技术、焊接技术与自动化
项目地点：湛江、阳江、揭阳
薪酬：税前7-9万元/年
招聘流程：网申（11月10日-12月18日）→ 笔试（12月24日）→ 面试（12月28日-30日）→ 体检（2027年1月）→ 报到（2027年7月10日）
网申地址：https://lingdong-power.example.com/job
疑问请于工作日9:00-17:00致电0759-0000000`,
    expect: {
      company: '岭东电力建设有限公司',
      titles: ['电气安装技术员', '热控技术员', '焊接技术员'],
      kind: '校招',
      cities: ['湛江', '阳江', '揭阳'],
      degree: '大专',
      majors: ['电力系统自动化技术', '热能动力工程技术', '焊接技术与自动化'],
      salary: { min: 70000, max: 90000, unit: '元/年' },
      deadline: '2026-12-18',
      url: 'https://lingdong-power.example.com/job',
    },
  },
  {
    name: 'advice about contracts, not a job',
    text: '三方协议签之前一定看清这几条：违约金、服务期、试用期工资、工作地点。已有同学签了月薪8000结果试用期只发5000，岗位也从研发变成了产线。有问题可以发邮件到 falv@law.qingtan.example.edu.cn 咨询，12月10日前预约有效。',
    expect: null,
  },
  {
    name: 'exam for certificates, not a job',
    text: `2026年下半年教师资格考试面试报名通知
报名时间：2026年11月25日9:00至11月28日18:00
报名网址：https://ntce.example.edu.cn
报名条件：本科及以上学历，笔试合格
收费：每人280元，缴费截止11月30日
面试时间：2027年1月9日-10日`,
    expect: null,
  },
];
