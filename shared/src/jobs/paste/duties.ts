const dutyLabel =
  /职责|工作内容|岗位内容|岗位描述|职位描述|岗位说明|工作任务|主要工作|做什么|你将|你要做|日常工作|实习内容|服务内容|responsib|dut(?:y|ies)/i;

// Verbs by which a post is described even where no label says so.
const dutyVerbs =
  '负责|协助|参与|承担|从事|跟进|开展|对接|撰写|编写|编制|设计|维护|整理|处理|办理|管理|搭建|开发|检索|照护|照看|回复|讲授|讲解|带领|审核|配合|辅导|跟随|承接|运营|策划|组织|统计|录入|检测|巡视|值班|轮岗|学习|接待|分拣|拍摄|剪辑|翻译|测试|调试|安装|维修|销售|推广|拓展|招聘|教学|授课|护理|操作|分析|搜集|收集|采购|登记|核对|归档|执行|完成|制作|更新|监测|盘点|驾驶|批改|答疑|转写|设计|研发|绘制|绘图|收银|点餐|传菜|搬运|包装|打包|巡检|养护|种植|饲养|布置|清洁|验货|放射|给药|调研';
const asDuty = new RegExp(
  `(?:^|[。;,、:!\\s\\d.)])(?:(?:主要|日常|全面|独立|具体|工作|每天|每日|周末|白天|下午|上午|平时|寒假期间|岗位|在[^,。;]{1,12})*)(?:${dutyVerbs})`,
);
const required =
  /^[^。;\n]{0,4}(?:任职|岗位|应聘|招聘|报考)?(?:要求|条件|资格)|^\s*(?:福利|待遇|薪资|地址|投递)/;

/**
 * Whether a text says what the work is: a label of duties, or a clause outside the requirements that begins with
 * a verb of work. “要求：…能接受出差” and “诚聘，待遇优厚” say nothing of it.
 */
export function saysDuties(text: string): boolean {
  if (dutyLabel.test(text)) return true;
  return text
    .split(/[。;\n]/)
    .some((clause) => !required.test(clause) && asDuty.test(clause.split(/要求|条件/)[0] ?? ''));
}
