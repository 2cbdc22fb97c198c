import { isSafeLink } from '../../text/link';
import { saysDuties } from '../paste/duties';
import { toDay } from '../text/calendar';
import { findCities, type OwnCities } from '../text/city';
import { openEnded } from '../text/date';
import { findDegrees } from '../text/degree';
import { fold } from '../text/fold';
import { findHeadcounts } from '../text/headcount';
import { findSalaries } from '../text/salary';
import { type Finding, finding } from './finding';
import type { LintJob } from './job';

/** Shortest body that tells a reader anything. */
export const shortestBody = 20;
/** Pay above this is a slip of the keys: a million a month, ten million a year. */
const highestPay = 9999999;

// 某知名大厂 and 世界500强 name nobody.
const namesNobody =
  /^某(?:些|个|某|知名|大|头部|一线|互联网|上市|国有|国企|央企|外企|省|市|区|县)|^某[一-龥]{0,4}(?:公司|企业|单位|大厂|集团|银行|医院|学校)$|^(?:一家|知名|匿名|保密|不便透露|暂不公开|国内某|国内知名|世界500强(?:企业)?$|上市公司$|大厂$|待定|无$|未知|公司$|企业$|国企$|央企$)/;

function missingEmployer(job: LintJob): Finding | null {
  const name = fold(job.company).trim();
  if (name === '') return finding('missing.employer', 'company', '没有写招聘单位，请补上单位全称');
  if (namesNobody.test(name))
    return finding('missing.employer', 'company', `“${job.company}”不是单位名称，请写明单位全称`);
  return null;
}

function missingHeadcount(job: LintJob, body: string): Finding | null {
  if (job.headcount !== null && job.headcount > 0) return null;
  const told = findHeadcounts(body).some((mention) =>
    /招|聘|需|名额|引进|人数/.test(body.slice(Math.max(0, mention.start - 12), mention.start)),
  );
  // 若干 and 不限 say how many as far as the employer knows.
  if (/(?:人数|名额)\s*[:：]?\s*(?:招聘?)?(?:若干|多名|不限|不定|待定|批量|招满)/.test(body)) return null;
  return told ? null : finding('missing.headcount', 'headcount', '没有写招聘人数，请补上人数');
}

const placeWords =
  /(?:地点|地址|校区|位于|坐标|base)\s*[:：]?|远程|线上|居家|全国|[一-龥]{1,4}(?:楼|馆|校区)\s*[A-Z]?\d*/i;

function missingPlace(job: LintJob, body: string, own: OwnCities): Finding | null {
  if (job.cities.length > 0 || placeWords.test(body)) return null;
  if (findCities(body, own).some((mention) => mention.explicit || mention.level === 'prefecture'))
    return null;
  return finding('missing.place', 'cities', '没有写工作地点，请选择城市，远程岗位请注明“远程”');
}

function missingPay(job: LintJob, body: string): Finding | null {
  if (job.hasPay) return null;
  const told =
    findSalaries(body).some((mention) => mention.certain) ||
    /面议|面谈|(?:薪|工资|待遇)[^。;\n]{0,10}(?:标准|执行|规定)/.test(body);
  return told ? null : finding('missing.pay', 'salary', '没有写薪资，请填写范围；单位未定的可选“面议”');
}

const requirementWords =
  /要求|条件|资格|优先|学历|专业|毕业|在读|应届|经验|需(?:具备|要|会|有)|须|熟悉|熟练|掌握|希望你|以上|能接受|能适应|不限/;

function missingRequirements(job: LintJob, body: string): Finding | null {
  if (job.degree !== null || job.majors.length > 0) return null;
  if (requirementWords.test(body) || findDegrees(body).length > 0) return null;
  return finding('missing.requirements', 'degree', '没有写应聘条件，请补充学历、专业或任职要求');
}

function validity(job: LintJob, body: string, today: string): Finding | null {
  if (job.deadline === null) {
    if (job.openEnded || openEnded.test(body)) return null;
    return finding(
      'missing.validity',
      'deadline',
      '没有截止日期，请填写；长期招聘的请注明“长期有效”或“招满即止”',
    );
  }
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d)?$/.exec(job.deadline);
  const day = match ? toDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  if (day === null)
    return finding('invalid.deadline', 'deadline', `没有“${job.deadline}”这一天，请改成正确的日期`);
  if (day < today)
    return finding('expired.deadline', 'deadline', '截止日期已经过了，请核实后更新日期，或不再发布');
  return null;
}

function invalidPay(job: LintJob): Finding | null {
  if (job.pay === null) return null;
  const { min, max } = job.pay;
  const sums = [min, max].filter((sum): sum is number => sum !== null);
  if (sums.some((sum) => sum <= 0 || sum > highestPay))
    return finding('invalid.pay', 'salary', '薪资数字不合理，请检查单位是元还是千元');
  if (min !== null && max !== null && min > max)
    return finding('invalid.pay', 'salary', '最低薪资高于最高薪资，请检查');
  return null;
}

function shortBody(job: LintJob): Finding | null {
  if (job.body.trim().length > shortestBody) return null;
  return finding('body.too-short', 'body', '正文太短，请写清工作内容和应聘条件');
}

function missingDuties(body: string): Finding | null {
  return saysDuties(body) ? null : finding('missing.duties', 'body', '没有写工作职责，请补充这个岗位做什么');
}

function invalidLinks(job: LintJob): (Finding | null)[] {
  const message = '链接打不开：只能用 http 或 https 开头的网址，请检查';
  return [
    job.url !== '' && !isSafeLink(job.url) ? finding('invalid.link', 'apply.url', message) : null,
    job.sourceUrl !== '' && !isSafeLink(job.sourceUrl)
      ? finding('invalid.link', 'source.url', message)
      : null,
  ];
}

/** Fields that the recruitment rules want and the posting lacks, and fields that cannot be right. */
export function lintFields(job: LintJob, today: string, own: OwnCities): (Finding | null)[] {
  const body = fold(job.body);
  return [
    missingEmployer(job),
    missingHeadcount(job, body),
    missingPlace(job, body, own),
    missingPay(job, body),
    missingDuties(body),
    missingRequirements(job, body),
    validity(job, body, today),
    invalidPay(job),
    ...invalidLinks(job),
    shortBody(job),
  ];
}
