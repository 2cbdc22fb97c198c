import { findSalaries, isNegotiable, type Salary, type SalaryMention } from '../text/salary';
import { type Document, entriesOf } from './document';
import type { Found } from './found';
import { spanOf } from './found';

/** `negotiable`: the text says that pay is to be agreed and names no sum. */
export type Pay = Salary | 'negotiable';

const payWords =
  /薪|工资|待遇|收入|补贴|津贴|补助|报酬|酬金|底薪|到手|转正|综合|平均|税前|税后|劳务|月入|salary|base|起步/i;
// Sums that are not the wage: allowances for food and rent, fees, turnover, settling-in money.
const otherMoney =
  /(?:餐|饭|房|租|住|交通|通讯|话|高温|取暖|降温|伙食|车|油|学历|安家|节日|生日|驻外|驻站|夜班|加班|出差|差旅|路|电脑|落户|购房|探亲|采暖)[^\d,。;]{0,5}(?:补|贴|费|津|助|金)[^\d,。;]{0,4}$|(?:安家|启动|经费|奖学金|注册资|营收|营业(?!员|部)|产值|产销|销售额|销售收入|总投资|投资额|总资产|资产(?:总额|规模|达|超)|押金|罚|报名费|考试费|费用|学费|工本|服装费|培训费|奖金|一次性|违约金|福利费|市值|规模|满|超|赔偿|保险[费金]|红包|推荐奖|面积|年利润|捐)[^\d,。;]{0,8}$/;

/** A sum taken for pay, with the words in front of it and its own. */
interface Candidate extends SalaryMention {
  before: string;
}

/** What is said in front of a sum in its own clause. */
function beforeOf(text: string, mention: SalaryMention): string {
  const said = text.slice(Math.max(0, mention.start - 24), mention.start);
  return said.split(/[\n。;!?,、+]/).pop() ?? '';
}

function isPay(document: Document, mention: SalaryMention, before: string, inPayEntry: boolean): boolean {
  const { text } = document;
  if (otherMoney.test(before)) return false;
  if (
    /^\s*(?:\/|每)?(?:餐|顿|件|单|课时|节|场|次|人次|本|篇|字)/.test(text.slice(mention.end, mention.end + 4))
  )
    return false;
  if (
    /^[^,。;\n+]{0,2}(?:餐补|房补|饭补|话补|车补|住房补|安家|补贴|津贴|补助)/.test(
      text.slice(mention.end, mention.end + 6),
    )
  )
    return false;
  const sum = mention.salary.min ?? mention.salary.max ?? 0;
  const said = text.slice(mention.start, mention.end);
  if (inPayEntry) return mention.periodWritten || sum >= 300;
  if (mention.periodWritten) return sum >= 10;
  if (mention.salary.months !== undefined) return true;
  if (payWords.test(before)) return sum >= 300;
  if (/[kK]/.test(said))
    return /\d\s*[kK]?\s*[-~至到]/.test(said) && mention.salary.max !== null && sum >= 1000;
  // …，5500元，双休: a sum that stands alone between commas.
  const alone = before.trim() === '' && /^\s*(?:[,。;\n]|$)/.test(text.slice(mention.end, mention.end + 3));
  if (mention.certain && alone && sum >= 1500 && sum < 100000) return true;
  // 本科，7000-10000元: a range in yuan of the size of a month's pay.
  return (
    mention.certain &&
    mention.salary.max !== null &&
    mention.salary.max !== sum &&
    sum >= 1500 &&
    sum < 100000
  );
}

function candidates(document: Document): Candidate[] {
  const { text } = document;
  const entries = entriesOf(document, 'pay');
  const columns = document.table?.columns.indexOf('pay') ?? -1;
  const cells = columns < 0 ? [] : (document.table?.rows ?? []).map((row) => row.cells[columns]);
  const found: Candidate[] = [];
  for (const mention of findSalaries(text)) {
    const inside = (span: { start: number; end: number } | undefined) =>
      span !== undefined && mention.start >= span.start && mention.end <= span.end;
    const entry = entries.find(inside);
    const inPay = entry !== undefined || cells.some(inside);
    const before = beforeOf(text, mention);
    if (isPay(document, mention, before, inPay))
      found.push({
        ...mention,
        before: (entry?.label ?? '') + before + text.slice(mention.start, mention.end),
      });
  }
  return found;
}

function prefer(list: Candidate[], test: (candidate: Candidate) => boolean): Candidate[] {
  const chosen = list.filter(test);
  return chosen.length > 0 ? chosen : list;
}

const foreign = /USD|SGD|HKD|EUR|美元|港币|欧元|英镑|新币|[$€£]/i;

/**
 * Pay over all posts of a text: lowest minimum to highest maximum. Pay after probation, a yearly package and
 * 综合 beat the base; food and rent are no pay. Pay by the hour is read, though the label form leaves it out.
 */
export function readPay(document: Document): Found<Pay> | null {
  let list = candidates(document).filter(
    (item) => !foreign.test(document.text.slice(Math.max(0, item.start - 4), item.end + 5)),
  );
  // An internship pays what it pays now, not what follows it.
  if (list.some((item) => /^实习/.test(item.before)))
    list = prefer(list, (item) => !/留用|毕业后/.test(item.before));
  list = prefer(list, (item) => !/试用|见习期|实习期/.test(item.before));
  list = prefer(list, (item) => /转正|试用期后|定级后/.test(item.before));
  const yearly = list.filter((item) => item.salary.unit === 'year');
  if (yearly.some((item) => /年|包|综合/.test(item.before))) list = yearly;
  list = prefer(list, (item) => /综合|到手|月均|平均|总收入|税前合计/.test(item.before));
  list = prefer(list, (item) => !/底薪|无责|基本工资|基础工资|保底/.test(item.before));
  const first = list[0];
  if (first === undefined) {
    const negotiable = entriesOf(document, 'pay').find((entry) => isNegotiable(entry.value));
    const said =
      /(?:薪|工资|待遇|报酬|酬劳)[^。;\n]{0,12}(?:面议|面谈)|(?:面议|面谈)[^。;\n]{0,4}(?:薪|工资)/.exec(
        document.text,
      );
    if (negotiable) return { value: 'negotiable', span: { start: negotiable.start, end: negotiable.end } };
    return said
      ? { value: 'negotiable', span: { start: said.index, end: said.index + said[0].length } }
      : null;
  }
  const same = list.filter((item) => item.salary.unit === first.salary.unit);
  return { value: widest(same.map((item) => item.salary)), span: spanOf(same) };
}

function widest(salaries: Salary[]): Salary {
  const [first] = salaries as [Salary, ...Salary[]];
  if (salaries.length === 1) return first;
  const lows = salaries.map((salary) => salary.min).filter((sum): sum is number => sum !== null);
  const highs = salaries.map((salary) => salary.max ?? salary.min ?? 0);
  const min = lows.length > 0 ? Math.min(...lows) : null;
  const max = Math.max(...highs);
  const open = salaries.every((salary) => salary.max === null) && lows.every((low) => low === min);
  const salary: Salary = { min, max: open ? null : max, unit: first.unit };
  const months = salaries.find((item) => item.months !== undefined)?.months;
  if (months !== undefined) salary.months = months;
  return salary;
}
