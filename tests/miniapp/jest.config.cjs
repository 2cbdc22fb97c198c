// Component tests of the mini-program: React in jsdom over small stand-ins for Taro's components and API.
const path = require('node:path');

const miniapp = path.resolve(__dirname, '../../miniapp');
const presets = [
  ['@babel/preset-env', { targets: { node: '20' } }],
  ['@babel/preset-react', { runtime: 'automatic' }],
  '@babel/preset-typescript',
];
// NutUI's widgets by path, as miniapp/babel.config.js takes them, without their style sheets.
const nutui = '@nutui/nutui-react-taro';
const widget = (name) => `${miniapp}/node_modules/${nutui}/dist/es/packages/${name.toLowerCase()}`;
const plugins = [
  [
    require.resolve('babel-plugin-import', { paths: [miniapp] }),
    { libraryName: nutui, customName: widget, camel2DashComponentName: false },
  ],
];

module.exports = {
  displayName: 'miniapp',
  rootDir: __dirname,
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
  testMatch: ['<rootDir>/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/support/setup.ts'],
  transform: { '\\.[cm]?[jt]sx?$': ['babel-jest', { configFile: false, babelrc: false, presets, plugins }] },
  // Query client, store, schemas and widgets ship as modern modules.
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm/)?(@tanstack|zustand|zod|@nutui|lodash))'],
  moduleNameMapper: {
    '\\.scss$': '<rootDir>/support/style.ts',
    '^@tarojs/components$': '<rootDir>/support/components.tsx',
    '^@tarojs/taro$': '<rootDir>/support/taro.ts',
    '^@qihang/shared/(.*)$': path.resolve(__dirname, '../../shared/src/$1'),
    '^@/(.*)$': `${miniapp}/src/$1`,
    // One React for the components and the tests.
    '^(react|react-dom)((/.*)?)$': `${miniapp}/node_modules/$1$2`,
    '^@tanstack/react-query$': `${miniapp}/node_modules/@tanstack/react-query`,
    '^zustand$': `${miniapp}/node_modules/zustand`,
  },
};
