import { findLinks, findMails, type LinkMention } from '../../text/link';
import { type Document, entriesOf, written } from './document';
import type { Found } from './found';

/** The text in the line before a mention and right behind it: what says whom an address is for. */
function around(document: Document, mention: LinkMention): { before: string; after: string } {
  const { text } = document;
  const lineStart = text.lastIndexOf('\n', mention.start - 1) + 1;
  const before = text.slice(Math.max(lineStart, mention.start - 40), mention.start);
  const lineEnd = text.indexOf('\n', mention.end);
  const after = text.slice(mention.end, Math.min(lineEnd < 0 ? text.length : lineEnd, mention.end + 24));
  return { before: lastClause(before), after: after.split(/[。;]/)[0] ?? '' };
}

function lastClause(text: string): string {
  const parts = text.split(/[。;!?]/);
  return parts[parts.length - 1] ?? '';
}

const notForApplicants = /监督|举报|信访|纪[检委]|投诉|商务|合作|媒体|采购|发票|客服|售后|版权|侵权/;
const refusesApplicants =
  /不(?:接收|接受|收|受理)(?:个人)?(?:简历|投递|报名)|只受理|仅(?:受理|供|限|用于)?(?:咨询|答疑|举报|信访)|请勿投/;
const takesApplications = /简历|投递|应聘|报名|申请|发[到至送给]|投[到至]|apply|材料|内推|邮箱|send/i;

/** The mailbox that takes applications; null for one that answers questions or takes complaints only. */
export function readEmail(document: Document): Found<string> | null {
  let best: Found<string> | null = null;
  let bestScore = 0;
  const mentions = findMails(document.text);
  for (const mention of mentions) {
    const { before, after } = around(document, mention);
    if (notForApplicants.test(before) || refusesApplicants.test(before) || refusesApplicants.test(after))
      continue;
    let score = 1;
    if (takesApplications.test(before)) score += 2;
    if (/咨询|答疑|问题|技术支持/.test(before) && !/简历|投递|报名材料|应聘材料/.test(before)) score -= 3;
    if (score > bestScore) {
      bestScore = score;
      best = { value: mention.value, span: { start: mention.start, end: mention.end } };
    }
  }
  return best;
}

const applies =
  /网申|报名|投递|申请|填[写报表]|登[录陆]|入口|apply|应聘|在线|通道|问卷|链接|扫码|注册|系统|简历|网址|打开|唯一/i;
const appliesAfter =
  /^\s*[)】]?\s*[,，]?\s*(?:\(?(?:唯一|网申|投递|报名|填|在线|进行|注册|即可|完成)|报名|网上报名|填写|投递)/;
const informs =
  /详情|原文|公众号|推文|了解更多|公司主页|公司官网|企业官网|官方网站|单位网[站址]|直播|地图|下载|附件|查询|成绩|回放|视频|介绍|关注|宣讲|作品|举报|样例|参考|主页/;

/** The page on which one applies; a home page or an article that only informs is none. */
export function readUrl(document: Document): Found<string> | null {
  let best: Found<string> | null = null;
  let bestScore = 0;
  for (const mention of findLinks(document.text)) {
    const { before, after } = around(document, mention);
    let score = 0;
    if (applies.test(before)) score += 3;
    if (appliesAfter.test(after)) score += 2;
    if (
      /join|career|zhaopin|zp|campus|apply|job|recruit|hr\.|baoming|bm|wj\.|form|talent/i.test(mention.value)
    )
      score += 1;
    if (informs.test(before.slice(-14)) && !/网申|报名|投递|申请|填|登录/.test(before.slice(-14))) score -= 4;
    if (/下载|查询|查看|了解/.test(after.slice(0, 8))) score -= 2;
    if (/mp\.weixin|mp\.example|\/s\//.test(mention.value)) score -= 2;
    // A link that stands alone on its line is given to be followed.
    if (score === 0 && before.trim() === '' && after.trim() === '') score = 1;
    if (score > bestScore) {
      bestScore = score;
      best = { value: mention.value, span: { start: mention.start, end: mention.end } };
    }
  }
  return best;
}

const sourcePatterns: readonly RegExp[] = [
  /(?:转载(?:自|于)?|转[自发]|来源|出处|来自|摘自|搬运自|via|信息源|整理自)\s*自?\s*(?:(?:微信)?公众号|官微)?\s*[:：]?\s*[“"「『《【@#]?\s*([^\s“”"」』》】,。;:!?()|#]{2,24})/i,
  /[“"「『《【]([^“”"」』》】\n]{2,24})[”"」』》】]\s*(?:公众号|微信公众号|小程序)?\s*(?:整理|转发|转载|汇总|发布|推送)/,
];

const notASource = /^(?:朋友圈|群|网络|官网|公司|学校|母校|互联网|本群|别处|同学|朋友|微信群|就业群|HR)$/;

/** The account that re-posted the announcement (转自…, 来源：…). */
export function readSource(document: Document): Found<string> | null {
  const entry = entriesOf(document, 'source').find((item) => !item.section);
  const named = /^[\s“"「『《【@]*([^\s“”"」』》】,。;:!?()|#]{2,24})/.exec(entry?.value ?? '');
  if (entry && named && !notASource.test(named[1] ?? '')) {
    const start = entry.start + named[0].length - (named[1] ?? '').length;
    const name = (named[1] ?? '').replace(/(?:微信)?(?:公众号|官微)$/, '');
    return {
      value: written(document, { start, end: start + name.length }),
      span: { start, end: start + name.length },
    };
  }
  for (const pattern of sourcePatterns) {
    const global = new RegExp(pattern.source, `${pattern.flags}g`);
    for (let match = global.exec(document.text); match; match = global.exec(document.text)) {
      const captured = match[1] ?? '';
      const name = captured.replace(/(?:微信)?(?:公众号|官微)$/, '').replace(/[-—~]+$/, '');
      const before = document.text.charAt(match.index - 1);
      // 邮件写明来自母校, 专业技术来源于…: inside a sentence it is another word.
      if (
        name.length < 2 ||
        notASource.test(name) ||
        (/[-一-龥]/.test(before) && /来自|来源|出处/.test(match[0]))
      )
        continue;
      if (/^(?:于|的|各|全国|国内)/.test(name) || /https?|www\./.test(name)) continue;
      const start = match.index + match[0].lastIndexOf(captured);
      const span = { start, end: start + name.length };
      return { value: written(document, span), span };
    }
  }
  return null;
}
