import { join } from 'node:path';
import { ConfigError, readConfig } from '@qihang/server/config';
import { testSecret } from '../support/secret';

const linesOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
};

const appid = 'wx0123456789abcdef';
const secret = '0123456789abcdef0123456789abcdef';

const app = { WECHAT_APPID: appid, WECHAT_SECRET: secret };
const bucket = {
  S3_ENDPOINT: 'https://s3.example.com',
  S3_BUCKET: 'qihang',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'key',
};

describe('readConfig', () => {
  it('knows a mini-program by its appid and secret, and WeChat by its address', () => {
    expect(readConfig({}).wechat).toBeNull();
    const env = { NODE_ENV: 'production', QIHANG_SECRET: testSecret, ...app };
    expect(readConfig(env).wechat).toEqual({ apiBase: 'https://api.weixin.qq.com', appid, secret });
  });

  it('starts with nothing set', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      demo: false,
      rateLimit: true,
      loadShedding: true,
    });
  });

  it.each([
    [{ PORT: 'abc' }, /^PORT: /],
    [{ PORT: '70000' }, /^PORT: /],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: must be file:PATH or postgres:/],
    [{ NODE_ENV: 'prod' }, /^NODE_ENV: /],
    [{ QIHANG_DMEO: '1' }, /^QIHANG_DMEO: unknown setting$/],
    [{ QIHANG_DEMO: 'yes' }, /^QIHANG_DEMO: /],
    [{ QIHANG_SECRET: 'too short' }, /^QIHANG_SECRET: must have at least 32 characters$/],
    [{ WECHAT_APPID: 'gh_123', WECHAT_SECRET: secret }, /^WECHAT_APPID: must be wx and 16/],
    [{ WECHAT_APPID: appid }, /^WECHAT_SECRET: missing, although WECHAT_APPID is set$/],
    [{ WECHAT_SECRET: secret }, /^WECHAT_APPID: missing, although WECHAT_SECRET is set$/],
    [{ WECHAT_APPID: appid, WECHAT_SECRET: 'secret' }, /^WECHAT_SECRET: must be 32/],
    [{ WECHAT_PUSH_TOKEN: 'token' }, /^WECHAT_APPID: missing, although WECHAT_PUSH_TOKEN is set$/],
    [{ WECHAT_PUSH_TOKEN: 'a b', ...app }, /^WECHAT_PUSH_TOKEN: must be 3 to 32 letters and digits$/],
    [{ WECHAT_ENCODING_AES_KEY: 'a'.repeat(43), ...app }, /^WECHAT_PUSH_TOKEN: missing, although WECHAT_ENC/],
    [
      { WECHAT_ENCODING_AES_KEY: 'short', WECHAT_PUSH_TOKEN: 'token', ...app },
      /^WECHAT_ENCODING_AES_KEY: must be 43 letters and digits$/,
    ],
    [{ WECHAT_API_BASE: 'api.weixin.qq.com' }, /^WECHAT_API_BASE: /],
    [{ WECHAT_API_BASE: 'http://127.0.0.1:9420', NODE_ENV: 'production' }, /^WECHAT_API_BASE: only WeChat's/],
    [
      { WECHAT_API_BASE: 'https://api.weixin.qq.com.evil.example', NODE_ENV: 'production' },
      /^WECHAT_API_BASE: /,
    ],
    [{ ...bucket, S3_ENDPOINT: 's3.example.com' }, /^S3_ENDPOINT: /],
    [{ ...bucket, S3_BUCKET: 'A bucket' }, /^S3_BUCKET: must be the name of a bucket$/],
    [{ ...bucket, S3_PREFIX: 'qihang' }, /^S3_PREFIX: must be empty or end with a slash/],
    [
      { ...bucket, S3_SECRET_ACCESS_KEY: undefined },
      /^S3_SECRET_ACCESS_KEY: missing, although a bucket is set$/,
    ],
    [{ CORS_ORIGINS: 'https://a.example/' }, /^CORS_ORIGINS: must be origins such as/],
    [{ CORS_ORIGINS: 'https://a.example,*' }, /^CORS_ORIGINS: must be origins such as/],
    [{ CORS_ORIGINS: 'null' }, /^CORS_ORIGINS: /],
    [{ CORS_ORIGINS: 'http://a.example', NODE_ENV: 'production' }, /^CORS_ORIGINS: only https origins/],
    [{ TRUST_PROXY: 'all' }, /^TRUST_PROXY: must be addresses or networks/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY: /],
    [{ QIHANG_DEMO: '1', NODE_ENV: 'production' }, /^QIHANG_DEMO: demo mode is refused/],
    [{ RATE_LIMIT: 'off', NODE_ENV: 'production' }, /^RATE_LIMIT: limits cannot be off/],
    [{ LOAD_SHEDDING: 'off', NODE_ENV: 'production' }, /^LOAD_SHEDDING: shedding cannot be off/],
  ])('%j is one clear line', (env, line) => {
    const lines = linesOf({ QIHANG_SECRET: testSecret, ...(env as unknown as Record<string, string>) });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  it.each([
    [{ NODE_ENV: 'production' }],
    [{ DATABASE_URL: 'postgres://localhost/qihang' }],
    [{ DATABASE_URL: 'postgres://localhost/qihang', NODE_ENV: 'production' }],
  ])('%j demands a secret, and says how to make one', (env) => {
    const lines = linesOf(env as unknown as Record<string, string>);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^QIHANG_SECRET: missing; .+ at least 32 characters.+openssl rand -base64 48/);
    expect(linesOf({ ...(env as unknown as Record<string, string>), QIHANG_SECRET: testSecret })).toEqual([]);
  });

  it('demands none of a demo, whose secret is public', () => {
    expect(linesOf({ DATABASE_URL: 'postgres://localhost/qihang', QIHANG_DEMO: '1' })).toEqual([]);
  });

  it('keeps the demo in a folder of its own', () => {
    const real = readConfig({});
    const demo = readConfig({ QIHANG_DEMO: '1' });
    expect(demo.dataDir).toBe(join(real.dataDir, 'demo'));
    expect(demo.databaseUrl).toBe(`file:${join(demo.dataDir, 'qihang.db')}`);
    expect(readConfig({ QIHANG_DEMO: '1', DATA_DIR: '/srv/qihang' })).toMatchObject({
      dataDir: '/srv/qihang',
      databaseUrl: 'file:/srv/qihang/qihang.db',
    });
  });

  it('switches each guard by itself', () => {
    expect(readConfig({ RATE_LIMIT: 'off' })).toMatchObject({ rateLimit: false, loadShedding: true });
    expect(readConfig({ LOAD_SHEDDING: 'off' })).toMatchObject({ rateLimit: true, loadShedding: false });
  });

  it('reads lists, and trusts nobody by itself', () => {
    expect(readConfig({})).toMatchObject({ corsOrigins: [], trustProxy: [] });
    expect(
      readConfig({
        CORS_ORIGINS: 'https://jobs.example.edu.cn, http://localhost:10086',
        TRUST_PROXY: 'loopback,10.0.0.0/8,fd00::/8',
      }),
    ).toMatchObject({
      corsOrigins: ['https://jobs.example.edu.cn', 'http://localhost:10086'],
      trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    });
  });

  it('says everything that is wrong at once', () => {
    expect(linesOf({ PORT: 'x', QIHANG_A: '1', LOG_LEVEL: 'loud' })).toHaveLength(3);
  });
});
