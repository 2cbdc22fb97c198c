import { ConfigError, readConfig } from '@qihang/server/config';

const linesOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
};

describe('readConfig', () => {
  it('starts with nothing set', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', demo: false, rateLimit: true });
  });

  it.each([
    [{ PORT: 'abc' }, /^PORT: /],
    [{ PORT: '70000' }, /^PORT: /],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: must be file:PATH or postgres:/],
    [{ NODE_ENV: 'prod' }, /^NODE_ENV: /],
    [{ QIHANG_DMEO: '1' }, /^QIHANG_DMEO: unknown setting$/],
    [{ QIHANG_DEMO: 'yes' }, /^QIHANG_DEMO: /],
    [{ QIHANG_DEMO: '1', NODE_ENV: 'production' }, /^QIHANG_DEMO: demo mode is refused/],
    [{ RATE_LIMIT: 'off', NODE_ENV: 'production' }, /^RATE_LIMIT: limits cannot be off/],
  ])('%j is one clear line', (env, line) => {
    const lines = linesOf(env as unknown as Record<string, string>);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  it('says everything that is wrong at once', () => {
    expect(linesOf({ PORT: 'x', QIHANG_A: '1', LOG_LEVEL: 'loud' })).toHaveLength(3);
  });
});
