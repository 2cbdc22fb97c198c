import { findLinks, findMails, isSafeLink, type LinkMention } from './link';

export interface LinkRun {
  text: string;
  href?: string;
}

const addressOf = (value: string): string | undefined => {
  if (!isSafeLink(value)) return undefined;
  return /^https?:/i.test(value) ? value : `https://${value}`;
};

function mentionsIn(text: string): (LinkMention & { href: string })[] {
  const links = findLinks(text).flatMap((link) => {
    const href = addressOf(link.value);
    return href === undefined ? [] : [{ ...link, href }];
  });
  const mails = findMails(text).map((mail) => ({ ...mail, href: `mailto:${mail.value}` }));
  return [...links, ...mails].sort((a, b) => a.start - b.start);
}

/**
 * A plain text cut where web and mail addresses stand; joined, the runs are the text. An address ends before Chinese
 * punctuation and before the marks that close a sentence.
 */
export function linkRuns(text: string): LinkRun[] {
  const runs: LinkRun[] = [];
  let at = 0;
  for (const { start, end, href } of mentionsIn(text)) {
    if (start < at) continue;
    if (start > at) runs.push({ text: text.slice(at, start) });
    runs.push({ text: text.slice(start, end), href });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
