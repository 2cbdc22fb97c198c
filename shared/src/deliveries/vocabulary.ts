export const deliveryChannels = ['wechat', 'email'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

export const deliveryChannelNames = { wechat: '微信', email: '邮件' } as const satisfies Record<
  DeliveryChannel,
  string
>;

/**
 * What became of a message that leaves the service. `sending` is on its way, `skipped` was not to be sent, `failed` could not
 * be, and of an `unknown` one nobody knows yet whether it arrived.
 */
export const deliveryStates = ['waiting', 'sending', 'sent', 'skipped', 'failed', 'unknown'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateNames = {
  waiting: '等着发',
  sending: '正在发',
  sent: '已发出',
  skipped: '没有发',
  failed: '发送失败',
  unknown: '不知道到没到',
} as const satisfies Record<DeliveryState, string>;

/** Why a message is in its state, in words for admins. */
export const deliveryReasonNames = {
  // skipped
  'taken-back': '这件事已经不成立（撤回、改期或已处理）',
  read: '本人已经在消息里看过',
  muted: '本人关掉了这类消息',
  late: '已经过了该提醒的时间',
  'told-today': '同一件事今天已经提醒过',
  folded: '并进了另一条',
  'no-address': '本人没有绑定微信',
  'no-template': '这类消息没有设置模板',
  'no-credit': '本人的提醒次数用完了',
  'kept-for-higher': '剩下的次数留给更要紧的提醒',
  'no-consent': '微信说本人没有同意或已经用完（43101）',
  closed: '本人的账号停用或正在注销',
  // waiting
  quiet: '夜里不打扰，早上再发',
  busy: '微信忙，稍后再试',
  // failed
  'bad-address': '微信不认这个账号（40003）',
  'bad-template': '微信不认这个模板编号（40037），请核对模板设置',
  'bad-page': '点开的页面不在已发布的版本里（41030），请先发布小程序',
  'bad-values': '填的内容不合模板的规定（47003），请核对模板的关键词',
  banned: '小程序的消息能力被封（43107），请到微信公众平台查看',
  sensitive: '微信认为内容含敏感词（45168）',
  refused: '微信拒绝了，错误码不在已知的几种里',
  'kept-failing': '试了多次，微信一直忙',
  'not-shown': '微信收下了，但没有送到本人',
  'no-trace': '一天没有回音，次数已经退回',
  // unknown
  'no-answer': '发出后没有收到微信的回答',
  interrupted: '发送时服务中断',
} as const;

export type DeliveryReason = keyof typeof deliveryReasonNames;
export const deliveryReasons = Object.keys(deliveryReasonNames) as [DeliveryReason, ...DeliveryReason[]];

export const deliveryLimits = {
  /** Days for which deliveries and changes of credits are kept. */
  keptDays: 400,
  /** Days over which the admin's counts go. */
  countedDays: 30,
} as const;
