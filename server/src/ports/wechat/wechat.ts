/** What our service asks of WeChat. Every method throws WechatError (WeChat said no) or WechatUnreachable. */
export interface Wechat {
  /**
   * Who called `wx.login`: its code is good once and for 5 minutes. The session_key that WeChat adds is not read.
   * After no answer the code may be spent, so that is not repeated; the mini-program asks for a new one.
   */
  codeToSession(code: string): Promise<{ openid: string }>;
  /** Judges a text by msgSecCheck v2. `openid` must have had the mini-program open in the last 2 hours (61010). */
  checkText(check: TextCheck): Promise<TextVerdict>;
  /** Has a picture or sound judged; the verdict is pushed within 30 minutes under the trace id. Never repeated. */
  checkMedia(check: MediaCheck): Promise<{ traceId: string }>;
  /** Sends one subscription message, for one consent of the person's. 43101 means that there is none. Never repeated. */
  sendMessage(message: SubscribeMessage): Promise<{ msgid: string | undefined }>;
  /** A mini-program code as a JPEG. */
  miniProgramCode(options: CodeOptions): Promise<Uint8Array>;
  /** A link that opens the mini-program, in WeChat and outside of it, for so many days. */
  urlLink(options: LinkOptions): Promise<string>;
}

/** 1 profile, 2 comment, 3 forum, 4 social log. */
export type CheckScene = 1 | 2 | 3 | 4;

export interface TextCheck {
  openid: string;
  scene: CheckScene;
  /** At most 2500 characters. */
  content: string;
  title?: string;
  nickname?: string;
}

export const suggestions = ['pass', 'review', 'risky'] as const;

export interface TextVerdict {
  suggest: (typeof suggestions)[number];
  /** 100 normal, 10001 advertising, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008 fraud, … */
  label: number;
  traceId: string;
}

export interface MediaCheck {
  openid: string;
  scene: CheckScene;
  /** Must be open to WeChat's download. At most 10 MB. */
  url: string;
  kind: 'audio' | 'image';
}

/** The path of `sendMessage`, by which its errors name the call. */
export const sendCall = '/cgi-bin/message/subscribe/send';

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Values by keyword of the template (`thing1`), each by the rules of its type. */
  data: Record<string, string>;
  /** Page that a tap opens, with its query, without a leading slash. */
  page?: string;
}

export interface LinkOptions {
  /** Of the released version, without a leading slash. */
  page: string;
  /** `scene=…`, at most 1024 characters. */
  query: string;
  /** 30 at most (85400). */
  days: number;
}

export interface CodeOptions {
  /** 1 to 32 characters of ``0-9A-Za-z!#$&'()*+,/:;=?@-._~``. */
  scene: string;
  /** Without a leading slash or a query. */
  page: string;
  /** False before the page's first release. */
  checkPage?: boolean;
  /** Pixels, 280 to 1280. */
  width?: number;
}
