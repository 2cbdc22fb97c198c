const dutyLabel =
  /职责|工作内容|岗位内容|岗位描述|职位描述|岗位说明|工作任务|主要工作|做什么|你将|你要做|日常工作|实习内容|服务内容|responsib|dut(?:y|ies)/i;

// Verbs that describe work wherever they stand.
const verbs =
  /负责|协助|参与|承担|从事|跟进|跟随|开展|对接|撰写|编写|编制|编绘|整理|维护|处理|办理|搭建|检索|照护|照看|照顾|回复|回访|讲授|讲解|授课|带领|审核|配合|辅导|承接|录入|检测|巡视|巡检|值班|轮岗|接待|分拣|拍摄|剪辑|调试|安装|维修|拓展|搜集|收集|登记|核对|归档|监测|盘点|驾驶|批改|答疑|转写|绘制|收银|点餐|传菜|搬运|打包|养护|饲养|布置|验货|放射|制作|更新|执行[^力标]|参加[^,。;]{0,6}(?:项目|课题|研发)/;
// These are names of majors and skills too; they tell of work at the head of a clause.
const headVerbs =
  /(?:^|[。;,、:!\s\d.)])(?:(?:主要|日常|全面|独立|具体|工作|每天|每日|周末|白天|平时|寒假期间|在[^,。;]{1,12})*)(?:设计|开发|测试|运营|销售|推广|分析|教学|护理|操作|组织|完成|统计|翻译|策划|管理|学习|采购|研发|绘图|包装|种植|清洁|调研|服务)(?!类|学|专业|及|机会|经验|能力|优先)/;
const required =
  /^\s*(?:任职|岗位|应聘|招聘|报考)?(?:要求|条件|资格)|^\s*(?:福利|待遇|薪资|地址|投递|公司(?:提供|为))/;

/**
 * Whether a text says what the work is: a label of duties, or words of work outside the requirements.
 * “要求：…能接受出差” and “诚聘，待遇优厚” say nothing of it.
 */
export function saysDuties(text: string): boolean {
  if (dutyLabel.test(text)) return true;
  return text.split(/[。;\n]/).some((clause) => {
    const told = required.test(clause) ? '' : (clause.split(/要求|条件|招募对象/)[0] ?? '');
    return verbs.test(told) || headVerbs.test(told);
  });
}
