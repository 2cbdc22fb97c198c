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
