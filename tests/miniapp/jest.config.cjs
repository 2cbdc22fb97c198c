// Component tests of the mini-program: React in jsdom over small stand-ins for Taro's components and API.
const path = require('node:path');

const miniapp = path.resolve(__dirname, '../../miniapp');
module.exports = {
  displayName: 'miniapp',
  rootDir: __dirname,
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
  testMatch: ['<rootDir>/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/support/setup.ts', '<rootDir>/support/navigation.ts'],
  setupFilesAfterEnv: ['<rootDir>/support/patience.ts'],
  testTimeout: 300_000,
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/support/babel-transform.cjs' },
  // Query client, store, schemas and widgets ship as modern modules.
  transformIgnorePatterns: [
    '/node_modules/(?!(\\.pnpm/)?(@tanstack|zustand|zod|@nutui|lodash|markdown-it-cjk-friendly|get-east-asian-width|turndown-plugin-gfm))',
  ],
  moduleNameMapper: {
    '\\.scss$': '<rootDir>/support/style.ts',
    '^@tarojs/components$': '<rootDir>/support/components.tsx',
    '^@tarojs/taro$': '<rootDir>/support/taro.ts',
    '^@qihang/shared/(.*)$': path.resolve(__dirname, '../../shared/src/$1'),
    '^@qihang/server/(.*)$': path.resolve(__dirname, '../../server/src/$1'),
    '^@/(.*)$': `${miniapp}/src/$1`,
    // One React for the components and the tests.
    '^(react|react-dom)((/.*)?)$': `${miniapp}/node_modules/$1$2`,
    '^@tanstack/react-query$': `${miniapp}/node_modules/@tanstack/react-query`,
    '^zustand$': `${miniapp}/node_modules/zustand`,
  },
};
