/** WeChat's answer to a call was no: `errcode` decides what to do, `rid` is what its support asks for. */
export class WechatError extends Error {
  constructor(
    /** Path of the endpoint, without query: that holds secrets. */
    readonly call: string,
    readonly errcode: number,
    /** For people reading a log. Its wording changes from one server of WeChat's to the next: never decide by it. */
    readonly errmsg: string,
  ) {
    super(`WeChat ${call} answered ${errcode}: ${errmsg}`);
    this.name = 'WechatError';
  }

  /** WeChat's id of the failed request, kept there for 7 days: three groups of 8 hexadecimal digits. */
  get rid(): string | undefined {
    return /\b[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}\b/.exec(this.errmsg)?.[0];
  }
}

/**
 * No answer that means anything: a timeout, a broken connection, a page of some gateway. Whether WeChat did what was
 * asked is unknown.
 */
export class WechatUnreachable extends Error {
  constructor(
    readonly call: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`WeChat ${call} gave no usable answer: ${reason}`, options);
    this.name = 'WechatUnreachable';
  }

  /** There was no connection over which it could have been asked. */
  get neverAsked(): boolean {
    return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(this.reason);
  }
}

/** The numbers of WeChat's that something of ours depends on. */
export const errcodes = {
  busy: -1,
  /** Token unknown or superseded, malformed, expired. WeChat is not strict about which of them it says. */
  badToken: [40001, 40014, 42001],
  /** Code of wx.login unknown or expired, already used. */
  badCode: [40029, 40163],
  /** The address of our server is not on the list of the mini-program's account. */
  addressNotListed: 40164,
  /** WeChat takes the account for a risk. */
  accountBlocked: 40226,
  /** The person has not had the mini-program open in the last 2 hours. */
  notSeenLately: 61010,
  /** How the first version of the checks said that a content is risky; the second should not. */
  risky: 87014,
  /** Too many calls for this account, or in this minute. */
  tooOften: 45011,
  /** The same for a day. */
  quotaOver: 45009,
  /** Another message to the same person is on its way. */
  sendingAlready: 43108,
  /** The person has no consent left, or refuses the messages. */
  noConsent: 43101,
} as const;
