import type { Kit } from '../../db/kit/pg';

export function wechatPushTables({ table, index, unique, str, instant }: Kit) {
  /** Pushes received from WeChat, so that nothing is done twice or lost: WeChat repeats a push until it is accepted. */
  const wechatPushes = table(
    'wechat_pushes',
    {
      /** SHA-256 of the message in base64url: a repeated push is the same message. */
      id: str().primaryKey(),
      /** Time and nonce of the request, signed by WeChat: a recorded one is good once. */
      nonce: str().notNull(),
      event: str().notNull(),
      /** The person it is about, until it has been dealt with. */
      openid: str(),
      receivedAt: instant().notNull(),
      doneAt: instant(),
    },
    (t) => [unique('wechat_pushes_nonce').on(t.nonce), index('wechat_pushes_received').on(t.receivedAt)],
  );
  return { wechatPushes };
}

type WechatPushTables = ReturnType<typeof wechatPushTables>;

declare module '../../db/types' {
  interface Tables extends WechatPushTables {}
}
