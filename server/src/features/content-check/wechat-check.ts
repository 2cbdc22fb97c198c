import type { Context } from '../../context';
import { errcodes, WechatError, WechatUnreachable } from '../../ports/wechat/error';
import type { TextVerdict, Wechat } from '../../ports/wechat/wechat';
import { labelWords, politics } from './labels';
import type { Verdict } from './rules';

/** What WeChat takes at once, in characters. */
const longestChunk = 2_500;
/** A word that would be cut in two is whole in one of the chunks. */
const overlap = 100;
/** The whole check of a text, whatever its length: a person waits for the answer. */
const patienceMs = 5_000;
/** A comment, a post of a forum. */
const scene = 3;

/** The text in pieces that WeChat takes, each beginning with the end of the one before. */
export function chunksOf(text: string): string[] {
  const signs = [...text];
  const chunks: string[] = [];
  for (let start = 0; start === 0 || start + overlap < signs.length; start += longestChunk - overlap)
    chunks.push(signs.slice(start, start + longestChunk).join(''));
  return chunks;
}

type Said = Pick<Verdict, 'verdict' | 'words' | 'traceIds'>;

const unchecked = (words: string): Said => ({ verdict: 'unavailable', words: [words], traceIds: [] });
const nothing: Said = { verdict: 'pass', words: [], traceIds: [] };

function readVerdict({ suggest, label, traceId }: TextVerdict, sourceBoard: boolean): Said {
  if (suggest === 'pass') return { ...nothing, traceIds: [traceId] };
  const verdict = suggest === 'review' || (sourceBoard && label === politics) ? 'review' : 'block';
  return { verdict, words: [`微信：${labelWords(label)}`], traceIds: [traceId] };
}

const ranks = ['pass', 'review', 'unavailable', 'block'] as const;

/** The worst of several verdicts, with the words of all. */
export function worstOf(all: readonly Said[]): Said {
  const rank = Math.max(0, ...all.map(({ verdict }) => ranks.indexOf(verdict)));
  return {
    verdict: ranks[rank] ?? 'unavailable',
    words: [...new Set(all.flatMap(({ words }) => words))],
    traceIds: all.flatMap(({ traceIds }) => traceIds),
  };
}

const isExpected = (error: unknown): error is WechatError | WechatUnreachable =>
  error instanceof WechatError || error instanceof WechatUnreachable;

/** Resolves with `late` when `work` takes longer than `ms`; the work goes on unheard. */
async function within<T>(ms: number, work: Promise<T>, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
    timer.unref();
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}

interface Asking {
  text: string;
  /** Undefined for a person without a WeChat account. */
  openid: string | undefined;
  sourceBoard: boolean;
  /** Whether the person's words may pass where WeChat does not know the person, or not lately. */
  trusted: boolean;
  /** It is not waited for any longer. */
  givenUp?: boolean;
}

async function askChunk(wechat: Wechat, content: string, openid: string, asking: Asking): Promise<Said> {
  try {
    return readVerdict(await wechat.checkText({ openid, scene, content }), asking.sourceBoard);
  } catch (error) {
    if (!isExpected(error)) throw error;
    if (error instanceof WechatError && error.errcode === errcodes.risky)
      return { verdict: 'block', words: ['微信：内容违规'], traceIds: [] };
    if (error instanceof WechatError && error.errcode === errcodes.notSeenLately)
      return asking.trusted ? nothing : unchecked('最近没有打开过小程序，微信不肯检查');
    return unchecked('微信的检查没有完成');
  }
}

/** Asks WeChat about a text. Never throws for WeChat's sake, and answers within `patienceMs`. */
export async function askWechat({ wechat }: Pick<Context, 'wechat'>, asking: Asking): Promise<Said> {
  if (wechat === null || asking.text.trim() === '') return nothing;
  const { openid, text, trusted } = asking;
  if (openid === undefined) return trusted ? nothing : unchecked('没有用微信登录过，微信没法检查');
  const late = unchecked('微信的检查没有等到结果');
  if (asking.givenUp) return late;
  const all = Promise.all(chunksOf(text).map((chunk) => askChunk(wechat, chunk, openid, asking)));
  return within(patienceMs, all.then(worstOf), late);
}
