import type { LabelledAnnouncement } from './announcements';

/** A second set: chats, notices with signatures, markdown, Chinese numerals, dirt of forwarding. */
export const moreAnnouncements: LabelledAnnouncement[] = [
  {
    name: 'markdown headings',
    text: `# 昭岭汽车零部件（芜湖）有限公司 2027 届秋招
## 岗位
- 冲压工艺工程师 × 4
- 焊装工艺工程师 × 3
- 采购工程师 × 2
## 要求
- 本科及以上
- 车辆工程、材料成型及控制工程、工业工程
## 待遇
- 综合年薪 9-12 万
## 投递
- 网申：zhaoling-auto.example.com/apply
- 截止：2026-12-28 23:59`,
    expect: {
      company: '昭岭汽车零部件（芜湖）有限公司',
      titles: ['冲压工艺工程师', '焊装工艺工程师', '采购工程师'],
      kind: '校招',
      cities: ['芜湖'],
      degree: '本科',
      majors: ['车辆工程', '材料成型及控制工程', '工业工程'],
      salary: { min: 90000, max: 120000, unit: '元/年' },
      headcount: 9,
      deadline: '2026-12-28T23:59',
      url: 'zhaoling-auto.example.com/apply',
    },
  },
  {
    name: 'Chinese numerals',
    text: `榕江县云栖中学诚聘高中数学教师二名、高中物理教师一名。
要求大学本科及以上学历，数学、物理学专业，持高中教师资格证。
月薪六千至九千元，学校提供周转房。
工作地点：贵州省黔东南州榕江县
请于十二月十日前将应聘材料发至 yunqi_zhaopin@yunqi-school.example.cn`,
    expect: {
      company: '榕江县云栖中学',
      titles: ['高中数学教师', '高中物理教师'],
      kind: '社招',
      cities: ['黔东南'],
      degree: '本科',
      majors: ['数学', '物理学'],
      salary: { min: 6000, max: 9000, unit: '元/月' },
      headcount: 3,
      deadline: '2026-12-10',
      email: 'yunqi_zhaopin@yunqi-school.example.cn',
    },
  },
  {
    name: 'forwarded with quotes',
    text: `转发：
> 「岭南求职驿站」整理
> 佛山拓纬陶瓷科技有限公司 校招ing
> 岗位：釉料研发员（3）、外贸业务员（5）
> 学历：本科起
> 专业：无机非金属材料工程；英语、国际经济与贸易
> 薪：6.5-9k
> 地点：佛山南海
> 投：hr@tuowei-ceramic.example.com
> ddl：12/31`,
    expect: {
      company: '佛山拓纬陶瓷科技有限公司',
      titles: ['釉料研发员', '外贸业务员'],
      kind: '校招',
      cities: ['佛山'],
      degree: '本科',
      majors: ['无机非金属材料工程', '英语', '国际经济与贸易'],
      salary: { min: 6500, max: 9000, unit: '元/月' },
      headcount: 8,
      deadline: '2026-12-31',
      email: 'hr@tuowei-ceramic.example.com',
      source: '岭南求职驿站',
    },
  },
  {
    name: 'notice of a department with signature',
    text: `关于选聘2027年研究生“三助”岗位助管的通知
各学院：
根据工作需要，研究生院拟选聘助管6名。现将有关事项通知如下：
一、岗位职责：协助学籍管理、材料整理、会议服务。
二、选聘条件：在读硕士、博士研究生，工作认真，每周工作不少于12小时。
三、岗位津贴：每月800元。
四、报名方式：请于11月30日18:00前填写报名表并发送至yjsy@grad.qingtan.example.edu.cn。
研究生院
2026年11月19日`,
    expect: {
      company: '研究生院',
      titles: ['助管'],
      kind: '校内岗位',
      degree: '硕士',
      salary: { min: 800, max: 800, unit: '元/月' },
      headcount: 6,
      deadline: '2026-11-30T18:00',
      email: 'yjsy@grad.qingtan.example.edu.cn',
    },
  },
  {
    name: 'social hiring with experience',
    text: `【社会招聘】合肥澄湖机器人有限公司
职位：嵌入式软件工程师
工作地点：合肥市高新区
职位描述：
1、负责伺服驱动器固件开发；
2、参与硬件联调与量产支持。
任职要求：
1、本科及以上学历，自动化、电子信息类专业；
2、3-5年相关工作经验，硕士可放宽至1年；
3、熟悉C/C++、FreeRTOS。
薪酬：18-25K·14薪
招聘人数：2
简历投递：talent@chenghu-robot.example.com（注明职位）
长期有效`,
    expect: {
      company: '合肥澄湖机器人有限公司',
      titles: ['嵌入式软件工程师'],
      kind: '社招',
      cities: ['合肥'],
      degree: '本科',
      majors: ['自动化', '电子信息类'],
      salary: { min: 18000, max: 25000, unit: '元/月' },
      headcount: 2,
      email: 'talent@chenghu-robot.example.com',
    },
  },
  {
    name: 'tab table with pay and no company label',
    text: `岗位名称	需求人数	学历	专业	薪资（元/月）
工艺技术员	8人	大专及以上	应用化工技术、高分子材料	5500-7000
仓储物流员	4人	大专及以上	不限	4800-6000
EHS专员	1人	本科及以上	安全工程、环境工程	7000-9000
甬江新材料股份有限公司面向2027届毕业生招聘，工作地点宁波镇海，统一食宿。
简历请发 zp@yongjiang-mat.example.com，报名时间：即日起至2026年12月15日。`,
    expect: {
      company: '甬江新材料股份有限公司',
      titles: ['工艺技术员', '仓储物流员', 'EHS专员'],
      kind: '校招',
      cities: ['宁波'],
      degree: '大专',
      majors: ['应用化工技术', '高分子材料', '安全工程', '环境工程'],
      salary: { min: 4800, max: 9000, unit: '元/月' },
      headcount: 13,
      deadline: '2026-12-15',
      email: 'zp@yongjiang-mat.example.com',
    },
  },
  {
    name: 'questions and answers',
    text: `Q：你们是谁？
A：青岛屿声文化传播有限公司，做海洋主题播客的。
Q：招什么岗位？
A：音频剪辑实习生、选题策划实习生，各1名。
Q：有什么要求？
A：本科在读，专业不限，会用Audition。
Q：给多少钱？
A：130元/天。
Q：在哪上班？
A：青岛市市南区。
Q：怎么报名？
A：简历发 yusheng@yusheng-audio.example.com，12月8日截止。`,
    expect: {
      company: '青岛屿声文化传播有限公司',
      titles: ['音频剪辑实习生', '选题策划实习生'],
      kind: '实习',
      cities: ['青岛'],
      degree: '本科',
      majors: ['不限'],
      salary: { min: 130, max: 130, unit: '元/天' },
      headcount: 2,
      deadline: '2026-12-08',
      email: 'yusheng@yusheng-audio.example.com',
    },
  },
  {
    name: 'western plan with department signature',
    text: `2027年基层农技特岗人员招募公告
根据工作安排，我县面向社会招募农技特岗人员12名，从事农技推广服务。
1.学历要求：全日制大专及以上学历。
2.专业要求：农学、园艺、畜牧兽医、植物保护。
3.服务期3年，工资3500元/月，缴纳社会保险。
4.报名时间：2026年12月1日—12月10日，登录https://nongji.yunxi.example.gov.cn报名。
5.笔试时间：2026年12月20日。
红河州云曦县农业农村局
2026年11月17日`,
    expect: {
      company: '红河州云曦县农业农村局',
      titles: ['农技特岗人员'],
      kind: '基层项目',
      cities: ['红河'],
      degree: '大专',
      majors: ['农学', '园艺', '畜牧兽医', '植物保护'],
      salary: { min: 3500, max: 3500, unit: '元/月' },
      headcount: 12,
      deadline: '2026-12-10',
      url: 'https://nongji.yunxi.example.gov.cn',
    },
  },
  {
    name: 'hospital staff on contract',
    text: `宜昌市栖霞口腔医院招聘启事
我院因业务发展需要，现公开招聘口腔医师3人、口腔护士5人（合同制）。
口腔医师：硕士及以上，口腔医学专业，取得执业医师资格证；
口腔护士：大专及以上，护理学专业，有经验者优先。
薪资：医师12-20万/年，护士7-9万/年
联系邮箱：hr@qixia-dental.example.com
截止日期：2026年12月31日`,
    expect: {
      company: '宜昌市栖霞口腔医院',
      titles: ['口腔医师', '口腔护士'],
      kind: '事业单位',
      cities: ['宜昌'],
      degree: '大专',
      majors: ['口腔医学', '护理学'],
      salary: { min: 70000, max: 200000, unit: '元/年' },
      headcount: 8,
      deadline: '2026-12-31',
      email: 'hr@qixia-dental.example.com',
    },
  },
  {
    name: 'winter internship of an internet firm',
    text: `【寒假实习】星屿互娱 2027 寒假实习生招聘
🌈 运营方向：社区运营实习生 / 用户研究实习生
🌈 技术方向：客户端开发实习生
🌈 地点：上海、成都
🌈 时间：2027.1.11-2.28，至少6周
🌈 要求：2028届及以后在校生，本科及以上，技术方向要求计算机相关专业，其他方向不限专业
🌈 薪资：运营180/天，技术260/天，另有房补
🌈 投递：https://xingyu.example.com/intern 截止12月20日24:00`,
    expect: {
      company: '星屿互娱',
      titles: ['社区运营实习生', '用户研究实习生', '客户端开发实习生'],
      kind: '实习',
      cities: ['上海', '成都'],
      degree: '本科',
      majors: ['计算机'],
      salary: { min: 180, max: 260, unit: '元/天' },
      deadline: '2026-12-20T23:59',
      url: 'https://xingyu.example.com/intern',
    },
  },
  {
    name: 'one paragraph of an accountant firm',
    text: '江西衡信会计师事务所（南昌）现招聘审计助理8名，要求财务管理、审计学、会计学专业，本科及以上，能适应出差，2026届、2027届均可。实习期3000元/月，转正后6000-8000元/月，考下CPA另有奖励。简历投递：hengxin_hr@hengxin-cpa.example.com，投递截止到2027年1月20日。',
    expect: {
      company: '江西衡信会计师事务所',
      titles: ['审计助理'],
      kind: '校招',
      cities: ['南昌'],
      degree: '本科',
      majors: ['财务管理', '审计学', '会计学'],
      salary: { min: 6000, max: 8000, unit: '元/月' },
      headcount: 8,
      deadline: '2027-01-20',
      email: 'hengxin_hr@hengxin-cpa.example.com',
    },
  },
  {
    name: 'talent programme of a district',
    text: `嘉兴市砚塘区2027年度“青蓝计划”选调优秀毕业生公告
招录单位：嘉兴市砚塘区委组织部
计划：15名
对象：2027届硕士研究生及以上，专业不限，中共党员优先
报名：2026-11-23 9:00 至 2026-11-29 17:00，网址 http://xd.yantang.example.gov.cn
资格复审：12月5日
面试：12月12日`,
    expect: {
      company: '嘉兴市砚塘区委组织部',
      titles: ['选调生'],
      kind: '公务员',
      cities: ['嘉兴'],
      degree: '硕士',
      majors: ['不限'],
      headcount: 15,
      deadline: '2026-11-29T17:00',
      url: 'http://xd.yantang.example.gov.cn',
    },
  },
  {
    name: 'sales job without degree',
    text: `急招！！！
福建安岩石材有限公司（泉州南安水头）
外贸业务员 3人 有无经验均可 英语能沟通
抖音运营 1人 会剪辑
工资：外贸底薪5000+提成 运营6000-8000
包吃住 单休
邮箱 anyan@anyan-stone.example.com
招到为止`,
    expect: {
      company: '福建安岩石材有限公司',
      titles: ['外贸业务员', '抖音运营'],
      kind: '社招',
      cities: ['泉州'],
      salary: { min: 6000, max: 8000, unit: '元/月' },
      headcount: 4,
      email: 'anyan@anyan-stone.example.com',
    },
  },
  {
    name: 'museum with a post in the middle of a sentence',
    text: `西安唐苑遗址博物馆因展览开放需要，面向社会公开招聘编外讲解员4名，具体要求：大专及以上学历，历史学、旅游管理、播音与主持艺术专业；普通话一级乙等以上；形象端正，身体健康。聘用后月工资4500元，缴纳五险。报名者请将简历、证书扫描件发至 tangyuan@tymuseum.example.cn，报名截止时间为2026年12月4日17时。`,
    expect: {
      company: '西安唐苑遗址博物馆',
      titles: ['编外讲解员'],
      kind: '事业单位',
      cities: ['西安'],
      degree: '大专',
      majors: ['历史学', '旅游管理', '播音与主持艺术'],
      salary: { min: 4500, max: 4500, unit: '元/月' },
      headcount: 4,
      deadline: '2026-12-04T17:00',
      email: 'tangyuan@tymuseum.example.cn',
    },
  },
  {
    name: 'state bank branch posts in bullets',
    text: `◎ 招聘单位：沂蒙乡村发展银行
◎ 招聘类别：春季校园招聘
◎ 职位：管理培训生（总行）、营销岗（分行）
◎ 名额：管培生12名，营销岗80名
◎ 学历：硕士（管培生）、本科（营销岗）
◎ 专业：经济金融类、会计类、法律类、信息科技类
◎ 地区：临沂、日照、枣庄
◎ 年薪：管培生18万起，营销岗10-13万
◎ 报名期限：2027年2月15日至3月15日
◎ 报名入口：关注“沂蒙银行招聘”公众号或登录 zhaopin.yimengbank.example.com`,
    expect: {
      company: '沂蒙乡村发展银行',
      titles: ['管理培训生（总行）', '营销岗（分行）'],
      kind: '校招',
      cities: ['临沂', '日照', '枣庄'],
      degree: '本科',
      majors: ['经济金融类', '会计类', '法律类', '信息科技类'],
      salary: { min: 100000, max: 180000, unit: '元/年' },
      headcount: 92,
      deadline: '2027-03-15',
      url: 'zhaopin.yimengbank.example.com',
    },
  },
  {
    name: 'postponed start, relative end',
    text: `【转自：江城校招君】
武汉沐橙网络科技 招 游戏测试（2人）、客服专员（4人）
📍光谷
🎓大专以上，专业不限
💰测试6-8K，客服4.5-6K
📧 zp@mucheng-net.example.com
⏰本周日24:00前`,
    expect: {
      company: '武汉沐橙网络科技',
      titles: ['游戏测试', '客服专员'],
      kind: '社招',
      cities: ['武汉'],
      degree: '大专',
      majors: ['不限'],
      salary: { min: 4500, max: 8000, unit: '元/月' },
      headcount: 6,
      deadline: '2026-11-22T23:59',
      email: 'zp@mucheng-net.example.com',
      source: '江城校招君',
    },
  },
  {
    name: 'research assistants of an institute',
    text: `中原小麦研究所遗传育种团队招聘科研助理
团队简介：团队现有研究员3人、博士后2人、研究生15人，近三年发表论文20余篇。
岗位：科研助理2-3名
条件：生物学、作物学相关专业，硕士学位；有分子实验经验者优先
待遇：8-10万元/年，按规定缴纳五险一金
地点：郑州
请将简历及代表作发送至 lab@wheat-inst.example.cn，邮件主题“科研助理+姓名”，招满即止`,
    expect: {
      company: '中原小麦研究所',
      titles: ['科研助理'],
      kind: '社招',
      cities: ['郑州'],
      degree: '硕士',
      majors: ['生物学', '作物学'],
      salary: { min: 80000, max: 100000, unit: '元/年' },
      email: 'lab@wheat-inst.example.cn',
    },
  },
  {
    name: 'club recruiting members, not a job',
    text: `【社团招新】青潭大学摄影协会招新啦！
部门：外拍部、后期部、宣传部
对象：全体在校本科生、研究生，零基础也可以
报名：11月25日前扫码填表，邮箱 photo@club.qingtan.example.edu.cn
快来加入我们吧～`,
    expect: null,
  },
  {
    name: 'graduate admission, not a job',
    text: `2027年材料学院硕士研究生招生夏令营通知
面向全国高校2027届优秀本科毕业生，专业不限，择优录取60人。
报名时间：即日起至12月20日，网址 https://yjs.qingtan.example.edu.cn
材料发送至 yz@mse.qingtan.example.edu.cn`,
    expect: null,
  },
  {
    name: 'questionnaire, not a job',
    text: '各位27届同学，请于本周五前完成就业意向问卷：https://wj.qingtan.example.edu.cn/yx27 ，内容包括意向城市、意向岗位、期望薪资等，每人必填，谢谢配合！',
    expect: null,
  },
  {
    name: 'second-hand, not a job',
    text: '出一本公务员考试真题，行测申论都有，九成新，30元，要的私信。另转让宿舍小桌子一张，东区自提，11月底前有效。',
    expect: null,
  },
  {
    name: 'good news, not a job',
    text: `喜报！我院2023级校友王同学入选某市选调生
近日，2027年选调生拟录用名单公布，我院多名同学榜上有名，分别被组织部、检察院、税务局录用。学院就业办邀请他们于11月28日15:00在报告厅分享备考经验，欢迎同学们参加。`,
    expect: null,
  },
];
