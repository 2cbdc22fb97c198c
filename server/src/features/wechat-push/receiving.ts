import { createHash } from 'node:crypto';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import { takeMediaVerdict } from '../content-check/public';
import { type Message, readMessage } from './message';
import { isTimely, leavingCause, mediaVerdictOf } from './rules';
import { decrypted, isSigned } from './signature';
import { insertPush, isNonceUsed } from './store';

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
    await insertPush(db, tx, {
      id: idOf(text),
      nonce,
      event: event.slice(0, 60),
      openid: leaving ? openidOf(message) : null,
      receivedAt: now,
      // What nobody here acts on is done with.
      doneAt: leaving ? null : now,
    });
  });
  return leaving;
}
