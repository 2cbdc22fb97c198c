import { findPassages } from '../jobs/lint/find-passages';
import { type PassageRule, passageRules } from '../jobs/lint/passages';
import { fold } from '../jobs/text/fold';
import type { TextSpan } from '../text/link';
import { visibleLength } from '../text/visible';
import { headingsIn, linksIn, type MarkdownLink, paragraphAt } from './markdown-places';

/** What the check of an article reads: fields as they are typed. */
export interface CheckedPost {
  board: string;
  title: string;
  markdown: string;
  sourceName: string;
  sourceUrl: string;
  /** `YYYY-MM-DD`. */
  pinnedUntil: string | null;
}

export interface CheckOptions {
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today: string;
  /** The board asks where a piece comes from. */
  sourceRequired: boolean;
}

export const postFindingCodes = [
  'missing.board',
  'missing.title',
  'title.invisible',
  'missing.text',
  'missing.source',
  'source.unnamed',
  'source.insecure',
  'link.unsafe',
  'link.broken',
  'link.insecure',
  'picture.unsafe',
  'picture.no-alt',
  'heading.no-words',
  'heading.empty',
  'pin.past',
  'contact.private',
  'fee.charge',
  'fee.training-loan',
  'bait.promise',
] as const;
export type PostFindingCode = (typeof postFindingCodes)[number];

export type PostPath = 'board' | 'title' | 'markdown' | 'source.name' | 'source.url' | 'pinnedUntil';

/** One finding of 发布前检查. `block` cannot be published, `warn` may. */
export interface PostFinding {
  code: PostFindingCode;
  severity: 'block' | 'warn';
  path: PostPath;
  /** Chinese: what it is. */
  message: string;
  /** Chinese: what to do. */
  detail: string;
  /** Where in the Markdown, when a place is meant. */
  span: TextSpan | null;
}

/** What of the self-check of jobs is worth saying of any text, in words for articles. */
const passageWords: Partial<Record<PassageRule['rule'], { message: string; detail: string }>> = {
  'contact.private': {
    message: '有私人联系方式',
    detail: '“{quote}”。私人手机号、微信号会被退回，请换成单位邮箱、办公电话或公开链接',
  },
  'fee.charge': {
    message: '提到了收费',
    detail: '“{quote}”。请写清谁收、依据哪份文件；招聘一律不得收费，防骗提醒可以保留',
  },
  'fee.training-loan': {
    message: '像培训贷',
    detail: '“{quote}”。这类内容不能推荐给同学；防骗提醒请写明是骗局',
  },
  'bait.promise': {
    message: '像虚假承诺',
    detail: '“{quote}”。没有谁能保证录用，请改成事实',
  },
};

/** Passages of one kind that are listed; a person with more of them begins with these. */
const mostOfAKind = 20;

const finding = (
  code: PostFindingCode,
  severity: PostFinding['severity'],
  path: PostPath,
  message: string,
  detail: string,
  span: TextSpan | null = null,
): PostFinding => ({ code, severity, path, message, detail, span });

function inFields(post: CheckedPost, { today, sourceRequired }: CheckOptions): PostFinding[] {
  const found: PostFinding[] = [];
  const { title, sourceName, sourceUrl, pinnedUntil } = post;
  if (post.board === '')
    found.push(finding('missing.board', 'block', 'board', '没选栏目', '选好栏目才知道发到哪里'));
  if (title.trim() === '')
    found.push(finding('missing.title', 'block', 'title', '没写标题', '一句话说清讲什么'));
  else if (visibleLength(title) === 0)
    found.push(finding('title.invisible', 'block', 'title', '标题看不见', '里面只有看不见的字符，请重新写'));
  if (visibleLength(post.markdown) === 0)
    found.push(finding('missing.text', 'block', 'markdown', '正文还没写', '写几句再发布'));
  const named = visibleLength(sourceName) > 0;
  if (sourceRequired && !named)
    found.push(finding('missing.source', 'block', 'source.name', '来源没写', '这个栏目必须写明官方来源'));
  else if (!named && /转自|转载自|摘自|摘编自|来源[:：]|原文(?:链接)?[:：]/.test(post.markdown))
    found.push(
      finding(
        'source.unnamed',
        'warn',
        'source.name',
        '像是转载，来源没填',
        '转了别人的内容请写出处，或删掉',
      ),
    );
  if (/^http:\/\//i.test(sourceUrl.trim()))
    found.push(
      finding(
        'source.insecure',
        'warn',
        'source.url',
        '原文网址没有加密',
        '能用 https:// 打开的请改成 https://',
      ),
    );
  if (pinnedUntil !== null && pinnedUntil < today)
    found.push(finding('pin.past', 'warn', 'pinnedUntil', '置顶的日子已经过了', '改到以后，或不置顶'));
  return found;
}

/** An address as a parser reads it: entities are characters, control characters and blanks are nothing. */
const readAddress = (address: string): string =>
  address
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6}));?/gi, (_, ten: string | undefined, hex: string | undefined) =>
      String.fromCharCode(ten === undefined ? Number.parseInt(hex ?? '0', 16) : Number(ten)),
    )
    .replace(/&colon;/gi, ':')
    .replace(/&(?:tab|newline);/gi, '')
    .split('')
    .filter((one) => one > ' ' && one !== '\u007f')
    .join('');

const schemeOf = (address: string): string | undefined =>
  /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();

/** What is wrong with the address of a link as it is typed, in Chinese; null for one that readers can open. */
export function linkProblem(typed: string): string | null {
  const address = readAddress(typed);
  const scheme = schemeOf(address);
  if (address === '') return '请填网址';
  if (/^https?:\/\/[^\s/?#.]+\.[^\s]+$/i.test(address) || /^\/(?!\/)/.test(address)) return null;
  if (/^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/i.test(address) || /^tel:[+\d][\d-]{2,}$/i.test(address))
    return null;
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return `不能用 ${scheme}: 开头的地址`;
  return '网址要写全，以 https:// 开头';
}

function ofLink(
  markdown: string,
  { address: written, words, picture, start, end }: MarkdownLink,
): PostFinding | null {
  const address = readAddress(written);
  const scheme = schemeOf(address);
  const place = `第 ${paragraphAt(markdown, start)} 段`;
  const span = { start, end };
  if (picture) {
    if (scheme === 'http' || scheme === 'https' || /^\/(?!\/)/.test(address)) return null;
    return finding(
      'picture.unsafe',
      'block',
      'markdown',
      `${place}有一张图读者看不到`,
      address === '' ? '图片没有地址，请重新插入' : '图片地址不能用，请用工具栏的“图片”上传',
      span,
    );
  }
  const shown = words.trim() === '' ? '' : `“${words.trim().slice(0, 20)}”：`;
  if (scheme === 'https' || scheme === 'mailto' || scheme === 'tel' || /^\/(?!\/)/.test(address)) return null;
  if (scheme === 'http')
    return finding(
      'link.insecure',
      'warn',
      'markdown',
      `${place}有链接没有加密`,
      `${shown}能用 https:// 打开的请改成 https://`,
      span,
    );
  if (scheme !== undefined && !/^[a-z0-9.-]+\.[a-z]{2,}$/.test(scheme))
    return finding(
      'link.unsafe',
      'block',
      'markdown',
      `${place}有不安全的链接`,
      `${shown}不能用 ${scheme}: 开头的地址，请改成 https:// 开头的网址`,
      span,
    );
  return finding(
    'link.broken',
    'warn',
    'markdown',
    `${place}有链接点不开`,
    `${shown}${address === '' ? '没有网址' : '网址要写全，https:// 开头'}`,
    span,
  );
}

function ofPictures(links: readonly MarkdownLink[]): PostFinding[] {
  const silent = links.filter(({ picture, words }) => picture && visibleLength(words) === 0);
  const [first] = silent;
  if (!first) return [];
  const { start, end } = first;
  const message = `${silent.length} 张图没有说明`;
  return [
    finding('picture.no-alt', 'warn', 'markdown', message, '看不见图的人靠说明知道内容', { start, end }),
  ];
}

function ofHeadings(markdown: string): PostFinding[] {
  const headings = headingsIn(markdown);
  const found: PostFinding[] = [];
  const [nameless] = headings.filter(({ words }) => visibleLength(words) === 0);
  if (nameless)
    found.push(
      finding('heading.no-words', 'warn', 'markdown', '有小标题没写字', '写上，或删掉这一行', {
        start: nameless.start,
        end: nameless.end,
      }),
    );
  const empty = headings.filter((heading) => heading.empty && visibleLength(heading.words) > 0);
  const [first] = empty;
  if (first)
    found.push(
      finding(
        'heading.empty',
        'warn',
        'markdown',
        `${empty.length} 个小标题下面还没写`,
        `${empty
          .slice(0, 3)
          .map(({ words }) => `“${words}”`)
          .join('、')}${empty.length > 3 ? '等' : ''}，写上或删掉`,
        { start: first.start, end: first.end },
      ),
    );
  return found;
}

function ofPassages(post: CheckedPost): PostFinding[] {
  const found: PostFinding[] = [];
  for (const rule of passageRules) {
    const words = passageWords[rule.rule];
    if (!words) continue;
    for (const path of ['title', 'markdown'] as const)
      for (const span of findPassages(rule, fold(post[path]), mostOfAKind)) {
        const quote = post[path].slice(span.start, span.end).trim();
        const place = path === 'title' ? '标题' : `第 ${paragraphAt(post.markdown, span.start)} 段`;
        found.push(
          finding(
            rule.rule as PostFindingCode,
            'warn',
            path,
            `${place}${words.message}`,
            words.detail.replace('{quote}', quote),
            path === 'markdown' ? span : null,
          ),
        );
      }
  }
  return found;
}

const byPlace = (found: PostFinding[]): PostFinding[] => {
  const order = ({ severity, span }: PostFinding) =>
    (severity === 'block' ? 0 : 1e9) + (span === null ? 0 : span.start + 1);
  return found.sort((a, b) => order(a) - order(b));
};

/** What of 发布前检查 keeps an article from readers; the server asks it of everything that is published. */
export const blockingFindings = (post: CheckedPost, options: CheckOptions): PostFinding[] =>
  byPlace(
    [
      ...inFields(post, options),
      ...linksIn(post.markdown).flatMap((link) => ofLink(post.markdown, link) ?? []),
    ].filter(({ severity }) => severity === 'block'),
  );

/** 发布前检查: everything that is wrong with an article or could be better, at once; what blocks comes first, then by place. */
export function checkPost(post: CheckedPost, options: CheckOptions): PostFinding[] {
  const links = linksIn(post.markdown);
  return byPlace([
    ...inFields(post, options),
    ...links.flatMap((link) => ofLink(post.markdown, link) ?? []),
    ...ofPictures(links),
    ...ofHeadings(post.markdown),
    ...ofPassages(post),
  ]);
}
