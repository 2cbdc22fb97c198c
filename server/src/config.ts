import { isIP } from 'node:net';
import { join } from 'node:path';
import { plainCity } from '@qihang/shared/jobs/text/plain-city';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import * as z from 'zod';
import { paths } from './paths';
import type { S3Settings } from './ports/storage/s3';
import type { WechatSettings } from './ports/wechat/client';

const wechatOrigin = 'https://api.weixin.qq.com';

/** `a,b` as a list; empty parts are left out. */
const listOf = (isOne: (part: string) => boolean, message: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((parts) => parts.every(isOne), message);

const isOrigin = (text: string): boolean =>
  /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;

function isNetwork(text: string): boolean {
  if (text === 'loopback') return true;
  const [address = '', length, ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) !== 0 &&
    rest.length === 0 &&
    (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits))
  );
}

const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:PATH or postgres://…')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  LOAD_SHEDDING: z.enum(['on', 'off']).default('on'),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://jobs.example.edu.cn')
    .optional(),
  CORS_ORIGINS: listOf(isOrigin, 'must be origins such as https://jobs.example.edu.cn, separated by commas'),
  TRUST_PROXY: listOf(
    isNetwork,
    'must be addresses or networks such as 10.0.0.0/8, or loopback, separated by commas',
  ),
  WECHAT_API_BASE: z.url({ protocol: /^https?$/ }).default(wechatOrigin),
  WECHAT_APPID: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, 'must be wx and 16 hexadecimal digits')
    .optional(),
  WECHAT_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits')
    .optional(),
  WECHAT_PUSH_TOKEN: z
    .string()
    .regex(/^[0-9A-Za-z]{3,32}$/, 'must be 3 to 32 letters and digits')
    .optional(),
  WECHAT_ENCODING_AES_KEY: z
    .string()
    .regex(/^[0-9A-Za-z]{43}$/, 'must be 43 letters and digits')
    .optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_PREFIX: z
    .string()
    .regex(/^([a-z0-9-]+\/)*$/, 'must be empty or end with a slash, such as qihang/')
    .default('qihang/'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  QIHANG_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  QIHANG_DEMO: z.enum(['0', '1']).default('0'),
  QIHANG_SCHOOL: z.string().min(1).max(40).default('江州大学'),
  QIHANG_HOME_CITY: z.string().min(1).max(20).default('江州'),
  QIHANG_REVIEW_FIRST: z.coerce.number().int().min(0).max(20).default(threadLimits.reviewedFirst),
});

// Only names of our own can be checked: other programs have theirs in the same environment.
const ours = /^QIHANG_/;

export interface Config {
  env: 'development' | 'test' | 'production';
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string;
  logLevel: string;
  /**
   * Limits on how often a person, or the visitors of a network, may write. What guards passwords and class codes from guessing is
   * always on.
   */
  rateLimit: boolean;
  /** Refuses requests while the process cannot keep up. */
  loadShedding: boolean;
  /** The address of the H5 pages, for links and codes that leave this service; null: that of the request. */
  publicOrigin: string | null;
  /** Origins of other pages that may call the API; empty: none but our own. */
  corsOrigins: string[];
  /** Proxies whose X-Forwarded-* lines are believed; empty: none, since any client can write them. */
  trustProxy: string[];
  demo: boolean;
  /** What class codes are made of, the same for all processes; null where the data folder may keep one. */
  secret: string | null;
  /** The mini-program whose users may sign in; null where there is none. */
  wechat: WechatSettings | null;
  /** The bucket that keeps pictures and files; null where the data folder does. */
  s3: S3Settings | null;
  /** How WeChat's pushes are signed, and, in its safe mode, encrypted; null where none are taken. */
  wechatPush: { token: string; appid: string; aesKey: Buffer | null } | null;
  school: string;
  /** The university's city, as jobs name it: what 本地 means. */
  homeCity: string;
  /** So many first questions and answers of a person are looked at before readers see them. */
  reviewFirst: number;
}

export class ConfigError extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

const wechatOf = (s: z.output<typeof settings>): WechatSettings | null =>
  s.WECHAT_APPID && s.WECHAT_SECRET
    ? { apiBase: s.WECHAT_API_BASE, appid: s.WECHAT_APPID, secret: s.WECHAT_SECRET }
    : null;

const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const s3Of = (s: z.output<typeof settings>): S3Settings | null =>
  s.S3_ENDPOINT && s.S3_BUCKET && s.S3_ACCESS_KEY_ID && s.S3_SECRET_ACCESS_KEY
    ? {
        endpoint: s.S3_ENDPOINT,
        bucket: s.S3_BUCKET,
        region: s.S3_REGION,
        accessKeyId: s.S3_ACCESS_KEY_ID,
        secretAccessKey: s.S3_SECRET_ACCESS_KEY,
        prefix: s.S3_PREFIX,
      }
    : null;

const wechatPushOf = (s: z.output<typeof settings>): Config['wechatPush'] =>
  s.WECHAT_PUSH_TOKEN && s.WECHAT_APPID
    ? {
        token: s.WECHAT_PUSH_TOKEN,
        appid: s.WECHAT_APPID,
        aesKey: s.WECHAT_ENCODING_AES_KEY ? Buffer.from(`${s.WECHAT_ENCODING_AES_KEY}=`, 'base64') : null,
      }
    : null;

/**
 * Reads the settings; nothing else looks at the environment.
 * @throws ConfigError with one line for each setting that is wrong or unknown
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const lines = Object.keys(env)
    .filter((name) => ours.test(name) && !(name in settings.shape))
    .map((name) => `${name}: unknown setting`);
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    lines.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
    throw new ConfigError(lines);
  }
  const s = parsed.data;
  const demo = s.QIHANG_DEMO === '1';
  const dataDir = s.DATA_DIR ?? (demo ? join(paths.defaultData, 'demo') : paths.defaultData);
  const databaseUrl = s.DATABASE_URL ?? `file:${join(dataDir, 'qihang.db')}`;
  // That of a demo is public, and so the same for all processes.
  const secretNeeded =
    s.NODE_ENV === 'production'
      ? 'NODE_ENV=production'
      : demo || databaseUrl.startsWith('file:')
        ? null
        : 'PostgreSQL, which several processes share,';
  if (secretNeeded !== null && s.QIHANG_SECRET === undefined)
    lines.push(
      `QIHANG_SECRET: missing; ${secretNeeded} needs one of at least 32 characters, the same at every start. ` +
        'Make one by `openssl rand -base64 48`, or, where an earlier version ran, take the content of DATA_DIR/secret',
    );
  if (s.NODE_ENV === 'production') {
    if (demo) lines.push('QIHANG_DEMO: demo mode is refused when NODE_ENV=production');
    if (s.RATE_LIMIT === 'off') lines.push('RATE_LIMIT: limits cannot be off when NODE_ENV=production');
    if (s.LOAD_SHEDDING === 'off')
      lines.push('LOAD_SHEDDING: shedding cannot be off when NODE_ENV=production');
    if (s.CORS_ORIGINS.some((origin) => !origin.startsWith('https:')))
      lines.push('CORS_ORIGINS: only https origins when NODE_ENV=production');
    if (!/^https:\/\/([\w-]+\.)+weixin\.qq\.com\/?$/.test(s.WECHAT_API_BASE))
      lines.push("WECHAT_API_BASE: only WeChat's own servers when NODE_ENV=production");
  }
  if (s.WECHAT_APPID && !s.WECHAT_SECRET) lines.push('WECHAT_SECRET: missing, although WECHAT_APPID is set');
  if (s.WECHAT_SECRET && !s.WECHAT_APPID) lines.push('WECHAT_APPID: missing, although WECHAT_SECRET is set');
  if (s.WECHAT_PUSH_TOKEN && !s.WECHAT_APPID)
    lines.push('WECHAT_APPID: missing, although WECHAT_PUSH_TOKEN is set');
  if (s.WECHAT_ENCODING_AES_KEY && !s.WECHAT_PUSH_TOKEN)
    lines.push('WECHAT_PUSH_TOKEN: missing, although WECHAT_ENCODING_AES_KEY is set');
  if (s3Names.some((name) => s[name] !== undefined))
    lines.push(
      ...s3Names
        .filter((name) => s[name] === undefined)
        .map((name) => `${name}: missing, although a bucket is set`),
    );
  if (lines.length > 0) throw new ConfigError(lines);
  return {
    env: s.NODE_ENV,
    port: s.PORT,
    host: s.HOST,
    dataDir,
    databaseUrl,
    logLevel: s.LOG_LEVEL,
    rateLimit: s.RATE_LIMIT === 'on',
    loadShedding: s.LOAD_SHEDDING === 'on',
    publicOrigin: s.PUBLIC_ORIGIN ?? null,
    corsOrigins: s.CORS_ORIGINS,
    trustProxy: s.TRUST_PROXY,
    demo,
    secret: s.QIHANG_SECRET ?? null,
    wechat: wechatOf(s),
    s3: s3Of(s),
    wechatPush: wechatPushOf(s),
    school: s.QIHANG_SCHOOL,
    homeCity: plainCity(s.QIHANG_HOME_CITY),
    reviewFirst: s.QIHANG_REVIEW_FIRST,
  };
}
