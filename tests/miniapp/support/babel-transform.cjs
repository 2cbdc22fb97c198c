// As a module of its own: a function among the options would be lost on the way to Jest's workers.
const path = require('node:path');
const { createTransformer } = require('babel-jest').default;

const miniapp = path.resolve(__dirname, '../../../miniapp');

// NutUI's widgets by path, as miniapp/babel.config.js takes them, without their style sheets.
const nutui = '@nutui/nutui-react-taro';
const widget = (name) => `${miniapp}/node_modules/${nutui}/dist/es/packages/${name.toLowerCase()}`;

module.exports = createTransformer({
  configFile: false,
  babelrc: false,
  presets: [
    ['@babel/preset-env', { targets: { node: '20' } }],
    ['@babel/preset-react', { runtime: 'automatic' }],
    '@babel/preset-typescript',
  ],
  plugins: [
    [
      require.resolve('babel-plugin-import', { paths: [miniapp] }),
      { libraryName: nutui, customName: widget, camel2DashComponentName: false },
    ],
  ],
});
