import type { LabelledAnnouncement } from './announcements';

/** A seventh set, checked by hand. */
export const seventhAnnouncements: LabelledAnnouncement[] = [
  {
    name: 'two families of posts',
    text: `中岭建工2027校招来啦 | 岗位多多
工程类：土建工程师、安装工程师、测量员
管理类：合约专员、人力资源专员
学历：本科及以上（测量员大专可投）
专业：土木工程/给排水/工程造价/人力资源管理
城市：全国项目，首选西南（昆明、贵阳、重庆）
钱：试用6000，转正7500-11000，项目补贴另算
方式：邮箱 xz@zhongling-cons.example.com  标题：姓名+学校+岗位
时间：2026年12月20日止`,
    expect: {
      company: '中岭建工',
      titles: ['土建工程师', '安装工程师', '测量员', '合约专员', '人力资源专员'],
      kind: '校招',
      cities: ['昆明', '贵阳', '重庆'],
      degree: '大专',
      majors: ['土木工程', '给排水', '工程造价', '人力资源管理'],
      salary: { min: 7500, max: 11000, unit: '元/月' },
      deadline: '2026-12-20',
      email: 'xz@zhongling-cons.example.com',
    },
  },
  {
    name: 'a dental clinic in one breath',
    text: `温州鹿城某民营口腔门诊部招前台接待及护士助理，共3人，女生宿舍可提供。大专，口腔/护理/不限专业都行。4500-5500/月。地址：温州鹿城区车站大道。电话联系后面试，或邮件 qianya@qianya-dental.example.com。12月8日前有效。`,
    expect: {
      company: '温州鹿城某民营口腔门诊部',
      titles: ['前台接待', '护士助理'],
      kind: '社招',
      cities: ['温州'],
      degree: '大专',
      majors: ['不限'],
      salary: { min: 4500, max: 5500, unit: '元/月' },
      headcount: 3,
      deadline: '2026-12-08',
      email: 'qianya@qianya-dental.example.com',
    },
  },
  {
    name: 'everything in one line',
    text: `【校招正式批】凌汐科技  Java开发、算法、产品运营  base 杭州  本科及以上  18-30K*16  网申截止 12.15 23:59  https://lingxi.example.com/c27`,
    expect: {
      company: '凌汐科技',
      titles: ['Java开发', '算法', '产品运营'],
      kind: '校招',
      cities: ['杭州'],
      degree: '本科',
      salary: { min: 18000, max: 30000, unit: '元/月' },
      deadline: '2026-12-15T23:59',
      url: 'https://lingxi.example.com/c27',
    },
  },
  {
    name: 'each and a number apart',
    text: `海拉尔牧云乳业股份有限公司
2027届"草原新星"培养生招募
　　一、岗位设置：牧场技术、乳品加工、质量检验各5名；市场推广10名。
　　二、学历专业：本科及以上，动物科学、食品科学与工程、市场营销等专业。
　　三、薪酬待遇：年薪8万元起，提供公寓，报销首次路费。
　　四、工作地点：呼伦贝尔市海拉尔区、呼和浩特市。
　　五、报名时间：2026年11月25日至2027年1月5日。
　　六、报名网址：https://hr.muyun-dairy.example.com`,
    expect: {
      company: '海拉尔牧云乳业股份有限公司',
      titles: ['牧场技术', '乳品加工', '质量检验', '市场推广'],
      kind: '校招',
      cities: ['呼伦贝尔', '呼和浩特'],
      degree: '本科',
      majors: ['动物科学', '食品科学与工程', '市场营销'],
      salary: { min: 80000, max: null, unit: '元/年' },
      headcount: 25,
      deadline: '2027-01-05',
      url: 'https://hr.muyun-dairy.example.com',
    },
  },
  {
    name: 'winter duty in the library',
    text: `图书馆2026年寒假值班岗招人！
需要：学生3名（2027.1.20-2.10每天半天）
要求：家在本地，本科生研究生不限，专业不限
补贴：70元/天
截止：12月25日
投：lib@lib.qingtan.example.edu.cn`,
    expect: {
      company: '图书馆',
      titles: ['值班岗'],
      kind: '校内岗位',
      degree: '本科',
      majors: ['不限'],
      salary: { min: 70, max: 70, unit: '元/天' },
      headcount: 3,
      deadline: '2026-12-25',
      email: 'lib@lib.qingtan.example.edu.cn',
    },
  },
  {
    name: 'grassroots posts by number',
    text: `广西三支一扶2027年招募
招募单位：河池市岩江县人社局
岗位及人数：支教8名、支医6名、林业5名
条件：大专及以上，30周岁以下
报名：5月6日9:00—5月12日18:00，网址 https://szyf.yanjiang.example.gov.cn
笔试：6月`,
    expect: {
      company: '河池市岩江县人社局',
      titles: ['支教', '支医', '林业'],
      kind: '基层项目',
      cities: ['河池'],
      degree: '大专',
      headcount: 19,
      deadline: '2027-05-12T18:00',
      url: 'https://szyf.yanjiang.example.gov.cn',
    },
  },
  {
    name: 'a mailbox hidden from robots',
    text: `【青潭大学就业】推荐岗位一则
单位名称：西安鼎岳仪器仪表有限公司
单位性质：专精特新企业
招聘专业：测控技术与仪器、电子信息工程、仪器仪表工程
招聘岗位：①应用工程师5人 ②FPGA工程师2人 ③售前支持3人
学历层次：本科、硕士
薪资标准：本科7-9K，硕士10-14K，13薪
工作地点：西安高新区（售前支持可常驻成都/广州）
简历邮箱：hr#dingyue-inst.example.com（#换成@）
截止时间：2026-12-15 17:00`,
    expect: {
      company: '西安鼎岳仪器仪表有限公司',
      titles: ['应用工程师', 'FPGA工程师', '售前支持'],
      kind: '社招',
      cities: ['西安', '成都', '广州'],
      degree: '本科',
      majors: ['测控技术与仪器', '电子信息工程', '仪器仪表工程'],
      salary: { min: 7000, max: 14000, unit: '元/月' },
      headcount: 10,
      deadline: '2026-12-15T17:00',
      email: 'hr@dingyue-inst.example.com',
    },
  },
  {
    name: 'registration in person over some days',
    text: `福鼎市白茶研究所（事业单位）招聘编外科研辅助人员2名
茶学或食品类专业 大专以上 3500元/月+绩效
2026年12月1日-12月11日工作日内到所办公室报名
联系电话0593-0000000`,
    expect: {
      company: '福鼎市白茶研究所',
      titles: ['编外科研辅助人员'],
      kind: '事业单位',
      cities: ['福鼎'],
      degree: '大专',
      majors: ['茶学', '食品类'],
      salary: { min: 3500, max: 3500, unit: '元/月' },
      headcount: 2,
      deadline: '2026-12-11',
    },
  },
  {
    name: 'an internship that may turn into a job',
    text: `江淮重机2027届实习生（留用）计划
面向：2027届本科、硕士
岗位：研发、工艺、质量、采购、IT 五类共计60人
专业：机械类 材料类 自动化类 计算机类
实习补贴：本科120元/天 硕士160元/天
留用薪酬：8-13万/年
地点：合肥/马鞍山
网申：www.jhzj.example.com/zhaopin 截止12月18日`,
    expect: {
      company: '江淮重机',
      titles: ['研发', '工艺', '质量', '采购', 'IT'],
      kind: '实习',
      cities: ['合肥', '马鞍山'],
      degree: '本科',
      majors: ['机械类', '材料类', '自动化类', '计算机类'],
      salary: { min: 120, max: 160, unit: '元/天' },
      headcount: 60,
      deadline: '2026-12-18',
      url: 'www.jhzj.example.com/zhaopin',
    },
  },
  {
    name: 'a party committee selecting graduates',
    text: `自治区党委组织部关于2027年度定向选调应届优秀大学毕业生公告（摘要）
选调计划：全区计划选调320名，其中区直机关40名、基层280名。
选调对象：2027届全日制普通高校本科及以上学历毕业生，中共党员、学生干部优先，专业不限。
报名时间：2026年11月25日9:00至12月1日17:00。
报名网站：http://xds.example.gov.cn
缴费确认：12月3日17:00前。`,
    expect: {
      company: '自治区党委组织部',
      titles: ['选调生'],
      kind: '公务员',
      degree: '本科',
      majors: ['不限'],
      headcount: 320,
      deadline: '2026-12-01T17:00',
      url: 'http://xds.example.gov.cn',
    },
  },
  {
    name: 'pay by d and numbers by times',
    text: `Hi～ 澜码（北京）科技有限公司 AI 组招日常实习！
• 大模型数据策略实习生 ×2
• 后端实习生（Go）×1
本科大三及以上，CS/数学/统计相关
300-400/d，三餐+房补50/d
北京海淀，可远程面试
发简历：ai-intern@lanma.example.com
12/1前到岗优先，招满为止`,
    expect: {
      company: '澜码（北京）科技有限公司',
      titles: ['大模型数据策略实习生', '后端实习生（Go）'],
      kind: '实习',
      cities: ['北京'],
      degree: '本科',
      salary: { min: 300, max: 400, unit: '元/天' },
      headcount: 3,
      email: 'ai-intern@lanma.example.com',
    },
  },
  {
    name: 'a street office with its signature',
    text: `公告
因工作需要，经研究，决定面向社会招聘城市社区工作者26名，现将有关事项公告如下：
1.大专及以上学历，专业不限，有社区工作经验者优先；
2.工资按照《社区工作者薪酬办法》执行，约4200元/月；
3.报名：2026年12月5日—12月9日17:30，街道办事处三楼现场报名；
4.笔试时间另行通知。
宿州市梧岭街道办事处
2026年11月19日`,
    expect: {
      company: '宿州市梧岭街道办事处',
      titles: ['城市社区工作者'],
      kind: '社招',
      cities: ['宿州'],
      degree: '大专',
      majors: ['不限'],
      salary: { min: 4200, max: 4200, unit: '元/月' },
      headcount: 26,
      deadline: '2026-12-09T17:30',
    },
  },
];
