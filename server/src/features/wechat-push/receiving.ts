import { createHash } from 'node:crypto';
import { emit } from '../../background/events';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import { takeMediaVerdict } from '../content-check/public';
import { findWechatUserId } from '../session/public-store';
import { itemsOf, type Message, readMessage } from './message';
import {
  eventTime,
  isTimely,
  leavingCause,
  mediaVerdictOf,
  type SubscriptionEvent,
  subscriptionEventOf,
} from './rules';
import { decrypted, isSigned } from './signature';
import { insertPush, isNonceUsed } from './store';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that takes in a push about messages to a person; once, however often it is pushed. */
    'wechat.subscription': {
      pushId: string;
      userId: string;
      event: SubscriptionEvent;
      /** WeChat's own fields: `TemplateId`, `SubscribeStatusString`, `MsgID`, `ErrorCode`. */
      items: readonly Message[];
      /** By WeChat's clock. */
      at: Date;
      now: Date;
    };
  }
}

/** The query of a push: `msg_signature` comes in the safe mode, `echostr` when an operator saves the address. */
export type PushQuery = Partial<
  Record<'signature' | 'timestamp' | 'nonce' | 'echostr' | 'msg_signature', string>
>;

type Settings = NonNullable<Context['config']['wechatPush']>;

/** @throws AppError `resource.not-found` where no pushes are taken */
function settingsOf({ config }: Context): Settings {
  if (config.wechatPush === null) throw new AppError('resource.not-found');
  return config.wechatPush;
}

/** @throws AppError `action.forbidden` for a request that WeChat did not sign */
function checkSigned({ token }: Settings, { signature = '', timestamp = '', nonce = '' }: PushQuery): void {
  if (!isSigned(signature, token, timestamp, nonce)) throw new AppError('action.forbidden');
}

/** What WeChat wants back when an operator saves the address of the pushes. */
export function echo(context: Context, query: PushQuery): string {
  checkSigned(settingsOf(context), query);
  return query.echostr ?? '';
}

/**
 * The text of the message: in the safe mode what was encrypted, whatever stands beside it. With a key set nothing else is taken, since
 * a plain body is covered by no signature.
 * @throws AppError `action.forbidden` for another key, signature or mini-program, `request.malformed` for what is no push
 */
function textOf({ token, appid, aesKey }: Settings, query: PushQuery, body: string): string {
  const outer = readMessage(body);
  if (!outer) throw new AppError('request.malformed');
  if (aesKey === null) {
    if (outer.Encrypt !== undefined) throw new AppError('action.forbidden');
    return body;
  }
  const { timestamp = '', nonce = '', msg_signature: signature = '' } = query;
  const encrypted = outer.Encrypt ?? '';
  if (!isSigned(signature, token, timestamp, nonce, encrypted)) throw new AppError('action.forbidden');
  const inner = decrypted(encrypted, aesKey);
  if (inner?.appid !== appid) throw new AppError('action.forbidden');
  return inner.message;
}

const idOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Whom an event is about: the events about authorisation name that person apart from the sender. */
const openidOf = ({ OpenID, FromUserName }: Message): string | null => OpenID ?? FromUserName ?? null;

/** What people agreed to, withdrew or were sent; of people who are unknown here nothing is kept. */
async function tellOfSubscription(
  context: Context,
  tx: Tx,
  push: { id: string; event: string; message: Message; text: string },
  now: Date,
): Promise<void> {
  const event = subscriptionEventOf(push.event);
  const openid = openidOf(push.message);
  if (event === null || openid === null) return;
  const userId = await findWechatUserId(context.db, tx, openid);
  if (userId === undefined) return;
  const at = eventTime(push.message, now);
  await emit(context, tx, 'wechat.subscription', {
    pushId: push.id,
    userId,
    event,
    items: itemsOf(push.text),
    at,
    now,
  });
}

/**
 * Takes a push in: recorded with the commit, dealt with later. True when there is something to deal with.
 * @throws AppError for whatever WeChat did not send, or sent to another mini-program, long ago, or in this very request before
 */
export async function receive(context: Context, query: PushQuery, body: string): Promise<boolean> {
  const { db, clock } = context;
  const settings = settingsOf(context);
  const now = clock.now();
  checkSigned(settings, query);
  if (!isTimely(query.timestamp ?? '', now)) throw new AppError('action.forbidden');
  const text = textOf(settings, query, body);
  const message = readMessage(text);
  if (!message) throw new AppError('request.malformed');
  const appid = message.AppID ?? message.appid ?? settings.appid;
  if (appid !== settings.appid) throw new AppError('action.forbidden');
  const event = message.Event ?? message.MsgType ?? '';
  const leaving = leavingCause(event) !== null;
  const verdict = event === 'wxa_media_check' ? mediaVerdictOf(message) : null;
  const nonce = `${query.timestamp}:${query.nonce}`;
  await db.write(async (tx) => {
    if (await isNonceUsed(db, tx, nonce)) throw new AppError('action.forbidden');
    if (verdict) await takeMediaVerdict(context, tx, { ...verdict, at: now });
    const id = idOf(text);
    const isNew = await insertPush(db, tx, {
      id,
      nonce,
      event: event.slice(0, 60),
      openid: leaving ? openidOf(message) : null,
      receivedAt: now,
      // What nobody here acts on is done with.
      doneAt: leaving ? null : now,
    });
    if (isNew) await tellOfSubscription(context, tx, { id, event, message, text }, now);
  });
  return leaving;
}
