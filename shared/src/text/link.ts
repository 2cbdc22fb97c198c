import { isWebAddress } from './web-address';
import { foldWidth } from './width';

export interface TextSpan {
  start: number;
  end: number;
}

export interface LinkMention extends TextSpan {
  value: string;
}

const mail =
  /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:@|\(at\)|\[at\]|【at】)\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gi;

/** Every mail address of `text`; `(at)` written against robots reads `@`. */
export function findMails(text: string): LinkMention[] {
  const folded = foldWidth(text);
  // hr#a.com（#换成@）
  const source = /#\s*(?:号)?(?:换|改|替)[^@\n]{0,4}@/.test(folded) ? folded.replace(/#/g, '@') : folded;
  const mentions: LinkMention[] = [];
  mail.lastIndex = 0;
  for (let match = mail.exec(source); match; match = mail.exec(source)) {
    const value = match[0]
      .replace(/\s/g, '')
      .replace(/\(at\)|\[at\]|【at】/i, '@')
      .replace(/[.-]+$/, '');
    mentions.push({ value, start: match.index, end: match.index + match[0].length });
  }
  return mentions;
}

// Only names that end in a domain people write without http:// are links; a.b is no link.
const link =
  /(?:https?:\/\/[^\s一-龥，。；、！？）】》」"'<>()|]+)|(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:com|cn|net|org|edu|gov|io|top|info|me|cc|site|tech|work|hr|link|xyz|example)(?![a-z0-9.-]*@)(?:\.[a-z]{2,3})?(?::\d+)?(?:[/?#][^\s一-龥，。；、！？）】》」"'<>()|]*)?/gi;

/** Every web address of `text`, as written, without the punctuation behind it; with or without scheme. */
export function findLinks(text: string): LinkMention[] {
  const source = foldWidth(text);
  const mails = findMails(text);
  const mentions: LinkMention[] = [];
  link.lastIndex = 0;
  for (let match = link.exec(source); match; match = link.exec(source)) {
    const at = match.index;
    if (/[@A-Za-z0-9._-]/.test(source.charAt(at - 1))) continue;
    if (mails.some((item) => at >= item.start && at < item.end)) continue;
    const value = match[0].replace(/[.,;:!?~]+$/, '');
    mentions.push({ value, start: match.index, end: match.index + value.length });
  }
  return mentions;
}

/** Whether a link may be opened: http(s) or written without scheme, never `javascript:` and the like. */
export function isSafeLink(link: string): boolean {
  const trimmed = link.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return isWebAddress(trimmed);
  // host:port without scheme looks like a scheme and is none.
  return (
    (scheme === undefined || /^[a-z0-9.-]+\.[a-z]{2,}:\d/i.test(trimmed)) &&
    /^[^\s/?#]+\.[^\s]+$/.test(trimmed)
  );
}

const trackingKeys =
  /^(?:utm_[a-z]+|from|source|src|spm|share\w*|scene|isappinstalled|nsukey|timestamp|ref|channel)$/i;

/**
 * One form for links that open the same page: no scheme, no `www.`, lower-case host, no fragment, no tracking
 * parameters, no last slash.
 */
export function normalizeLink(link: string): string {
  const bare = foldWidth(link)
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/#.*$/, '');
  const question = bare.indexOf('?');
  const path = (question < 0 ? bare : bare.slice(0, question)).replace(/\/+$/, '');
  const slash = path.indexOf('/');
  const host = (slash < 0 ? path : path.slice(0, slash)).toLowerCase().replace(/^www\./, '');
  const kept = (question < 0 ? '' : bare.slice(question + 1))
    .split('&')
    .filter((pair) => pair !== '' && !trackingKeys.test(pair.split('=')[0] ?? ''))
    .sort();
  return host + (slash < 0 ? '' : path.slice(slash)) + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

// Of a web page's address only what no page needs: a parameter such as `id` or `source` may name the page itself.
const surelyTracking =
  /^(?:utm_[a-z]+|spm|scm|share_?(?:source|medium|from|token|uid|sessionid|plat|session_id|times|tag|id)|isappinstalled|nsukey|fbclid|gclid|yclid|msclkid|mc_[ce]id|_hs(?:enc|mi)|chksm|scene|subscene|clicktime|enterid|sessionid|ascene|devicetype|exportkey|pass_ticket|wx_header|from_source|vd_source|unique_k|bbid|ts_track|wxshare_count|hmsr|hmpl|hmcu|hmkw|hmci)$/i;

/** Pages whose only work is to pass on to the address in one of their parameters. */
const passingOn: readonly [host: RegExp, key: string][] = [
  [/^link\.zhihu\.com$/i, 'target'],
  [/^link\.juejin\.cn$/i, 'target'],
  [/^(?:www\.)?google\.[a-z.]+$/i, 'url'],
  [/^link\.csdn\.net$/i, 'target'],
  [/^jump\.bdimg\.com$/i, 'url'],
  [/^c\.pc\.qq\.com$/i, 'pfurl'],
  [/^docs\.qq\.com$/i, 'u'],
];

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The same page without the parameters that say who shared it and where, and without a page in between that only passes on. */
export function withoutTracking(address: string): string {
  const found = /^(https?:\/\/([^/?#]+)[^?#]*)(?:\?([^#]*))?(#.*)?$/i.exec(address.trim());
  if (!found) return address.trim();
  const [, path = '', host = '', query, hash = ''] = found;
  const pairs = query === undefined ? [] : query.split('&');
  const passed = passingOn.find(([pattern]) => pattern.test(host));
  const target = passed && pairs.find((pair) => pair.startsWith(`${passed[1]}=`));
  if (passed && target) {
    const real = decoded(target.slice(passed[1].length + 1));
    if (/^https?:\/\//i.test(real)) return withoutTracking(real);
  }
  const kept = pairs.filter((pair) => pair !== '' && !surelyTracking.test(pair.split('=')[0] ?? ''));
  // Marks of WeChat that only say how the page was come by.
  const place = /^#(?:rd|wechat_redirect)$/i.test(hash) ? '' : hash;
  return path + (kept.length > 0 ? `?${kept.join('&')}` : '') + place;
}
