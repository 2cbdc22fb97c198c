import { mediaPath } from '@qihang/shared/uploads/links';
import type { Reactions } from '../../background/events';
import { type Delivered, type Deliveries, enqueue } from '../../background/outbox';
import type { Context } from '../../context';
import { errcodes, WechatError, WechatUnreachable } from '../../ports/wechat/error';
import { findOpenid } from '../session/public-store';
import { findMediaCheck, findMediaVerdict, insertMediaCheck, setTraceId } from './media-store';
import { mediaKeyFor, settleMedia } from './public';
import { deleteVerdict } from './public-store';

declare module '../../background/outbox' {
  interface Messages {
    'wechat.media-check': { uploadId: string; uploaderId: string };
  }
}

declare module '../../background/events' {
  interface Events {
    /** In the transaction that stores an upload. */
    'upload.added': { uploadId: string; uploaderId: string; kind: string; at: Date };
  }
}

/** Pictures can be checked where WeChat is asked, knows where we are, and can tell us its verdict. */
const checksMedia = ({ wechat, config }: Context): boolean =>
  wechat !== null && config.publicOrigin !== null && config.wechatPush !== null;

export const mediaReactions: Reactions = {
  'upload.added': async (context, tx, { uploadId, uploaderId, kind, at }) => {
    const { db } = context;
    if (kind !== 'image' || !checksMedia(context)) return;
    const isKnown = (await findOpenid(db, tx, uploaderId)) !== undefined;
    await insertMediaCheck(db, tx, { uploadId, state: isKnown ? 'waiting' : 'unasked', at });
    if (!isKnown) return;
    const message = { kind: 'wechat.media-check', payload: { uploadId, uploaderId } } as const;
    await enqueue(db, tx, { id: `wechat.media-check:${uploadId}`, ...message }, at);
  },
  'content.gone': async ({ db }, tx, { type, id }) => {
    await deleteVerdict(db, tx, { type, id });
  },
};

async function giveUp(
  context: Context,
  uploadId: string,
  state: 'failed' | 'unasked',
  error: string,
): Promise<Delivered> {
  await context.db.write((tx) => settleMedia(context, tx, uploadId, state, context.clock.now()));
  return { outcome: 'failed', error };
}

export const mediaDeliveries: Deliveries = {
  'wechat.media-check': async (context, { uploadId, uploaderId }) => {
    const { db, wechat, config, clock, secret } = context;
    const check = await findMediaCheck(db, db.read, { uploadId });
    if (check?.state !== 'waiting' || check.traceId !== null) return { outcome: 'sent' };
    const openid = await findOpenid(db, db.read, uploaderId);
    if (wechat === null || config.publicOrigin === null || openid === undefined)
      return giveUp(context, uploadId, 'unasked', 'nobody can be asked about the picture any more');
    const url = `${config.publicOrigin}${mediaPath(uploadId)}?check=${mediaKeyFor(secret, uploadId, clock.now())}`;
    try {
      const { traceId } = await wechat.checkMedia({ url, kind: 'image', openid, scene: 3 });
      await db.write(async (tx) => {
        await setTraceId(db, tx, uploadId, traceId);
        const state = await findMediaVerdict(db, tx, traceId);
        if (state) await settleMedia(context, tx, uploadId, state, clock.now());
      });
      return { outcome: 'sent' };
    } catch (error) {
      if (error instanceof WechatError && error.errcode === errcodes.busy)
        return { outcome: 'retry', error: error.message };
      // A picture that was not checked is held for a person.
      if (error instanceof WechatError && error.errcode === errcodes.notSeenLately)
        return giveUp(context, uploadId, 'unasked', error.message);
      if (error instanceof WechatError || error instanceof WechatUnreachable)
        return giveUp(context, uploadId, 'failed', error.message);
      throw error;
    }
  },
};
