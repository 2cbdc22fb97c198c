import * as z from 'zod';
import { WechatError, WechatUnreachable } from './error';

/** A body as it came, whole. */
export interface RawReply {
  status: number;
  contentType: string;
  body: Uint8Array;
}

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Whole numbers that a JavaScript number cannot hold become strings: ids of WeChat's pass 2^53. */
const quoteLongIntegers = (json: string): string =>
  json.replace(stringOrNumber, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );

/** `JSON.parse` that keeps every digit: integers beyond 2^53 come back as strings. */
export const parseJson = (json: string): unknown => JSON.parse(quoteLongIntegers(json));

const refusal = z.object({ errcode: z.number(), errmsg: z.string().default('') });

/**
 * Reads a JSON reply by its schema. HTTP status is 200 for refusals, too, and a success may lack `errcode`.
 * @throws WechatError when WeChat said no
 * @throws WechatUnreachable when the body is no JSON, or JSON of another kind
 */
export function readJson<S extends z.ZodType>(call: string, reply: RawReply, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = parseJson(Buffer.from(reply.body).toString('utf8'));
  } catch {
    throw new WechatUnreachable(call, `HTTP ${reply.status}, ${reply.contentType || 'no type'}, no JSON`);
  }
  const refused = refusal.safeParse(value);
  if (refused.success && refused.data.errcode !== 0) {
    throw new WechatError(call, refused.data.errcode, refused.data.errmsg);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
    throw new WechatUnreachable(call, `HTTP ${reply.status}, unknown shape: ${fields}`);
  }
  return parsed.data;
}

const isJpeg = ([first, second, third]: Uint8Array) => first === 0xff && second === 0xd8 && third === 0xff;
const isJson = ({ contentType, body }: RawReply) => /json|text/.test(contentType) || body[0] === 0x7b; // {

/**
 * Reads a reply that is a JPEG when WeChat agrees and JSON when it does not. Type and first bytes must both speak for a
 * picture: refusals have come under image/jpeg.
 * @throws WechatError, WechatUnreachable as `readJson`
 */
export function readJpeg(call: string, reply: RawReply): Uint8Array {
  if (reply.contentType.startsWith('image/') && isJpeg(reply.body)) return reply.body;
  if (isJson(reply)) readJson(call, reply, z.never());
  throw new WechatUnreachable(call, `HTTP ${reply.status}, ${reply.contentType || 'no type'}, no picture`);
}
