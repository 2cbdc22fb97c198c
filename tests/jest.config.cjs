// Node-side tests: the real app on a temporary database, pure rules, the compiled weapp build in its runtime.
const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } },
];

const esmOnly = '(content-disposition|cookie|csv-parse|get-east-asian-width|markdown-it-cjk-friendly)';

module.exports = {
  displayName: 'node',
  rootDir: __dirname,
  testEnvironment: 'node',
  // Looked up in the global of Jest's sandbox, it costs half the time of every query that drizzle builds.
  sandboxInjectedGlobals: ['Object'],
  // The tests of a file share their app: what one spies on is the next one's, too.
  restoreMocks: true,
  globalSetup: '<rootDir>/support/global-setup.ts',
  globalTeardown: '<rootDir>/support/global-teardown.ts',
  testMatch: ['<rootDir>/**/*.test.ts'],
  // A bound for what hangs, not a measure, beyond that of any single wait (support/waiting.ts).
  testTimeout: 300_000,
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/miniapp/'],
  transform: { '\\.[cm]?[jt]sx?$': swc },
  // light-my-request and @fastify/static need packages that are ES modules only, which Jest cannot require.
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm/)?${esmOnly})`],
  moduleNameMapper: { '^@qihang/(shared|server)/(.*)$': '<rootDir>/../$1/src/$2' },
};
