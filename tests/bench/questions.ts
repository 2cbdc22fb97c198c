const subjects = [
  '三方协议',
  '选调生',
  '公务员',
  '教师编',
  '考研',
  '实习',
  '秋招',
  '春招',
  '网申',
  '群面',
  '结构化面试',
  '简历',
  '档案',
  '户口',
  '社保',
  '五险一金',
  '试用期',
  '违约金',
  '补贴',
  '西部计划',
  '三支一扶',
  '事业单位',
  '国企',
  '外企',
  '研究生复试',
  '推免',
  '创业园',
  '营业执照',
  '应届生身份',
  '毕业证',
  '学位证',
  '英语六级',
  '专业排名',
  '转专业',
  '辅修',
  '导师',
  '室友',
  '宿舍',
  '心理咨询',
  '请假',
];
const acts = [
  '还能报名吗',
  '要准备什么材料',
  '怎么写才合适',
  '什么时候截止',
  '需要学院盖章吗',
  '可以放弃吗',
  '会影响签约吗',
  '能不能延期',
  '由谁审核',
  '在哪里办理',
  '有没有名额限制',
  '算不算工作经历',
  '被拒了怎么办',
  '要不要如实填写',
  '和另一个冲突怎么选',
  '没通过还有机会吗',
  '多久出结果',
  '可以委托别人办吗',
  '异地能办吗',
  '需要缴费吗',
];
const details = [
  '签了合肥的单位以后',
  '专业不对口的话',
  '排名靠后',
  '已经交过社保',
  '差两分',
  '人在外地',
  '收到两个录用通知',
  '只有一段经历',
  '挂过一门课',
  '延期毕业',
  '家里不同意',
  '第一次参加',
  '导师不放人',
  '体检没过',
  '资料丢了',
  '过了报名时间',
];

/** A number for every number, always the same: what is measured today is measured tomorrow. */
function noise(n: number): number {
  let x = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const pick = (list: readonly string[], n: number): string => list[noise(n) % list.length] ?? '';

/** The title of the `n`-th invented question: three parts that many share, and a number that few do. */
export const inventedTitle = (n: number): string =>
  `${pick(details, n * 3)}，${pick(subjects, n * 3 + 1)}${noise(n) % 3 === 0 ? `（第 ${noise(n + 7) % 5000} 批）` : ''}${pick(acts, n * 3 + 2)}？`;
