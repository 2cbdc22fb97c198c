import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { CheckedPart } from '@qihang/shared/content-check/check';
import { checkText } from '@qihang/shared/content-check/check';
import type { CheckedKind } from '@qihang/shared/content-check/vocabulary';
import { type Actor, canModerate } from '../../actor/rules';
import { emit } from '../../background/events';
import type { Judging } from '../../content/judged';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { findOpenid } from '../session/public-store';
import type { MediaState } from './media-states';
import { findMediaCheck, insertMediaVerdict, setMediaState } from './media-store';
import { saveVerdict } from './public-store';
import type { Verdict } from './rules';
import { askWechat, worstOf } from './wechat-check';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that writes words, before the move that they make: what was said of them. */
    'content.judged': { type: ContentType; id: string; verdict: Verdict; at: Date };
    /** In the transaction that writes words which sound like despair; teachers are told at once. */
    'care.raised': { type: ContentType; id: string; board: string; at: Date };
    /** In the transaction that learns what WeChat says of a picture. */
    'media.judged': { uploadId: string; state: MediaState; at: Date };
  }
}

/** What is judged, and who says it. */
export interface Judged {
  actor: Pick<Actor, 'id' | 'grants'>;
  kind: CheckedKind;
  board: string;
  /** Title, body, names of links, captions. */
  parts: readonly CheckedPart[];
  /** A named word of a moderator of the board is not held for want of a WeChat account. */
  anonymous: boolean;
  /** The board demands sources: what WeChat calls politics is for a person there, never blocked. */
  sourceBoard: boolean;
  wechat?: Judging['wechat'];
}

/**
 * Judges words before they are written, outside of any transaction: the local rules, and WeChat's where a mini-program is
 * set up. Never throws for WeChat's sake and answers within a bound: what could not be checked is `unavailable`.
 */
export async function judge(context: Context, judged: Judged): Promise<Verdict> {
  const { actor, kind, board, parts, anonymous, sourceBoard, wechat } = judged;
  const { verdict, care, findings } = checkText(parts, { kind });
  const local = { verdict, words: findings.map(({ words }) => words), traceIds: [] };
  const openid =
    context.wechat === null || wechat === 'not-asked'
      ? undefined
      : await findOpenid(context.db, context.db.read, actor.id);
  const said = await askWechat(
    { wechat: wechat === 'not-asked' ? null : context.wechat },
    {
      text: parts.map(({ text }) => text).join('\n'),
      openid,
      sourceBoard,
      trusted: !anonymous && canModerate(actor, board),
      givenUp: wechat === 'given-up',
    },
  );
  return { ...worstOf([local, said]), care, findings };
}

/**
 * Keeps what was said of the words of a piece, in the transaction that writes them and before the move that they make, so that
 * the case which the move opens shows it. Words that sound like despair are told on.
 */
export async function keepVerdict(
  context: Context,
  tx: Tx,
  { board, ...ref }: { type: ContentType; id: string; board: string },
  verdict: Verdict,
  at: Date,
): Promise<void> {
  await saveVerdict(context.db, tx, ref, verdict, at);
  await emit(context, tx, 'content.judged', { ...ref, verdict, at });
  if (verdict.care) await emit(context, tx, 'care.raised', { ...ref, board, at });
}

/** Writes what became of the check of a picture. */
export async function settleMedia(
  context: Context,
  tx: Tx,
  uploadId: string,
  state: MediaState,
  at: Date,
): Promise<void> {
  await setMediaState(context.db, tx, uploadId, state, at);
  await emit(context, tx, 'media.judged', { uploadId, state, at });
}

/** Takes in what WeChat pushed about a picture, in the transaction that records the push. */
export async function takeMediaVerdict(
  context: Context,
  tx: Tx,
  { traceId, state, at }: { traceId: string; state: MediaState; at: Date },
): Promise<void> {
  const { db } = context;
  await insertMediaVerdict(db, tx, { traceId, state, at });
  const check = await findMediaCheck(db, tx, { traceId });
  if (check?.state === 'waiting') await settleMedia(context, tx, check.uploadId, state, at);
}

/** WeChat fetches a picture within half an hour; a link that leaks is over soon. */
const keyMs = 60 * 60_000;

const sign = (secret: string, uploadId: string, until: number): string =>
  createHmac('sha256', secret).update(`media-check:${uploadId}:${until}`).digest('base64url');

/** Opens a picture that few may see to WeChat's download, for an hour: `<seconds>.<signature>`. */
export function mediaKeyFor(secret: string, uploadId: string, now: Date): string {
  const until = Math.floor((now.getTime() + keyMs) / 1000);
  return `${until}.${sign(secret, uploadId, until)}`;
}

export function isMediaKey(secret: string, uploadId: string, key: string, now: Date): boolean {
  const [until = '', signature = ''] = key.split('.');
  if (!/^\d{10}$/.test(until) || Number(until) * 1000 <= now.getTime()) return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(secret, uploadId, Number(until)));
  return given.length === right.length && timingSafeEqual(given, right);
}
