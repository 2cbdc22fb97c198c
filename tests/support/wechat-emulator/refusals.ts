import { randomBytes } from 'node:crypto';

/** WeChat's request id: three groups of 8 hexadecimal digits. */
export const newRid = (): string => (randomBytes(12).toString('hex').match(/.{8}/g) as string[]).join('-');

const random = (length: number) =>
  randomBytes(length)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, 'x')
    .slice(0, length);

/**
 * The errmsg of each refusal as the real service writes it. The word before the rid differs from one to the next, some
 * older ones have `hints` in its place: nobody may rely on the text.
 */
const messages: Record<number, (rid: string) => string> = {
  [-1]: (rid) => `system error rid: ${rid}`,
  40001: (rid) => `invalid credential, access_token is invalid or not latest rid: ${rid}`,
  40003: (rid) => `invalid openid rid: ${rid}`,
  40013: (rid) => `invalid appid, rid: ${rid}`,
  40014: (rid) => `invalid access_token rid: ${rid}`,
  40029: (rid) => `invalid code, rid: ${rid}`,
  40037: (rid) => `invalid template_id rid: ${rid}`,
  40125: (rid) => `invalid appsecret, rid: ${rid}`,
  40129: (rid) => `invalid scene rid: ${rid}`,
  40165: (rid) => `invalid weapp pagepath rid: ${rid}`,
  40163: (rid) => `code been used, rid: ${rid}`,
  40169: (rid) => `invalid length for scene, or the data is not json string rid: ${rid}`,
  40226: () => `code blocked, hints: [ req_id: ${random(6)}-${random(6)} ]`,
  40212: (rid) => `invalid query rid: ${rid}`,
  41001: (rid) => `access_token missing rid: ${rid}`,
  41030: (rid) => `invalid page rid: ${rid}`,
  42001: (rid) => `access_token expired rid: ${rid}`,
  43002: (rid) => `require POST method rid: ${rid}`,
  43101: (rid) => `user refuse to accept the msg rid: ${rid}`,
  43108: (rid) => `concurrent send to the same user rid: ${rid}`,
  43104: (rid) => `appid not match openid rid: ${rid}`,
  44002: (rid) => `empty post data hint: [${random(6)}] rid: ${rid}`,
  44991: (rid) => `reach max api minute quota limit rid: ${rid}`,
  45009: (rid) => `reach max api daily quota limit rid: ${rid}`,
  45011: (rid) => `api minute-quota reach limit mustslower retry next minute rid: ${rid}`,
  47001: (rid) => `data format error hint: [${random(6)}] rid: ${rid}`,
  87014: () => 'risky content',
  85400: (rid) => `reach max long time quota limit rid: ${rid}`,
  85401: (rid) => `time limit between 1min and 1year rid: ${rid}`,
  61010: (rid) => `code is expired rid: ${rid}`,
};

/** An endpoint says no. HTTP stays 200. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    private readonly text?: string,
  ) {
    super(`refused: ${errcode}`);
  }

  body(): { errcode: number; errmsg: string } {
    const rid = newRid();
    if (this.text !== undefined) return { errcode: this.errcode, errmsg: `${this.text} rid: ${rid}` };
    const message = messages[this.errcode];
    if (!message) throw new Error(`No message for ${this.errcode}`);
    return { errcode: this.errcode, errmsg: message(rid) };
  }
}
